import { afterAll, beforeAll, expect, test } from 'vitest'
import { asPerson } from '../../database/act-as.ts'
import { addDays, addHours, calendarDate, dateIn, instantAt } from '../../libraries/calendar/index.ts'
import { type House, houseOnTestDatabase } from '../../server/house-on-test-database.ts'
import { aClient, aPractice, confirm, type MadeUpClient, type MadeUpPractice } from '../../server/made-up-practice.ts'
import { cancelSession, moveSession } from './change-plan-flow.ts'
import { sessionRow } from './session-rows-flow.ts'
import { type PlannedSession, recordSession, sessionById, sessionsOfPerson } from './session-store.ts'
import { voidSession } from './void-session-flow.ts'

const zone = 'America/New_York'
const who = { userId: 'somebody' }
const on = calendarDate('2026-04-08')

let house: House
let practice: MadeUpPractice
let client: MadeUpClient

beforeAll(async () => {
  house = await houseOnTestDatabase()
  practice = await aPractice(house)
  client = await aClient(house, practice)
})
afterAll(() => house.close())

async function planned(day: number, time = '10:00', of = client): Promise<PlannedSession> {
  const startsAt = instantAt(addDays(on, day), time, zone)
  const id = house.world.ids.next()
  const { practiceId, clinicianId: memberId } = practice
  const session = { practiceId, id, memberId, personId: of.personId, startsAt, endsAt: addHours(startsAt, 1) }
  await house.as((tx) =>
    recordSession(tx, { ...session, modality: 'telehealth', at: house.world.clock.now(), by: 'somebody' }),
  )
  return current({ practiceId, id })
}

const current = ({ practiceId, id }: { practiceId: string; id: string }) =>
  house.as(async (tx) => {
    const session = await sessionById(tx, practiceId, id)
    if (session === null) throw new Error('no such session')
    return session
  })

const move = (session: PlannedSession, day: number, time: string, version = session.version) => {
  const startsAt = instantAt(addDays(on, day), time, zone)
  const asked = { version, startsAt, endsAt: addHours(startsAt, 1), modality: 'in_person' as const }
  return house.as((tx) => moveSession(tx, house.world, who, session, asked))
}

const cancel = (session: PlannedSession, kind: 'cancelled' | 'no_show' = 'cancelled') =>
  house.as((tx) =>
    cancelSession(tx, house.world, who, session, {
      version: session.version,
      kind,
      initiator: 'client',
      reason: 'Ill',
    }),
  )

const codes = (answer: Awaited<ReturnType<typeof move>>) =>
  answer.kind === 'refused' ? answer.refusals.map(({ code }) => code) : answer.kind

test('whoever reads a session that was moved, and moved again, reads the times of now', async () => {
  const session = await planned(2)
  expect(codes(await move(session, 3, '14:00'))).toBe('changed')
  expect(codes(await move(await current(session), 5, '09:00'))).toBe('changed')
  const now = await current(session)
  expect(now).toMatchObject({ version: 3, modality: 'in_person', startsAt: instantAt(addDays(on, 5), '09:00', zone) })
  const row = await house.as((tx) => sessionRow(tx, house.world, session))
  expect(row?.row).toMatchObject({ startsAt: now.startsAt, endsAt: now.endsAt, version: 3, state: 'upcoming' })
})

test('of two who move one session the second is told what the first did, and the first’s times stand', async () => {
  const session = await planned(2, '11:00')
  await move(session, 6, '15:00')
  const second = await move(session, 4, '08:00')
  expect(second).toMatchObject({ kind: 'refused', refusals: [{ code: 'session_changed_meanwhile', field: 'version' }] })
  if (second.kind === 'refused') expect(second.refusals[0]?.words).toContain('Tue, Apr 14, 2026, 3:00 PM to 4:00 PM')
  expect((await current(session)).startsAt).toBe(instantAt(addDays(on, 6), '15:00', zone))
})

test('two who move one session in the same moment are one after the other', async () => {
  const session = await planned(2, '12:00')
  const answers = await Promise.all([move(session, 7, '10:00'), move(session, 8, '10:00')])
  expect(answers.flatMap(codes).sort()).toEqual(['changed', 'session_changed_meanwhile'])
})

test('a cancelled session is neither moved, cancelled again, confirmed nor voided, and each refusal says so', async () => {
  const session = await planned(-1)
  expect(codes(await cancel(session))).toBe('changed')
  expect(codes(await move(session, 3, '10:00'))).toEqual(['session_cancelled'])
  expect(codes(await cancel(session))).toEqual(['session_cancelled'])
  await expect(confirm(house, session, '90837')).rejects.toThrow('This session was cancelled')
  const voided = await house.as((tx) => voidSession(tx, house.world, who, session, 'x'))
  expect(voided).toMatchObject({ kind: 'refused', code: 'session_cancelled' })
  const row = await house.as((tx) => sessionRow(tx, house.world, session))
  expect(row?.row).toMatchObject({ state: 'cancelled', cancellation: { initiator: 'client', reason: 'Ill' } })
})

test('nobody can have missed a session that has not begun', async () => {
  expect(codes(await cancel(await planned(2, '17:00'), 'no_show'))).toEqual(['not_begun_yet'])
  expect(codes(await cancel(await planned(-1, '17:00'), 'no_show'))).toBe('changed')
})

test('a confirmed session is neither moved nor cancelled: its times are part of what is billed', async () => {
  const session = await planned(-1, '14:00')
  await confirm(house, session, '90837')
  expect(codes(await move(session, 1, '10:00'))).toEqual(['session_confirmed'])
  expect(codes(await cancel(session))).toEqual(['session_confirmed'])
})

test('the days for confirming count from the day to which a session was moved', async () => {
  const session = await planned(-40, '10:00')
  await expect(confirm(house, session, '90837')).rejects.toThrow()
  await move(session, -2, '10:00')
  const moved = await current(session)
  await confirm(house, moved, '90837')
  expect(dateIn(moved.startsAt, zone)).toBe('2026-04-06')
})

test('a person reads their own sessions as they are planned now, and nobody else’s', async () => {
  const other = await aClient(house, practice)
  const mine = await planned(9, '10:00', other)
  await move(mine, 10, '10:00')
  const now = house.world.clock.now()
  const seen = await asPerson(house.database.portal, { user: null, now, person: other.personId }, (tx) =>
    sessionsOfPerson(tx, other.personId),
  )
  expect(seen.map(({ id, version }) => [id, version])).toEqual([[mine.id, 2]])
  const neighbours = await asPerson(house.database.portal, { user: null, now, person: other.personId }, (tx) =>
    sessionsOfPerson(tx, client.personId),
  )
  expect(neighbours).toEqual([])
})
