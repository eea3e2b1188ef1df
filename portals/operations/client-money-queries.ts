import { queryOptions } from '@tanstack/react-query'
import type { ClientMoney, MoneyPreview, OwedList } from '../../business/operations/client-money.ts'
import { ask } from '../api.ts'

/** What clients owe and were given back: questions of the operator's pages. */

export type OfSession = { practiceId: string; sessionId: string }

const at = ({ practiceId, sessionId }: OfSession) => `/api/operations/sessions/${practiceId}/${sessionId}`

export const owedByClientsQuery = queryOptions({
  queryKey: ['operations', 'owed-by-clients'],
  queryFn: () => ask<OwedList>('/api/operations/owed-by-clients'),
})

export const clientMoneyQuery = (session: OfSession) =>
  queryOptions({
    queryKey: ['operations', 'client-money', session],
    queryFn: () => ask<ClientMoney>(`${at(session)}/client-money`),
  })

export const forgivenessPreviewQuery = (session: OfSession) =>
  queryOptions({
    queryKey: ['operations', 'forgiveness-preview', session],
    queryFn: () => ask<MoneyPreview>(`${at(session)}/forgiveness-preview`, { body: {} }),
  })

export const chargebackPreviewQuery = (session: OfSession, asked: { chargeId: string; cents: number } | null) =>
  queryOptions({
    queryKey: ['operations', 'chargeback-preview', session, asked],
    queryFn: () => ask<MoneyPreview>(`${at(session)}/chargeback-preview`, { body: asked }),
    enabled: asked !== null,
  })

export const forgive = (session: OfSession, body: { cents: number; reason: string }, key: string) =>
  ask(`${at(session)}/forgivenesses`, { body, key })

export const takeChargeback = (
  session: OfSession,
  body: { chargeId: string; cents: number; reference: string },
  key: string,
) => ask(`${at(session)}/chargebacks`, { body, key })
