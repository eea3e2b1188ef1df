import { afterAll, beforeAll, expect, test } from 'vitest'
import { ratesOfContract } from '../business/contracts/contract-store.ts'
import { appWithStory, type StoryHouse } from './app-with-story.ts'
import { seedAwayNetwork } from './away-network.ts'
import { awayContracts, awayEntities, awayPayers, withAwayPayers } from './away-network-data.ts'
import { aprilStory, entity, payer, simulatedConfigs } from './story-network.ts'

let house: StoryHouse
beforeAll(async () => {
  house = await appWithStory()
}, 120_000)
afterAll(() => house?.close())

const counted = [
  'clients.person',
  'contracts.contract',
  'contracts.payer_rate',
  'credentialing.authority',
  'sessions.session',
] as const

async function counts(): Promise<number[]> {
  const all: number[] = []
  for (const table of counted) {
    const { rows } = await house.as(async (db) => ({ rows: await db.selectFrom(table).selectAll().execute() }))
    all.push(rows.length)
  }
  return all
}

test('what lies beyond New York is added once, however often the server starts', async () => {
  const before = await counts()
  await house.as((db) => seedAwayNetwork(db, house.world))
  const added = await counts()
  await house.as((db) => seedAwayNetwork(db, house.world))
  expect(await counts()).toEqual(added)
  expect(added.every((count, at) => count > (before[at] ?? 0))).toBe(true)
})

test('each simulated payer’s copy of a contract says the same amounts as ours', async () => {
  const { payers } = withAwayPayers(simulatedConfigs(aprilStory))
  const copies = payers as {
    payer: { id: string }
    contract: { billingTin: string; code: string; taxonomies: string[]; cents: number }[]
  }[]
  const electronic = new Map([...awayPayers, payer].map(({ id, electronicId }) => [id, electronicId]))
  for (const { id, payerId, billingEntityId } of awayContracts) {
    const ours = (await house.as((db) => ratesOfContract(db, id))).filter(({ side }) => side === 'payer')
    const tin = [entity, ...awayEntities].find((each) => each.id === billingEntityId)?.tin
    const theirs = copies
      .find((copy) => copy.payer.id === electronic.get(payerId))
      ?.contract.filter(({ billingTin }) => billingTin === tin)
    const told = (lines: readonly { code: string; cents: number }[] = []) =>
      lines.map(({ code, cents }) => `${code} ${cents}`).sort()
    expect([id, told(theirs)]).toEqual([id, told(ours)])
    expect(ours.length).toBeGreaterThan(5)
  }
})
