import { spawn } from 'node:child_process'
import { Agent } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { recordSession } from '../business/sessions/session-store.ts'
import { startTestCluster } from '../database/test-cluster.ts'
import { addDays, addMinutes, calendarDate, instantAt } from '../libraries/calendar/index.ts'
import { houseOnTestDatabase } from '../server/house-on-test-database.ts'
import { aClient, aPractice } from '../server/made-up-practice.ts'
import { openSignIn } from '../server/sign-in.ts'
import { zone } from '../server/story-network.ts'
import { type Asker, ask, at, pause } from './http-asks.ts'
import type { ServerOrder } from './http-server.ts'

// `npm run bench -- http [--users N] [--seconds N] [--json]`: so many signed-in people at once, each in a practice of
// their own, reading and confirming; then one list read with row-level security and by a role that it does not hold for,
// in turns. The limits are those of docs/promises.md: no error, 0.8 of the reads, 1.5 times the slowest hundredth.

const least = 0.8
const most = 1.5

const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '60' },
    json: { type: 'boolean', default: false },
  },
})
const users = Number(values.users)
const seconds = Number(values.seconds)
const secret = 'a secret of this run alone, of more than thirty-two characters'
const sessionsEach = 8

type User = Asker & { practiceId: string; sessions: { id: string; startsAt: string; locationId: string }[] }

const house = await houseOnTestDatabase()
const cluster = await startTestCluster()
try {
  process.stderr.write(`${users} practices are made…\n`)
  const people = await makePeople()
  const held = await serve(house.database.urls.portal)
  const open = await serve(await urlWithoutRowSecurity())
  await Promise.all([warm(held.port, people), warm(open.port, people)])
  const crowd = await readAndConfirm(held.port, people)
  const reads = await compareReads(held.port, open.port, people)
  const isWithin = crowd.errors === 0 && reads.ratio >= least && reads.p99Ratio <= most
  const found = { isWithin, users, seconds, crowd, reads, limits: { reads: least, p99: most } }
  process.stdout.write(values.json ? `${JSON.stringify(found)}\n` : describe(found))
  held.stop()
  open.stop()
  process.exitCode = isWithin ? 0 : 1
} finally {
  await cluster.stop()
  await house.close()
}

async function makePeople(): Promise<User[]> {
  const signIn = openSignIn({
    db: house.database.signIn,
    mode: 'demonstration',
    url: 'http://localhost',
    origins: () => ['http://localhost'],
    secret,
    newId: house.world.ids.next,
  })
  const people: User[] = []
  const make = async () => {
    const practice = await aPractice(house, { bank: 'none', taxForm: false })
    const { practiceId, clinicianId: memberId } = practice
    const { id: userId } = await signIn.addUser({ name: 'Somebody', email: `${memberId}@example.com` })
    await house.database.owner
      .updateTable('practices.member')
      .set({ user_id: userId })
      .where('id', '=', memberId)
      .execute()
    const client = await aClient(house, practice)
    const sessions = Array.from({ length: sessionsEach }, (_, at) => {
      const startsAt = instantAt(addDays(calendarDate('2026-04-07'), -at), '10:00', zone)
      return { id: house.world.ids.next(), startsAt, locationId: client.locationId }
    })
    await house.as(async (tx) => {
      for (const { id, startsAt } of sessions) {
        const session = {
          practiceId,
          id,
          memberId,
          personId: client.personId,
          startsAt,
          endsAt: addMinutes(startsAt, 55),
        }
        await recordSession(tx, { ...session, modality: 'telehealth', at: house.world.clock.now(), by: 'bench' })
      }
    })
    const cookie = ((await signIn.enterAs(userId)) ?? []).map((line) => line.split(';')[0]).join('; ')
    people.push({ practiceId, cookie, sessions })
  }
  for (let done = 0; done < users; done += 4) await Promise.all(Array.from({ length: Math.min(4, users - done) }, make))
  await sql`analyze`.execute(house.database.owner)
  return people
}

/** The same rights as portal, by a role for which row security does not hold. */
async function urlWithoutRowSecurity(): Promise<string> {
  const role = `bench_${process.pid}`
  await cluster.asSuperuser(async (client) => {
    await client.query(`create role ${role} login bypassrls password 'bench' in role portal`)
  })
  const url = new URL(house.database.urls.portal)
  url.username = role
  url.password = 'bench'
  return url.href
}

async function serve(portal: string): Promise<{ port: number; stop: () => void }> {
  const { operations, sign_in: signIn } = house.database.urls
  const order: ServerOrder = {
    urls: { portal, operations, signIn },
    operator: house.world.operator,
    now: house.world.clock.now(),
    zone,
    secret,
  }
  const child = spawn(process.execPath, [join(import.meta.dirname, 'http-server.ts'), JSON.stringify(order)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  for await (const line of createInterface(child.stdout)) {
    return { port: JSON.parse(line).port, stop: () => child.stdin.end() }
  }
  throw new Error('the server did not start')
}

function pages({ practiceId }: User): string[] {
  const shown = ['home', 'sessions?show=to_confirm', 'clients', 'sessions?show=all']
  return shown.map((page) => `/api/practices/${practiceId}/${page}`)
}

async function warm(port: number, people: User[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  for (const user of people.slice(0, 40)) for (const page of pages(user)) await ask(port, agent, user, page)
  agent.destroy()
}

/** Everybody at once, each with a connection of their own: three pages, then a confirmation, and a breath between. */
async function readAndConfirm(port: number, people: User[]) {
  const agent = new Agent({ keepAlive: true, maxSockets: people.length })
  const until = performance.now() + seconds * 1000
  const reads: number[] = []
  const confirmations: number[] = []
  const wrong: string[] = []
  await Promise.all(
    people.map(async (user, at) => {
      const waiting = [...user.sessions]
      await pause((at / people.length) * 1000)
      for (let turn = 0; performance.now() < until; turn += 1) {
        const isConfirming = turn % 4 === 3 && waiting.length > 0
        const session = isConfirming ? waiting.pop() : undefined
        const answer =
          session === undefined
            ? await ask(port, agent, user, pages(user)[turn % 4] ?? '')
            : await ask(
                port,
                agent,
                user,
                `/api/practices/${user.practiceId}/sessions/${session.id}/confirmations`,
                confirmationOf(session),
              )
        ;(session === undefined ? reads : confirmations).push(answer.ms)
        if (answer.status !== (session === undefined ? 200 : 201))
          wrong.push(`${answer.status} ${answer.text.slice(0, 200)}`)
        await pause(200 + Math.random() * 400)
      }
    }),
  )
  agent.destroy()
  return {
    requests: reads.length + confirmations.length,
    perSecond: Math.round((reads.length + confirmations.length) / seconds),
    confirmed: confirmations.length,
    errors: wrong.length,
    firstErrors: wrong.slice(0, 3),
    readMs: { p50: at(reads, 0.5), p99: at(reads, 0.99) },
    confirmMs: { p50: at(confirmations, 0.5), p99: at(confirmations, 0.99) },
  }
}

function confirmationOf({ startsAt, locationId }: User['sessions'][number]): object {
  const stoppedAt = new Date(Date.parse(startsAt) + 55 * 60_000).toISOString()
  return {
    startedAt: startsAt,
    stoppedAt,
    modality: 'telehealth',
    locationId,
    codes: [{ code: '90837', modifiers: [], units: 1 }],
    diagnoses: ['F41.1'],
    note: { body: 'Worked on sleep and worry; agreed on a plan.' },
  }
}

/** Sixteen at once read the same list, in turns with and without row security; medians of the rounds. */
async function compareReads(held: number, open: number, people: User[]) {
  const rounds: { held: Round; open: Round }[] = []
  for (let round = 0; round < 7; round += 1) {
    const first = round % 2 === 0
    const one = await readFor(first ? held : open, people)
    const other = await readFor(first ? open : held, people)
    rounds.push(first ? { held: one, open: other } : { held: other, open: one })
  }
  const median = (of: (round: (typeof rounds)[number]) => number) => at(rounds.map(of), 0.5)
  const withRowSecurity = { perSecond: median(({ held }) => held.perSecond), p99: median(({ held }) => held.p99) }
  const without = { perSecond: median(({ open }) => open.perSecond), p99: median(({ open }) => open.p99) }
  return {
    route: 'GET /api/practices/:practiceId/sessions?show=all',
    withRowSecurity,
    without,
    ratio: Number((withRowSecurity.perSecond / without.perSecond).toFixed(3)),
    p99Ratio: Number((withRowSecurity.p99 / without.p99).toFixed(3)),
  }
}

type Round = { perSecond: number; p99: number }

async function readFor(port: number, people: User[], ms = 2000): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  const until = performance.now() + ms
  const took: number[] = []
  await Promise.all(
    Array.from({ length: 16 }, async (_, lane) => {
      for (let turn = lane; performance.now() < until; turn += 16) {
        const user = people[turn % people.length]
        if (user === undefined) return
        took.push((await ask(port, agent, user, `/api/practices/${user.practiceId}/sessions?show=all`)).ms)
      }
    }),
  )
  agent.destroy()
  return { perSecond: Math.round((took.length * 1000) / ms), p99: at(took, 0.99) }
}

type Found = {
  isWithin: boolean
  crowd: Awaited<ReturnType<typeof readAndConfirm>>
  reads: Awaited<ReturnType<typeof compareReads>>
}

function describe({ isWithin, crowd, reads }: Found): string {
  return [
    `${users} signed-in people for ${seconds} s: ${crowd.requests} requests (${crowd.perSecond} a second), ${crowd.confirmed} sessions confirmed, ${crowd.errors} errors`,
    ...crowd.firstErrors.map((error) => `  ${error}`),
    `  reading: median ${crowd.readMs.p50} ms, slowest hundredth ${crowd.readMs.p99} ms; confirming: ${crowd.confirmMs.p50} ms, ${crowd.confirmMs.p99} ms`,
    `${reads.route}, sixteen at once, medians of seven rounds in turns`,
    `  with row-level security ${reads.withRowSecurity.perSecond} a second, p99 ${reads.withRowSecurity.p99} ms`,
    `  without it              ${reads.without.perSecond} a second, p99 ${reads.without.p99} ms`,
    `  ratio ${reads.ratio} (at least ${least}), p99 ${reads.p99Ratio} times (at most ${most})`,
    isWithin ? 'within the limits' : 'NOT within the limits',
    '',
  ].join('\n')
}
