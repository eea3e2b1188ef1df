import { spawn } from 'node:child_process'
import { Agent } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { type Asker, ask, at, pause } from './http-asks.ts'

// `npm run bench -- http [--users N] [--seconds N] [--json]`: so many signed-in people at once, each in a practice of
// their own, reading and confirming; then one list read with row-level security and by a role that it does not hold for,
// in turns. The limits are those of docs/promises.md: no error, 0.8 of the reads, 1.5 times the slowest hundredth.

const least = 0.8
const most = 1.5
// Between one request of somebody and the next: as long as a page is read.
const pauseMs = 8000

const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '60' },
    json: { type: 'boolean', default: false },
  },
})
const users = Number(values.users)
const seconds = Number(values.seconds)

type User = Asker & { practiceId: string; sessions: { id: string; startsAt: string; locationId: string }[] }

type Crowd = { held: number; open: number; people: User[]; stop: () => void }

process.stderr.write(`${users} practices are made…\n`)
const { held, open, people, stop } = await crowd()
try {
  await Promise.all([warm(held, people), warm(open, people)])
  const crowded = await readAndConfirm(held, people)
  const reads = await compareReads(held, open, people)
  const isWithin = crowded.errors === 0 && reads.ratio >= least && reads.p99Ratio <= most
  const found = { isWithin, users, seconds, crowd: crowded, reads, limits: { reads: least, p99: most } }
  process.stdout.write(values.json ? `${JSON.stringify(found)}\n` : describe(found))
  process.exitCode = isWithin ? 0 : 1
} finally {
  stop()
}

/** The practices, their people and the two servers, in a process of their own. */
async function crowd(): Promise<Crowd> {
  const script = join(import.meta.dirname, '..', 'server', 'crowd.ts')
  const child = spawn(process.execPath, [script, String(users)], { stdio: ['pipe', 'pipe', 'inherit'] })
  for await (const line of createInterface(child.stdout)) {
    return { ...JSON.parse(line), stop: () => child.stdin.end() }
  }
  throw new Error('the servers did not start')
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

/** Everybody at once, each with a connection of their own: three pages, then a confirmation, and a page's reading between. */
async function readAndConfirm(port: number, people: User[]) {
  const agent = new Agent({ keepAlive: true, maxSockets: people.length })
  const until = performance.now() + seconds * 1000
  const reads: number[] = []
  const confirmations: number[] = []
  const wrong: string[] = []
  await Promise.all(
    people.map(async (user, at) => {
      const waiting = [...user.sessions]
      await pause((at / people.length) * pauseMs)
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
        await pause(pauseMs * (0.5 + Math.random()))
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
