import {
  addDays,
  type CalendarDate,
  dateIn,
  daysBetween,
  type Instant,
  type Period,
} from '../../libraries/calendar/index.ts'

/** A confirmed session as far as a plan's questions go: nobody's name, nothing of its content. */
export type SessionGiven = {
  personId: string
  memberId: string
  licenceFamily: string
  serviceOn: CalendarDate
  /** The ZIP code of the place where the client was. */
  zip: string
  codes: readonly string[]
  /** When it was put into the calendar, when it began and ended there, and when it was confirmed. */
  bookedAt: Instant
  startsAt: Instant
  stoppedAt: Instant
  confirmedAt: Instant
  /** What became of its claim: null, it has not gone out. */
  claim: 'clean' | 'sent_back' | null
}

/**
 * What a network is judged by, as far as sessions and claims can tell: how far it reaches, how soon an appointment is had,
 * whether clients stay, how well records and claims are kept; and what plans look for: professions, special needs, crises.
 */
export type CareGiven = {
  sessions: number
  clients: number
  clinicians: number
  /** Different ZIP codes in which clients were seen. */
  areas: number
  /** Licence families that saw clients, in order of the alphabet. */
  families: string[]
  /** Sessions with a prescriber, a family, a group, or in a crisis. */
  special: number
  crisis: number
  newClients: number
  /** Days between the booking and a new client's first appointment: as many waited longer as shorter. */
  medianWaitDays: number | null
  /** New clients whose first thirty days are over, and how many of them came again within those. */
  thirtyDaysOver: number
  cameAgain: number
  /** Sessions confirmed within 48 hours of their end. */
  confirmedInTime: number
  claimsSent: number
  /** Claims that no clearinghouse and no payer sent back or denied. */
  claimsClean: number
}

const prescribers: readonly string[] = ['aprn', 'physician', 'physician_assistant']
// CPT 2026: psychotherapy for crisis 90839 and 90840; with the family 90846 and 90847; in a group 90849 and 90853.
const crisisCodes: readonly string[] = ['90839', '90840']
const specialCodes: readonly string[] = [...crisisCodes, '90846', '90847', '90849', '90853']
const inTimeHours = 48
const againDays = 30

/** The figures of a period from all sessions under a contract, so that a new client is known from one who was there before. */
export function careGiven(
  all: readonly SessionGiven[],
  period: Period,
  { on, zone }: { on: CalendarDate; zone: string },
): CareGiven {
  const given = all.filter(
    ({ serviceOn }) => serviceOn >= period.from && (period.until === null || serviceOn < period.until),
  )
  const firsts = firstSessions(all).filter((first) => given.includes(first))
  const over = firsts.filter(({ serviceOn }) => addDays(serviceOn, againDays) <= on)
  const sent = given.filter(({ claim }) => claim !== null)
  return {
    sessions: given.length,
    clients: new Set(given.map(({ personId }) => personId)).size,
    clinicians: new Set(given.map(({ memberId }) => memberId)).size,
    areas: new Set(given.map(({ zip }) => zip.slice(0, 5))).size,
    families: [...new Set(given.map(({ licenceFamily }) => licenceFamily))].sort(),
    special: given.filter(isSpecial).length,
    crisis: given.filter(({ codes }) => codes.some((code) => crisisCodes.includes(code))).length,
    newClients: firsts.length,
    medianWaitDays: median(firsts.map((first) => waited(first, zone))),
    thirtyDaysOver: over.length,
    cameAgain: over.filter((first) => comesAgain(all, first)).length,
    confirmedInTime: given.filter(isInTime).length,
    claimsSent: sent.length,
    claimsClean: sent.filter(({ claim }) => claim === 'clean').length,
  }
}

function firstSessions(all: readonly SessionGiven[]): SessionGiven[] {
  const firsts = new Map<string, SessionGiven>()
  for (const session of all) {
    const before = firsts.get(session.personId)
    if (before === undefined || session.startsAt < before.startsAt) firsts.set(session.personId, session)
  }
  return [...firsts.values()]
}

function comesAgain(all: readonly SessionGiven[], first: SessionGiven): boolean {
  const until = addDays(first.serviceOn, againDays)
  return all.some((one) => one !== first && one.personId === first.personId && one.serviceOn <= until)
}

function isSpecial({ licenceFamily, codes }: SessionGiven): boolean {
  return prescribers.includes(licenceFamily) || codes.some((code) => specialCodes.includes(code))
}

function isInTime({ stoppedAt, confirmedAt }: SessionGiven): boolean {
  return Date.parse(confirmedAt) - Date.parse(stoppedAt) <= inTimeHours * 3_600_000
}

// Entered afterwards, somebody was there at once: nobody waits fewer than no days.
function waited({ bookedAt, startsAt }: SessionGiven, zone: string): number {
  return Math.max(0, daysBetween(dateIn(bookedAt, zone), dateIn(startsAt, zone)))
}

function median(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : Math.round(((sorted[middle - 1] ?? 0) + upper) / 2)
}
