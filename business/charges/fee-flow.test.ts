import { afterAll, beforeAll, expect, test } from 'vitest'
import { addHours, calendarDate, dateIn, instantAt } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { type House, houseOnTestDatabase, longAgo } from '../../server/house-on-test-database.ts'
import { aBank } from '../../server/made-up-bank.ts'
import { aClient, aPractice, confirm, giveCard, type MadeUpPractice } from '../../server/made-up-practice.ts'
import { feeAccounts } from '../ledger/post-fee.ts'
import { balances, recordPosting } from '../ledger/posting-store.ts'
import { transfer } from '../ledger/transfer.ts'
import { payoutsWhere } from '../payouts/payout-store.ts'
import { type PlannedSession, recordSession, sessionById } from '../sessions/session-store.ts'
import { cancelWithFee } from './cancel-with-fee-flow.ts'
import { recordCancellationPolicy } from './cancellation-policy-store.ts'
import { chargesOf } from './charge-store.ts'
import { forgiveFee } from './fee-flow.ts'
import { takeChargeback } from './take-chargeback-flow.ts'

const zone = 'America/New_York'
const who = { userId: 'somebody' }
const fee = 5000

const houses: House[] = []
afterAll(() => Promise.all(houses.map((house) => house.close())))

async function begin() {
  const house = await houseOnTestDatabase(instantAt(calendarDate('2026-04-08'), '12:00', zone))
  houses.push(house)
  const bank = aBank(house)
  const practice = await aPractice(house)
  await givePolicy(house, practice)
  const day = async (on: string, at = '18:00') => {
    house.goToDay(calendarDate(on), at)
    await house.doWhatIsDue()
    house.goToDay(calendarDate(on), '23:30')
    bank.closeDay()
    await house.doWhatIsDue()
    expect((await house.verify()).faults).toEqual([])
  }
  return { house, bank, practice, day }
}

async function givePolicy(house: House, { practiceId }: MadeUpPractice): Promise<void> {
  await house.as((tx) =>
    recordCancellationPolicy(tx, practiceId, {
      id: house.world.ids.next(),
      startsOn: calendarDate('2026-01-01'),
      windowHours: 24,
      late: cents(fee),
      noShow: cents(8000),
      recordedAt: longAgo,
      recordedBy: 'test',
    }),
  )
}

/** A session at ten in the morning of a day. */
async function aPlannedSession(
  house: House,
  practice: MadeUpPractice,
  { on = '2026-04-09', card = 'tok_good' }: { on?: string; card?: string } = {},
): Promise<PlannedSession> {
  const client = await aClient(house, practice, { card })
  const startsAt = instantAt(calendarDate(on), '10:00', zone)
  const id = house.world.ids.next()
  const session = { practiceId: practice.practiceId, id, memberId: practice.clinicianId, personId: client.personId }
  const times = { startsAt, endsAt: addHours(startsAt, 1), modality: 'telehealth' as const }
  return house.as(async (tx) => {
    await recordSession(tx, { ...session, ...times, at: longAgo, by: 'test' })
    const planned = await sessionById(tx, session.practiceId, id)
    if (planned === null) throw new Error('not planned')
    return planned
  })
}

const cancel = (house: House, session: PlannedSession, over: Partial<Parameters<typeof cancelWithFee>[4]> = {}) => {
  const asked = {
    version: 1,
    kind: 'cancelled' as const,
    initiator: 'client' as const,
    reason: 'Ill',
    feeCents: null,
    scope: 'this' as const,
  }
  return house.as((tx) => cancelWithFee(tx, house.world, who, session, { ...asked, ...over }))
}

async function standing(house: House, { practiceId }: { practiceId: string }): Promise<Record<string, number>> {
  const found = await house.as((tx) => balances(tx, practiceId))
  const total: Record<string, number> = {}
  for (const { kind, cents: amount } of found) total[kind] = (total[kind] ?? 0) + amount
  return total
}

let told: Awaited<ReturnType<typeof begin>>
beforeAll(async () => {
  told = await begin()
})

test('a fee charged back after payday: worked case 14, and the practice’s next pay is less by it', async () => {
  const { house, practice, day } = await begin()
  const session = await aPlannedSession(house, practice)
  expect(await cancel(house, session)).toMatchObject({ feeCents: fee })
  expect(await standing(house, practice)).toEqual({ client_receivable: fee, practice_awaiting_client: -fee })
  await day('2026-04-08')
  expect(await standing(house, practice)).toEqual({ treasury: fee, practice_payable: -fee })
  await day('2026-04-29')
  await day('2026-04-30')
  expect((await house.as((tx) => payoutsWhere(tx, practice))).map(({ payOn, cents: paid }) => [payOn, paid])).toEqual([
    ['2026-04-30', fee],
  ])
  expect(await standing(house, practice)).toEqual({})
  const [charge] = await house.as((tx) => chargesOf(tx, practice.practiceId, session.id))
  const processorChargeId = charge?.attempts[0]?.processorId ?? ''
  const chargeback = { processorChargeId, reference: 'cb_1', cents: cents(fee), by: 'house' }
  house.goToDay(calendarDate('2026-05-06'))
  expect(await house.as((tx) => takeChargeback(tx, house.world, chargeback))).toEqual({ kind: 'taken' })
  expect(await house.as((tx) => takeChargeback(tx, house.world, chargeback))).toEqual({ kind: 'known_already' })
  // cases/money worked 14: {'treasury': -5000, 'practice_payable': 5000}, and the line of -5000 waits for later pay.
  expect(await standing(house, practice)).toEqual({ treasury: -fee, practice_payable: fee })
  expect((await house.verify()).faults).toEqual([])
})

test('a fee is outside the promise: nothing is paid to the practice before the client has paid', async () => {
  const { house, practice, day } = told
  const session = await aPlannedSession(house, practice, { card: 'tok_declined' })
  await cancel(house, session)
  await day('2026-04-09')
  await day('2026-04-30')
  expect(await house.as((tx) => payoutsWhere(tx, practice))).toEqual([])
  expect(await standing(house, practice)).toMatchObject({ client_receivable: fee, practice_awaiting_client: -fee })
})

test('a declined card is tried again as for other charges, and what nobody pays in 90 days is taken back', async () => {
  const { house, practice, day } = await begin()
  const session = await aPlannedSession(house, practice, { card: 'tok_declined' })
  await cancel(house, session)
  for (const on of ['2026-04-08', '2026-04-10', '2026-04-12', '2026-04-14']) await day(on, '20:00')
  const [charge] = await house.as((tx) => chargesOf(tx, practice.practiceId, session.id))
  expect(charge?.attempts.map(({ outcome }) => outcome)).toEqual(['declined', 'declined', 'declined'])
  await day('2026-07-06')
  expect(await standing(house, practice)).toMatchObject({ client_receivable: fee })
  await day('2026-07-08')
  expect(await standing(house, practice)).toEqual({})
})

test('a declined card that is mended pays the fee, in the window of the day on which it did', async () => {
  const { house, practice, day } = await begin()
  const session = await aPlannedSession(house, practice, { on: '2026-04-14', card: 'tok_declined' })
  house.goToDay(calendarDate('2026-04-14'), '09:00')
  await cancel(house, session)
  await day('2026-04-14', '09:30')
  await giveCard(house, session.personId, 'tok_good')
  await day('2026-04-16', '20:00')
  const lines = await house.as((tx) => payoutsWhere(tx, practice))
  expect(lines).toEqual([])
  await day('2026-05-14')
  const [payout] = await house.as((tx) => payoutsWhere(tx, practice))
  expect(payout).toMatchObject({ payOn: '2026-05-15', cents: fee })
})

test('less than the policy’s fee may be asked, or nothing, but never more', async () => {
  const { house, practice } = await begin()
  expect(await cancel(house, await aPlannedSession(house, practice), { feeCents: 2000 })).toMatchObject({
    feeCents: 2000,
  })
  expect(await cancel(house, await aPlannedSession(house, practice), { feeCents: 0 })).toMatchObject({ feeCents: 0 })
  await expect(cancel(house, await aPlannedSession(house, practice), { feeCents: fee + 1 })).rejects.toThrow(
    'at most $50.00 may be asked',
  )
  expect(await standing(house, practice)).toMatchObject({ client_receivable: 2000 })
  expect((await house.verify()).faults).toEqual([])
})

test('a client whom the practice stands up, or who cancels in time, is asked for nothing', async () => {
  const { house, practice } = await begin()
  const ours = await aPlannedSession(house, practice)
  expect(await cancel(house, ours, { initiator: 'practice' })).toMatchObject({ feeCents: 0 })
  await expect(
    cancel(house, await aPlannedSession(house, practice), { initiator: 'practice', feeCents: 100 }),
  ).rejects.toThrow('no fee may be asked')
  expect(await cancel(house, await aPlannedSession(house, practice, { on: '2026-04-20' }))).toMatchObject({
    feeCents: 0,
  })
  expect(await standing(house, practice)).toEqual({})
})

test('a client who did not come is asked for the no-show fee, and the session cannot be confirmed', async () => {
  const { house, practice } = await begin()
  const session = await aPlannedSession(house, practice, { on: '2026-04-07' })
  expect(await cancel(house, session, { kind: 'no_show' })).toMatchObject({ feeCents: 8000 })
  await expect(confirm(house, session, '90837')).rejects.toThrow('did not come')
})

test('a fee forgiven after it was paid goes back to the client, out of the practice’s pay', async () => {
  const { house, practice, day } = await begin()
  const session = await aPlannedSession(house, practice)
  await cancel(house, session)
  await day('2026-04-08')
  const forgive = () => house.as((tx) => forgiveFee(tx, house.world, who, session, 'They were in hospital'))
  expect(await forgive()).toEqual({ kind: 'forgiven' })
  await day('2026-04-09')
  expect(house.outside.desk.refunds.map(({ cents: amount }) => amount)).toEqual([fee])
  expect(await standing(house, practice)).toEqual({})
  expect(await forgive()).toMatchObject({ kind: 'refused', code: 'fee_ended' })
})

test('the answer of a card that was asked before a fee was forgiven comes too late: all of it goes back', async () => {
  const { house, practice, day } = await begin()
  const session = await aPlannedSession(house, practice)
  await cancel(house, session)
  house.outside.desk.loseNextAnswer()
  await expect(house.doWhatIsDue()).rejects.toThrow('the line went dead')
  await house.as((tx) => forgiveFee(tx, house.world, who, session, 'A mistake of ours'))
  await day('2026-04-09')
  expect(house.outside.desk.refunds.map(({ cents: amount }) => amount)).toEqual([fee])
  expect(await standing(house, practice)).toEqual({})
})

test('verification names a fee that is booked otherwise than it was asked, and one that somebody else has a part in', async () => {
  const { house, practice } = await begin()
  const session = await aPlannedSession(house, practice)
  await cancel(house, session)
  const { receivable, awaiting } = feeAccounts(session.id)
  const at = house.world.clock.now()
  const posting = {
    practiceId: practice.practiceId,
    subject: session.id,
    effectiveOn: dateIn(at, zone),
    at,
    by: 'test',
  }
  await house.as((tx) =>
    recordPosting(tx, {
      ...posting,
      id: house.world.ids.next(),
      key: 'forged',
      kind: 'fee_recorded',
      cause: 'practice',
      payOn: null,
      transfers: transfer(receivable, { kind: 'operator_share', subject: '' }, cents(100)),
    }),
  )
  const words = (await house.verify()).faults.map((fault) => fault.words)
  expect(words).toContain('what was asked is not what is booked')
  expect(words).toContain('what the client owes is not what the practice waits for')
  expect(words).toContain('operator_share has no part in a fee')
  expect(awaiting.kind).toBe('practice_awaiting_client')
})
