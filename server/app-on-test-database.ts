import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { recordPerson } from '../business/clients/person-store.ts'
import type { Outside } from '../business/world.ts'
import { asPerson } from '../database/act-as.ts'
import { type TestDatabase, testDatabase } from '../database/test-database.ts'
import { calendarDate, type Instant } from '../libraries/calendar/index.ts'
import { npiFrom } from '../libraries/npi/index.ts'
import { openAccounts } from './accounts.ts'
import { type AppParts, createApp } from './app.ts'
import { demonstrationDoors } from './demonstration/demonstration-doors.ts'
import { triedFile } from './demonstration/tried-things.ts'
import { makeIds } from './ids.ts'
import { makeWorld } from './make-world.ts'
import { demonstrationBegins } from './operator-clock.ts'
import { ensureOperator } from './operator-store.ts'
import { outsideThatIsAway } from './outside-that-is-away.ts'
import type { Role } from './route-rules.ts'
import { openSignIn } from './sign-in.ts'

export const testUrl = 'http://localhost:4000'

/** For tests: the real app on a database of its own, with an operator and no one else. */
export async function appOnTestDatabase({
  outside = outsideThatIsAway,
  ...wanted
}: Partial<AppParts> & { outside?: Outside } = {}) {
  const database = await testDatabase()
  const ids = makeIds()
  const zone = 'America/New_York'
  let standsAt = demonstrationBegins
  const clock = { now: () => standsAt }
  const operator = await ensureOperator(database.operations, {
    id: ids.next(),
    name: 'Evenkeel',
    zone,
    at: demonstrationBegins,
  })
  const world = makeWorld({ clock, ids, zone, operator, outside })
  const mode = wanted.mode ?? 'demonstration'
  const signIn = openSignIn({
    db: database.signIn,
    mode: 'demonstration',
    url: testUrl,
    origins: () => [testUrl],
    secret: 'a secret for tests, of more than thirty-two characters',
    newId: ids.next,
  })
  const dataFolder = mkdtempSync(join(tmpdir(), 'evenkeel-app-'))
  const doors = demonstrationDoors({
    operations: database.operations,
    world,
    outsideAddresses: {},
    payers: [],
    triedFile: triedFile({ dataFolder }),
    emailOf: () => null,
    startOver: null,
    startedOver: false,
    die: null,
  })
  const app = await createApp({
    portal: database.portal,
    operations: database.operations,
    signIn,
    accounts: openAccounts({
      signInTables: database.signIn,
      operations: database.operations,
      signIn,
      world,
      url: () => testUrl,
    }),
    world,
    mode,
    demonstration:
      mode === 'production'
        ? null
        : {
            personas: async () => [],
            advance: async () => ({ progress: 'nothing was due' }),
            moving: () => null,
            doors,
          },
    portalsFolder: join(import.meta.dirname, 'no-portals'),
    logger: pino({ level: 'silent' }),
    origins: () => [testUrl],
    databasePatienceSeconds: 1,
    ...wanted,
  })
  const close = async () => {
    await app.close()
    await database.close()
    rmSync(dataFolder, { recursive: true })
  }
  const setClock = (at: Instant) => {
    standsAt = at
  }
  const house = { database, world, signIn }
  return { app, ...house, close, setClock, someone: someoneOf(house), someClient: someClientOf(house) }
}

type TestHouse = {
  database: TestDatabase
  world: ReturnType<typeof makeWorld>
  signIn: ReturnType<typeof openSignIn>
}

type Wanted = {
  role?: Exclude<Role, 'client' | 'anonymous'>
  clinician?: boolean
  practiceId?: string
  kind?: 'solo' | 'group'
}

// A member with a login, in a practice of their own unless one is named; `cookie` is the session that they bring.
function someoneOf({ database, world, signIn }: TestHouse) {
  return async ({ role = 'owner', clinician = true, practiceId, kind = 'solo' }: Wanted = {}) => {
    const { ids, clock, zone } = world
    const practice = practiceId ?? ids.next()
    if (practiceId === undefined) {
      await database.operations
        .insertInto('practices.practice')
        .values({ practice_id: practice, kind, name: 'Juniper Street', time_zone: zone, joined_at: clock.now() })
        .execute()
    }
    const memberId = ids.next()
    const { id: userId } = await signIn.addUser({ name: 'Someone', email: `someone-${memberId}@example.com` })
    await database.operations
      .insertInto('practices.member')
      .values({
        practice_id: practice,
        id: memberId,
        user_id: userId,
        name: 'Someone',
        role,
        clinician,
        npi: clinician ? npiFrom('123456789') : null,
        taxonomy: clinician ? '103TC0700X' : null,
        licence_family: clinician ? 'psychologist' : null,
        joined_at: clock.now(),
      })
      .execute()
    const cookies = (await signIn.enterAs(userId)) ?? []
    return { userId, memberId, practiceId: practice, cookie: cookies.map((line) => line.split(';')[0]).join('; ') }
  }
}

// A person with a login of their own, in force in the days given.
function someClientOf({ database, world, signIn }: TestHouse) {
  return async ({ during = '[2020-01-01,)', userId = null as string | null } = {}) => {
    const personId = world.ids.next()
    const user = userId ?? (await signIn.addUser({ name: 'Ada Client', email: `client-${personId}@example.com` })).id
    const actor = { user, now: world.clock.now(), person: personId }
    await asPerson(database.portal, actor, async (db) => {
      await recordPerson(
        db,
        {
          personId,
          givenName: 'Ada',
          familyName: 'Client',
          dateOfBirth: calendarDate('1990-05-06'),
          sex: 'U',
          email: `client-${personId}@example.com`,
          street: '1 EXAMPLE STREET',
          city: 'QUEENS',
          state: 'NY',
          zip: '11375',
        },
        { practiceId: world.operator, from: calendarDate('2020-01-01'), at: world.clock.now() },
      )
      await db.insertInto('clients.login').values({ person_id: personId, user_id: user, during }).execute()
    })
    const cookies = (await signIn.enterAs(user)) ?? []
    return { userId: user, personId, cookie: cookies.map((line) => line.split(';')[0]).join('; ') }
  }
}
