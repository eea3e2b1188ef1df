import { type CalendarDate, dateIn, daysBetween } from '../../libraries/calendar/index.ts'
import { sum } from '../../libraries/money/index.ts'
import { membersOf } from '../practices/index.ts'
import type { Db, World } from '../world.ts'
import { claimQueues } from './claim-queues-flow.ts'
import { complianceQueue } from './compliance-review-flow.ts'
import { coverageQueue } from './coverage-queue-flow.ts'
import { credentialRequestQueue } from './credential-request-queue-flow.ts'
import { credentialingQueues } from './credentialing-queue-flow.ts'
import { deletionQueue } from './deletion-queue-flow.ts'
import { adminRequestQueue, documentQueue, joiningQueue, removalQueue } from './joining-queue-flow.ts'
import { moneyQueues } from './money-queues-flow.ts'
import { type QueueName, type QueueRow, type QueueSummary, queueNames, type Waiting } from './queue-names.ts'
import { type Work, workStanding } from './work-standing.ts'
import { workOn } from './work-store.ts'

/** What waits in the house itself, which no room knows. */
export type OwnQueues = Record<Extract<QueueName, 'refusedMail' | 'troubles'>, Waiting[]>

/** Every queue with its rows: what waits, less what was resolved and has had no news since. */
export async function operationsQueues(db: Db, world: World, own: OwnQueues): Promise<Record<QueueName, QueueRow[]>> {
  const waiting = {
    ...(await claimQueues(db, world)),
    ...(await moneyQueues(db, world)),
    coverageChecks: await coverageQueue(db, world),
    credentialRequests: await credentialRequestQueue(db, world),
    ...(await credentialingQueues(db, world)),
    complianceReviews: await complianceQueue(db, world),
    joining: await joiningQueue(db, world),
    adminRequests: await adminRequestQueue(db, world),
    providerRemovals: await removalQueue(db, world),
    deletionRequests: await deletionQueue(db, world),
    documents: await documentQueue(db, world),
    ...own,
  }
  const items = [...new Set(Object.values(waiting).flatMap((rows) => rows.map(({ item }) => item)))]
  const work = await workOn(db, world.operator, items)
  const members = new Map((await membersOf(db, world.operator)).map(({ id, name }) => [id, name]))
  const today = dateIn(world.clock.now(), world.zone)
  const rowsOf = (rows: readonly Waiting[]) =>
    rows.flatMap((row) => asRow(row, work.get(row.item) ?? [], { members, today }) ?? [])
  return Object.fromEntries(queueNames.map((name) => [name, rowsOf(waiting[name])])) as Record<QueueName, QueueRow[]>
}

function asRow(
  { movedAt, ...row }: Waiting,
  work: readonly Work[],
  { members, today }: { members: ReadonlyMap<string, string>; today: CalendarDate },
): QueueRow | null {
  const { isResolved, ownerId, waitsUntil, lastWords } = workStanding(work, { movedAt, today })
  if (isResolved) return null
  const name = ownerId === null ? undefined : members.get(ownerId)
  return {
    ...row,
    ageDays: row.since === null ? null : Math.max(0, daysBetween(row.since, today)),
    owner: ownerId === null || name === undefined ? null : { memberId: ownerId, name },
    waitsUntil,
    lastWords,
  }
}

export function summarize(queues: Record<QueueName, QueueRow[]>): QueueSummary[] {
  return queueNames.map((name) => {
    const rows = queues[name]
    const days = rows.flatMap(({ deadline }) => (deadline === null ? [] : [deadline])).sort()
    return {
      name,
      count: rows.length,
      cents: sum(rows.flatMap((row) => (row.cents === null ? [] : [row.cents]))),
      unowned: rows.filter(({ owner }) => owner === null).length,
      nearestOn: days[0] ?? null,
    }
  })
}
