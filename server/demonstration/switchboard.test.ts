import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { claimsOfSession, eventsOf } from '../../business/claims/index.ts'
import { payoutEvents } from '../../business/payouts/payout-store.ts'
import { type TestDatabase, testDatabase } from '../../database/test-database.ts'
import { addMinutes, calendarDate, type Instant, instant, instantAt } from '../../libraries/calendar/index.ts'
import { confirmHour, type ServerInHardTimes, serverInHardTimes } from '../server-in-hard-times.ts'
import { mayaId, soloPractice, variantClients, zone } from '../story-network.ts'
import type { OfferedSession } from './demonstration-doors.ts'
import type { SwitchName } from './switches.ts'

// One evening of 8 April: six sessions, each with another order for its payer, whatever its member id says.
const begins = instant('2026-04-08T22:00:00Z')
const ordered = [
  ['pays_in_june', 'payer_denies'],
  ['pays_late', 'payer_pays'],
  ['denies', 'payer_pays_less'],
  ['pays_less', 'payer_stays_silent'],
  ['never_answers', 'payer_sends_twice'],
  ['sends_twice', 'payer_takes_back'],
] as const

let database: TestDatabase
let house: ServerInHardTimes
const sessions = new Map<SwitchName, string>()

beforeAll(async () => {
  database = await testDatabase()
  house = await serverInHardTimes({ urls: { ...database.urls, signIn: database.urls.sign_in }, begins })
  const maya = await house.as(soloPractice.members.find(({ id }) => id === mayaId)?.userId ?? '')
  for (const [index, [variant, name]] of ordered.entries()) {
    const startsAt = addMinutes(instant('2026-04-08T12:00:00Z'), index * 60)
    sessions.set(name, await confirmHour(maya, soloPractice, variantClients[variant], startsAt))
  }
}, 120_000)

afterAll(async () => {
  await house?.stop()
  await database?.close()
})

async function ask<Answer>(path: string, body?: object): Promise<{ status: number; body: Answer }> {
  const headers = { origin: house.server.url, 'content-type': 'application/json', 'idempotency-key': randomUUID() }
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  const response = await fetch(`${house.server.url}/api/demonstration/${path}`, { headers, ...sent })
  return { status: response.status, body: (await response.json()) as Answer }
}

const turn = async (name: SwitchName, sessionId: string | null = null) => {
  const { status, body } = await ask<{ words?: string; code?: string }>('switches', { switch: name, sessionId })
  return { status, words: body.words ?? '', code: body.code }
}

const eventsFor = (name: SwitchName) =>
  house.read(async (db) => {
    const [claim] = await claimsOfSession(db, soloPractice.id, sessions.get(name) ?? '')
    const events = claim === undefined ? [] : await eventsOf(db, soloPractice.id, claim.id)
    return events.map(({ kind }) => kind)
  })

const goTo = (day: string, time = '12:00'): Promise<unknown> => house.server.advance(at(day, time))
const at = (day: string, time: string): Instant => instantAt(calendarDate(day), time, zone)

test('the payer does with each session what was ordered for it before its claim was even sent, and soon', async () => {
  for (const [, name] of ordered) {
    const { status, words } = await turn(name, sessions.get(name) ?? null)
    expect([name, status]).toEqual([name, 200])
    expect(words).toMatch(/Cedar Mutual/)
  }
  const { words } = await turn('card_declines', sessions.get('payer_pays') ?? null)
  expect(words).toContain('Basil Orchard')
  expect((await turn('bank_returns')).words).toContain('Harbor Lane Group and Juniper Counseling')

  // The clearinghouse breaks off in the middle of the claim file of 10 April.
  expect((await turn('clearinghouse_drops')).status).toBe(200)
  await goTo('2026-04-15')
  expect(await eventsFor('payer_denies')).toContain('denied')
  expect(await eventsFor('payer_pays')).toContain('paid')
  expect(await eventsFor('payer_pays_less')).toContain('underpaid')
  expect(await eventsFor('payer_stays_silent')).not.toContain('paid')
  expect(await eventsFor('payer_sends_twice')).toContain('paid')
  expect(await eventsFor('payer_takes_back')).toEqual(expect.arrayContaining(['paid', 'reversed', 'denied']))
  const remittances = (await house.read((db) => house.server.world.files.all(db))).filter(({ name }) =>
    name.startsWith('835-2026-04-13'),
  )
  expect(new Set(remittances.map(({ sha256 }) => sha256)).size).toBe(1)
  expect(remittances.length).toBe(2)
}, 120_000)

test('a card that was ordered to fail was declined, and captured two days later', async () => {
  const attempts = await house.read((db) =>
    db.selectFrom('charges.charge_attempt').select('outcome').orderBy('at').orderBy('outcome').execute(),
  )
  const declined = attempts.filter(({ outcome }) => outcome === 'declined')
  expect(declined.length).toBe(1)
  expect(attempts.filter(({ outcome }) => outcome === 'captured').length).toBe(ordered.length)
})

test('a payer cannot be told to decide again what it has decided, and only what was paid can be taken back', async () => {
  const denied = sessions.get('payer_denies') ?? null
  expect(await turn('payer_pays', denied)).toMatchObject({ status: 409, code: 'claim_decided' })
  const paid = sessions.get('payer_pays') ?? null
  expect(await turn('payer_denies', paid)).toMatchObject({ status: 409, code: 'claim_decided' })
  expect((await turn('payer_takes_back', paid)).words).toContain('Thu, Apr 16')
  await goTo('2026-04-17')
  expect(await eventsFor('payer_pays')).toContain('reversed')
}, 60_000)

test('the payout comes back two banking days after it arrived, and is owed again at once', async () => {
  await goTo('2026-05-05')
  const events = await house.read((db) => payoutEvents(db, soloPractice.id))
  expect(events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['sent', 'settled', 'returned']))
  expect((await house.verify()).faults).toEqual([])
}, 60_000)

test('a clearinghouse that is away keeps what is due waiting, and takes it when it is back', async () => {
  const maya = await house.as(soloPractice.members.find(({ id }) => id === mayaId)?.userId ?? '')
  const id = await confirmHour(maya, soloPractice, variantClients.takes_back, at('2026-05-05', '08:00'))
  await turn('clearinghouse_away')
  await goTo('2026-05-07', '20:00')
  const states = async () => {
    const { body } = await ask<{ sessions: OfferedSession[] }>('switchboard')
    return body.sessions.find((session) => session.id === id)?.stands
  }
  expect(await states()).toBe('not_sent')
  const { body: log } = await ask<{ kind: string; words: string }[]>('happenings')
  const troubles = log.filter(({ kind, words }) => kind === 'trouble' && words.includes('(send-claim-files'))
  expect(troubles[0]?.words).toMatch(/^The clearinghouse did not answer .* Nothing is lost: it is tried again/)
  await turn('clearinghouse_back')
  await goTo('2026-05-07', '21:00')
  expect(await states()).toBe('open')
}, 60_000)

test('the line over the switches says that the books bear it, and the log says what happened', async () => {
  const { body: standing } = await ask<object>('standing')
  expect(standing).toMatchObject({ booksBalance: true, nobodyUnpaid: true, nothingLost: true, faults: [] })
  const { body: log } = await ask<{ kind: string; words: string }[]>('happenings')
  expect(log.length).toBeGreaterThan(20)
  expect(new Set(log.map(({ kind }) => kind))).toContain('file')
  expect(log.find(({ kind }) => kind === 'posting')?.words).toMatch(/Juniper Counseling: /)
  // Basil's card failed once; his claim was paid and taken back, which the payer tells as a denial beside it.
  const ofBasil = log.filter(({ words }) => words.startsWith('Basil Orchard')).map(({ words }) => words)
  expect(ofBasil.filter((words) => words.includes('The card was declined for $25.00.')).length).toBe(1)
  expect(ofBasil.filter((words) => words.includes('The insurer took back $125.00.')).length).toBe(1)
  expect(ofBasil.filter((words) => words.includes('denied'))).toEqual([])
})

test('a server that nobody would start again is not killed, and a session that is none is not switched', async () => {
  expect(await turn('server_dies')).toMatchObject({ status: 409, code: 'not_supervised' })
  expect(await turn('payer_pays', randomUUID())).toMatchObject({ status: 404, code: 'session_not_switchable' })
  const { status, body } = await ask<{ code: string }>('start-over', {})
  expect([status, body.code]).toEqual([409, 'not_our_database'])
})

test('the things to try lead to pages that are there, and a thing that was tried is ticked', async () => {
  type Things = { things: { id: string; path: string; done: boolean; persona: { name: string } | null }[] }
  const { things } = (await ask<Things>('things')).body
  const ended = things.find(({ id }) => id === 'denied')
  const denied = (['payer_denies', 'payer_takes_back', 'payer_pays'] as const).map((name) => sessions.get(name))
  expect(denied.map((id) => `/practice/${soloPractice.id}/sessions/${id}`)).toContain(ended?.path)
  expect([ended?.persona?.name, ended?.done]).toEqual(['Maya Lindqvist', false])
  expect((await ask('things/denied/tried', {})).status).toBe(200)
  expect((await ask('things/nothing/tried', {})).status).toBe(404)
  const again = (await ask<Things>('things')).body.things
  expect(again.filter(({ done }) => done).map(({ id }) => id)).toEqual(['denied'])
})

test('the line turns red once a cent of the books is not where it was, says where, and is true again with the cent', async () => {
  const { id } = await database.owner
    .selectFrom('ledger.posting')
    .select('id')
    .where('practice_id', '=', soloPractice.id)
    .orderBy('id')
    .executeTakeFirstOrThrow()
  const move = (cents: number) =>
    sql`update ledger.transfer set cents = cents + ${cents} where posting_id = ${id} and line = 1`.execute(
      database.owner,
    )
  type Line = { booksBalance: boolean; faults: { words: string; where: string }[] }
  // The invariants are recomputed when something happened or a day has passed.
  await move(1)
  await goTo('2026-05-08')
  const red = (await ask<Line>('standing')).body
  expect(red.booksBalance).toBe(false)
  expect(red.faults.map(({ where }) => where).join(' ')).not.toBe('')
  await move(-1)
  await goTo('2026-05-09')
  expect((await ask<Line>('standing')).body).toMatchObject({ booksBalance: true, faults: [] })
}, 60_000)
