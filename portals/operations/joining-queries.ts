import { queryOptions } from '@tanstack/react-query'
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
  state: 'call_booked' | 'call_passed' | 'rates_told' | 'opened' | 'closed'
  consultant: string | null
  callAt: Instant | null
  quotes: { id: string; validOn: CalendarDate; licence: string; lines: QuoteLine[] }[]
  steps: { deed: string; words: string; at: Instant; by: string }[]
  openedPracticeId: string | null
}

export type ApplicationPage = Application & {
  families: { id: string; label: string }[]
  allPlans: { id: string; name: string }[]
  soloPractices: { practiceId: string; name: string }[]
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
