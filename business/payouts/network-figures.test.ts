import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendarDate, instantAt } from '../../libraries/calendar/index.ts'
import { cents, sum } from '../../libraries/money/index.ts'
import { appWithStory, type StoryHouse } from '../../server/app-with-story.ts'
import { mayaId, soloPractice, variantClients, zone } from '../../server/story-network.ts'
import { transfersAbout } from '../ledger/index.ts'
import { networkFigures } from './network-figures.ts'
import { billedSessions, transfersOfBilledSessions } from './network-report-store.ts'
import { whereTheMoneyGoes } from './where-the-money-goes.ts'

let house: StoryHouse
const sessions: string[] = []
const april = { from: calendarDate('2026-04-01'), until: calendarDate('2026-05-01') }

beforeAll(async () => {
  house = await appWithStory()
  const maya = await house.login(soloPractice.members[0]?.userId ?? '')
  const base = `/api/practices/${soloPractice.id}`
  const clients: { personId: string; locations: { id: string }[] }[] = (await maya.get(`${base}/clients`)).json()
  for (const [at, { id: personId }] of [variantClients.pays_in_june, variantClients.denies].entries()) {
    const startsAt = instantAt(calendarDate('2026-04-08'), `${10 + 2 * at}:00`, zone)
    const endsAt = instantAt(calendarDate('2026-04-08'), `${10 + 2 * at}:55`, zone)
    const added = { personId, memberId: mayaId, startsAt, endsAt, modality: 'telehealth' }
    const { id } = (await maya.post(`${base}/sessions`, added)).json()
    const answer = await maya.post(`${base}/sessions/${id}/confirmations`, {
      startedAt: startsAt,
      stoppedAt: endsAt,
      modality: 'telehealth',
      locationId: clients.find((client) => client.personId === personId)?.locations[0]?.id ?? null,
      codes: [{ code: '90837', modifiers: [], units: 1 }],
      diagnoses: ['F41.1'],
      note: { body: 'Talked about the week.' },
    })
    expect(answer.statusCode).toBe(201)
    sessions.push(id)
  }
})
afterAll(() => house?.close())

test('the sums over all sessions are the sums of the sessions', async () => {
  const all = await house.as((db) => transfersOfBilledSessions(db, april))
  const each = await house.as(async (db) => {
    const found = []
    for (const id of sessions) found.push(whereTheMoneyGoes(await transfersAbout(db, soloPractice.id, id), cents(0)))
    return found
  })
  const together = whereTheMoneyGoes(all, cents(0))
  expect(together.owedCents).toBe(sum(each.map(({ owedCents }) => owedCents)))
  expect(together.operatorKeptCents).toBe(sum(each.map(({ operatorKeptCents }) => operatorKeptCents)))
  expect(together.owedCents).toBe(300_00)
  expect(await house.as((db) => billedSessions(db, april))).toEqual({ sessions: 2, clients: 2, practices: 1 })
  const march = { from: calendarDate('2026-03-01'), until: april.from }
  expect(await house.as((db) => billedSessions(db, march))).toEqual({ sessions: 0, clients: 0, practices: 0 })
})

test.each([
  [{ sessions: 300, clients: 10, practices: 5 }, 'ten clients'],
  [{ sessions: 300, clients: 40, practices: 1 }, 'one practice'],
  [{ sessions: 0, clients: 0, practices: 0 }, 'nobody'],
])('sums that %s stand behind are not shown (%s)', async (counted) => {
  const all = await house.as((db) => transfersOfBilledSessions(db, april))
  expect(networkFigures(april, counted, all).figures).toBeNull()
})

test('what is shown adds up: what came and is owed is what goes to practices and the operator', async () => {
  const all = await house.as((db) => transfersOfBilledSessions(db, april))
  const { figures } = networkFigures(april, { sessions: 2, clients: 11, practices: 2 }, all)
  expect(figures).toEqual({
    sessions: 2,
    insurersPaidCents: 0,
    clientsPaidCents: 0,
    stillOwedCents: 300_00,
    practicesCents: 236_00,
    operatorKeptCents: 64_00,
    absorbedCents: 0,
  })
})

test('anyone may ask for the figures, and learns nothing where too few people stand behind them', async () => {
  const answer = await house.app.inject({ method: 'GET', url: '/api/network/figures' })
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toEqual({ period: { from: '2025-04-01', until: '2026-04-01' }, figures: null })
})
