import { randomUUID } from 'node:crypto'
import { addMinutes, type Instant, instantAt } from '../libraries/calendar/index.ts'
import { type StoryClient, type StoryPractice, type StorySettings, zone } from './story-network.ts'

/** Plays people of the story over HTTP, as a browser would: signs in by card, adds and confirms sessions, moves the clock. */
export function storyPlayer(url: string) {
  return {
    async confirm(practice: StoryPractice, client: StoryClient, settings: StorySettings): Promise<string> {
      const clinician = practice.members.find(({ id }) => id === client.clinicianId)
      if (clinician === undefined) throw new Error(`nobody treats ${client.id}`)
      const ask = await signIn(url, clinician.name)
      return addAndConfirm(ask, practice, client, settings)
    },
    /** Goes to the next event; the moment at which the clock stands then. */
    async nextEvent(): Promise<Instant> {
      const { now } = await asker(url, '')<{ now: Instant }>('/api/demonstration/clock', { until: 'next_event' })
      return now
    },
    async now(): Promise<Instant> {
      const { now } = await asker(url, '')<{ now: Instant }>('/api/demonstration/clock')
      return now
    },
  }
}

/** One person's requests: a POST where there is a body, each with a key of its own; a refusal is thrown. */
export type Ask = <Answer>(path: string, body?: object) => Promise<Answer>

export function asker(url: string, cookie: string): Ask {
  return async <Answer>(path: string, body?: object) => {
    const response = await fetch(`${url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        origin: url,
        cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const answer = await response.json()
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(answer)}`)
    return answer as Answer
  }
}

export async function signIn(url: string, name: string): Promise<Ask> {
  const personas = await asker(url, '')<{ id: string; name: string }[]>('/api/demonstration/personas')
  const persona = personas.find((one) => one.name === name)
  if (persona === undefined) throw new Error(`${name} is nobody in this story`)
  const response = await fetch(`${url}/api/demonstration/personas/${persona.id}/sign-in`, {
    method: 'POST',
    headers: { origin: url, 'idempotency-key': randomUUID() },
  })
  if (!response.ok) throw new Error(`signing in as ${name} answered ${response.status}`)
  const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0])
  return asker(url, cookies.join('; '))
}

async function addAndConfirm(
  ask: Ask,
  practice: StoryPractice,
  client: StoryClient,
  { on }: StorySettings,
): Promise<string> {
  const base = `/api/practices/${practice.id}`
  const startsAt = instantAt(on, '10:00', zone)
  const endsAt = addMinutes(startsAt, 55)
  const listed = await ask<{ personId: string; locations: { id: string }[] }[]>(`${base}/clients`)
  const known = listed.find(({ personId }) => personId === client.id)
  const session = { personId: client.id, memberId: client.clinicianId, startsAt, endsAt, modality: 'telehealth' }
  const { id } = await ask<{ id: string }>(`${base}/sessions`, session)
  await ask(`${base}/sessions/${id}/confirmations`, {
    startedAt: startsAt,
    stoppedAt: endsAt,
    modality: 'telehealth',
    locationId: known?.locations[0]?.id ?? null,
    codes: [{ code: '90837', modifiers: [], units: 1 }],
    diagnoses: ['F41.1'],
    note: { body: 'Worked on sleep and worry; agreed on a plan until next week.' },
  })
  return id
}
