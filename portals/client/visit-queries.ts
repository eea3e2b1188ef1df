import { queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '../api.ts'
import type { Appointments, Billing } from './visits-contract.ts'

/** The questions of the pages about visits and money. */

export const appointmentsQuery = (personId: string) =>
  queryOptions({
    queryKey: ['client', personId, 'appointments'],
    queryFn: () =>
      answerOf<Appointments>(api.GET('/api/clients/{personId}/appointments', { params: { path: { personId } } })),
  })

export const billingQuery = (personId: string) =>
  queryOptions({
    queryKey: ['client', personId, 'billing'],
    queryFn: () => answerOf<Billing>(api.GET('/api/clients/{personId}/billing', { params: { path: { personId } } })),
  })

/** Where the papers of a person are; a browser saves them under a name that says nothing of anybody. */
export function invoiceAddress(personId: string, sessionId: string, language: string): string {
  return `/api/clients/${personId}/appointments/${sessionId}/invoice.pdf?language=${language}`
}

export function superbillAddress(personId: string, month: string, language: string): string {
  return `/api/clients/${personId}/superbills/${month}/superbill.pdf?language=${language}`
}

export function calendarAddress(personId: string, language: string): string {
  return `/api/clients/${personId}/appointments.ics?language=${language}`
}
