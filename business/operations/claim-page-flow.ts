import { type CalendarDate, dateIn } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { type ClaimStatus, claimStatus } from '../claims/claim-status.ts'
import { decideResubmission } from '../claims/decide-resubmission.ts'
import {
  answerLimits,
  type Claim,
  type ClaimEvent,
  claimById,
  eventsOf,
  type Revision,
  revisionsOf,
  submissionsOf,
} from '../claims/index.ts'
import { limitOf } from '../claims/limit-of.ts'
import { personById } from '../clients/index.ts'
import { payerById } from '../contracts/index.ts'
import { transfersAbout } from '../ledger/index.ts'
import { payoutEvents, payoutLines, payoutsWhere } from '../payouts/index.ts'
import { payStanding } from '../payouts/pay-standing.ts'
import { whereTheMoneyGoes } from '../payouts/where-the-money-goes.ts'
import { practiceById } from '../practices/index.ts'
import { absorptionDue } from '../remittances/absorption-due.ts'
import { explainCode } from '../remittances/explain-adjustment.ts'
import { absorptionDeadlines, decisionsOf } from '../remittances/index.ts'
import type { Db, Who, World } from '../world.ts'
import { abbreviateName } from './abbreviate-name.ts'
import type { ClaimPage, ClaimRecord } from './claim-page.ts'
import { explainClaimReason } from './explain-claim-reason.ts'
import { workDone } from './work-done-flow.ts'
import { openingReason } from './work-store.ts'

/** One claim as the operator sees it: its life with the files that prove it, its answers, its money. Null: there is none. */
export async function claimPage(
  db: Db,
  world: World,
  who: Who,
  { practiceId, claimId }: { practiceId: string; claimId: string },
): Promise<ClaimPage | null> {
  const claim = await claimById(db, practiceId, claimId)
  if (claim === null) return null
  const events = await eventsOf(db, practiceId, claimId)
  const revisions = await revisionsOf(db, practiceId, claimId)
  const submissions = await submissionsOf(db, practiceId, claimId)
  const decisions = (await decisionsOf(db, practiceId, claim.sessionId)).filter((one) => one.claimId === claimId)
  const status = claimStatus({ held: claim.held, released: submissions.length > 0 }, events)
  const on = dateIn(world.clock.now(), world.zone)
  const opening = { practiceId: world.operator, userId: who.userId, personId: claim.personId, on }
  const isOpen = (await openingReason(db, opening)) !== null
  const payerNumber = decisions.findLast((one) => one.payerControlNumber !== null)?.payerControlNumber ?? null
  const resubmission = decideResubmission(status, payerNumber)
  const person = await personById(db, claim.personId)
  return {
    practiceId,
    practice: (await practiceById(db, practiceId))?.name ?? practiceId,
    claimId,
    sessionId: claim.sessionId,
    controlNumber: claim.controlNumber,
    payer: (await payerById(db, claim.payerId))?.name ?? claim.payerId,
    status,
    ...explainClaimReason(status, events.findLast(({ detail }) => (detail.codes ?? []).length > 0)?.detail.codes ?? []),
    charge: claim.charge,
    serviceOn: claim.serviceOn,
    heldUntil: claim.heldUntil,
    deadlines: await deadlinesOf(db, claim, { status, events, decisions }),
    client: { personId: claim.personId, name: person === null ? 'The client' : abbreviateName(person) },
    record: isOpen ? recordOf(claim, revisions) : null,
    events: inOrder(events).map(describeEvent),
    submissions: submissions.map((one) => ({
      attempt: one.attempt,
      file: { id: one.fileId, name: one.fileName, sha256: one.fileSha256 },
      recordedAt: one.recordedAt,
      frequency: revisions.find(({ attempt }) => attempt === one.attempt)?.frequency ?? claim.frequency,
      because: revisions.find(({ attempt }) => attempt === one.attempt)?.because ?? null,
      segments: isOpen ? one.segments : null,
    })),
    answers: decisions.map((one) => ({
      transactionId: one.transactionId,
      kind: one.kind,
      on: one.answeredOn,
      charge: one.charge,
      paid: one.paid,
      clientShare: one.clientShare,
      payerNumber: one.payerControlNumber,
      adjustments: one.adjustments.map(({ group, reason, cents: amount }) => ({
        ...inWords(`${group} ${reason}`),
        cents: cents(amount),
      })),
    })),
    money: await moneyOf(db, claim),
    resubmission:
      resubmission.outcome === 'may_go'
        ? { may: true, frequency: resubmission.frequency }
        : { may: false, words: resubmission.words },
    payerNumber,
    item: `claim ${claimId}`,
    work: await workDone(db, world, `claim ${claimId}`),
  }
}

function recordOf(claim: Claim, revisions: readonly Revision[]): ClaimRecord {
  const content = revisions.at(-1)?.content ?? claim.content
  const { subscriber, rendering } = content
  return {
    name: `${subscriber.givenName} ${subscriber.familyName}`,
    givenName: subscriber.givenName,
    familyName: subscriber.familyName,
    dateOfBirth: subscriber.dateOfBirth,
    sex: subscriber.sex,
    memberId: content.memberId,
    groupNumber: content.groupNumber,
    address: `${subscriber.street}, ${subscriber.city}, ${subscriber.state} ${subscriber.zip}`,
    clinician: `${rendering.givenName} ${rendering.familyName}`,
    diagnoses: content.diagnoses,
    lines: content.lines.map(({ code, modifiers, units, charge }) => ({ code, modifiers, units, charge })),
  }
}

// The file is read before its claims are: what came at one moment stands in that order.
const within: readonly string[] = ['sent', 'file_accepted', 'file_rejected', 'received', 'accepted', 'rejected']

function inOrder(events: readonly ClaimEvent[]): ClaimEvent[] {
  return events.toSorted((a, b) => {
    if (a.at !== b.at) return a.at < b.at ? -1 : 1
    return place(a.kind) - place(b.kind)
  })
}

function place(kind: string): number {
  const at = within.indexOf(kind)
  return at < 0 ? within.length : at
}

function describeEvent({ kind, happenedOn, at, detail }: ClaimEvent): ClaimPage['events'][number] {
  const codes = (detail.codes ?? []).map(inWords)
  return { kind, on: happenedOn, at, words: detail.words, codes, file: detail.file ?? null }
}

/** "CO 50: not necessary" as a code and its words; a code that we have no words for says itself. */
export function inWords(code: string): { code: string; words: string } {
  const explained = explainCode(code)
  return { code, words: explained === code ? '' : explained.slice(code.length + 2) }
}

async function deadlinesOf(
  db: Db,
  { payerId, serviceOn }: Claim,
  {
    status,
    events,
    decisions,
  }: { status: ClaimStatus; events: readonly ClaimEvent[]; decisions: Awaited<ReturnType<typeof decisionsOf>> },
): Promise<ClaimPage['deadlines']> {
  const limits = await answerLimits(db)
  const sentOn = events.findLast(({ kind }) => kind === 'sent')?.happenedOn ?? null
  const last = decisions.filter(({ kind }) => kind !== 'information').at(-1) ?? null
  const waits = ['held', 'ready', 'rejected', 'file_rejected'].includes(status)
  const isWithPayer = ['sent', 'received', 'accepted'].includes(status)
  const limit = (name: 'filing' | 'answer' | 'appeal', from: CalendarDate | null) =>
    from === null ? null : limitOf(limits, { name, payerId, from })
  const days = [
    { kind: 'To be filed by', on: waits ? limit('filing', serviceOn) : null },
    { kind: 'Their answer is due', on: isWithPayer ? limit('answer', sentOn) : null },
    { kind: 'Appeal until', on: isWithPayer || status === 'paid' ? null : limit('appeal', last?.answeredOn ?? null) },
    {
      kind: 'Becomes our loss',
      on: ['paid', 'absorbed'].includes(status)
        ? null
        : (absorptionDue({ last, sentOn }, await absorptionDeadlines(db))?.on ?? null),
    },
  ]
  return days.flatMap(({ kind, on }) => (on === null ? [] : [{ kind, on }]))
}

async function moneyOf(db: Db, { practiceId, sessionId }: Claim): Promise<ClaimPage['money']> {
  const payouts = await payoutsWhere(db, { practiceId })
  const lines = await payoutLines(db, practiceId, [sessionId, ...payouts.map(({ id }) => id)])
  const events = await payoutEvents(db, practiceId)
  const { arrived } = payStanding(sessionId, { lines, payouts, events })
  return whereTheMoneyGoes(await transfersAbout(db, practiceId, sessionId), arrived)
}
