import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Instant } from '../../libraries/calendar/index.ts'
import { ask } from '../api.ts'
import type { Persona } from '../contract.ts'

export type ThingToTry = {
  id: string
  title: string
  what: string
  persona: Persona | null
  path: string
  done: boolean
}

/** `boot` changes with every start of the server. */
export type Things = { boot: string; startedOver: boolean; canStartOver: boolean; things: ThingToTry[] }

export type Letter = { id: string; to: string; from: string; subject: string; body: string; recordedAt: Instant }

export type Stands = 'to_confirm' | 'not_sent' | 'open' | 'paid' | 'closed'

export type SwitchableSession = {
  id: string
  practiceName: string
  clientName: string
  startsAt: Instant
  payerName: string | null
  stands: Stands
}

export type Switchboard = { boot: string; canDie: boolean; sessions: SwitchableSession[] }

export type Happening = {
  id: string
  at: Instant
  kind: 'file' | 'claim' | 'card' | 'posting' | 'trouble'
  words: string
}

export type Standing = {
  booksBalance: boolean
  nobodyUnpaid: boolean
  nothingLost: boolean
  faults: { words: string; where: string }[]
  postings: number
}

/** What the demonstration's own pages ask; none of it exists in production. */
export const thingsQuery = queryOptions({
  queryKey: ['demonstration', 'things'],
  queryFn: () => ask<Things>('/api/demonstration/things'),
})

/** At most so many letters come at once, the latest. */
export const mostLetters = 300

export const lettersQuery = (find: string) =>
  queryOptions({
    queryKey: ['demonstration', 'letters', find],
    queryFn: () => ask<Letter[]>(`/api/demonstration/letters?find=${encodeURIComponent(find)}`),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  })

export const switchboardQuery = queryOptions({
  queryKey: ['demonstration', 'switchboard'],
  queryFn: () => ask<Switchboard>('/api/demonstration/switchboard'),
})

export const happeningsQuery = queryOptions({
  queryKey: ['demonstration', 'happenings'],
  queryFn: () => ask<Happening[]>('/api/demonstration/happenings'),
  refetchInterval: 2000,
})

export const standingQuery = queryOptions({
  queryKey: ['demonstration', 'standing'],
  queryFn: () => ask<Standing>('/api/demonstration/standing'),
  refetchInterval: 2000,
  // Asked again in two seconds anyway: a server that is away is told at once.
  retry: false,
})

export type Ordered = { id: number; does: string; words: string }

/** What was ordered at the switchboard, the latest first: kept while this page stays loaded, wherever one goes in it. */
export const orderedQuery = queryOptions({
  queryKey: ['demonstration', 'ordered'],
  queryFn: ({ client, queryKey }) => client.getQueryData<Ordered[]>(queryKey) ?? [],
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
})
