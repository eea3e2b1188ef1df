import { type CalendarDate, dateIn, type Instant } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import { type ConfirmationLimit, confirmationDeadline } from './confirmation-deadline.ts'
import { type SessionState, sessionState } from './session-state.ts'
import type { Cancellation, Modality, SessionStanding } from './session-store.ts'

/** One line of a list of sessions. */
export type SessionRow = {
  id: string
  personId: string
  clientName: string
  clinicianName: string
  memberId: string
  startsAt: Instant
  endsAt: Instant
  modality: Modality
  state: SessionState
  confirmedAt: Instant | null
  payOn: CalendarDate | null
  providerCents: Cents | null
  /** Of the plan: whoever moves or cancels it names the version that they saw. */
  version: number
  cancellation: { kind: Cancellation['kind']; initiator: Cancellation['initiator']; reason: string; at: Instant } | null
}

export type Described = {
  row: SessionRow
  /** The day of service: the one confirmed, else the planned one on the practice's wall. */
  serviceOn: CalendarDate
  confirmBy: CalendarDate | null
}

type Around = {
  now: Instant
  /** The operator's zone, in which the last day for confirming counts, and the practice's. */
  zone: string
  practiceZone: string
  limits: readonly ConfirmationLimit[]
  clientNames: ReadonlyMap<string, string>
  clinicianNames: ReadonlyMap<string, string>
}

/** A session with names and state, as its practice reads it. */
export function describeSessionRow(standing: SessionStanding, around: Around): Described {
  const { confirmation, lockedAt, voidedAt, startsAt, cancellation } = standing
  const plannedOn = dateIn(startsAt, around.practiceZone)
  const confirmBy = standing.rateGapOn === null ? confirmationDeadline(plannedOn, around.limits) : null
  const known = {
    startsAt,
    isConfirmed: confirmation !== null,
    lockedAt,
    voidedAt,
    cancelled: cancellation?.kind ?? null,
    confirmBy,
  }
  const { id, personId, memberId, endsAt, modality } = standing
  return {
    row: {
      id,
      personId,
      clientName: around.clientNames.get(personId) ?? 'A client who left this practice',
      clinicianName: around.clinicianNames.get(memberId) ?? 'A former clinician',
      memberId,
      startsAt,
      endsAt,
      modality,
      state: sessionState(known, { now: around.now, today: dateIn(around.now, around.zone) }),
      confirmedAt: confirmation?.confirmedAt ?? null,
      payOn: confirmation?.payOn ?? null,
      providerCents: confirmation?.provider ?? null,
      version: standing.version,
      cancellation: cancellation === null ? null : seenCancellation(cancellation),
    },
    serviceOn: confirmation?.serviceOn ?? plannedOn,
    confirmBy,
  }
}

function seenCancellation({ kind, initiator, reason, cancelledAt }: Cancellation): SessionRow['cancellation'] {
  return { kind, initiator, reason, at: cancelledAt }
}
