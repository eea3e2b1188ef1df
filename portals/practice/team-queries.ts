import { queryOptions } from '@tanstack/react-query'
import type { PracticeRole } from '../../business/practices/abilities-of.ts'
import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import { answerOf, api } from '../api.ts'

/** Somebody who works or worked in a practice, as Manage team shows them. */
export type TeamMember = {
  memberId: string
  name: string
  roles: PracticeRole[]
  standing: 'active' | 'archived' | 'removed'
  clinician: boolean
  npi: string | null
  licence: { family: string; state: string; number: string } | null
  isYou: boolean
  signsIn: boolean
  invitation: { email: string; state: 'waiting' | 'expired'; until: CalendarDate } | null
  since: CalendarDate | null
  by: string | null
  toConfirm: number
}

export type Team = {
  kind: 'solo' | 'group'
  practiceName: string
  decides: boolean
  members: TeamMember[]
  approvals: { id: string; name: string; email: string; askedOn: CalendarDate }[]
}

export type RemovalSeen = {
  outcome: 'possible' | 'not_yet'
  because: { reason: string; words: string; until: CalendarDate | null }[]
  possibleOn: CalendarDate | null
}

export const teamQuery = (practiceId: string) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'team'],
    queryFn: () => answerOf<Team>(api.GET('/api/practices/{practiceId}/team', { params: { path: { practiceId } } })),
  })

export const removalQuery = (practiceId: string, memberId: string) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'removal', memberId],
    queryFn: () =>
      answerOf<RemovalSeen>(
        api.GET('/api/practices/{practiceId}/team/{memberId}/removal', { params: { path: { practiceId, memberId } } }),
      ),
  })

export type OnboardingItem = {
  step: 'profile' | 'licence' | 'npi' | 'malpractice_insurance' | 'caqh' | 'bank_account' | 'agreement'
  done: boolean
  by: 'you_say' | 'we_see'
  words: string | null
}

export const onboardingQuery = (practiceId: string) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'onboarding'],
    queryFn: () =>
      answerOf<OnboardingItem[]>(
        api.GET('/api/practices/{practiceId}/onboarding', { params: { path: { practiceId } } }),
      ),
  })

export type PaymentsReport = {
  settlesOn: CalendarDate
  state: 'sent' | 'settled' | 'returned'
  accountEnds: string | null
  trace: string
  cents: Cents
  earnings: { clinicianName: string | null; items: number; cents: Cents }[]
  lines: {
    serviceOn: CalendarDate | null
    clientName: string | null
    clinicianName: string | null
    planName: string | null
    state: string | null
    words: string
    cents: Cents
  }[]
}

export const paymentsReportQuery = (practiceId: string, payoutId: string) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'payments-report', payoutId],
    queryFn: () =>
      answerOf<PaymentsReport>(
        api.GET('/api/practices/{practiceId}/payments/{payoutId}/report', {
          params: { path: { practiceId, payoutId } },
        }),
      ),
  })
