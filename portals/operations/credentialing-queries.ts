import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '../api.ts'
import type { paths } from '../api-schema.ts'

/** The questions about what clinicians hold, and what a change of it, or of a plan's terms, would turn around. */

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Content } } } }
}
  ? Content
  : never

const member = '/api/operations/practices/{practiceId}/members/{memberId}/credentialing'
type Effects = paths[`${typeof member}-effects`]['post']

export type DeskRow = Answer<'/api/operations/clinicians'>[number]
export type Desk = Answer<typeof member>
export type DeskTask = Desk['tasks'][number]
export type DeskAuthority = Desk['authorities'][number]
export type DeskCredential = Desk['credentials'][number]
export type DeskEntry = Desk['entries'][number]
export type Entry = NonNullable<Effects['requestBody']>['content']['application/json']['change']
export type Weighed = Effects['responses'][200]['content']['application/json']
export type Turned = Weighed['turned'][number]
export type Network = Answer<'/api/operations/networks'>[number]
export type PlanWithTerms = Answer<'/api/operations/plans'>[number]
export type Licensee = Answer<'/api/operations/service-areas'>[number]
export type TermsChange = NonNullable<
  paths['/api/operations/terms-effects']['post']['requestBody']
>['content']['application/json']['change']

export type AreasSearch = { state?: string | undefined }
export type CliniciansSearch = { practice?: string | undefined; state?: string | undefined; what?: string | undefined }

export const cliniciansQuery = queryOptions({
  queryKey: ['operations', 'clinicians'],
  queryFn: () => answerOf<DeskRow[]>(api.GET('/api/operations/clinicians')),
})

export const deskQuery = (practiceId: string, memberId: string) =>
  queryOptions({
    queryKey: ['operations', 'desk', practiceId, memberId],
    queryFn: () => answerOf<Desk>(api.GET(member, { params: { path: { practiceId, memberId } } })),
  })

export const networksQuery = queryOptions({
  queryKey: ['operations', 'networks'],
  queryFn: () => answerOf<Network[]>(api.GET('/api/operations/networks')),
  staleTime: 60_000,
})

export const plansQuery = queryOptions({
  queryKey: ['operations', 'plans'],
  queryFn: () => answerOf<PlanWithTerms[]>(api.GET('/api/operations/plans')),
})

export const serviceAreasQuery = queryOptions({
  queryKey: ['operations', 'service-areas'],
  queryFn: () => answerOf<Licensee[]>(api.GET('/api/operations/service-areas')),
})

/** What an entry would turn around, or why it may not be saved; nothing is recorded. */
export const entryEffectQuery = (desk: Pick<Desk, 'practiceId' | 'memberId' | 'seen'>, change: Entry | null) =>
  queryOptions({
    queryKey: ['operations', 'entry-effect', desk.memberId, desk.seen, change],
    queryFn: () => {
      const { practiceId, memberId } = desk
      if (change === null) throw new Error('nothing is asked yet')
      return answerOf<Weighed>(
        api.POST(`${member}-effects`, { params: { path: { practiceId, memberId } }, body: { change } }),
      )
    },
    enabled: change !== null,
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  })

export function sendEntry(
  { practiceId, memberId, seen }: Pick<Desk, 'practiceId' | 'memberId' | 'seen'>,
  { change, reason }: { change: Entry; reason: string },
  key: string,
): Promise<unknown> {
  return answerOf(
    api.POST(`${member}-changes`, {
      params: { path: { practiceId, memberId } },
      headers: { 'Idempotency-Key': key },
      body: { change, reason, seen },
    }),
  )
}

/** The same for the terms of a plan, at every practice. */
export const termsEffectQuery = (change: TermsChange | null) =>
  queryOptions({
    queryKey: ['operations', 'terms-effect', change],
    queryFn: () => {
      if (change === null) throw new Error('nothing is asked yet')
      return answerOf<Weighed>(api.POST('/api/operations/terms-effects', { body: { change } }))
    },
    enabled: change !== null,
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  })

export function sendTerms({ change, reason }: { change: TermsChange; reason: string }, key: string): Promise<unknown> {
  return answerOf(
    api.POST('/api/operations/terms-changes', { headers: { 'Idempotency-Key': key }, body: { change, reason } }),
  )
}
