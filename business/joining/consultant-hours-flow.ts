import { addDays, type CalendarDate, dateIn, type Instant, type Period } from '../../libraries/calendar/index.ts'
import { membersOf } from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import type { Db, World } from '../world.ts'
import { applicationsWhere } from './application-store.ts'
import { type CallConflict, callConflicts } from './call-conflicts.ts'
import { slotsOpen } from './call-flow.ts'
import { calls } from './call-store.ts'
import type { ConsultantBlock, ConsultantException, ConsultantWeek } from './consultant-day.ts'
import {
  consultantExceptions,
  consultantWeeks,
  recordConsultantWeek,
  recordException,
  removeException,
} from './consultant-hours-store.ts'

export type ConsultantSeen = {
  memberId: string
  name: string
  isYou: boolean
  weeks: ConsultantWeek[]
  exceptions: ConsultantException[]
  conflicts: { applicationId: string; practiceName: string; callAt: Instant; why: CallConflict }[]
  slots: Instant[]
}

/** Under operations: everybody of the operator's staff with their hours, days away, and the calls that do not fit them. */
export async function consultantsSeen(db: Db, world: World, userId: string): Promise<ConsultantSeen[]> {
  const now = world.clock.now()
  const today = dateIn(now, world.zone)
  const weeks = await consultantWeeks(db)
  const exceptions = await consultantExceptions(db)
  const standing = (await calls(db)).filter(({ changed }) => changed === null)
  const conflicts = callConflicts(standing, { weeks, exceptions, now, zone: world.zone })
  const names = new Map((await applicationsWhere(db)).map(({ id, practiceName }) => [id, practiceName]))
  const slots = await slotsOpen(db, world)
  return (await membersOf(db, world.operator))
    .filter((member) => member.standing === 'active')
    .map((member) => {
      const own = ({ memberId }: { memberId: string }) => memberId === member.id
      return {
        memberId: member.id,
        name: member.name,
        isYou: member.userId === userId,
        weeks: weeks.filter(own),
        exceptions: exceptions.filter((each) => own(each) && each.during.until !== null && each.during.until > today),
        conflicts: conflicts.flatMap(({ call, why }) =>
          own(call)
            ? [
                {
                  applicationId: call.applicationId,
                  practiceName: names.get(call.applicationId) ?? '',
                  callAt: call.startsAt,
                  why,
                },
              ]
            : [],
        ),
        slots: slots.filter(own).map(({ startsAt }) => startsAt),
      }
    })
}

type By = { memberId: string; by: string }

/** Under operations: a consultant's weekly hours from a day on; booked calls stay, and those that do not fit are shown. */
export async function setWeek(
  db: Db,
  world: World,
  { memberId, by }: By,
  asked: { startsOn: CalendarDate; callMinutes: number; blocks: readonly ConsultantBlock[] },
): Promise<void> {
  await checkConsultant(db, world, memberId)
  const at = world.clock.now()
  if (asked.startsOn < dateIn(at, world.zone)) throw inThePast('body.startsOn')
  checkBlocks(asked.blocks)
  const week = { practiceId: world.operator, id: world.ids.next(), memberId, ...asked, at, by }
  await recordConsultantWeek(db, week)
}

/** Under operations: days away, whole or in part, or hours of calls beyond the week; `lastDay` is the last one. */
export async function addException(
  db: Db,
  world: World,
  { memberId, by }: By,
  asked: {
    kind: 'away' | 'extra'
    from: CalendarDate
    lastDay: CalendarDate
    starts: string | null
    stops: string | null
    words: string | null
  },
): Promise<void> {
  await checkConsultant(db, world, memberId)
  const { kind, from, lastDay, starts, stops, words } = asked
  const at = world.clock.now()
  if (lastDay < dateIn(at, world.zone)) throw inThePast('body.lastDay')
  if (lastDay < from) throw wrongHours('body.lastDay', 'The last day lies before the first.')
  if ((starts === null) !== (stops === null) || (kind === 'extra' && starts === null))
    throw wrongHours('body.starts', 'Say from when until when.')
  if (starts !== null && stops !== null && stops <= starts)
    throw wrongHours('body.stops', 'The end lies before the start.')
  const during: Period = { from, until: addDays(lastDay, 1) }
  const exception = { id: world.ids.next(), memberId, kind, during, starts, stops, words }
  await recordException(db, { practiceId: world.operator, ...exception, at, by })
}

export async function takeBackException(
  db: Db,
  world: World,
  { memberId, by, exceptionId }: By & { exceptionId: string },
): Promise<void> {
  const known = (await consultantExceptions(db)).some((each) => each.id === exceptionId && each.memberId === memberId)
  const removed = { practiceId: world.operator, exceptionId, at: world.clock.now(), by }
  if (known && (await removeException(db, removed))) return
  const detail = 'These days were taken back already; nothing was changed.'
  throw new Refusal({ status: 404, code: 'exception_not_found', detail })
}

async function checkConsultant(db: Db, world: World, memberId: string): Promise<void> {
  const member = (await membersOf(db, world.operator)).find(({ id }) => id === memberId)
  if (member?.standing === 'active') return
  throw new Refusal({ status: 404, code: 'consultant_unknown', detail: 'Nobody who works here has this id.' })
}

function checkBlocks(blocks: readonly ConsultantBlock[]): void {
  if (blocks.some(({ starts, stops }) => stops <= starts)) {
    throw wrongHours('body.blocks', 'Each time must end after it begins.')
  }
  const overlap = blocks.some((one, index) =>
    blocks
      .slice(index + 1)
      .some((two) => one.weekday === two.weekday && one.starts < two.stops && two.starts < one.stops),
  )
  if (overlap) throw wrongHours('body.blocks', 'Two times of one day overlap.')
}

function wrongHours(field: string, words: string): Refusal {
  const because = [{ code: 'hours_wrong', field, words }]
  return new Refusal({ status: 422, code: 'hours_wrong', detail: `${words} Nothing was changed.`, because })
}

function inThePast(field: string): Refusal {
  return wrongHours(field, 'This day is past; what has been stays as it was.')
}
