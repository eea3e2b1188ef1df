import type { Character } from './demonstration.ts'
import type { SimulatedConfigs } from './simulated-outside.ts'
import type { Seed } from './start.ts'

/** Fills a demonstration with the story network; what is there already stays as it is. */
export const seedStoryNetwork: Seed = async () => {}

/** The logins of the story whom a visitor may be. */
export const storyCharacters: readonly Character[] = []

/** What the simulated payer, bank and card processor know of the story network. */
export const simulatedConfigs: SimulatedConfigs = {
  payer: {
    payer: {
      name: 'EXAMPLE HEALTH PLAN',
      id: 'EXMPL',
      tin: '411234567',
      address: { street: '1 PLAN WAY', city: 'ALBANY', state: 'NY', zip: '122070001' },
    },
    contract: [],
    operatorAccount: { routing: '021000021', account: '123456789' },
  },
  bank: { operatorAccount: '123456789', operatorRouting: '021000021', openedOn: '2026-04-08' },
  cards: { operatorAccount: '123456789', operatorRouting: '021000021' },
}
