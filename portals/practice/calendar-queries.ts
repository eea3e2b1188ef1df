import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import { answerOf, api } from '../api.ts'
import type { SessionRow } from '../contract.ts'

/** The questions of the calendar and of what is set for it; each answer is branded where it comes in. */

export type CalendarSession = SessionRow & {
  series: { id: string; everyWeeks: number; weekdays: number[]; lastOn: CalendarDate | null } | null
  joinUrl: string | null
  overlaps: boolean
}

export type BlockedTime = { id: string; startsAt: Instant; endsAt: Instant; words: string }

export type Calendar = {
  now: Instant
  zone: string
  today: CalendarDate
  memberId: string
  clinicians: { memberId: string; name: string }[]
  sessions: CalendarSession[]
  unavailable: BlockedTime[]
  workingHours: { startsAt: Instant; endsAt: Instant; place: MeetingPlace }[] | null
}

export type MeetingPlace = 'telehealth' | 'in_person' | 'either'

/** The days of one clinician's calendar. */
export const calendarQuery = (practiceId: string, asked: { memberId?: string; from: CalendarDate; days: number }) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'calendar', asked],
    queryFn: () =>
      answerOf<Calendar>(
        api.GET('/api/practices/{practiceId}/calendar', { params: { path: { practiceId }, query: asked } }),
      ),
    placeholderData: keepPreviousData,
  })

export type Conflict = {
  code: 'double_booked' | 'client_double_booked' | 'unavailable' | 'outside_working_hours'
  isRefused: boolean
  words: string
}

type PlanAsked = { memberId: string; personId?: string; startsAt: Instant; endsAt: Instant; except?: string }

/** What a time would meet, asked while it is being chosen. */
export const conflictsQuery = (practiceId: string, asked: PlanAsked | null) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'calendar-conflicts', asked],
    enabled: asked !== null,
    queryFn: () =>
      answerOf<Conflict[]>(
        api.GET('/api/practices/{practiceId}/calendar-conflicts', {
          params: {
            path: { practiceId },
            query: asked ?? { memberId: '', startsAt: '' as Instant, endsAt: '' as Instant },
          },
        }),
      ),
    placeholderData: keepPreviousData,
  })

export type Proposal = {
  cents: Cents
  because: 'late_cancellation' | 'no_show' | 'in_time' | 'practice_cancelled' | 'no_policy'
}

export type CancellationTerms = {
  windowHours: number | null
  lateCents: Cents | null
  noShowCents: Cents | null
  ifClientCancels: Proposal
  ifNoShow: Proposal
  fee: {
    kind: 'late_cancellation' | 'no_show'
    proposedCents: Cents
    cents: Cents
    owedCents: Cents
    paidCents: Cents
    ended: 'forgiven' | 'given_up' | null
  } | null
}

/** What a cancellation of a session costs, or cost. */
export const cancellationTermsQuery = (practiceId: string, sessionId: string) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'cancellation-terms', sessionId],
    queryFn: () =>
      answerOf<CancellationTerms>(
        api.GET('/api/practices/{practiceId}/sessions/{sessionId}/cancellation-terms', {
          params: { path: { practiceId, sessionId } },
        }),
      ),
  })

export type HoursBlock = { weekday: number; starts: string; stops: string; place: MeetingPlace }

export type HoursSet = {
  zone: string
  today: CalendarDate
  weeks: { id: string; startsOn: CalendarDate; blocks: HoursBlock[] }[]
}

export const workingHoursQuery = (practiceId: string, memberId: string) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'working-hours', memberId],
    queryFn: () =>
      answerOf<HoursSet>(
        api.GET('/api/practices/{practiceId}/members/{memberId}/working-hours', {
          params: { path: { practiceId, memberId } },
        }),
      ),
  })

type PolicySet = { startsOn: CalendarDate; windowHours: 24 | 48; lateCents: Cents; noShowCents: Cents }

export type Policies = {
  today: PolicySet | null
  later: PolicySet[]
  offered: { windowHours: 24 | 48; lateCents: Cents; noShowCents: Cents; mostCents: Cents } | null
  earliestStart: CalendarDate | null
}

export const policiesQuery = (practiceId: string) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'cancellation-policies'],
    queryFn: () =>
      answerOf<Policies>(
        api.GET('/api/practices/{practiceId}/cancellation-policies', { params: { path: { practiceId } } }),
      ),
  })

export type FeedOpen = { id: string; recordedAt: Instant }

export const feedsQuery = (practiceId: string, memberId: string) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'calendar-feeds', memberId],
    queryFn: () =>
      answerOf<FeedOpen[]>(
        api.GET('/api/practices/{practiceId}/members/{memberId}/calendar-feeds', {
          params: { path: { practiceId, memberId } },
        }),
      ),
  })
