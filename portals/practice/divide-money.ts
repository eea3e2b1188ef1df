import { type Cents, cents, least, minus, most, negate, zero } from '../../libraries/money/index.ts'
import type { Confirmation, SessionMoney } from '../contract.ts'
import type { Part } from '../design/where-the-money-goes.tsx'

type Known = {
  confirmation: Pick<Confirmation, 'clientCents' | 'providerCents'>
  money: SessionMoney
  names: { payer: string; client: string }
  /** How the clinician's pay stands, in words: "received Thu, Apr 30". */
  payRemark: string
}

/**
 * The two sides of a session's money, which add up to the same cents: what came and is still expected from payer and
 * client, and what goes to the clinician and the operator. What the operator absorbed is expected no more; what is
 * missing for the clinician's pay, the operator adds. Who of the two still owes is told apart by the client's estimate.
 */
export function divideMoney({ confirmation, money, names, payRemark }: Known): { from: Part[]; to: Part[] } {
  const { clientCents: share, providerCents: pay } = confirmation
  const open = most(zero, money.owedCents)
  const owedBack = most(zero, negate(money.owedCents))
  const openClient = least(open, most(zero, minus(share, money.clientPaidCents)))
  const openPayer = minus(open, openClient)
  const kept = most(zero, money.operatorKeptCents)
  const added = most(zero, negate(money.operatorKeptCents))
  const paid = money.paidToYouCents >= pay

  return {
    from: [
      part('payer', names.payer, money.payerPaidCents, 'moved', 'paid'),
      part('payer', names.payer, openPayer, 'coming', 'expected'),
      part('client', names.client, money.clientPaidCents, 'moved', 'paid'),
      part('client', names.client, openClient, 'coming', 'expected'),
      part('operator', 'Evenkeel adds', added, paid ? 'moved' : 'coming', 'our loss, not yours'),
    ].filter(({ cents }) => cents > 0),
    to: [
      part('practice', 'Your pay', pay, paid ? 'moved' : 'coming', payRemark),
      part('payer', 'Given back', owedBack, 'coming', 'came twice or was too much'),
      part(
        'operator',
        'Evenkeel keeps',
        kept,
        open > 0 ? 'coming' : 'moved',
        open > 0 ? 'once everyone has paid' : 'kept',
      ),
    ].filter(({ cents }) => cents > 0),
  }
}

function part(part: Part['part'], name: string, amount: Cents, state: Part['state'], remark: string): Part {
  return { part, name, cents: cents(amount), state, remark }
}
