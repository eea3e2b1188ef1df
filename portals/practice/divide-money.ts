import type { ClaimStatus } from '../../business/claims/claim-status.ts'
import { type Cents, cents, least, minus, most, negate, zero } from '../../libraries/money/index.ts'
import type { SessionMoney } from '../contract.ts'
import type { Part } from '../design/where-the-money-goes.tsx'
import type { Promised } from './promised-of.ts'

type Known = {
  confirmation: Pick<Promised, 'clientCents' | 'providerCents'>
  money: SessionMoney
  names: { payer: string; client: string }
  /** How the clinician's pay stands, in words: "received Thu, Apr 30". */
  payRemark: string
  claimStatus: ClaimStatus | null
}

/**
 * The two sides of a session's money, which add up to the same cents: what came and is still expected from payer and
 * client, and what goes to the clinician and the operator. What the operator absorbed is expected no more; what is
 * missing for the clinician's pay, the operator adds. Who of the two still owes is told apart by the client's estimate.
 */
export function divideMoney(known: Known): { from: Part[]; to: Part[] } {
  const { confirmation, money, names, payRemark, claimStatus } = known
  const shortfall = sayShortfall(claimStatus)
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
      part('payer', names.payer, openPayer, 'coming', shortfall ?? 'expected'),
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
        open === 0 ? 'kept' : shortfall === null ? 'once everyone has paid' : 'if it comes after all',
      ),
    ].filter(({ cents }) => cents > 0),
  }
}

/** What has become of the payer's part that did not come with its answer; null while none is missing. */
function sayShortfall(status: ClaimStatus | null): string | null {
  switch (status) {
    case 'denied':
      return 'denied, we follow it up'
    case 'reversed':
      return 'taken back, we follow it up'
    case 'underpaid':
      return 'missing, we follow it up'
    default:
      return null
  }
}

function part(part: Part['part'], name: string, amount: Cents, state: Part['state'], remark: string): Part {
  return { part, name, cents: cents(amount), state, remark }
}
