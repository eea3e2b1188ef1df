import { mkdtempSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { pino } from 'pino'
import { recordSession } from '../business/sessions/session-store.ts'
import { connect } from '../database/connect.ts'
import { startTestCluster } from '../database/test-cluster.ts'
import { testKeys } from '../database/test-database.ts'
import { addDays, addMinutes, calendarDate, instantAt } from '../libraries/calendar/index.ts'
import { openAccounts } from './accounts.ts'
import { createApp } from './app.ts'
import { demonstrationDoors } from './demonstration/demonstration-doors.ts'
import { triedFile } from './demonstration/tried-things.ts'
import { houseOnTestDatabase } from './house-on-test-database.ts'
import { aClient, aPractice } from './made-up-practice.ts'
import { openSignIn } from './sign-in.ts'
import { zone } from './story-network.ts'

// For `npm run bench -- http`, as a process of its own: so many practices with a signed-in clinician each, and the app on
// two ports, once as it is and once by a role for which row security does not hold. Ends when its input does.

const users = Number(process.argv[2] ?? '10')
const sessionsEach = 8
const folder = mkdtempSync(join(tmpdir(), 'evenkeel-crowd-'))
const url = 'http://localhost'

const house = await houseOnTestDatabase()
const cluster = await startTestCluster()
const { world, database } = house
const { operations } = database
const signIn = openSignIn({
  db: database.signIn,
  mode: 'demonstration',
  url,
  origins: () => [url],
  secret: 'a secret of this run alone, of more than thirty-two characters',
  newId: world.ids.next,
})

const people = await makePeople()
const held = await listen(database.urls.portal)
const open = await listen(await urlWithoutRowSecurity())
process.stdout.write(`${JSON.stringify({ held, open, people })}\n`)
process.stdin
  .on('end', async () => {
    await cluster.stop()
    process.exit(0)
  })
  .resume()

async function makePeople() {
  const made: {
    practiceId: string
    cookie: string
    sessions: { id: string; startsAt: string; locationId: string }[]
  }[] = []
  const make = async () => {
    const practice = await aPractice(house, { bank: 'none', taxForm: false })
    const { practiceId, clinicianId: memberId } = practice
    const { id: userId } = await signIn.addUser({ name: 'Somebody', email: `${memberId}@example.com` })
    await sql`update practices.member set user_id = ${userId} where id = ${memberId}`.execute(database.owner)
    const { personId, locationId } = await aClient(house, practice)
    const sessions = Array.from({ length: sessionsEach }, (_, at) => {
      const startsAt = instantAt(addDays(calendarDate('2026-04-07'), -at), '10:00', zone)
      return { id: world.ids.next(), startsAt, locationId }
    })
    await house.as(async (tx) => {
      for (const { id, startsAt } of sessions) {
        const session = { practiceId, id, memberId, personId, startsAt, endsAt: addMinutes(startsAt, 55) }
        await recordSession(tx, { ...session, modality: 'telehealth', at: world.clock.now(), by: 'bench' })
      }
    })
    const cookie = ((await signIn.enterAs(userId)) ?? []).map((line) => line.split(';')[0]).join('; ')
    made.push({ practiceId, cookie, sessions })
  }
  for (let done = 0; done < users; done += 4) await Promise.all(Array.from({ length: Math.min(4, users - done) }, make))
  await sql`analyze`.execute(database.owner)
  return made
}

/** The same rights as portal, by a role for which row security does not hold. */
async function urlWithoutRowSecurity(): Promise<string> {
  const role = `bench_${process.pid}`
  await cluster.asSuperuser((client) =>
    client.query(`create role ${role} login bypassrls password 'bench' in role portal`),
  )
  const address = new URL(database.urls.portal)
  address.username = role
  address.password = 'bench'
  return address.href
}

async function listen(portal: string): Promise<number> {
  const doors = demonstrationDoors({
    operations,
    world,
    outsideAddresses: {},
    payers: [],
    triedFile: triedFile({ dataFolder: folder }),
    emailOf: () => null,
    startOver: null,
    startedOver: false,
    die: null,
  })
  const app = await createApp({
    portal: connect(portal, { max: 10, keys: testKeys }),
    operations,
    signIn,
    accounts: openAccounts({ signInTables: database.signIn, operations, signIn, world, url: () => url }),
    world,
    mode: 'demonstration',
    demonstration: {
      personas: async () => [],
      moving: () => null,
      advance: async () => ({ progress: 'nothing was due' }),
      doors,
    },
    portalsFolder: folder,
    logger: pino({ level: 'silent' }),
    origins: () => [url],
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  return (app.server.address() as AddressInfo).port
}
