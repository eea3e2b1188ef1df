import {
  addDays,
  type CalendarDate,
  calendarDate,
  type Instant,
  instantAt,
  weekday,
} from '../../libraries/calendar/index.ts'
import { zone } from '../story-network.ts'

/** When somebody meets their clinician: the first such weekday on or after `firstOn`, and then every so many days. */
export type Slot = { every: 7 | 14; weekday: 1 | 2 | 3 | 4 | 5; at: string; minutes: 30 | 45 | 55 }

export type Behaviour = 'denies' | 'pays_less' | 'never_answers' | 'sends_twice' | 'takes_back' | 'rejects'

/** What is usual for a client, and what happens once: numbers count the client's sessions from 0. */
export type ClientHabits = Slot & {
  firstOn: CalendarDate
  diagnoses: readonly string[]
  modality?: 'telehealth' | 'in_person'
  card?: string
  /** What of their account they have not done; the others have all of it. */
  lacks?: 'everything' | 'forms'
  /** What the payer does with the claim of a session, instead of paying it. */
  payer?: Readonly<Record<number, Behaviour>>
  /** From this session on the card is declined, however often it is tried. */
  cardEnds?: number
  /** The card is declined at the first try. */
  declines?: readonly number[]
  /** Corrected the next evening: it was shorter. */
  corrected?: readonly number[]
  /** Marked the next morning as not having taken place. */
  voided?: readonly number[]
  /** Did not come: the clinician says so in the evening, and a fee is asked for. */
  missed?: readonly number[]
  /** Called off by the client three quarters of an hour before: too late to be free. */
  cancelled?: readonly number[]
}

export type ClinicianHabits = {
  memberId: string
  /** When the day's sessions are confirmed; the minutes of each day differ a little. */
  confirmsAt: string
  /** On these weekdays nothing is confirmed: it waits for the next evening that is none of them. */
  offDuty: readonly number[]
  away: readonly { from: CalendarDate; until: CalendarDate }[]
}

/** Nobody works on these days. */
const closed = ['2025-11-27', '2025-11-28', '2025-12-25', '2025-12-26', '2026-01-01', '2026-01-02', '2026-01-19']

/** One session of the past months: the n-th of its client. */
export type PlayedSession<Client> = {
  client: Client
  number: number
  on: CalendarDate
  startsAt: Instant
  endsAt: Instant
  confirmAt: Instant
}

type Habitual = { id: string; clinicianId: string; habits: ClientHabits }

/**
 * All sessions of the clients from one day to the day before another, in order of time, and when each is confirmed: the
 * same seed gives the same minutes.
 */
export function sessionsBetween<Client extends Habitual>(
  clients: readonly Client[],
  clinicians: readonly ClinicianHabits[],
  { from, until, seed }: { from: CalendarDate; until: CalendarDate; seed: number },
): PlayedSession<Client>[] {
  const all = clients.flatMap((client) => {
    const clinician = clinicians.find(({ memberId }) => memberId === client.clinicianId)
    if (clinician === undefined) throw new Error(`nobody treats ${client.id}`)
    return daysOf(client.habits, clinician, until).map((on, number) =>
      sessionOn(client, clinician, { on, number, seed }),
    )
  })
  return all
    .filter(({ on }) => on >= from)
    .toSorted((a, b) =>
      a.startsAt === b.startsAt ? (a.client.id < b.client.id ? -1 : 1) : a.startsAt < b.startsAt ? -1 : 1,
    )
}

function daysOf(habits: ClientHabits, clinician: ClinicianHabits, until: CalendarDate): CalendarDate[] {
  const days: CalendarDate[] = []
  let day = habits.firstOn
  while (weekday(day) !== habits.weekday) day = addDays(day, 1)
  for (; day < until; day = addDays(day, habits.every)) {
    const away = clinician.away.some((time) => time.from <= day && day < time.until)
    if (!away && !closed.includes(day)) days.push(day)
  }
  return days
}

function sessionOn<Client extends Habitual>(
  client: Client,
  clinician: ClinicianHabits,
  { on, number, seed }: { on: CalendarDate; number: number; seed: number },
): PlayedSession<Client> {
  const startsAt = instantAt(on, client.habits.at, zone)
  const endsAt = instantAt(on, laterBy(client.habits.at, client.habits.minutes), zone)
  return { client, number, on, startsAt, endsAt, confirmAt: confirmedAt(clinician, on, seed) }
}

/** The evening of the day, some minutes later or earlier each day, all sessions of the day at once. */
export function confirmedAt(clinician: ClinicianHabits, on: CalendarDate, seed: number): Instant {
  let evening = on
  while (clinician.offDuty.includes(weekday(evening))) evening = addDays(evening, 1)
  const minutes = Math.floor(chance(seed, `${clinician.memberId} ${evening}`) * 40)
  return instantAt(evening, laterBy(clinician.confirmsAt, minutes), zone)
}

function laterBy(time: string, minutes: number): string {
  const [hours = 0, past = 0] = time.split(':').map(Number)
  const all = hours * 60 + past + minutes
  return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`
}

/** A number from 0 up to 1 that follows from the seed and the words, and looks like nothing (FNV-1a, then mixed). */
export function chance(seed: number, words: string): number {
  let hash = (2_166_136_261 ^ seed) >>> 0
  for (const letter of words) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619) >>> 0
  hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_507) >>> 0
  return ((hash ^ (hash >>> 13)) >>> 0) / 4_294_967_296
}

/** The months that are played: from a Wednesday morning to the moment at which the story begins. */
export const playedMonths = {
  from: calendarDate('2025-10-08'),
  until: calendarDate('2026-04-08'),
  seed: 20_260_408,
}
