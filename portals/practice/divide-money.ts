import { type Cents, cents, least, minus, most, plus, zero } from '../../libraries/money/index.ts'
import type { Confirmation, SessionMoney } from '../contract.ts'
import type { Part } from '../design/where-the-money-goes.tsx'

type Known = {
  confirmation: Pick<Confirmation, 'payerCents' | 'clientCents' | 'providerCents'>
  money: SessionMoney
  names: { payer: string; client: string }
  /** How the clinician's pay stands, in words: "received Thu, Apr 30". */
  payRemark: string
}

/**
 * The two sides of a session's money, which add up to the same cents: what came and is still expected from payer and
 * client, and what goes to the clinician and the operator. What the operator absorbed is expected no more; what is
 * missing for the clinician's pay, the operator adds.
 */
export function divideMoney({ confirmation, money, names, payRemark }: Known): { from: Part[]; to: Part[] } {
  const { payerCents: contract, clientCents: share, providerCents: pay } = confirmation
  const received = plus(money.payerPaidCents, money.clientPaidCents)
  const open = most(zero, minus(minus(contract, received), money.absorbedCents))
  const openClient = least(open, most(zero, minus(share, money.clientPaidCents)))
  const openPayer = minus(open, openClient)
  const incoming = plus(received, open)
  const kept = most(zero, minus(incoming, pay))
  const added = most(zero, minus(pay, incoming))
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
