import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answerOf, api, ask } from './api.ts'
import type {
  Client,
  ConfirmationDraft,
  DiagnosisCode,
  House,
  Me,
  Member,
  Office,
  Payments,
  Persona,
  Preview,
  ServiceCode,
  SessionPage,
  StoryClock,
} from './contract.ts'
import type { Home } from './practice/practice-answers.ts'

/** The questions that pages ask. The brands of days, moments and cents are put on here, where the answer comes in. */

export const houseQuery = queryOptions({
  queryKey: ['house'],
  queryFn: () => answerOf<House>(api.GET('/api/house')),
  staleTime: 60_000,
})

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => answerOf<Me>(api.GET('/api/me')),
  staleTime: 60_000,
})

export const personasQuery = queryOptions({
  queryKey: ['personas'],
  queryFn: () => ask<Persona[]>('/api/demonstration/personas'),
  staleTime: 600_000,
})

export const storyClockQuery = queryOptions({
  queryKey: ['story-clock'],
  queryFn: () => ask<StoryClock>('/api/demonstration/clock'),
})

/** Of one clinician of a group, or of the whole practice. */
export const homeQuery = (practiceId: string, clinician?: string) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'home', clinician ?? 'all'],
    queryFn: () =>
      answerOf<Home>(
        api.GET('/api/practices/{practiceId}/home', {
          params: { path: { practiceId }, query: clinician === undefined ? {} : { clinician } },
        }),
      ),
  })

export const clientsQuery = (practiceId: string) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'clients'],
    queryFn: () =>
      answerOf<Client[]>(api.GET('/api/practices/{practiceId}/clients', { params: { path: { practiceId } } })),
  })

export const membersQuery = (practiceId: string) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'members'],
    queryFn: () =>
      answerOf<Member[]>(api.GET('/api/practices/{practiceId}/members', { params: { path: { practiceId } } })),
  })

/** Where the practice sees clients in person on a day. */
export const officesQuery = (practiceId: string, on: string) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'locations', on],
    queryFn: () =>
      answerOf<Office[]>(
        api.GET('/api/practices/{practiceId}/locations', { params: { path: { practiceId }, query: { on } } }),
      ),
  })

export type Show = 'to_confirm' | 'confirmed' | 'all'

export const sessionQuery = (practiceId: string, sessionId: string) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'session', sessionId],
    queryFn: () =>
      answerOf<SessionPage>(
        api.GET('/api/practices/{practiceId}/sessions/{sessionId}', { params: { path: { practiceId, sessionId } } }),
      ),
  })

/** What would come of a confirmation; nothing is recorded, so it needs no key and may be asked at every change. */
export const previewQuery = (practiceId: string, sessionId: string, draft: ConfirmationDraft) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'preview', sessionId, draft],
    queryFn: ({ signal }) =>
      answerOf<Preview>(
        api.POST('/api/practices/{practiceId}/sessions/{sessionId}/confirmation-preview', {
          params: { path: { practiceId, sessionId } },
          body: draft,
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  })

export const serviceCodesQuery = (practiceId: string, on: string) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'service-codes', on],
    queryFn: () =>
      answerOf<ServiceCode[]>(
        api.GET('/api/practices/{practiceId}/service-codes', { params: { path: { practiceId }, query: { on } } }),
      ),
    staleTime: 600_000,
  })

export const diagnosisCodesQuery = (practiceId: string, q: string) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'diagnosis-codes', q],
    queryFn: () =>
      answerOf<DiagnosisCode[]>(
        api.GET('/api/practices/{practiceId}/diagnosis-codes', { params: { path: { practiceId }, query: { q } } }),
      ),
    staleTime: 600_000,
    placeholderData: keepPreviousData,
  })

export const paymentsQuery = (practiceId: string) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'payments'],
    queryFn: () =>
      answerOf<Payments>(api.GET('/api/practices/{practiceId}/payments', { params: { path: { practiceId } } })),
  })
