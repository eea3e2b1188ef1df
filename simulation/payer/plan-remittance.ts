import { addDays, type CalendarDate } from '../../libraries/calendar/index.ts'
import { type Cents, least, minus, negate, plus, sum, zero } from '../../libraries/money/index.ts'
import {
  adjudicateClaim,
  type ClaimDecision,
  denyClaim,
  notAuthorized,
  notNecessary,
  reverseDecision,
  type Terms,
} from './adjudicate-claim.ts'
import { type Deed, recoveryDay } from './behaviours.ts'
import { type Balance, type ClaimRecord, payeeKey } from './payer-state.ts'
import type { Payee, ReceivedClaim } from './received-claim.ts'

/** One claim due in a remittance; what was ordered to come soon is also recovered soon. */
export type DueClaim = { record: ClaimRecord; act: Deed; soon?: boolean }

/** One 835 transaction to one payee, before it is written. */
export type RemittancePlan = {
  payee: Payee
  on: CalendarDate
  claims: { claim: ReceivedClaim; decisions: ClaimDecision[] }[]
  /** PLB FB: negative carries a takeback forward, positive takes it out of this payment. */
  providerAdjustments: { reference: string; amount: Cents }[]
  /** BPR02. */
  payment: Cents
  carried: Balance[]
  taken: { payerClaimNumber: string; amount: Cents }[]
  sendTwice: boolean
}

export type TermsOf = (claim: ReceivedClaim, lessCents: number) => Terms

/** Puts everything due to one payee on one day into one transaction. */
export function planRemittance(
  termsOf: TermsOf,
  due: { payee: Payee; on: CalendarDate; claims: readonly DueClaim[]; balances: readonly Balance[] },
): RemittancePlan {
  const decided = due.claims.map((claim) => ({
    claim: claim.record.claim,
    decisions: decide(termsOf, claim.record, claim.act),
    recoverFrom: claim.soon ? addDays(due.on, 1) : addDays(claim.record.claim.receivedOn, recoveryDay),
  }))
  const claims = decided.map(({ claim, decisions }) => ({ claim, decisions }))
  const key = payeeKey(due.payee)
  const carried = decided.flatMap(({ claim, decisions, recoverFrom }) =>
    carriedBy(claim, decisions, { payeeKey: key, recoverFrom }),
  )
  const earned = sum(claims.flatMap(({ decisions }) => decisions.map(({ paid }) => (paid > 0 ? paid : zero))))
  const mine = due.balances.filter((balance) => balance.payeeKey === key && balance.recoverFrom <= due.on)
  const taken = take(mine, earned)
  const recovered = sum(taken.map(({ amount }) => amount))

  return {
    payee: due.payee,
    on: due.on,
    claims,
    providerAdjustments: [
      ...carried.map((balance) => ({ reference: balance.payerClaimNumber, amount: negate(balance.amount) })),
      ...taken.map(({ payerClaimNumber, amount }) => ({ reference: payerClaimNumber, amount })),
    ],
    payment: minus(earned, recovered),
    carried,
    taken,
    sendTwice: due.claims.some(({ act }) => act.deed === 'pay' && act.sendTwice),
  }
}

function decide(termsOf: TermsOf, record: ClaimRecord, act: Deed): ClaimDecision[] {
  switch (act.deed) {
    case 'pay':
      return [adjudicateClaim(record.claim, termsOf(record.claim, act.lessCents))]
    case 'deny':
      return [denyClaim(record.claim, notAuthorized)]
    case 'take_back':
      // The step is open only for a claim that was paid.
      return record.paid === null ? [] : [reverseDecision(record.paid), denyClaim(record.claim, notNecessary)]
  }
}

/** What was taken back is not asked for at once: it waits for other money of the same payee. */
function carriedBy(
  claim: ReceivedClaim,
  decisions: readonly ClaimDecision[],
  owed: Pick<Balance, 'payeeKey' | 'recoverFrom'>,
): Balance[] {
  return decisions
    .filter(({ status }) => status === '22')
    .map(({ paid }) => ({
      payerClaimNumber: claim.payerClaimNumber,
      amount: negate(paid),
      ...owed,
    }))
}

function take(balances: readonly Balance[], available: Cents): { payerClaimNumber: string; amount: Cents }[] {
  let taken: Cents = zero
  return balances
    .map((balance) => {
      const amount = least(balance.amount, minus(available, taken))
      taken = plus(taken, amount)
      return { payerClaimNumber: balance.payerClaimNumber, amount }
    })
    .filter(({ amount }) => amount > 0)
}
