import { type CalendarDate, dateIn, type Instant } from '../../libraries/calendar/index.ts'
import { membersOf } from '../practices/index.ts'
import type { Db, World } from '../world.ts'
import {
  type Application,
  applicationsWhere,
  type FormAgain,
  formsAgain,
  type Opening,
  openings,
  type Quote,
  quotes,
  type Step,
  steps,
} from './application-store.ts'
import { whenInWords } from './call-flow.ts'
import { calls } from './call-store.ts'
import { type FollowUpSeen, followUpsSeen } from './follow-up-flow.ts'
import { followUpChanges } from './follow-up-store.ts'
import { type CallRow, standingCall } from './standing-call.ts'
import { whatDiffers } from './what-differs.ts'

/** Something that was done or said about an application, in the order in which it was. */
export type Happening = {
  deed: Step['deed'] | 'call_changed' | 'sent_again' | 'followed_up'
  words: string
  at: Instant
  by: string
}

export type ApplicationState = 'call_booked' | 'no_call' | 'call_passed' | 'rates_told' | 'opened' | 'closed'

/** An application as the operator's staff work on it. */
export type ApplicationSeen = {
  application: Application
  state: ApplicationState
  consultant: string | null
  callAt: Instant | null
  /** Another time that they chose with a second form; held until they say which is meant. */
  heldAt: Instant | null
  zone: string
  quotes: Quote[]
  steps: Happening[]
  followUps: (FollowUpSeen & { memberName: string | null })[]
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
    forms: await formsAgain(db),
    followUps: await followUpsSeen(db, world),
    done: (await followUpChanges(db)).filter(({ deed }) => deed === 'done'),
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
  calls: readonly CallRow[]
  forms: readonly FormAgain[]
  followUps: ReadonlyMap<string, FollowUpSeen[]>
  done: Awaited<ReturnType<typeof followUpChanges>>
  steps: readonly Step[]
  quotes: readonly Quote[]
  openings: readonly Opening[]
}

function seen(application: Application, known: Known): ApplicationSeen {
  const own = <Row extends { applicationId: string }>(rows: readonly Row[]) =>
    rows.filter(({ applicationId }) => applicationId === application.id)
  const { call, held } = standingCall(own(known.calls))
  const done = own(known.steps)
  const quoted = own(known.quotes)
  const opening = own(known.openings)[0] ?? null
  const nameOf = (id: string) => known.names.get(id) ?? 'Somebody'
  const happened: Happening[] = [
    ...done.map(({ deed, words, at, by }) => ({ deed, words, at, by: nameOf(by) })),
    ...own(known.calls).flatMap((each) => happeningOfCall(each, known.zone)),
    ...own(known.forms).map(({ form, at }) => ({
      deed: 'sent_again' as const,
      words: `From the same address; it joined this application. ${whatDiffers(application, form) ?? 'It says the same'}.`,
      at,
      by: application.givenName,
    })),
    ...own(known.done).map(({ words, at, by }) => ({
      deed: 'followed_up' as const,
      words: words ?? '',
      at,
      by: nameOf(by),
    })),
  ]
  const moments = [application.at, ...happened.map(({ at }) => at), ...quoted.map(({ at }) => at)]
  return {
    application,
    state: stateOf({ call, done, quoted, isOpened: opening !== null, now: known.now }),
    consultant: call === null ? null : (known.names.get(call.memberId) ?? null),
    callAt: call?.startsAt ?? null,
    heldAt: held.find(({ startsAt }) => startsAt > known.now)?.startsAt ?? null,
    zone: application.timeZone ?? known.zone,
    quotes: quoted,
    steps: happened.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    followUps: (known.followUps.get(application.id) ?? []).map((each) => ({
      ...each,
      memberName: each.memberId === null ? null : nameOf(each.memberId),
    })),
    openedPracticeId: opening?.openedPracticeId ?? null,
    movedAt: [...moments, opening?.at ?? application.at].toSorted().at(-1) ?? application.at,
    sentOn: dateIn(application.at, known.zone),
  }
}

const callDeeds = { moved: 'moved', cancelled: 'called off', released: 'let go, the other time stays' }

function happeningOfCall({ startsAt, changed }: CallRow, zone: string): Happening[] {
  if (changed === null) return []
  const { deed, side, words, at } = changed
  const told = `The call on ${whenInWords(startsAt, zone)} was ${callDeeds[deed]}${words === null ? '.' : `: ${words}`}`
  return [{ deed: 'call_changed', words: told, at, by: side === 'applicant' ? 'The applicant' : 'The consultant' }]
}

type Standing = {
  call: CallRow | null
  done: readonly Step[]
  quoted: readonly Quote[]
  isOpened: boolean
  now: Instant
}

function stateOf({ call, done, quoted, isOpened, now }: Standing): ApplicationState {
  if (isOpened) return 'opened'
  if (done.some(({ deed }) => deed === 'closed')) return 'closed'
  if (quoted.length > 0) return 'rates_told'
  if (done.some(({ deed }) => deed === 'call_held')) return 'call_passed'
  if (call === null) return 'no_call'
  return call.startsAt > now ? 'call_booked' : 'call_passed'
}
