import { sql } from 'kysely'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { type CalendarDate, calendarDate, dateIn } from '../../libraries/calendar/index.ts'
import { readX12, to277CA, to999, write277CA, write999 } from '../../libraries/x12/index.ts'
import { type House, houseOnTestDatabase } from '../../server/house-on-test-database.ts'
import { aConfirmedSession, aPractice, claimOf, confirm, type MadeUpPractice } from '../../server/made-up-practice.ts'
import { zone } from '../../server/story-network.ts'
import { recordCredential } from '../credentialing/credential-store.ts'
import { holdSubject } from '../ledger/posting-store.ts'
import { takeClearinghouseFiles } from '../remittances/take-clearinghouse-files-flow.ts'
import { lockOf } from '../sessions/lock-store.ts'
import type { Session } from '../sessions/session-store.ts'
import { voidSession } from '../sessions/void-session-flow.ts'
import { claimStatusesOf, claimsOfSession, eventsOf } from './claim-store.ts'
import { lockSessions, releaseClaims, sendClaims, writeClaims } from './claims-jobs.ts'
import { submissionsOf } from './submission-store.ts'

const houses: House[] = []
afterAll(() => Promise.all(houses.map((house) => house.close())))

let house: House
let practice: MadeUpPractice
beforeEach(async () => {
  house = await houseOnTestDatabase()
  houses.push(house)
  practice = await aPractice(house)
})

const goTo = (day: string, at = '18:00') => house.goToDay(calendarDate(day), at)
const run = (deed: typeof lockSessions) => deed.run(house.operations, house.world)
const lockedAt = ({ practiceId, id }: Session) =>
  house.as(async (tx) => (await lockOf(tx, practiceId, id))?.lockedAt ?? null)
const sentFiles = () => [...(house.outside.clearinghouse.folders.get('in')?.entries() ?? [])]

async function submit(): Promise<void> {
  await run(writeClaims)
  await run(sendClaims)
}

async function statusOf(session: Session): Promise<string | undefined> {
  const statuses = await house.as((tx) => claimStatusesOf(tx, session.practiceId))
  return statuses.find(({ sessionId }) => sessionId === session.id)?.status
}

/** The control numbers of the claims in the files that the clearinghouse has, by file. */
const claimsSent = () =>
  sentFiles().map(([, bytes]) =>
    readX12(bytes).transactions.flatMap((transaction) =>
      transaction.set === '837P'
        ? transaction.batch.billingProviders.flatMap(({ subscribers }) =>
            subscribers.flatMap(({ claims }) => claims.map(({ claimControlNumber }) => claimControlNumber)),
          )
        : [],
    ),
  )

test('a session is locked 48 hours after it was first confirmed, whatever was corrected since, and its claim is what stands then', async () => {
  const session = await aConfirmedSession(house, practice)
  goTo('2026-04-10', '17:59')
  await confirm(house, session, '90834')
  expect(await run(lockSessions)).toBe(0)
  expect(await lockSessions.nextDue?.(house.operations, house.world)).toBe('2026-04-10T22:00:00.000Z')
  goTo('2026-04-10')
  expect(await run(lockSessions)).toBe(1)
  expect(await lockedAt(session)).toBe('2026-04-10T22:00:00.000Z')
  const claim = await claimOf(house, session)
  expect(claim).toMatchObject({ charge: 12000, frequency: '1', held: false })
  expect(claim.content.lines.map(({ code, charge }) => [code, charge])).toEqual([['90834', 12000]])
  await expect(confirm(house, session, '90837')).rejects.toThrow('The 48 hours')
})

test('locked twice, or by two at once, a session has one claim and one charge', async () => {
  const session = await aConfirmedSession(house, practice)
  goTo('2026-04-10')
  await Promise.all([run(lockSessions), run(lockSessions), run(lockSessions)])
  await run(lockSessions)
  expect(await house.as((tx) => claimsOfSession(tx, session.practiceId, session.id))).toHaveLength(1)
  const charges = await house.as((tx) => tx.selectFrom('charges.charge').select('cents').execute())
  expect(charges).toEqual([{ cents: 2500 }])
})

test('a session that was voided before its lock is never locked, charged or claimed', async () => {
  const session = await aConfirmedSession(house, practice)
  goTo('2026-04-10', '17:59')
  await house.as((tx) => voidSession(tx, house.world, { userId: 'test' }, session, 'did not come'))
  goTo('2026-04-10')
  expect(await run(lockSessions)).toBe(0)
  expect(await house.as((tx) => claimsOfSession(tx, session.practiceId, session.id))).toEqual([])
})

test('a void in the last minute is seen by a lock that waited for it', async () => {
  const session = await aConfirmedSession(house, practice)
  goTo('2026-04-10', '17:59')
  let lock: Promise<number> | null = null
  await house.as(async (tx) => {
    // The void has begun and holds the session; the lock has looked at what is due and waits for it.
    await voidSession(tx, house.world, { userId: 'test' }, session, 'did not come')
    goTo('2026-04-10')
    lock = run(lockSessions)
    await waitForWaiter()
  })
  await lock
  expect(await lockedAt(session)).toBeNull()
  expect(await house.as((tx) => claimsOfSession(tx, session.practiceId, session.id))).toEqual([])
})

/** Until somebody waits for the session that an open transaction holds. */
async function waitForWaiter(): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    const { rows } = await sql<{ waiting: number }>`
      select count(*)::int as waiting from pg_locks
      where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())
    `.execute(house.database.owner)
    if ((rows[0]?.waiting ?? 0) > 0) return
  }
  throw new Error('nobody waits')
}

test('one session that cannot be locked keeps no other from its lock, and is named', async () => {
  const bad = await aConfirmedSession(house, practice)
  const other = await aPractice(house)
  const good = await aConfirmedSession(house, other)
  await house.database.owner
    .updateTable('practices.member')
    .set({ clinician: false })
    .where('id', '=', practice.clinicianId)
    .execute()
  goTo('2026-04-10')
  await expect(run(lockSessions)).rejects.toThrow(bad.id)
  expect(await lockedAt(good)).not.toBeNull()
  expect(await lockedAt(bad)).toBeNull()
})

test('the claims of a payer go out in one file with numbers of its own, once, and each knows the day', async () => {
  const sessions = [await aConfirmedSession(house, practice), await aConfirmedSession(house, practice)]
  goTo('2026-04-10')
  await run(lockSessions)
  await submit()
  await submit()
  const numbers = await Promise.all(sessions.map(async (one) => (await claimOf(house, one)).controlNumber))
  expect(claimsSent().map((file) => file.toSorted())).toEqual([numbers.toSorted()])
  for (const session of sessions) {
    const claim = await claimOf(house, session)
    const events = await house.as((tx) => eventsOf(tx, claim.practiceId, claim.id))
    expect(events.map(({ kind, happenedOn }) => [kind, happenedOn])).toEqual([['sent', '2026-04-10']])
    const [submission] = await house.as((tx) => submissionsOf(tx, claim.practiceId, claim.id))
    expect(submission?.segments).toContain(`CLM*${claim.controlNumber}*150*`)
    // A practice sees its own claim's segments, never another's nor whose they are.
    expect(submission?.segments).not.toMatch(/NM1\*(?:IL|QC)|HL\*/)
    expect(numbers.filter((number) => submission?.segments.includes(number))).toEqual([claim.controlNumber])
  }
  expect(await statusOf(sessions[0] as Session)).toBe('sent')
})

test('two who write claim files at once put each claim into one file, and no number is used twice', async () => {
  await aConfirmedSession(house, practice)
  goTo('2026-04-10')
  await run(lockSessions)
  let second: Promise<number> | null = null
  await house.as(async (tx) => {
    // Somebody else is writing: the second must wait until that is done before it looks at what is to be written.
    await holdSubject(tx, 'claims-to-submit')
    second = run(writeClaims)
    await waitForWaiter()
  })
  await second
  await Promise.all([run(writeClaims), run(writeClaims)])
  goTo('2026-04-11')
  const late = await aConfirmedSession(house, practice, { on: calendarDate('2026-04-11') })
  goTo('2026-04-13')
  await run(lockSessions)
  await submit()
  expect(claimsSent().map((file) => file.length)).toEqual([1, 1])
  expect(claimsSent().flat()).toContain((await claimOf(house, late)).controlNumber)
  const envelopes = sentFiles().flatMap(([, bytes]) => readX12(bytes).transactions.map(({ envelope }) => envelope))
  for (const number of ['interchangeControlNumber', 'groupControlNumber', 'transactionControlNumber'] as const) {
    expect(new Set(envelopes.map((envelope) => envelope[number])).size).toBe(envelopes.length)
  }
})

test('one claim that cannot be written keeps no other back, and is named', async () => {
  const good = await aConfirmedSession(house, practice)
  const bad = await aConfirmedSession(house, practice, { familyName: 'F'.repeat(61) })
  goTo('2026-04-10')
  await run(lockSessions)
  const { controlNumber } = await claimOf(house, bad)
  await expect(run(writeClaims)).rejects.toThrow(controlNumber)
  await run(sendClaims)
  expect(claimsSent()).toEqual([[(await claimOf(house, good)).controlNumber]])
  expect(await statusOf(bad)).toBe('ready')
})

test('a held claim waits for the payer-ready date, is let go that morning, and goes out once', async () => {
  practice = await aPractice(house, { payerReady: calendarDate('2026-05-04') })
  const session = await aConfirmedSession(house, practice)
  goTo('2026-04-10')
  await run(lockSessions)
  await submit()
  expect(await statusOf(session)).toBe('held')
  expect(sentFiles()).toEqual([])
  expect(await releaseClaims.nextDue?.(house.operations, house.world)).toBe('2026-05-04T04:00:00.000Z')
  goTo('2026-05-03', '23:59')
  expect(await run(releaseClaims)).toBe(0)
  goTo('2026-05-04', '00:00')
  expect(await run(releaseClaims)).toBe(1)
  expect(await run(releaseClaims)).toBe(0)
  await submit()
  expect(await statusOf(session)).toBe('sent')
  expect(claimsSent()).toHaveLength(1)
})

test('that the payer takes the clinician in another state lets no claim of this state go', async () => {
  practice = await aPractice(house, { payerReady: calendarDate('2026-05-04') })
  const session = await aConfirmedSession(house, practice)
  goTo('2026-04-10')
  await run(lockSessions)
  await house.as((tx) =>
    recordCredential(tx, {
      practiceId: practice.practiceId,
      id: house.world.ids.next(),
      memberId: practice.clinicianId,
      networkId: practice.networkId,
      state: 'NJ',
      via: 'direct',
      status: 'active',
      during: { from: calendarDate('2026-01-01'), until: null },
      payerReady: calendarDate('2026-01-01'),
      at: house.world.clock.now(),
      by: 'test',
    }),
  )
  expect(await run(releaseClaims)).toBe(0)
  expect(await statusOf(session)).toBe('held')
})

const envelope = (on: CalendarDate, number: number) => ({
  senderQualifier: 'ZZ',
  senderId: 'LANTERN',
  receiverQualifier: 'ZZ',
  receiverId: 'EVENKEEL01',
  createdOn: on,
  createdAt: '09:00',
  usage: 'T' as const,
  interchangeControlNumber: String(number).padStart(9, '0'),
  groupControlNumber: String(number),
})

let answered = 0
async function answerWith999(over: { status?: string } = {}): Promise<void> {
  answered += 1
  const [, bytes] = sentFiles().at(-1) ?? []
  const transactions = to999(readX12(bytes ?? new Uint8Array())).map((group) => ({
    ...group,
    status: over.status ?? group.status,
    transactions: group.transactions.map((set) => ({
      ...set,
      status: over.status ?? set.status,
      ...(over.status === 'R' ? { codes: ['5'] } : {}),
    })),
    ...(over.status === 'R' ? { counts: { included: 1, received: 1, accepted: 0 } } : {}),
  }))
  const on = dateIn(house.world.clock.now(), zone)
  const written = write999({ envelope: envelope(on, answered), transactions })
  if (!written.ok) throw new Error(written.findings.map(({ message }) => message).join('; '))
  house.outside.clearinghouse.offer(`${answered}.999`, written.bytes)
  await takeClearinghouseFiles(house.operations, house.world)
}

async function answerWith277CA(category: 'A2' | 'A3' | 'A7'): Promise<void> {
  answered += 1
  const [, bytes] = sentFiles().at(-1) ?? []
  const on = dateIn(house.world.clock.now(), zone)
  const transactions = readX12(bytes ?? new Uint8Array()).transactions.flatMap((transaction) => {
    if (transaction.set !== '837P') return []
    const header = {
      transactionControlNumber: '0001',
      reference: `R${answered}`,
      createdOn: on,
      createdAt: '09:00',
      source: { kind: 'payer' as const, name: 'CEDAR MUTUAL', idQualifier: 'PI', id: 'CEDAR' },
      sourceTrace: `R${answered}`,
      receivedOn: on,
      processedOn: on,
    }
    const status = { codes: [{ category, status: '20' }], effectiveOn: on, action: category === 'A2' ? 'WQ' : 'U' }
    return [to277CA(transaction.batch, header, () => ({ statuses: [status] }))]
  })
  const written = write277CA({ envelope: envelope(on, answered), transactions })
  if (!written.ok) throw new Error(written.findings.map(({ message }) => message).join('; '))
  house.outside.clearinghouse.offer(`${answered}.277`, written.bytes)
  await takeClearinghouseFiles(house.operations, house.world)
}

async function aSentSession(): Promise<Session> {
  const session = await aConfirmedSession(house, practice)
  goTo('2026-04-10')
  await run(lockSessions)
  await submit()
  return session
}

test('accepted by the 999 and the 277CA, in whichever order they come', async () => {
  const session = await aSentSession()
  await answerWith277CA('A2')
  expect(await statusOf(session)).toBe('accepted')
  await answerWith999()
  expect(await statusOf(session)).toBe('accepted')
  const claim = await claimOf(house, session)
  const events = await house.as((tx) => eventsOf(tx, claim.practiceId, claim.id))
  expect(events.map(({ kind }) => kind)).toEqual(['sent', 'accepted', 'file_accepted'])
})

test('a file that the payer could not read is told of every claim in it', async () => {
  const session = await aSentSession()
  await answerWith999({ status: 'R' })
  expect(await statusOf(session)).toBe('file_rejected')
})

test.each(['A3', 'A7'] as const)('a claim that the payer refused with %s is told', async (category) => {
  const session = await aSentSession()
  await answerWith277CA(category)
  expect(await statusOf(session)).toBe('rejected')
})

test('an answer about a claim that nobody sent changes nothing and is named', async () => {
  const session = await aSentSession()
  const [, bytes] = sentFiles()[0] ?? []
  const foreign = new TextDecoder().decode(bytes).replaceAll((await claimOf(house, session)).controlNumber, 'NOBODYS1')
  house.outside.clearinghouse.folders.get('in')?.set('zz.edi', new TextEncoder().encode(foreign))
  await answerWith277CA('A3')
  expect(await statusOf(session)).toBe('sent')
  const outcomes = await house.operations.selectFrom('house.file_outcome').select('detail').execute()
  expect(JSON.stringify(outcomes)).toContain('NOBODYS1')
})
