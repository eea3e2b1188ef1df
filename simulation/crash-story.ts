import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addMinutes, instant } from '../libraries/calendar/index.ts'
import type { CrashServer } from './crash-server.ts'

/** Who confirms what: a payer that pays, one that denies, one that takes back, and the other practice it takes from. */
const confirmed = [
  { client: 'Ada Fenwick', user: userNumber(41), startsAt: '2026-04-08T14:00:00.000Z' },
  { client: 'Dorian Petrel', user: userNumber(41), startsAt: '2026-04-08T15:30:00.000Z' },
  { client: 'Felix Marrow', user: userNumber(41), startsAt: '2026-04-08T12:00:00.000Z' },
  { client: 'Hollis Varga', user: userNumber(52), startsAt: '2026-04-08T14:00:00.000Z' },
]

/** The other practice's account: its bank sends the first payout back. */
const returnedAccount = { account: '1001550032', code: 'R02' }

function userNumber(number: number): string {
  return `01960000-0000-7000-8000-${String(number).padStart(12, '0')}`
}

type Me = { memberships: { practiceId: string; memberId: string }[] }
type Client = { personId: string; name: string; locations: { id: string }[] }
type Session = { id: string; clientName: string; startsAt: string }

/** Adds the sessions that nobody planned, and tells the bank whose money comes back. */
export async function prepareStory(server: CrashServer, folder: string): Promise<void> {
  for (const { client, user, startsAt } of confirmed) {
    const { cookie, path, memberId } = await practiceOf(server, user)
    const sessions = (await server.ask('GET', `${path}/sessions`, { cookie })) as Session[]
    if (sessions.some((session) => session.clientName === client && session.startsAt === startsAt)) continue
    const { personId } = await clientOf(server, { cookie, path, client })
    const endsAt = addMinutes(instant(startsAt), 55)
    const body = { personId, memberId, startsAt, endsAt, modality: 'telehealth' }
    await server.ask('POST', `${path}/sessions`, { cookie, body, key: keyOf('add', client) })
  }
  const port = readFileSync(join(folder, 'outside', 'bank', 'control.port'), 'utf8')
  const ordered = await fetch(`http://127.0.0.1:${port}/behave`, {
    method: 'POST',
    body: JSON.stringify(returnedAccount),
  })
  if (!ordered.ok) throw new Error(`the bank took no order: ${await ordered.text()}`)
}

/** Confirms the sessions, each with its own key: done again after a crash, the server must recognise the request. */
export async function confirmStory(server: CrashServer): Promise<void> {
  for (const { client, user, startsAt } of confirmed) {
    const { cookie, path } = await practiceOf(server, user)
    const { locations } = await clientOf(server, { cookie, path, client })
    const sessions = (await server.ask('GET', `${path}/sessions`, { cookie })) as Session[]
    const session = sessions.find((one) => one.clientName === client && one.startsAt === startsAt)
    if (session === undefined) throw new Error(`${client} has no session at ${startsAt}`)
    await server.ask('POST', `${path}/sessions/${session.id}/confirmations`, {
      cookie,
      key: keyOf('confirm', client),
      body: {
        startedAt: startsAt,
        stoppedAt: addMinutes(instant(startsAt), 55),
        modality: 'telehealth',
        locationId: locations[0]?.id ?? null,
        codes: [{ code: '90837', modifiers: [], units: 1 }],
        diagnoses: ['F41.1'],
        note: { body: 'Worked on sleep and worry.' },
      },
    })
  }
}

/** Moves the clock to the moment, through everything that is due on the way. */
export async function advanceTo(server: CrashServer, until: string): Promise<void> {
  const { now } = (await server.ask('GET', '/api/demonstration/clock')) as { now: string }
  if (now >= until) return
  await server.ask('POST', '/api/demonstration/clock', { body: { until } })
}

async function practiceOf(server: CrashServer, user: string) {
  const cookie = await server.enterAs(user)
  const [membership] = ((await server.ask('GET', '/api/me', { cookie })) as Me).memberships
  if (membership === undefined) throw new Error(`${user} works nowhere`)
  return { cookie, path: `/api/practices/${membership.practiceId}`, memberId: membership.memberId }
}

async function clientOf(
  server: CrashServer,
  { cookie, path, client }: { cookie: string; path: string; client: string },
): Promise<Client> {
  const clients = (await server.ask('GET', `${path}/clients`, { cookie })) as Client[]
  const found = clients.find(({ name }) => name === client)
  if (found === undefined) throw new Error(`the practice has no client ${client}`)
  return found
}

function keyOf(deed: string, client: string): string {
  return `${deed}-${client.toLowerCase().replace(' ', '-')}`
}
