import { type CalendarDate, dateIn, type Instant } from '../../libraries/calendar/index.ts'
import { membersOf } from '../practices/index.ts'
import type { Db, World } from '../world.ts'
import {
  type Application,
  applicationsWhere,
  type Call,
  calls,
  type Opening,
  openings,
  type Quote,
  quotes,
  type Step,
  steps,
} from './application-store.ts'

export type ApplicationState = 'call_booked' | 'call_passed' | 'rates_told' | 'opened' | 'closed'

/** An application as the operator's staff work on it. */
export type ApplicationSeen = {
  application: Application
  state: ApplicationState
  consultant: string | null
  callAt: Instant | null
  quotes: Quote[]
  steps: (Omit<Step, 'by'> & { by: string })[]
  openedPracticeId: string | null
  /** The moment of the last news. */
  movedAt: Instant
  sentOn: CalendarDate
}

/** Under operations: every application with how it stands, the oldest first. */
export async function applicationsSeen(db: Db, world: World): Promise<ApplicationSeen[]> {
  const known = {
    now: world.clock.now(),
    zone: world.zone,
    names: new Map(
      (await membersOf(db, world.operator)).flatMap(
        ({ id, userId, name }) =>
          [
            [id, name],
            [userId ?? id, name],
          ] as const,
      ),
    ),
    calls: await calls(db),
    steps: await steps(db),
    quotes: await quotes(db),
    openings: await openings(db),
  }
  return (await applicationsWhere(db)).map((application) => seen(application, known))
}

type Known = {
  now: Instant
  zone: string
  names: ReadonlyMap<string, string>
  calls: readonly Call[]
  steps: readonly Step[]
  quotes: readonly Quote[]
  openings: readonly Opening[]
}

function seen(application: Application, known: Known): ApplicationSeen {
  const own = <Row extends { applicationId: string }>(rows: readonly Row[]) =>
    rows.filter(({ applicationId }) => applicationId === application.id)
  const call = own(known.calls).at(-1) ?? null
  const done = own(known.steps)
  const quoted = own(known.quotes)
  const opening = own(known.openings)[0] ?? null
  const moments = [
    application.at,
    ...done.map(({ at }) => at),
    ...quoted.map(({ at }) => at),
    opening?.at ?? application.at,
  ]
  return {
    application,
    state: stateOf({ call, done, quoted, isOpened: opening !== null, now: known.now }),
    consultant: call === null ? null : (known.names.get(call.memberId) ?? null),
    callAt: call?.startsAt ?? null,
    quotes: quoted,
    steps: done.map((step) => ({ ...step, by: known.names.get(step.by) ?? 'Somebody' })),
    openedPracticeId: opening?.openedPracticeId ?? null,
    movedAt: moments.toSorted().at(-1) ?? application.at,
    sentOn: dateIn(application.at, known.zone),
  }
}

type Standing = { call: Call | null; done: readonly Step[]; quoted: readonly Quote[]; isOpened: boolean; now: Instant }

function stateOf({ call, done, quoted, isOpened, now }: Standing): ApplicationState {
  if (isOpened) return 'opened'
  if (done.some(({ deed }) => deed === 'closed')) return 'closed'
  if (quoted.length > 0) return 'rates_told'
  if (done.some(({ deed }) => deed === 'call_held')) return 'call_passed'
  return call !== null && call.startsAt > now ? 'call_booked' : 'call_passed'
}
