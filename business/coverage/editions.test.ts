import { afterAll, beforeAll, expect, test } from 'vitest'
import { asOperations } from '../../database/act-as.ts'
import { type TestDatabase, testDatabase } from '../../database/test-database.ts'
import { calendarDate, instant } from '../../libraries/calendar/index.ts'
import { builtInCoverageData, type CoverageData, seedCoverageEditions } from '../../server/coverage-editions.ts'
import type { Db } from '../world.ts'
import { editionsAll } from './edition-store.ts'
import {
  compactStatesOn,
  licenceFamiliesOn,
  licenceTitlesOn,
  serviceAreasOfEdition,
  serviceAreasOn,
  temporaryPracticeOn,
} from './index.ts'
import { builtInAreas, builtInEdition } from './service-areas.ts'

let database: TestDatabase
const now = instant('2026-04-08T22:00:00Z')
const as = <T>(deed: (db: Db) => Promise<T>) => asOperations(database.operations, { user: null, now }, deed)
const seed = (editions: readonly CoverageData[]) => as((db) => seedCoverageEditions(db, editions, now))
const april = calendarDate('2026-04-08')

beforeAll(async () => {
  database = await testDatabase()
  await seed(builtInCoverageData)
})
afterAll(() => database?.close())

test('the data that comes with the product answers from the first day, the areas as the rule has them', async () => {
  const { edition, areas } = await as((db) => serviceAreasOn(db, calendarDate('2020-01-01')))
  expect(edition).toMatch(/^[0-9a-f]{64}$/)
  expect(areas.licenseeIds).toEqual(builtInAreas.licenseeIds)
  for (const [state, countyFips] of [
    ['NY', '36019'],
    ['MO', null],
    ['VA', '51059'],
    ['OH', '39167'],
    ['CA', '06037'],
    ['GU', null],
  ] as const) {
    const place = { state, countyFips, servedBy: null, address: null }
    expect(areas.localBluesAt(place), state).toEqual(builtInAreas.localBluesAt(place))
  }
  expect(areas.sourceOf(['anthem-ny'])).toBe(builtInAreas.sourceOf(['anthem-ny']))
})

test('loaded again, nothing happens', async () => {
  const before = await as(editionsAll)
  await seed(builtInCoverageData)
  expect(await as(editionsAll)).toEqual(before)
  expect(before).toHaveLength(4)
})

test('a later collection answers from its day on, and the days before keep their answer', async () => {
  const licensees = builtInEdition.licensees.map((one) =>
    one.id === 'bcbs-nc' ? { ...one, name: 'Blue of the Carolinas' } : one,
  )
  const from = calendarDate('2027-01-01')
  const content = { asOf: '2026-12-15', licensees }
  await seed([{ kind: 'service_areas', asOf: '2026-12-15', inForceFrom: from, content }])
  const before = await as((db) => serviceAreasOn(db, calendarDate('2026-12-31')))
  const after = await as((db) => serviceAreasOn(db, from))
  expect(before.areas.licenseeName('bcbs-nc')).toBe(builtInAreas.licenseeName('bcbs-nc'))
  expect(after.areas.licenseeName('bcbs-nc')).toBe('Blue of the Carolinas')
  const stored = await as((db) => serviceAreasOfEdition(db, before.edition))
  expect(stored.asOf).toBe(builtInEdition.asOf)
})

test('two different collections for one day are refused, and the first stays', async () => {
  const before = await as(editionsAll)
  const other: CoverageData = {
    kind: 'compacts',
    asOf: '2026-07-01',
    inForceFrom: calendarDate('2020-01-01'),
    content: [],
  }
  await expect(seed([other])).rejects.toThrow('compacts from 2020-01-01: another edition answers from that day')
  expect(await as(editionsAll)).toEqual(before)
})

test('only states in force are named so: the social work compact has none, the counseling compact began in 2025', async () => {
  const states = await as((db) => compactStatesOn(db, april))
  const inForce = states.filter(({ standing }) => standing === 'in_force')
  expect(inForce.filter(({ families }) => families.includes('social_work'))).toEqual([])
  expect(inForce.filter(({ compactId }) => compactId === 'counseling-compact').map(({ state }) => state)).toContain(
    'AZ',
  )
  expect(states.find(({ compactId, state }) => compactId === 'psypact' && state === 'NY')).toBeUndefined()
  expect(inForce.filter(({ compactId }) => compactId === 'psypact')).toHaveLength(43)
})

test('each licence family has the place where its boards are listed, and what is known of practising for a while', async () => {
  const families = await as((db) => licenceFamiliesOn(db, april))
  expect(families.find(({ id }) => id === 'psychologist')?.url).toMatch(/^https:\/\//)
  const titles = await as((db) => licenceTitlesOn(db, april))
  expect(titles.find(({ family, state }) => family === 'social_work' && state === 'AK')?.title).toBe('LCSW')
  const known = await as((db) => temporaryPracticeOn(db, april, 'AZ'))
  expect(known.length).toBeGreaterThan(0)
  expect(known.every(({ certainty }) => certainty !== 'certain')).toBe(true)
})
