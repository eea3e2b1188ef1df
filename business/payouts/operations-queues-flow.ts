import { type CalendarDate, dateIn } from '../../libraries/calendar/index.ts'
import { sum } from '../../libraries/money/index.ts'
import { answerExpectedOn } from '../claims/answer-expected-on.ts'
import type { ClaimStatus } from '../claims/claim-status.ts'
import { type OpenClaim, openClaims } from '../claims/index.ts'
import { payerById } from '../contracts/index.ts'
import { practicesAll } from '../practices/index.ts'
import { openAbsorptions, transactionsTaken, unmatchedClaims } from '../remittances/index.ts'
import type { Db, World } from '../world.ts'
import { payeeOf } from './bank-account-store.ts'
import { explainOpenClaim, explainQuarantine } from './explain-queue-reason.ts'
import { openPayLines } from './pay-line-report-store.ts'
import { explainHold, payoutDestination } from './payout-hold.ts'
import { type PayoutEventKind, payoutEvents, payoutsWhere } from './payout-store.ts'
import { sendMoment } from './plan-payout.ts'

export type QueueName =
  | 'heldClaims'
  | 'rejectedClaims'
  | 'deniedClaims'
  | 'underpaidClaims'
  | 'silentClaims'
  | 'quarantinedRemittances'
  | 'unmatchedRemittances'
  | 'heldPayouts'
  | 'payoutReturns'

type Row = Record<string, string | number | null>
type Names = ReadonlyMap<string, string>

/** What waits for the operator's people, by queue; rows name claims and practices, never clients. */
export async function operationsQueues(db: Db, world: World): Promise<Record<QueueName, Row[]>> {
  const names = new Map((await practicesAll(db)).map(({ practiceId, name }) => [practiceId, name]))
  return {
    ...(await claimQueues(db, world, names)),
    quarantinedRemittances: await quarantined(db, world),
    unmatchedRemittances: await unmatched(db, world),
    heldPayouts: await heldPayouts(db, world, names),
    payoutReturns: await payoutReturns(db, names),
  }
}

async function claimQueues(db: Db, world: World, names: Names) {
  const today = dateIn(world.clock.now(), world.zone)
  const claims = await openClaims(db)
  const payers = await payerNames(db, claims)
  const absorptions = await openAbsorptions(db)
  const deadlines = new Map(absorptions.map(({ claim, absorption }) => [claim.id, absorption.on]))
  const rowOf = (claim: OpenClaim) =>
    describeClaim(claim, { names, payers, lossOn: deadlines.get(claim.claimId) ?? null })
  const of = (...statuses: ClaimStatus[]) => claims.filter(({ status }) => statuses.includes(status)).map(rowOf)
  return {
    heldClaims: of('held'),
    rejectedClaims: of('rejected', 'file_rejected'),
    deniedClaims: of('denied', 'reversed'),
    underpaidClaims: of('underpaid'),
    silentClaims: claims.filter((claim) => isSilent(claim, today)).map(rowOf),
  }
}

async function payerNames(db: Db, claims: readonly OpenClaim[]): Promise<Names> {
  const names = new Map<string, string>()
  for (const id of new Set(claims.map(({ payerId }) => payerId))) {
    names.set(id, (await payerById(db, id))?.name ?? id)
  }
  return names
}

type Around = { names: Names; payers: Names; lossOn: CalendarDate | null }

function describeClaim(claim: OpenClaim, { names, payers, lossOn }: Around): Row {
  const answerBy = claim.sentOn === null ? null : answerExpectedOn('answer', claim.sentOn)
  return {
    claim: claim.controlNumber,
    practice: names.get(claim.practiceId) ?? null,
    payer: payers.get(claim.payerId) ?? claim.payerId,
    serviceOn: claim.serviceOn,
    chargeCents: claim.charge,
    sentOn: claim.sentOn,
    reason: explainOpenClaim(claim, answerBy),
    since: claim.lastOn,
    ...(claim.status === 'held' ? { waitsUntil: claim.heldUntil } : { becomesOurLossOn: lossOn }),
    sessionId: claim.sessionId,
  }
}

function isSilent({ status, sentOn }: OpenClaim, today: CalendarDate): boolean {
  if (sentOn === null || !['sent', 'received', 'accepted'].includes(status)) return false
  const by = answerExpectedOn('answer', sentOn)
  return by !== null && today > by
}

async function quarantined(db: Db, world: World): Promise<Row[]> {
  const transactions = await transactionsTaken(db, world.operator)
  return transactions
    .filter(({ outcome }) => outcome === 'quarantined')
    .map(({ payerName, trace, paidOn, paid, because, difference, findings, fileName }) => ({
      payer: payerName,
      reason: explainQuarantine({ because, difference }),
      trace,
      paidOn,
      paidCents: paid,
      because,
      differenceCents: difference,
      finding: findings[0]?.message ?? null,
      file: fileName,
    }))
}

async function unmatched(db: Db, world: World): Promise<Row[]> {
  const claims = await unmatchedClaims(db, world.operator)
  return claims.map(({ claimControlNumber, paid, because }) => ({
    claim: claimControlNumber,
    paidCents: paid,
    reason: capital(because),
    because,
  }))
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

/** Pay whose moment has come and that is in no payout, with the hold that keeps it. */
async function heldPayouts(db: Db, world: World, names: Names): Promise<Row[]> {
  const now = world.clock.now()
  const due = (await openPayLines(db)).filter(({ payOn }) => sendMoment(payOn, world.zone) <= now)
  const rows: Row[] = []
  for (const [practiceId, lines] of Map.groupBy(due, (line) => line.practiceId)) {
    const destination = payoutDestination(await payeeOf(db, practiceId), now)
    rows.push({
      practice: names.get(practiceId) ?? null,
      cents: sum(lines.map(({ cents }) => cents)),
      lines: lines.length,
      dueSince: lines.map(({ payOn }) => payOn).sort()[0] ?? null,
      hold: 'hold' in destination ? explainHold(destination.hold) : null,
    })
  }
  return rows
}

const news: readonly PayoutEventKind[] = ['returned', 'refused', 'change_notified']

async function payoutReturns(db: Db, names: Names): Promise<Row[]> {
  const payouts = new Map((await payoutsWhere(db, 'all')).map((payout) => [payout.id, payout]))
  const waiting = new Set((await openPayLines(db)).map(({ subject }) => subject))
  const events = (await payoutEvents(db, 'all')).filter(({ kind }) => news.includes(kind))
  return events.map(({ practiceId, payoutId, kind, code, happenedOn, detail }) => ({
    practice: names.get(practiceId) ?? null,
    payOn: payouts.get(payoutId)?.payOn ?? null,
    cents: payouts.get(payoutId)?.cents ?? null,
    kind,
    code,
    happenedOn,
    words: detail,
    paidAgain: kind === 'change_notified' ? null : waiting.has(payoutId) ? 'not yet' : 'yes',
  }))
}
