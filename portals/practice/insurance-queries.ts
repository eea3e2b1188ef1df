import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '../api.ts'
import type { paths } from '../api-schema.ts'

/** The questions about where a clinician may bill, and where a client could be seen. */

type AnswerOf<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Content } } } }
}
  ? Content
  : never

export type InsuranceStatus = AnswerOf<'/api/practices/{practiceId}/insurance-status'>
export type NetworkCard = InsuranceStatus['networks'][number]
export type AuthorityCard = InsuranceStatus['authorities'][number]
export type VirtualCard = InsuranceStatus['virtual'][number]
export type ClientWhatIf = AnswerOf<'/api/practices/{practiceId}/clients/{personId}/what-if'>
export type ClinicianWhatIf = AnswerOf<'/api/practices/{practiceId}/members/{memberId}/what-if'>
export type Colleagues = AnswerOf<'/api/practices/{practiceId}/clients/{personId}/colleagues'>
export type BriefDecision = ClientWhatIf['states'][number]['decision']

export const insuranceStatusQuery = (practiceId: string, memberId: string | undefined) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'insurance-status', memberId ?? 'own'],
    queryFn: () =>
      answerOf<InsuranceStatus>(
        api.GET('/api/practices/{practiceId}/insurance-status', {
          params: { path: { practiceId }, query: memberId === undefined ? {} : { memberId } },
        }),
      ),
  })

export const clientWhatIfQuery = (
  practiceId: string,
  asked: { personId: string; on: string; memberId?: string | undefined; countyFips?: string | undefined },
) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'what-if', asked],
    queryFn: () => {
      const { personId, on, memberId, countyFips } = asked
      const query = {
        on,
        ...(memberId === undefined ? {} : { memberId }),
        ...(countyFips === undefined ? {} : { countyFips }),
      }
      return answerOf<ClientWhatIf>(
        api.GET('/api/practices/{practiceId}/clients/{personId}/what-if', {
          params: { path: { practiceId, personId }, query },
        }),
      )
    },
    placeholderData: keepPreviousData,
  })

export const clinicianWhatIfQuery = (practiceId: string, memberId: string, on: string) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'clinician-what-if', memberId, on],
    queryFn: () =>
      answerOf<ClinicianWhatIf>(
        api.GET('/api/practices/{practiceId}/members/{memberId}/what-if', {
          params: { path: { practiceId, memberId }, query: { on } },
        }),
      ),
    placeholderData: keepPreviousData,
  })

export const colleaguesQuery = (
  practiceId: string,
  asked: { personId: string; on: string; state: string; countyFips?: string | undefined },
) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'colleagues', asked],
    queryFn: () => {
      const { personId, on, state, countyFips } = asked
      const query = { on, state, ...(countyFips === undefined ? {} : { countyFips }) }
      return answerOf<Colleagues>(
        api.GET('/api/practices/{practiceId}/clients/{personId}/colleagues', {
          params: { path: { practiceId, personId }, query },
        }),
      )
    },
  })

type Effects = paths['/api/practices/{practiceId}/credentialing-effects']['post']
export type OwnChange = NonNullable<Effects['requestBody']>['content']['application/json']['change']
export type CredentialingEffect = Effects['responses'][200]['content']['application/json']

/** What a change of one's own virtual networks would turn around; nothing is recorded. */
export const effectQuery = (practiceId: string, change: OwnChange) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'credentialing-effect', change],
    queryFn: () =>
      answerOf<CredentialingEffect>(
        api.POST('/api/practices/{practiceId}/credentialing-effects', {
          params: { path: { practiceId } },
          body: { change },
        }),
      ),
    gcTime: 30_000,
  })
