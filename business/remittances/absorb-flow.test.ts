import { afterAll, beforeEach, expect, test } from 'vitest'
import { addDays, calendarDate } from '../../libraries/calendar/index.ts'
import { type House, houseOnTestDatabase } from '../../server/house-on-test-database.ts'
import { type Answered, a835 } from '../../server/made-up-files.ts'
import { aConfirmedSession, aPractice, claimOf, type MadeUpPractice } from '../../server/made-up-practice.ts'
import { claimById, claimStatusesOf } from '../claims/claim-store.ts'
import { balances } from '../ledger/posting-store.ts'
import type { Session } from '../sessions/session-store.ts'
import { absorbDue, absorbNow, nextAbsorptionDue, openAbsorptions } from './absorb-flow.ts'
import { takeClearinghouseFiles } from './take-clearinghouse-files-flow.ts'

const houses: House[] = []
afterAll(() => Promise.all(houses.map((house) => house.close())))

let house: House
let practice: MadeUpPractice
let session: Session
beforeEach(async () => {
  house = await houseOnTestDatabase()
  houses.push(house)
  practice = await aPractice(house)
  session = await aConfirmedSession(house, practice)
  goTo('2026-04-10', '18:00')
  await house.doWhatIsDue()
})

const goTo = (day: string, at = '12:00') => house.goToDay(calendarDate(day), at)
const absorb = () => absorbDue(house.operations, house.world)

let answers = 0
/** The payer's answer, dated some days ago and taken in now. */
async function payerSays(said: Partial<Answered>, on: string): Promise<void> {
  answers += 1
  const { controlNumber: number } = await claimOf(house, session)
  const answer = { number, charge: 15000, paid: 0, ...said }
  const text = a835({ trace: `ABSORB${answers}`, on, answers: [answer] })
  house.outside.clearinghouse.offer(`${answers}.835`, new TextEncoder().encode(text))
  await takeClearinghouseFiles(house.operations, house.world)
}

const denied = { status: '4', reason: '197' }

async function standing(): Promise<Record<string, number>> {
  const { practiceId, id } = session
  const found = await house.as((tx) => balances(tx, practiceId, [id, `${id}/cedar-mutual`, 'cedar-mutual']))
  return Object.fromEntries(found.map(({ kind, cents }) => [kind, cents]))
}

async function status(): Promise<string | undefined> {
  const statuses = await house.as((tx) => claimStatusesOf(tx, session.practiceId))
  return statuses.find(({ sessionId }) => sessionId === session.id)?.status
}

test('silence is final a year after the claim was sent, and the client’s estimate stands', async () => {
  expect(await nextAbsorptionDue(house.operations, house.world)).toBe('2027-04-10T13:00:00.000Z')
  goTo('2027-04-09', '23:59')
  expect(await absorb()).toBe(0)
  goTo('2027-04-10', '09:00')
  expect(await absorb()).toBe(1)
  expect(await standing()).toEqual({ silence_absorbed: 12500 })
  expect(await status()).toBe('absorbed')
  expect(await absorb()).toBe(0)
  expect(await nextAbsorptionDue(house.operations, house.world)).toBeNull()
})

test('a person gives up what a payer denied long before its deadline, once, and a payer that pays after all takes the loss back', async () => {
  const biller = '01960000-0000-7000-8000-0000000000b1'
  const { id: claimId } = await claimOf(house, session)
  const giveUp = () =>
    house.as(async (tx) => {
      const claim = await claimById(tx, session.practiceId, claimId)
      if (claim === null) throw new Error('no claim')
      return absorbNow(tx, house.world, claim, biller)
    })
  goTo('2026-05-20', '18:00')
  await payerSays(denied, '2026-05-20')
  expect(await giveUp()).toBe(15000)
  expect(await standing()).toEqual({ client_refunds_due: -2500, denials_absorbed: 15000 })
  expect(await status()).toBe('absorbed')
  expect(await giveUp()).toBeNull()
  const posted = house.operations.selectFrom('ledger.posting').select('recorded_by').where('kind', '=', 'absorbed')
  expect(await posted.execute()).toEqual([{ recorded_by: biller }])
  goTo('2026-06-10', '18:00')
  await payerSays({ paid: 12500, share: 2500 }, '2026-06-10')
  expect((await standing()).denials_absorbed ?? 0).toBe(0)
})

test('an answer moves the deadline: a denial is final 180 days after it was given', async () => {
  goTo('2026-05-20', '18:00')
  await payerSays(denied, '2026-05-20')
  const [open] = await house.as((tx) => openAbsorptions(tx))
  expect(open?.absorption).toMatchObject({ on: addDays(calendarDate('2026-05-20'), 180), kind: 'denials_absorbed' })
  goTo('2026-11-16', '09:00')
  await absorb()
  expect(await standing()).toEqual({ client_refunds_due: -2500, denials_absorbed: 15000 })
})

test('two who absorb at once absorb it once', async () => {
  goTo('2027-04-10', '09:00')
  await Promise.all([absorb(), absorb(), absorb()])
  expect(await standing()).toEqual({ silence_absorbed: 12500 })
})

test('a denial that comes after the end is final at once, even on the day on which the silence was absorbed', async () => {
  goTo('2027-04-10', '09:00')
  await absorb()
  // An old letter that was on its way for a year: its day of answer is long past.
  await payerSays(denied, '2026-05-20')
  expect(await standing()).toEqual({ payer_receivable: 12500 })
  expect(await absorb()).toBe(1)
  expect(await standing()).toEqual({ client_refunds_due: -2500, denials_absorbed: 15000 })
  expect(await status()).toBe('absorbed')
  // And a second one of the same day.
  await payerSays({ ...denied, reason: '29' }, '2026-05-21')
  await absorb()
  expect(await standing()).toEqual({ client_refunds_due: -2500, denials_absorbed: 15000 })
  await house.doWhatIsDue()
  expect((await house.verify()).faults).toEqual([])
})

test('one session’s trouble is no other’s: what is due in another practice is absorbed as well', async () => {
  const other = await aPractice(house)
  goTo('2026-04-11', '18:00')
  await aConfirmedSession(house, other, { on: calendarDate('2026-04-11') })
  goTo('2026-04-13', '18:00')
  await house.doWhatIsDue()
  goTo('2027-04-13', '09:00')
  expect(await absorb()).toBe(2)
})

test('what was paid is not absorbed, however long it is ago', async () => {
  goTo('2026-06-12', '18:00')
  await payerSays({ paid: 12500, share: 2500 }, '2026-06-12')
  goTo('2030-01-01')
  expect(await absorb()).toBe(0)
  expect(await standing()).toEqual({})
})
