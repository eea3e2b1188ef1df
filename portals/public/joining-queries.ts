import { queryOptions } from '@tanstack/react-query'
import type { PracticeRole } from '../../business/practices/abilities-of.ts'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'

export type JoiningKind = 'solo' | 'new_group' | 'solo_to_group'

export type Choices = {
  families: { id: string; label: string }[]
  plans: { id: string; name: string }[]
  slots: Instant[]
  zone: string
}

export type Progress = {
  kind: JoiningKind
  givenName: string
  practiceName: string
  sentOn: CalendarDate
  consultant: string | null
  callAt: Instant | null
  zone: string
  callHeld: boolean
  quotedOn: CalendarDate | null
  opened: boolean
  closed: boolean
}

/** The call behind a letter's link. */
export type OwnCall = {
  state: 'stands' | 'held_beside' | 'none_booked'
  givenName: string
  consultant: string | null
  callAt: Instant | null
  standsAt: Instant | null
  zone: string
  slots: Instant[]
}

export type Invited = {
  practiceId: string
  practiceName: string
  name: string
  email: string
  roles: PracticeRole[]
}

export const choicesQuery = queryOptions({
  queryKey: ['joining', 'choices'],
  queryFn: () => answerOf<Choices>(api.GET('/api/joining/choices')),
})

// The token stands in the body: no address of ours, and no log, holds it.
export const progressQuery = (token: string) =>
  queryOptions({
    queryKey: ['joining', 'progress', token],
    queryFn: () => answerOf<Progress>(api.POST('/api/joining/progress', { body: { token } })),
    retry: false,
  })

export const ownCallQuery = (token: string) =>
  queryOptions({
    queryKey: ['joining', 'call', token],
    queryFn: () => answerOf<OwnCall>(api.POST('/api/joining/calls/openings', { body: { token } })),
    retry: false,
  })

export const invitedQuery = (token: string) =>
  queryOptions({
    queryKey: ['team-invitation', token],
    queryFn: () => answerOf<Invited>(api.POST('/api/team-invitations/openings', { body: { token } })),
    retry: false,
  })
