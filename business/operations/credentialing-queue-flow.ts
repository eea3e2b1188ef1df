import { addDays, type CalendarDate, dateIn, instantAt, type Period } from '../../libraries/calendar/index.ts'
import { type DeskClinician, deskClinicians, type Standing } from '../credentialing/index.ts'
import { openQuestions } from '../sessions/index.ts'
import { turnedSessions } from '../sessions/turned-sessions.ts'
import type { Db, World } from '../world.ts'
import type { Waiting } from './queue-names.ts'

type Task = DeskClinician['tasks'][number]

/** What is applied for or not yet known to the payer, and what ends with nothing after it and blocks sessions. */
export async function credentialingQueues(
  db: Db,
  world: World,
): Promise<{ pendingCredentials: Waiting[]; expirables: Waiting[] }> {
  const pendingCredentials: Waiting[] = []
  const expirables: Waiting[] = []
  for (const clinician of await deskClinicians(db, world)) {
    const ends = clinician.tasks.filter(({ kind }) => kind === 'ends' || kind === 'ended')
    const [firstEnd] = ends.flatMap(({ on }) => on ?? []).sort()
    const blocked = firstEnd === undefined ? null : await blockedBy(db, world, clinician, firstEnd)
    for (const task of clinician.tasks) {
      // Requests have a queue of their own.
      if (task.kind === 'asked_for') continue
      if (task.kind === 'applied_for' || task.kind === 'awaits_payer') {
        pendingCredentials.push(describe(task, clinician, world, clinician.practiceName))
      } else {
        const needed = sayNeeded(blocked?.(task) ?? 0)
        expirables.push(describe(task, clinician, world, `${clinician.practiceName}; ${needed}`))
      }
    }
  }
  return { pendingCredentials, expirables }
}

function describe(task: Task, clinician: DeskClinician, world: World, detail: string): Waiting {
  const { practiceId, memberId, name } = clinician
  const moved = task.movedOn ?? dateIn(world.clock.now(), world.zone)
  const kinds = {
    asked_for: null,
    applied_for: null,
    awaits_payer: 'payer is ready',
    ends: 'first day without it',
    ended: 'ended',
  }
  return {
    item: `${task.subject} ${task.subjectId}`,
    reason: task.reason,
    code: task.what,
    name,
    detail,
    payer: null,
    cents: null,
    since: task.since,
    movedAt: instantAt(moved, '00:00', world.zone),
    deadline: task.on,
    deadlineKind: task.on === null ? null : kinds[task.kind],
    next: task.kind === 'awaits_payer' && task.on !== null ? null : task.next,
    page: { kind: 'clinician', practiceId, id: memberId },
  }
}

/** How many planned and unbilled sessions an end blocks: those from it on that would be billable if it had none. */
async function blockedBy(db: Db, world: World, { practiceId, memberId }: DeskClinician, firstEnd: CalendarDate) {
  // A session that was confirmed for another day than planned may have been moved by one.
  const { questions } = await openQuestions(db, world, { practiceId, memberId, from: addDays(firstEnd, -1) })
  return ({ subjectId }: Task) =>
    turnedSessions(questions, (one) => ({ ...one, standing: withoutEnd(one.standing, subjectId) })).filter(
      ({ before, after }) => before.outcome === 'not_billable' && after.outcome !== 'not_billable',
    ).length
}

function withoutEnd({ authorities, credentials, exclusions }: Standing, subjectId: string): Standing {
  const goesOn = <One extends { id: string; during: Period | null }>(one: One): One =>
    one.id === subjectId && one.during !== null ? { ...one, during: { ...one.during, until: null } } : one
  return { authorities: authorities.map(goesOn), credentials: credentials.map(goesOn), exclusions }
}

function sayNeeded(count: number): string {
  if (count === 0) return 'no session waits for it'
  return count === 1 ? 'one session waits for it' : `${count} sessions wait for it`
}
