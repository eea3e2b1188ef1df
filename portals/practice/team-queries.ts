import { queryOptions } from '@tanstack/react-query'
import type { DocumentKind, DocumentState } from '../../business/joining/document-standing.ts'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import { answerOf, api } from '../api.ts'
import type { paths } from '../api-schema.ts'

type Asked<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Answer } } } }
}
  ? Answer
  : never

/** Days and moments come as texts, and are what their names say. */
type Branded<Answer> = {
  [Key in keyof Answer]: Key extends 'since' | 'until' | 'askedOn' | 'possibleOn'
    ? CalendarDate | Extract<Answer[Key], null>
    : Key extends 'askedAt'
      ? Instant
      : Answer[Key] extends object | null
        ? Branded<Answer[Key]>
        : Answer[Key]
}

/** Who works or worked in a practice, as Manage team shows them. */
export type Team = Branded<Asked<'/api/practices/{practiceId}/team'>>
export type TeamMember = Team['members'][number]
export type RemovalSeen = Branded<Asked<'/api/practices/{practiceId}/team/{memberId}/removal'>>

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

type PaperSent = { id: string; contentType: string; at: Instant; endsOn: CalendarDate | null }

/** A paper that a practice is asked for, of one clinician or of the practice. */
export type Paper = {
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

export const papersQuery = (practiceId: string) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'documents'],
    queryFn: () =>
      answerOf<Paper[]>(api.GET('/api/practices/{practiceId}/documents', { params: { path: { practiceId } } })),
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
