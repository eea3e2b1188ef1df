import { addDays, type CalendarDate, daysBetween, holds, type Period } from '../../libraries/calendar/index.ts'
import { networkName, stateName } from '../coverage/service-areas.ts'
import type { Standing } from './apply-change.ts'
import type { Authority } from './authority-store.ts'
import type { DeskLimits } from './desk-limit-store.ts'

/** Something about a clinician's standing that somebody must follow up. */
export type DeskTask = {
  kind: 'asked_for' | 'applied_for' | 'awaits_payer' | 'ends' | 'ended'
  subject: 'request' | 'authority' | 'credential'
  subjectId: string
  /** "New York license", "Aetna in New York". */
  what: string
  reason: string
  next: string
  /** Since when it stands so, as far as it is known. */
  since: CalendarDate | null
  /** The day that it turns on: when the payer is ready, or the first day without it. */
  on: CalendarDate | null
  /** The day on which it last came nearer: a further step of the limits, or longer than usual. */
  movedOn: CalendarDate | null
  isUrgent: boolean
}

type Around = {
  /** On which day each authority and credential was last entered or changed, by its id. */
  since: ReadonlyMap<string, CalendarDate>
  /** Opt-ins are the clinician's own: their end is no lapse. */
  optIns: ReadonlySet<string>
  /** What the clinician asked for and nobody has applied for yet. */
  requests: readonly { id: string; networkId: string; state: string; askedOn: CalendarDate }[]
  limits: DeskLimits
  on: CalendarDate
}

/** What the operator's people follow up for one clinician, what turns soonest first. */
export function deskTasks({ authorities, credentials }: Standing, around: Around): DeskTask[] {
  const tasks: DeskTask[] = [
    ...around.requests.map(askedFor),
    ...authorities.flatMap((one) => {
      const what = `${stateName(one.state)} ${authorityName[one.kind]}`
      const followers = authorities.filter((other) => other !== one && other.state === one.state)
      return endOf({ subject: 'authority', subjectId: one.id, what }, one.during, followers, around)
    }),
    ...credentials.flatMap((one): DeskTask[] => {
      const about = {
        subject: 'credential' as const,
        subjectId: one.id,
        what: `${networkName(one.networkId)} in ${stateName(one.state)}`,
      }
      if (one.status === 'pending') return [appliedFor(about, around)]
      if (one.status === 'terminated' || one.during === null) return []
      const followers = credentials.filter(
        (other) => other !== one && other.networkId === one.networkId && other.state === one.state,
      )
      const ends = around.optIns.has(one.id) ? [] : endOf(about, one.during, followers, around)
      const isOver = one.during.until !== null && one.during.until <= around.on
      if (isOver || (one.payerReady !== null && one.payerReady <= around.on)) return ends
      return [awaitsPayer(about, one.payerReady, around), ...ends]
    }),
  ]
  return tasks.sort(
    (one, other) => Number(other.isUrgent) - Number(one.isUrgent) || turn(one).localeCompare(turn(other)),
  )
}

const turn = ({ on, since }: DeskTask) => on ?? since ?? '9'

const authorityName: Record<Authority['kind'], string> = {
  license: 'license',
  compact_privilege: 'compact privilege',
  temporary_permit: 'temporary permit',
}

type About = Pick<DeskTask, 'subject' | 'subjectId' | 'what'>

function askedFor({ id, networkId, state, askedOn }: Around['requests'][number]): DeskTask {
  return {
    kind: 'asked_for',
    subject: 'request',
    subjectId: id,
    what: `${networkName(networkId)} in ${stateName(state)}`,
    reason: 'Asked for by the clinician',
    next: 'Apply for it',
    since: askedOn,
    on: null,
    movedOn: askedOn,
    isUrgent: false,
  }
}

function appliedFor(about: About, { since, limits, on }: Around): DeskTask {
  const from = since.get(about.subjectId) ?? null
  const late = from === null || limits.pendingFor === null ? null : addDays(from, limits.pendingFor)
  const isLate = late !== null && on > late
  const reason = isLate ? 'Applied for longer than usual' : 'Applied for'
  return {
    ...about,
    kind: 'applied_for',
    reason,
    next: isLate ? 'Press the payer for an answer' : 'Ask how it stands',
    since: from,
    on: null,
    movedOn: isLate ? late : from,
    isUrgent: isLate,
  }
}

function awaitsPayer(about: About, ready: CalendarDate | null, { since }: Around): DeskTask {
  const from = since.get(about.subjectId) ?? null
  return {
    ...about,
    kind: 'awaits_payer',
    reason: ready === null ? 'In force, and the payer names no day' : 'In force, the payer is ready later',
    next: ready === null ? 'Ask when claims may come' : 'Nothing until then',
    since: from,
    on: ready,
    movedOn: from,
    isUrgent: ready === null,
  }
}

/** An end within the farthest limit, ahead or behind, with nothing that holds on from it. */
function endOf(
  about: About,
  { until }: Period,
  followers: readonly { during: Period | null }[],
  { limits, on }: Around,
): DeskTask[] {
  const farthest = limits.endsWithin[0] ?? 0
  if (until === null || Math.abs(daysBetween(on, until)) > farthest) return []
  if (followers.some(({ during }) => during !== null && holds(during, until))) return []
  const left = daysBetween(on, until)
  const step = limits.endsWithin.findLast((days) => left <= days) ?? farthest
  const common = { ...about, since: null, on: until }
  const name = about.subject === 'authority' ? 'License' : 'Credential'
  if (left <= 0) {
    return [
      {
        ...common,
        kind: 'ended',
        reason: `${name} has ended`,
        next: 'Enter the renewal',
        movedOn: until,
        isUrgent: true,
      },
    ]
  }
  return [
    {
      ...common,
      kind: 'ends',
      reason: `${name} ends within ${step === 1 ? 'a day' : `${step} days`}`,
      next: 'Ask for the renewal',
      movedOn: addDays(until, -step),
      isUrgent: step <= 14,
    },
  ]
}
