import { queryOptions } from '@tanstack/react-query'
import type { CallConflict } from '../../business/joining/call-conflicts.ts'
import type { DocumentKind, DocumentState } from '../../business/joining/document-standing.ts'
import type { FollowUpWhy } from '../../business/joining/follow-ups-of.ts'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import { answerOf, api } from '../api.ts'

export type QuoteLine = {
  planName: string
  payerName: string
  state: string
  code: string
  modifiers: string[]
  cents: Cents
  until: CalendarDate | null
}

export type FollowUp = {
  id: string
  why: FollowUpWhy
  dueOn: CalendarDate
  words: string | null
  standing: 'ahead' | 'due_today' | 'overdue'
  memberId: string | null
  memberName: string | null
  because: 'owner' | 'owner_away' | 'owner_left' | 'no_owner' | 'nobody_here'
}

/** A practice that wants to join, as the operator's staff see it. */
export type Application = {
  id: string
  kind: 'solo' | 'new_group' | 'solo_to_group'
  name: string
  email: string
  phone: string | null
  practiceName: string
  clinicians: number
  licenceFamily: string
  licence: string
  licenceState: string
  licenceNumber: string | null
  npi: string | null
  states: string[]
  plans: { id: string; name: string }[]
  words: string | null
  sentOn: CalendarDate
  state: 'call_booked' | 'no_call' | 'call_passed' | 'rates_told' | 'opened' | 'closed'
  consultant: string | null
  callAt: Instant | null
  /** Another time that they chose with a second form. */
  heldAt: Instant | null
  /** The applicant's. */
  zone: string
  followUps: FollowUp[]
  quotes: { id: string; validOn: CalendarDate; licence: string; lines: QuoteLine[] }[]
  steps: { deed: string; words: string; at: Instant; by: string }[]
  openedPracticeId: string | null
}

export type ApplicationPage = Application & {
  families: { id: string; label: string }[]
  allPlans: { id: string; name: string }[]
  soloPractices: { practiceId: string; name: string }[]
  slots: Instant[]
  consultants: { memberId: string; name: string }[]
}

export const applicationsQuery = queryOptions({
  queryKey: ['operations', 'joining'],
  queryFn: () => answerOf<Application[]>(api.GET('/api/operations/joining')),
})

export const applicationQuery = (applicationId: string) =>
  queryOptions({
    queryKey: ['operations', 'joining', applicationId],
    queryFn: () =>
      answerOf<ApplicationPage>(
        api.GET('/api/operations/joining/{applicationId}', { params: { path: { applicationId } } }),
      ),
  })

export type AccessRequests = {
  requests: {
    id: string
    name: string
    email: string
    practiceTold: string
    via: 'client_account' | 'operator'
    askedAt: Instant
    state: 'looking_for_practice' | 'waits_for_owner' | 'approved' | 'declined'
    practiceId: string | null
    practiceName: string | null
    hasAccount: boolean
  }[]
  practices: { practiceId: string; name: string; owners: string[] }[]
}

export const accessRequestsQuery = queryOptions({
  queryKey: ['operations', 'admin-requests'],
  queryFn: () => answerOf<AccessRequests>(api.GET('/api/operations/admin-requests')),
})

/** One of the operator's staff with their hours for calls. */
export type Consultant = {
  memberId: string
  name: string
  isYou: boolean
  weeks: {
    id: string
    startsOn: CalendarDate
    callMinutes: number
    blocks: { weekday: number; starts: string; stops: string }[]
  }[]
  exceptions: {
    id: string
    kind: 'away' | 'extra'
    from: CalendarDate
    until: CalendarDate | null
    starts: string | null
    stops: string | null
    words: string | null
  }[]
  conflicts: { applicationId: string; practiceName: string; callAt: Instant; why: CallConflict }[]
  slots: Instant[]
}

export const consultantsQuery = queryOptions({
  queryKey: ['operations', 'consultants'],
  queryFn: () => answerOf<Consultant[]>(api.GET('/api/operations/consultants')),
})

type PaperSent = { id: string; contentType: string; at: Instant; endsOn: CalendarDate | null }

/** A paper that a practice sent. */
export type PaperOfPractice = {
  practiceId: string
  practiceName: string
  kind: DocumentKind
  memberId: string | null
  memberName: string | null
  ends: boolean
  state: DocumentState
  endsOn: CalendarDate | null
  words: string | null
  document: PaperSent | null
  waiting: PaperSent | null
}

export const papersQuery = queryOptions({
  queryKey: ['operations', 'documents'],
  queryFn: () => answerOf<PaperOfPractice[]>(api.GET('/api/operations/documents')),
})
