import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Deed, OutsideTrouble } from '../business/world.ts'
import { connect, connectPool } from '../database/connect.ts'
import { appOnTestDatabase } from './app-on-test-database.ts'
import { startJobs, tickSoon } from './jobs.ts'
import { tick } from './tick.ts'
import { troublesSince } from './trouble-store.ts'

let house: Awaited<ReturnType<typeof appOnTestDatabase>>
beforeAll(async () => {
  house = await appOnTestDatabase()
})
afterAll(() => house?.close())

const doors = (deeds: Deed[], log = pino({ level: 'silent' })) => ({
  operations: house.database.operations,
  world: house.world,
  deeds,
  log,
})

function deed(name: string, ...answers: (number | Error)[]): Deed & { asked: number } {
  const made = {
    name,
    asked: 0,
    async run() {
      const answer = answers[made.asked] ?? 0
      made.asked += 1
      if (answer instanceof Error) throw answer
      return answer
    },
  }
  return made
}

test('deeds are done in order, again until each had nothing to do after the last that did something', async () => {
  const [send, post] = [deed('send', 1, 2), deed('post', 1)]
  expect(await tick(doors([send, post]))).toEqual({ did: 4, gaveWork: 4, failed: [] })
  expect([send.asked, post.asked]).toEqual([3, 2])
})

test('a deed that fails is recorded once for the operator and stops none of the others', async () => {
  const broken = () => deed('fetch answers', new OutsideTrouble('bank', 'listing out: no route'))
  const other = deed('other', 1)
  expect(await tick(doors([broken(), other]))).toEqual({ did: 1, gaveWork: 1, failed: ['fetch answers'] })
  await tick(doors([broken()]))
  const troubles = await troublesSince(house.database.operations, house.world.operator, house.world.clock.now())
  expect(troubles.filter((trouble) => trouble.deed === 'fetch answers')).toHaveLength(1)
  expect(troubles[0]?.message).toContain('bank: listing out: no route')
})

test('what is logged of a failure holds no value of a row and nothing in quotes', async () => {
  const lines: string[] = []
  const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) })
  const duplicate: Deed = {
    name: 'insert twice',
    run: async (db, world) => {
      const row = {
        practice_id: world.operator,
        id: world.ids.next(),
        at: world.clock.now(),
        deed: 'x',
        subject: 'Jane Roe',
        message: 'Jane Roe',
      }
      await db.insertInto('house.trouble').values([row, row]).execute()
      return 1
    },
  }
  const quoting = deed('quote', new Error('no plan for member "ABC123"'))
  await tick(doors([duplicate, quoting], log))
  const troubles = await troublesSince(house.database.operations, house.world.operator, house.world.clock.now())
  expect(troubles.map(({ message }) => message)).toContain(
    'database error 23505 at house.trouble constraint trouble_pkey',
  )
  expect(JSON.stringify(troubles)).not.toContain('ABC123')
})

test('two ticks at once do not overlap', async () => {
  let running = 0
  let most = 0
  const slow: Deed = {
    name: 'slow',
    run: async (db) => {
      running += 1
      most = Math.max(most, running)
      await db.selectFrom('house.clock').selectAll().execute()
      running -= 1
      return 0
    },
  }
  await Promise.all([tick(doors([slow])), tick(doors([slow])), tick(doors([slow]))])
  expect(most).toBe(1)
})

test('a tick asked for in a transaction runs when that is committed, and not when it is undone', async () => {
  let asked: () => void = () => undefined
  const heard = () => new Promise<void>((resolve) => (asked = resolve))
  const listener: Deed = {
    name: 'listen',
    run: async () => {
      asked()
      return 0
    },
  }
  const pool = connectPool(house.database.urls.operations, { max: 4 })
  const atStart = heard()
  const jobs = startJobs(pool, doors([listener]))
  await atStart
  const next = heard()
  await house.database.portal.transaction().execute((db) => tickSoon(db))
  await next
  await jobs.stop()
  await pool.end()
})

test('a job runner whose first tick cannot be asked for begins again, and leaves no connection behind when it stops', async () => {
  const pool = connectPool(house.database.urls.operations, { max: 4 })
  const closed = connect(house.database.urls.operations)
  await tickSoon(closed)
  await closed.destroy()
  let begun = 0
  let third: () => void = () => undefined
  const begunThrice = new Promise<void>((resolve) => (third = resolve))
  const log = pino({ level: 'warn' }, { write: () => void (++begun === 3 && third()) })
  const jobs = startJobs(pool, { ...doors([], log), operations: closed })
  await begunThrice
  await jobs.stop()
  await pool.end()
  expect(pool.totalCount).toBe(0)
})
