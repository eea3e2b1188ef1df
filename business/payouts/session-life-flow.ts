import { dateIn } from '../../libraries/calendar/index.ts'
import { cents, plus } from '../../libraries/money/index.ts'
import { chargesOf } from '../charges/index.ts'
import { claimStatus } from '../claims/claim-status.ts'
import { answerLimits, claimsOfSession, eventsOf, submissionsOf } from '../claims/index.ts'
import { limitOf } from '../claims/limit-of.ts'
import type { AccountKind } from '../ledger/accounts.ts'
import type { Transfer } from '../ledger/transfer.ts'
import { absorptionDue } from '../remittances/absorption-due.ts'
import { absorptionDeadlines, decisionsOf } from '../remittances/index.ts'
import type { Confirmation, Session } from '../sessions/index.ts'
import type { Db, World } from '../world.ts'
import { payeeOf } from './bank-account-store.ts'
import { payoutLines } from './pay-line-report-store.ts'
import { payStanding } from './pay-standing.ts'
import { explainHold, payoutDestination } from './payout-hold.ts'
import { payoutEvents, payoutsWhere } from './payout-store.ts'
import type { SessionLife } from './session-timeline.ts'
import { settlesOn } from './settles-on.ts'

/** How a session's pay stands: in which payout it is, what of it has arrived, and what it waits for. */
export async function payLife(
  db: Db,
  world: World,
  { practiceId, id }: Session,
  confirmation: Confirmation | null,
): Promise<SessionLife['pay']> {
  const payouts = await payoutsWhere(db, { practiceId })
  const lines = await payoutLines(db, practiceId, [id, ...payouts.map((payout) => payout.id)])
  const standing = payStanding(id, { lines, payouts, events: await payoutEvents(db, practiceId) })
  const destination = payoutDestination(await payeeOf(db, practiceId), world.clock.now())
  return {
    ...standing,
    settlesOn: confirmation === null ? null : settlesOn(confirmation.payOn),
    hold: 'hold' in destination ? explainHold(destination.hold) : null,
  }
}

/** What became of a session's claim and charge, what is still owed, and by when what is missing is expected. */
export async function claimLife(
  db: Db,
  world: World,
  { practiceId, id }: Session,
  transfers: readonly Transfer[],
): Promise<Pick<SessionLife, 'claim' | 'charge' | 'expected' | 'owed'>> {
  const claim = (await claimsOfSession(db, practiceId, id)).at(-1) ?? null
  const events = claim === null ? [] : await eventsOf(db, practiceId, claim.id)
  const submitted = claim !== null && (await submissionsOf(db, practiceId, claim.id)).length > 0
  const sentOn = events.findLast(({ kind }) => kind === 'sent')?.happenedOn ?? null
  const decisions = await decisionsOf(db, practiceId, id)
  const last = decisions.filter(({ kind }) => kind !== 'information').at(-1) ?? null
  const limits = await answerLimits(db)
  const expected = (name: 'acknowledgement' | 'answer') =>
    sentOn === null ? null : limitOf(limits, { name, payerId: claim?.payerId ?? '', from: sentOn })
  const owed = { payer: balanceOf(transfers, 'payer_receivable'), client: balanceOf(transfers, 'client_receivable') }
  return {
    claim: claim === null ? null : { status: claimStatus({ held: claim.held, released: submitted }, events), events },
    charge: { owed: owed.client, ...(await chargeLife(db, world, practiceId, id)) },
    expected: {
      acknowledgement: expected('acknowledgement'),
      answer: expected('answer'),
      absorption: absorptionDue({ last, sentOn }, await absorptionDeadlines(db))?.on ?? null,
    },
    owed: {
      payer: plus(owed.payer, balanceOf(transfers, 'payer_overpaid')),
      client: plus(owed.client, balanceOf(transfers, 'client_refunds_due')),
    },
  }
}

async function chargeLife(db: Db, world: World, practiceId: string, sessionId: string) {
  const attempts = (await chargesOf(db, practiceId, sessionId)).flatMap((charge) => charge.attempts)
  const last = attempts.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1)
  const captured = attempts.findLast(({ outcome }) => outcome === 'captured')
  return {
    paidOn: captured === undefined ? null : dateIn(captured.at, world.zone),
    declined: last !== undefined && last.outcome !== 'captured',
  }
}

function balanceOf(transfers: readonly Transfer[], kind: AccountKind) {
  return cents(
    transfers.reduce(
      (total, { debit, credit, cents: amount }) =>
        total + (debit.kind === kind ? amount : 0) - (credit.kind === kind ? amount : 0),
      0,
    ),
  )
}
