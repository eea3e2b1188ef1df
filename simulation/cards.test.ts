import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { readBai2 } from '../libraries/bai2/index.ts'
import { calendarDate, instantAt } from '../libraries/calendar/index.ts'
import { type SpawnedSimulator, spawnSimulator } from './spawn-simulator.ts'

const base = mkdtempSync(join(tmpdir(), 'cards-'))
const running: SpawnedSimulator[] = []
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()))
})
afterAll(() => rmSync(base, { recursive: true }))

const operator = { operatorAccount: '000777000', operatorRouting: '021000021' }

type World = { folder: string; bank: SpawnedSimulator; cards: SpawnedSimulator }

async function world(): Promise<World> {
  const folder = mkdtempSync(join(base, 'run-'))
  const users = { operator: { password: 'o' }, payer: { password: 'p' }, cards: { password: 'c' } }
  const bank = await spawnSimulator('bank', join(folder, 'bank'), { ...operator, users, openedOn: '2026-04-08' })
  running.push(bank)
  return { folder, bank, cards: await startCards(folder, bank) }
}

async function startCards(folder: string, bank: SpawnedSimulator): Promise<SpawnedSimulator> {
  const door = { ...bank.ready.sftp, user: 'cards', password: 'c' }
  const cards = await spawnSimulator('cards', join(folder, 'cards'), { ...operator, secret: 'key', bank: door })
  running.push(cards)
  return cards
}

async function ask(cards: SpawnedSimulator, method: string, path: string, body?: object, key?: string, secret = 'key') {
  const headers = { authorization: `Bearer ${secret}`, ...(key === undefined ? {} : { 'idempotency-key': key }) }
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const response = await fetch(cards.ready.http + path, { method, headers, ...sent })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

const charge = (cards: SpawnedSimulator, key: string, change: object = {}) =>
  ask(cards, 'POST', '/v1/charges', { amountCents: 2_500, token: 'tok_good', reference: 'session-1', ...change }, key)
const at = (date: string, time: string) => instantAt(calendarDate(date), time, 'America/New_York')
const linesOn = (folder: string, on: string) =>
  readBai2(readFileSync(join(folder, `bank/operator/out/STMT-${on}.bai`), 'latin1')).statement?.accounts[0]?.lines

test('a copay charged at the lock is on the statement of the same day, and its payout says what it was for', async () => {
  const { folder, bank, cards } = await world()
  await cards.tell(at('2026-04-10', '18:00'))
  const { status, body } = await charge(cards, 'k1')
  expect({ status, body }).toEqual({
    status: 201,
    body: { id: 'ch_00000001', status: 'captured', amountCents: 2_500, reference: 'session-1' },
  })
  expect((await cards.clock()).nextDueAt).toBe(at('2026-04-10', '22:00'))
  expect(await cards.tell(at('2026-04-10', '22:00'))).toEqual({ did: 1, nextDueAt: null })
  expect((await bank.clock()).nextDueAt).toBe(at('2026-04-10', '23:30'))
  await bank.tell(at('2026-04-10', '23:30'))
  expect(linesOn(folder, '2026-04-10')).toMatchObject([
    { typeCode: '142', cents: 2_500, customerReference: 'PO-20260410' },
  ])
  expect((await ask(cards, 'GET', '/v1/payouts/PO-20260410')).body).toEqual({
    id: 'PO-20260410',
    items: [{ kind: 'charge', id: 'ch_00000001', reference: 'session-1', cents: 2_500 }],
    grossCents: 2_500,
    feeCents: 0,
    netCents: 2_500,
    on: '2026-04-10',
  })
})

test('a weekend is no reason to wait, and refunds are collected apart from captures', async () => {
  const { folder, bank, cards } = await world()
  await cards.tell(at('2026-04-11', '22:00'))
  await charge(cards, 'k1')
  await charge(cards, 'k2', { amountCents: 700 })
  expect((await cards.clock()).nextDueAt).toBe(at('2026-04-12', '22:00'))
  await ask(cards, 'POST', '/v1/refunds', { chargeId: 'ch_00000001', amountCents: 1_000 }, 'r1')
  expect((await cards.tell(at('2026-04-20', '09:00'))).did).toBe(2)
  await bank.tell(at('2026-04-12', '23:30'))
  expect(linesOn(folder, '2026-04-12')).toMatchObject([
    { typeCode: '142', cents: 3_200, customerReference: 'PO-20260412' },
    { typeCode: '451', cents: 1_000, customerReference: 'RF-20260412' },
  ])
})

test('the same key answers as before, another body under it is refused, and money is taken once', async () => {
  const { cards } = await world()
  await cards.tell(at('2026-04-10', '18:00'))
  const [first, second] = await Promise.all([charge(cards, 'k1'), charge(cards, 'k1')])
  expect(second).toEqual(first)
  expect((await charge(cards, 'k1', { amountCents: 2_501 })).status).toBe(422)
  expect((await charge(cards, 'k1', { amountCents: 2_501 })).body).toMatchObject({
    error: { code: 'idempotency_key_reused' },
  })
  expect((await ask(cards, 'POST', '/v1/charges', { amountCents: 1, token: 'tok_x', reference: 'r' })).status).toBe(400)
  await charge(cards, 'k2', { reference: 'session-2' })
  expect((await ask(cards, 'GET', '/v1/charges?reference=session-1')).body).toEqual({
    charges: [{ id: 'ch_00000001', status: 'captured', amountCents: 2_500, reference: 'session-1', refundedCents: 0 }],
  })
})

test('a declined card moves no money; one that declines once is captured at the next try', async () => {
  const { cards } = await world()
  await cards.tell(at('2026-04-10', '18:00'))
  expect((await charge(cards, 'k1', { token: 'tok_declined' })).body).toMatchObject({
    status: 'declined',
    declineCode: 'card_declined',
  })
  expect((await charge(cards, 'k2', { token: 'tok_declined' })).body.status).toBe('declined')
  expect((await charge(cards, 'k3', { token: 'tok_declined_once_7' })).body.status).toBe('declined')
  expect((await cards.clock()).nextDueAt).toBeNull()
  expect((await charge(cards, 'k3', { token: 'tok_declined_once_7' })).body.status).toBe('declined')
  expect((await charge(cards, 'k4', { token: 'tok_declined_once_7' })).body.status).toBe('captured')
})

test('a card that is ordered to fail fails once, over a kill too, and no other card does', async () => {
  const { folder, bank, cards } = await world()
  await cards.tell(at('2026-04-10', '18:00'))
  expect((await cards.post('/behave', { token: 'tok_good_1', declines: 1 })).status).toBe(200)
  await cards.kill()
  const again = await startCards(folder, bank)
  expect((await charge(again, 'k1', { token: 'tok_good_2' })).body.status).toBe('captured')
  expect((await charge(again, 'k2', { token: 'tok_good_1' })).body.status).toBe('declined')
  expect((await charge(again, 'k3', { token: 'tok_good_1' })).body.status).toBe('captured')

  await again.post('/behave', { token: null, declines: 1 })
  expect((await charge(again, 'k4', { token: 'tok_good_2' })).body.status).toBe('declined')
  expect((await charge(again, 'k5', { token: 'tok_good_2' })).body.status).toBe('captured')
  expect((await again.post('/behave', { declines: 'all' })).status).toBe(400)
})

test('a card that is handed over becomes a token, which a kill does not lose, and its number is nowhere kept', async () => {
  const { folder, bank, cards } = await world()
  await cards.tell(at('2026-04-10', '18:00'))
  const card = { number: '4242 4242 4242 4242', expiresMonth: 4, expiresYear: 2029, securityCode: '123' }
  const hand = (number: string) => ask(cards, 'POST', '/v1/tokens', { ...card, number })
  const { status, body } = await hand(card.number)
  const kept = { brand: 'Visa', lastFour: '4242', expiresMonth: 4, expiresYear: 2029 }
  expect([status, body]).toEqual([201, { status: 'kept', token: 'tok_kept_00000001', ...kept }])
  const codes = ['4000 0000 0000 0002', '4000 0000 0000 0069', '4000 0000 0000 0127', '4242 4242 4242 4241'].map(hand)
  expect((await Promise.all(codes)).map((answer) => answer.body.declineCode)).toEqual([
    'card_declined',
    'expired_card',
    'incorrect_cvc',
    'incorrect_number',
  ])
  const never = (await hand('4000 0000 0000 0341')).body.token
  expect((await charge(cards, 'k1', { token: never })).body.status).toBe('declined')
  await cards.kill()
  const again = await startCards(folder, bank)
  expect((await ask(again, 'GET', '/v1/tokens/tok_kept_00000001')).body).toEqual({
    token: 'tok_kept_00000001',
    ...kept,
  })
  expect((await ask(again, 'GET', '/v1/tokens/tok_made_up')).status).toBe(404)
  expect((await charge(again, 'k2', { token: 'tok_kept_00000001' })).body.status).toBe('captured')
  const journal = readFileSync(join(folder, 'cards', 'journal.ndjson'), 'utf8')
  expect(journal).toContain('tok_kept_00000001')
  expect(journal).not.toMatch(/4242 ?4242|"123"/)
})

test('no more is refunded than was captured, and only what was captured', async () => {
  const { cards } = await world()
  await cards.tell(at('2026-04-10', '18:00'))
  const declined = (await charge(cards, 'k0', { token: 'tok_declined' })).body.id
  const { id } = (await charge(cards, 'k1')).body
  const refund = (key: string, chargeId: unknown, amountCents: unknown) =>
    ask(cards, 'POST', '/v1/refunds', { chargeId, amountCents }, key)
  expect((await refund('r1', id, 2_000)).body).toMatchObject({ status: 'succeeded', chargeId: id, amountCents: 2_000 })
  expect((await refund('r1', id, 2_000)).status).toBe(201)
  expect((await refund('r2', id, 501)).status).toBe(422)
  expect((await refund('r3', id, 500)).status).toBe(201)
  expect((await refund('r4', declined, 1)).status).toBe(404)
  expect((await refund('r5', 'ch_x', 1)).status).toBe(404)
  expect((await refund('r6', id, -1)).status).toBe(400)
})

test('without the key nobody is served, and before it knows the time it charges nobody', async () => {
  const { cards } = await world()
  expect((await ask(cards, 'GET', '/v1/charges', undefined, undefined, 'wrong')).status).toBe(401)
  expect((await charge(cards, 'k1')).status).toBe(503)
  expect((await ask(cards, 'GET', '/v1/payouts/PO-20260410')).status).toBe(404)
})

test('a kill after the charge, a lost answer and a bank that is away lose nothing and double nothing', async () => {
  const { folder, bank, cards } = await world()
  await cards.tell(at('2026-04-10', '18:00'))
  await cards.post('/faults', { closeNextBeforeReply: true })
  await expect(charge(cards, 'k1')).rejects.toThrow()
  await cards.kill()

  const again = await startCards(folder, bank)
  expect(again.ready.http).toBe(cards.ready.http)
  expect((await charge(again, 'k1')).body).toMatchObject({ id: 'ch_00000001', status: 'captured' })
  await bank.post('/faults', { refuseConnections: true })
  await expect(again.tell(at('2026-04-10', '22:00'))).rejects.toThrow()
  expect((await again.clock()).nextDueAt).toBe(at('2026-04-10', '22:00'))
  await again.kill()

  await bank.post('/faults', { refuseConnections: false })
  const third = await startCards(folder, bank)
  await bank.post('/faults', { closeAfterUploadBeforeReply: true })
  await third.tell(at('2026-04-10', '22:00'))
  await bank.tell(at('2026-04-10', '23:30'))
  expect(linesOn(folder, '2026-04-10')).toMatchObject([{ cents: 2_500, customerReference: 'PO-20260410' }])
})
