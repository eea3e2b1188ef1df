import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import { answerOf, api, ask } from '../api.ts'
import type { Client } from '../contract.ts'
import type { Show } from '../queries.ts'
import type {
  Agreement,
  BankAccounts,
  BillingMethod,
  ClientPage,
  ListedSession,
  NoteListed,
  OwnPlace,
  TelehealthLink,
} from './practice-answers.ts'

/** The questions of the practice's own pages; each answer is branded where it comes in. */

export type ClientsShown = 'active' | 'prospect' | 'archived'

export const clientListQuery = (practiceId: string, show: ClientsShown, clinician?: string) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'client-list', show, clinician ?? 'all'],
    queryFn: () =>
      answerOf<Client[]>(
        api.GET('/api/practices/{practiceId}/clients', {
          params: { path: { practiceId }, query: { show, ...(clinician === undefined ? {} : { clinician }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  })

export const clientQuery = (practiceId: string, personId: string) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'client', personId],
    queryFn: () =>
      answerOf<ClientPage>(
        api.GET('/api/practices/{practiceId}/clients/{personId}', { params: { path: { practiceId, personId } } }),
      ),
  })

export type MethodAsked = { on?: string | undefined; clinician?: string | undefined }

export const billingMethodQuery = (practiceId: string, personId: string, { on, clinician }: MethodAsked) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'billing-method', personId, on ?? 'today', clinician ?? 'own'],
    queryFn: () =>
      answerOf<BillingMethod>(
        api.GET('/api/practices/{practiceId}/clients/{personId}/billing-method', {
          params: {
            path: { practiceId, personId },
            query: { ...(on === undefined ? {} : { on }), ...(clinician === undefined ? {} : { clinician }) },
          },
        }),
      ),
    placeholderData: keepPreviousData,
  })

export const notesQuery = (practiceId: string, personId: string) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'notes', personId],
    queryFn: () =>
      answerOf<NoteListed[]>(
        api.GET('/api/practices/{practiceId}/clients/{personId}/notes', { params: { path: { practiceId, personId } } }),
      ),
  })

export type SessionsAsked = {
  show: Show
  clinician?: string | undefined
  client?: string | undefined
  from?: string | undefined
  to?: string | undefined
  limit?: number | undefined
  offset?: number | undefined
}

export const sessionListQuery = (practiceId: string, asked: SessionsAsked) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'session-list', asked],
    queryFn: () =>
      answerOf<ListedSession[]>(
        api.GET('/api/practices/{practiceId}/sessions', { params: { path: { practiceId }, query: told(asked) } }),
      ),
    placeholderData: keepPreviousData,
  })

/** Without what was not said. */
function told({ show, clinician, client, from, to, limit, offset }: SessionsAsked) {
  return {
    show,
    ...(clinician === undefined ? {} : { clinician }),
    ...(client === undefined ? {} : { client }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(limit === undefined ? {} : { limit }),
    ...(offset === undefined ? {} : { offset }),
  }
}

export const placesQuery = (practiceId: string) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'places'],
    queryFn: () =>
      answerOf<OwnPlace[]>(api.GET('/api/practices/{practiceId}/places', { params: { path: { practiceId } } })),
  })

export const telehealthLinksQuery = (practiceId: string) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'telehealth-links'],
    queryFn: () =>
      answerOf<TelehealthLink[]>(
        api.GET('/api/practices/{practiceId}/telehealth-links', { params: { path: { practiceId } } }),
      ),
  })

export const agreementQuery = (practiceId: string, clinician?: string) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'agreement', clinician ?? 'own'],
    queryFn: () =>
      answerOf<Agreement>(
        api.GET('/api/practices/{practiceId}/agreement', {
          params: { path: { practiceId }, query: clinician === undefined ? {} : { clinician } },
        }),
      ),
    placeholderData: keepPreviousData,
  })

export const bankAccountsQuery = (practiceId: string) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'bank-accounts'],
    queryFn: () =>
      answerOf<BankAccounts>(
        api.GET('/api/practices/{practiceId}/bank-accounts', { params: { path: { practiceId } } }),
      ),
  })

/** Demonstration only: what the practice's own bank shows. */
export const statementQuery = (bankAccountId: string) =>
  queryOptions({
    queryKey: ['bank-statement', bankAccountId],
    queryFn: () =>
      ask<{ on: CalendarDate; text: string; cents: Cents }[]>(
        `/api/demonstration/bank-accounts/${bankAccountId}/statement`,
      ),
  })

export const cardPhotosQuery = (practiceId: string, personId: string) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'card-photos', personId],
    queryFn: () =>
      answerOf<{ id: string; side: 'front' | 'back'; contentType: string }[]>(
        api.GET('/api/practices/{practiceId}/clients/{personId}/card-photos', {
          params: { path: { practiceId, personId } },
        }),
      ),
  })
