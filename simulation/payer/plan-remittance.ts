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

/** One claim due in a remittance. */
export type DueClaim = { record: ClaimRecord; act: Deed }

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
  const claims = due.claims.map(({ record, act }) => ({ claim: record.claim, decisions: decide(termsOf, record, act) }))
  const key = payeeKey(due.payee)
  const carried = claims.flatMap(({ claim, decisions }) => carriedBy(claim, key, decisions))
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
function carriedBy(claim: ReceivedClaim, key: string, decisions: readonly ClaimDecision[]): Balance[] {
  return decisions
    .filter(({ status }) => status === '22')
    .map(({ paid }) => ({
      payerClaimNumber: claim.payerClaimNumber,
      payeeKey: key,
      amount: negate(paid),
      recoverFrom: addDays(claim.receivedOn, recoveryDay),
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
