import { afterEach, expect, test } from 'vitest'
import { claimsOfSession } from '../business/claims/index.ts'
import { submissionsOf } from '../business/claims/submission-store.ts'
import { payoutEvents, payoutsWhere } from '../business/payouts/payout-store.ts'
import { type TestDatabase, testDatabase } from '../database/test-database.ts'
import { addHours, addMinutes, type Instant, instant } from '../libraries/calendar/index.ts'
import { seedStory } from './seed.ts'
import {
  addSession,
  confirmationOf,
  confirmHour,
  type Held,
  type ServerInHardTimes,
  serverInHardTimes,
  type Visitor,
  type Wanted,
} from './server-in-hard-times.ts'
import { aprilStory, mayaId, soloPractice, variantClients } from './story-network.ts'

const client = variantClients.pays_in_june

let database: TestDatabase
let house: ServerInHardTimes
let maya: Visitor

afterEach(async () => {
  await house?.stop()
  await database?.close()
})

async function open(begins: Instant, over: Partial<Wanted> = {}) {
  database = await testDatabase()
  house = await serverInHardTimes({
    urls: { ...database.urls, signIn: database.urls.sign_in },
    begins,
    partners: 'none',
    ...over,
  })
  maya = await house.as(soloPractice.members.find(({ id }) => id === mayaId)?.userId ?? '')
}

/** Adds and confirms the session; what the answer says. */
async function confirm(held: Held) {
  const id = await addSession(maya, soloPractice, client, held)
  const path = `/api/practices/${soloPractice.id}/sessions/${id}/confirmations`
  const { status, body } = await maya.post(path, await confirmationOf(maya, soloPractice, client, held))
  return { id, status, body }
}

/** The date of service and the segments with which the claim of a session went into its file. */
const claimSegments = (sessionId: string) =>
  house.read(async (db) => {
    const [claim] = await claimsOfSession(db, soloPractice.id, sessionId)
    const [submission] = claim === undefined ? [] : await submissionsOf(db, soloPractice.id, claim.id)
    return submission?.segments ?? null
  })

test.each([
  {
    night: '8 March, an hour short',
    held: { startsAt: '2026-03-08T01:30:00-05:00', endsAt: '2026-03-08T03:25:00-04:00' },
    confirmedAt: instant('2026-03-08T20:00:00Z'),
    served: '20260308',
    payOn: '2026-03-31',
  },
  {
    night: '1 November, an hour long',
    held: { startsAt: '2026-11-01T01:30:00-04:00', endsAt: '2026-11-01T01:25:00-05:00' },
    confirmedAt: instant('2026-11-01T20:00:00Z'),
    served: '20261101',
    payOn: '2026-11-30',
  },
])(
  'a session across the night of $night, lasted its fifty-five minutes, and is billed and paid as that',
  async (night) => {
    const { held, confirmedAt, served, payOn } = night
    await open(confirmedAt)
    // One minute less than the fifty-three that the code asks for is one too few, on this night too.
    const short = { startsAt: held.startsAt, endsAt: addMinutes(instant(held.startsAt), 52) }
    const refused = await confirm(short)
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([422, expect.stringMatching(/minutes/)])
    const { id, status, body } = await confirm(held)
    const editableUntil = addHours(confirmedAt, 48)
    expect([status, body]).toEqual([201, expect.objectContaining({ payOn, providerCents: 11800, editableUntil })])
    await house.server.advance(addMinutes(editableUntil, -1))
    expect(await claimSegments(id)).toBe(null)
    await house.server.advance(editableUntil)
    expect(await claimSegments(id)).toContain(`DTP*472*D8*${served}`)
    expect((await house.verify()).faults).toEqual([])
  },
)

test('a session of the leap day, confirmed that day, is paid on 15 March; one of early February on the leap day', async () => {
  await open(instant('2028-02-10T23:00:00Z'))
  const early = await confirm({ startsAt: '2028-02-10T10:00:00-05:00', endsAt: '2028-02-10T10:55:00-05:00' })
  expect([early.status, early.body]).toEqual([
    201,
    expect.objectContaining({ payOn: '2028-02-29', settlesOn: '2028-02-29' }),
  ])
  await house.server.advance(instant('2028-02-29T23:00:00Z'))
  const [payout] = await house.read((db) => payoutsWhere(db, { practiceId: soloPractice.id }))
  expect([payout?.sendsOn, payout?.settlesOn, payout?.cents]).toEqual(['2028-02-28', '2028-02-29', 11800])
  const leap = await confirm({ startsAt: '2028-02-29T10:00:00-05:00', endsAt: '2028-02-29T10:55:00-05:00' })
  expect([leap.status, leap.body]).toEqual([201, expect.objectContaining({ payOn: '2028-03-15' })])
  await house.server.advance(instant('2028-03-03T00:00:00Z'))
  expect(await claimSegments(leap.id)).toContain('DTP*472*D8*20280229')
})

test('a practice in California that confirms on 15 April at half past nine in the evening confirms on 16 April, and is paid on 15 May', async () => {
  // 20:59:59 in Los Angeles is the last second of 15 April on the operator's wall.
  const lastSecond = instant('2026-04-16T03:59:59Z')
  await open(lastSecond, {
    partners: 'simulated',
    seed: async (made) => {
      await seedStory(aprilStory, { withSessions: false })(made)
      await database.owner
        .updateTable('practices.practice')
        .set({ time_zone: 'America/Los_Angeles' })
        .where('practice_id', '=', soloPractice.id)
        .execute()
    },
  })
  const inTime = await confirm({ startsAt: '2026-04-15T15:00:00-07:00', endsAt: '2026-04-15T15:55:00-07:00' })
  expect([inTime.status, inTime.body]).toEqual([201, expect.objectContaining({ payOn: '2026-04-30' })])

  await house.server.advance(instant('2026-04-15T21:30:00-07:00'))
  await confirmHour(maya, soloPractice, client, instant('2026-04-15T16:00:00-07:00'))
  await house.server.advance(instant('2026-05-16T03:45:00Z'))
  const payouts = await house.read((db) => payoutsWhere(db, { practiceId: soloPractice.id }))
  expect(payouts.map(({ payOn, cents }) => [payOn, cents])).toEqual([
    ['2026-04-30', 11800],
    ['2026-05-15', 11800],
  ])
  const settled = (await house.read((db) => payoutEvents(db, soloPractice.id))).filter(({ kind }) => kind === 'settled')
  expect(settled.map(({ happenedOn }) => happenedOn)).toEqual(['2026-04-30', '2026-05-15'])
  expect((await house.verify()).faults).toEqual([])
})
