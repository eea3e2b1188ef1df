import { queryOptions } from '@tanstack/react-query'
import type { Instant } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import type { Appointments, Billing } from './visits-contract.ts'

/** The questions of the pages about visits and money. */

export const appointmentsQuery = (personId: string) =>
  queryOptions({
    queryKey: ['client', personId, 'appointments'],
    queryFn: () =>
      answerOf<Appointments>(api.GET('/api/clients/{personId}/appointments', { params: { path: { personId } } })),
  })

/** When an appointment could be moved to; asked anew each time, since others choose too. */
export const freeTimesQuery = (personId: string, sessionId: string) =>
  queryOptions({
    queryKey: ['client', personId, 'free-times', sessionId],
    queryFn: () =>
      answerOf<{ times: Instant[]; zone: string; minutes: number }>(
        api.GET('/api/clients/{personId}/appointments/{sessionId}/free-times', {
          params: { path: { personId, sessionId } },
        }),
      ),
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
