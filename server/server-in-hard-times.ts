import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { type Verified, verifyBooks } from '../business/payouts/verify-books-flow.ts'
import type { Db } from '../business/world.ts'
import { asOperations } from '../database/act-as.ts'
import { testKeys } from '../database/test-database.ts'
import { printWrappingKeys } from '../database/wrapping-keys.ts'
import { addMinutes, type Instant } from '../libraries/calendar/index.ts'
import { deeds } from './due.ts'
import { type OpenSftpPartner, openSftpPartner } from './outside/sftp-partner.ts'
import { roomRoutes } from './room-routes.ts'
import { seedStory } from './seed.ts'
import { type DatabaseUrls, readSettings, type Settings, type SftpSettings } from './settings.ts'
import { type RunningServer, type Seed, startServer } from './start.ts'
import {
  aprilStory,
  type StoryClient,
  type StoryPractice,
  simulatedConfigs,
  storyBegins,
  storyCharacters,
} from './story-network.ts'

type Answer = { status: number; body: Record<string, unknown> }

export type Wanted = {
  urls: DatabaseUrls
  /** Keeps what the processes outside know; a new one, removed at the end, when none is given. */
  folder?: string
  begins?: Instant
  /** Simulated ones when not said; none: whatever goes out waits; or those of another server. */
  partners?: 'simulated' | 'none' | Pick<Settings, 'clearinghouse' | 'bank' | 'cards'>
  seed?: Seed
  patienceSeconds?: number
}

/**
 * For tests of what goes wrong: the real server with the real simulated partners on a given database, and what a test needs
 * to break things and to look at both sides of a door.
 */
export async function serverInHardTimes(wanted: Wanted) {
  const { urls, begins = storyBegins(aprilStory), partners = 'simulated' } = wanted
  const folder = wanted.folder ?? mkdtempSync(join(tmpdir(), 'evenkeel-hard-times-'))
  const settings = {
    ...readSettings({
      EVENKEEL_DATA: folder,
      PORT: '0',
      EVENKEEL_KEYS: printWrappingKeys(testKeys()),
      EVENKEEL_DATABASE_PATIENCE_SECONDS: String(wanted.patienceSeconds ?? 0.3),
    }),
    database: urls,
    ...(typeof partners === 'string' ? {} : partners),
  }
  const server = await startServer(settings, {
    deeds,
    rooms: roomRoutes,
    seed: wanted.seed ?? seedStory(aprilStory, { withSessions: false }),
    characters: storyCharacters,
    ...(partners === 'simulated' ? { simulated: simulatedConfigs(aprilStory) } : {}),
    clockBegins: begins,
    logger: pino({ level: 'silent' }),
  })
  const { databases, world } = server
  const read = <T>(deed: (db: Db) => Promise<T>) =>
    asOperations(databases.operations, { user: null, now: world.clock.now() }, deed)
  return {
    server,
    settings,
    folder,
    read,
    as: (userId: string) => visitor(server, userId),
    verify: (): Promise<Verified> => read((db) => verifyBooks(db, world)),
    /** What people are told that went wrong, the first first. */
    troubles: async () =>
      (await databases.operations.selectFrom('house.trouble').select('message').orderBy('id').execute()).map(
        ({ message }) => message,
      ),
    /** Orders a fault on a partner's control door. */
    fault: (partner: string, fault: object) => orderFault(server, partner, fault),
    outside: outsideOf(folder),
    stop: async () => {
      await server.stop()
      if (wanted.folder === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type ServerInHardTimes = Awaited<ReturnType<typeof serverInHardTimes>>

/** Requests of one login over HTTP, as a browser sends them. */
async function visitor(server: RunningServer, userId: string) {
  const cookie = ((await server.signIn.enterAs(userId)) ?? []).map((line) => line.split(';')[0]).join('; ')
  const ask = async (method: string, path: string, body?: object, key: string = randomUUID()): Promise<Answer> => {
    const headers = { origin: server.url, cookie, 'content-type': 'application/json', 'idempotency-key': key }
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const response = await fetch(`${server.url}${path}`, { method, headers, ...sent })
    return { status: response.status, body: (await response.json()) as Answer['body'] }
  }
  return {
    get: (path: string) => ask('GET', path),
    post: (path: string, body: object, key?: string) => ask('POST', path, body, key),
  }
}

export type Visitor = Awaited<ReturnType<typeof visitor>>

export type Held = { startsAt: string; endsAt: string }

/** Adds a telehealth session of fifty-five minutes, or with the given end; answers its id. */
export async function addSession(
  visitor: Visitor,
  practice: Pick<StoryPractice, 'id'>,
  client: Pick<StoryClient, 'id' | 'clinicianId'>,
  held: { startsAt: Instant } | Held,
): Promise<string> {
  const session = {
    personId: client.id,
    memberId: client.clinicianId,
    modality: 'telehealth',
    ...('endsAt' in held ? held : { startsAt: held.startsAt, endsAt: addMinutes(held.startsAt, 55) }),
  }
  const { status, body } = await visitor.post(`/api/practices/${practice.id}/sessions`, session)
  if (status !== 201) throw new Error(`adding a session answered ${status}: ${JSON.stringify(body)}`)
  return String(body.id)
}

/** What a clinician sends to confirm a session of an hour of therapy. */
export async function confirmationOf(
  visitor: Visitor,
  practice: Pick<StoryPractice, 'id'>,
  client: Pick<StoryClient, 'id'>,
  held: Held,
) {
  const { body } = await visitor.get(`/api/practices/${practice.id}/clients`)
  const clients = body as unknown as { personId: string; locations: { id: string }[] }[]
  return {
    startedAt: held.startsAt,
    stoppedAt: held.endsAt,
    modality: 'telehealth',
    locationId: clients.find(({ personId }) => personId === client.id)?.locations[0]?.id ?? null,
    codes: [{ code: '90837', modifiers: [], units: 1 }],
    diagnoses: ['F41.1'],
    note: { body: 'Worked on sleep and worry; agreed on a plan until next week.' },
  }
}

/** Adds a session and confirms it as it was planned; answers its id. */
export async function confirmHour(
  visitor: Visitor,
  practice: Pick<StoryPractice, 'id'>,
  client: Pick<StoryClient, 'id' | 'clinicianId'>,
  startsAt: Instant,
): Promise<string> {
  const held = { startsAt, endsAt: addMinutes(startsAt, 55) }
  const id = await addSession(visitor, practice, client, held)
  const path = `/api/practices/${practice.id}/sessions/${id}/confirmations`
  const { status, body } = await visitor.post(path, await confirmationOf(visitor, practice, client, held))
  if (status !== 201) throw new Error(`confirming answered ${status}: ${JSON.stringify(body)}`)
  return id
}

async function orderFault({ outsideAddresses }: RunningServer, partner: string, fault: object): Promise<void> {
  const response = await fetch(`${outsideAddresses[partner]}/faults`, { method: 'POST', body: JSON.stringify(fault) })
  if (!response.ok) throw new Error(`${partner} refuses the fault: ${await response.text()}`)
}

type Visit = { user: string; did: 'lists' | 'writes' | 'brings'; path: string }

/** The other side of the doors: what the simulated partners keep in their folders. */
function outsideOf(folder: string) {
  const at = (...path: string[]) => join(folder, 'outside', ...path)
  const readJson = (path: string) => JSON.parse(readFileSync(at(path), 'utf8'))
  const doors = (): { clearinghouse: SftpSettings; bank: SftpSettings } => readJson('payer.json').payers[0]
  const password = (): string => readJson('passwords.json').operator
  return {
    /** How often a finished file of this name was brought to a partner. */
    brought: (partner: string, name: string) =>
      readFileSync(at(partner, 'visits.ndjson'), 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line): Visit => JSON.parse(line))
        .filter(({ did, path }) => did === 'brings' && path.split('/').at(-1) === name).length,
    /** The bytes that the payer found of a claim file of ours. */
    atPayer: (name: string) => readFileSync(at('clearinghouse', 'payer', 'out', name)),
    /** The bytes that the bank took. */
    atBank: (name: string) => readFileSync(at('bank', 'operator', 'received', name)),
    /** What the payer itself would use to bring files. */
    asPayer: (partner: 'clearinghouse' | 'bank'): OpenSftpPartner =>
      openSftpPartner({ ...doors()[partner], partner: `payer at the ${partner}` }),
    /** The operator's own keys to the partners, for another server beside the first. */
    partners: (): Pick<Settings, 'clearinghouse' | 'bank' | 'cards'> => ({
      clearinghouse: { ...doors().clearinghouse, user: 'operator', password: password() },
      bank: { ...doors().bank, user: 'operator', password: password() },
      cards: { url: `http://127.0.0.1:${readFileSync(at('cards', 'http.port'), 'utf8')}`, secret: password() },
    }),
    /** Every charge that the card processor made for one of ours. */
    async chargesFor(reference: string): Promise<{ amountCents: number; status: string }[]> {
      const port = readFileSync(at('cards', 'http.port'), 'utf8')
      const address = `http://127.0.0.1:${port}/v1/charges?reference=${encodeURIComponent(reference)}`
      const response = await fetch(address, { headers: { authorization: `Bearer ${password()}` } })
      const { charges } = (await response.json()) as { charges: { amountCents: number; status: string }[] }
      return charges
    },
  }
}
