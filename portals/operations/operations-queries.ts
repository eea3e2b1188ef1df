import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ClaimFound } from '../../business/operations/claim-found.ts'
import type { ClaimPage } from '../../business/operations/claim-page.ts'
import type { ContractPage, ContractRow } from '../../business/operations/contract-page.ts'
import type { ContractYears } from '../../business/operations/contract-year-page.ts'
import type { Setting } from '../../business/operations/dated-setting.ts'
import type { QueuePage, QueueSort } from '../../business/operations/page-queue.ts'
import type { QueueName, QueueSummary } from '../../business/operations/queue-names.ts'
import type { RemittancePage, RemittanceRow } from '../../business/operations/remittance-page.ts'
import type { SessionSide } from '../../business/operations/session-side.ts'
import type { Treasury } from '../../business/operations/treasury.ts'
import type { Cents } from '../../libraries/money/index.ts'
import { ask } from '../api.ts'
import type { Letters, StaffMember, Standing } from './operations-contract.ts'
import type { Postings } from './postings.ts'

/** The questions of the operator's pages. */

const operations = (path: string, asked: Record<string, string | number | undefined> = {}) => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked))
    if (value !== undefined && value !== '') query.set(name, `${value}`)
  const written = query.size === 0 ? '' : `?${query}`
  return `/api/operations/${path}${written}`
}

export const queueSummariesQuery = queryOptions({
  queryKey: ['operations', 'queues'],
  queryFn: () => ask<QueueSummary[]>(operations('queues')),
})

export type QueueSearch = {
  sort?: QueueSort | undefined
  page?: number | undefined
  payer?: string | undefined
  owner?: string | undefined
  reason?: string | undefined
}

export const queueQuery = (queue: QueueName, search: QueueSearch) =>
  queryOptions({
    queryKey: ['operations', 'queue', queue, search],
    queryFn: () => ask<QueuePage>(operations(`queues/${queue}`, search)),
    placeholderData: keepPreviousData,
  })

export const staffQuery = queryOptions({
  queryKey: ['operations', 'staff'],
  queryFn: () => ask<StaffMember[]>(operations('staff')),
  staleTime: 600_000,
})

export type ClaimSearch = { q?: string | undefined; status?: string | undefined; page?: number | undefined }
export type ClaimsFound = { count: number; isCut: boolean; page: number; pages: number; claims: ClaimFound[] }

export const claimsQuery = (search: ClaimSearch) =>
  queryOptions({
    queryKey: ['operations', 'claims', search],
    queryFn: () => ask<ClaimsFound>(operations('claims', search)),
    placeholderData: keepPreviousData,
  })

export const claimQuery = (practiceId: string, claimId: string) =>
  queryOptions({
    queryKey: ['operations', 'claim', practiceId, claimId],
    queryFn: () => ask<ClaimPage>(operations(`claims/${practiceId}/${claimId}`)),
  })

export type RemittanceSearch = {
  state?: string | undefined
  payer?: string | undefined
  q?: string | undefined
  page?: number | undefined
}
export type RemittancesFound = {
  count: number
  page: number
  pages: number
  paidCents: Cents
  payers: string[]
  remittances: RemittanceRow[]
}

export const remittancesQuery = (search: RemittanceSearch) =>
  queryOptions({
    queryKey: ['operations', 'remittances', search],
    queryFn: () => ask<RemittancesFound>(operations('remittances', search)),
    placeholderData: keepPreviousData,
  })

export const remittanceQuery = (remittanceId: string) =>
  queryOptions({
    queryKey: ['operations', 'remittance', remittanceId],
    queryFn: () => ask<RemittancePage>(operations(`remittances/${remittanceId}`)),
  })

export const treasuryQuery = queryOptions({
  queryKey: ['operations', 'treasury'],
  queryFn: () => ask<Treasury>(operations('treasury')),
})

export const standingQuery = queryOptions({
  queryKey: ['operations', 'standing'],
  queryFn: () => ask<Standing>(operations('standing')),
  staleTime: 30_000,
})

export type PostingSearch = {
  book?: string | undefined
  kind?: string | undefined
  subject?: string | undefined
  payer?: string | undefined
  month?: string | undefined
  page?: number | undefined
}

export const postingsQuery = (search: PostingSearch) =>
  queryOptions({
    queryKey: ['operations', 'postings', search],
    queryFn: () => ask<Postings>(operations('postings', search)),
    placeholderData: keepPreviousData,
  })

export const sessionSideQuery = (practiceId: string, sessionId: string) =>
  queryOptions({
    queryKey: ['operations', 'session', practiceId, sessionId],
    queryFn: () => ask<SessionSide>(operations(`sessions/${practiceId}/${sessionId}`)),
  })

export type MailSearch = { state?: string | undefined; page?: number | undefined }

export const mailQuery = (search: MailSearch) =>
  queryOptions({
    queryKey: ['operations', 'mail', search],
    queryFn: () => ask<Letters>(operations('mail', search)),
    placeholderData: keepPreviousData,
  })

export const settingsQuery = queryOptions({
  queryKey: ['operations', 'settings'],
  queryFn: () => ask<Setting[]>(operations('settings')),
})

export const contractsQuery = queryOptions({
  queryKey: ['operations', 'contracts'],
  queryFn: () => ask<ContractRow[]>(operations('contracts')),
})

export const contractQuery = (contractId: string) =>
  queryOptions({
    queryKey: ['operations', 'contract', contractId],
    queryFn: () => ask<ContractPage>(operations(`contracts/${encodeURIComponent(contractId)}`)),
  })

export const contractYearsQuery = (contractId: string) =>
  queryOptions({
    queryKey: ['operations', 'contract-years', contractId],
    queryFn: () => ask<ContractYears>(operations(`contracts/${encodeURIComponent(contractId)}/years`)),
  })
