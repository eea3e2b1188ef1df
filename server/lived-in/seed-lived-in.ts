import { formsInForce, recordSignature } from '../../business/clients/form-store.ts'
import { recordEmailVerification, recordLogin } from '../../business/clients/login-store.ts'
import { recordContract, recordRate } from '../../business/contracts/contract-store.ts'
import { recordPayer, recordPlan } from '../../business/contracts/plan-store.ts'
import { recordCredential } from '../../business/credentialing/credential-store.ts'
import { practiceById, recordMember } from '../../business/practices/practice-store.ts'
import { recordAbsorptionDeadline } from '../../business/remittances/absorption-deadline-store.ts'
import type { Db, World } from '../../business/world.ts'
import { asOperations } from '../../database/act-as.ts'
import { calendarDate } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { withAwayPayers } from '../away-network-data.ts'
import { seedReferenceData } from '../reference-data.ts'
import { longAgo, seedClientOf, seedOperator, seedPractice } from '../seed.ts'
import type { SimulatedConfigs } from '../simulated-outside.ts'
import type { Seed } from '../start.ts'
import {
  aprilStory,
  clearinghouseId,
  entity,
  inForce,
  operatorAccount,
  operatorStaff,
  practices,
  simulatedConfigs,
  source,
  state,
} from '../story-network.ts'
import { emailOf, type LivedInClient, livedInClients, userIdOf } from './clients.ts'
import { playedMonths } from './habits.ts'
import { firstDeadlines, type LivedInPayer, laterDeadlines, livedInPayers, ratesOf } from './payers.ts'
import { livedInStaff } from './staff.ts'

/** The operator pays every practice long before the payers have paid: this is what it began with. */
const ownMoney = { reference: 'OWNMONEY1', cents: cents(6_000_000) }

/** Fills a network of October with everybody who lives in it; nothing has happened yet. */
export const seedLivedIn: Seed = async ({ operations, world, signIn }) => {
  const now = world.clock.now()
  await asOperations(operations, { user: null, now }, async (db) => {
    const deadlines = [...firstDeadlines, ...laterDeadlines]
    for (const deadline of deadlines) await recordAbsorptionDeadline(db, { ...deadline, source: 'Operator’s rule' })
  })
  await seedReferenceData(operations, now)
  const people = [...practices.flatMap(({ members }) => members), operatorStaff, ...livedInStaff]
  for (const { userId, name, email } of people) await signIn.addUser({ id: userId, name, email })
  const withLogin = livedInClients.filter(({ habits }) => habits.lacks !== 'everything')
  for (const client of withLogin)
    await signIn.addUser({ id: userIdOf(client), name: nameOf(client), email: emailOf(client) })
  await asOperations(operations, { user: null, now }, async (db) => {
    const [first] = practices
    if (first !== undefined && (await practiceById(db, first.id)) !== null) return
    await seedOperator(db, world, aprilStory, ownMoney)
    for (const { id, userId, name } of livedInStaff) await seedStaff(db, world, { id, userId, name })
    for (const practice of practices) await seedPractice(db, world, practice, aprilStory)
    for (const payer of livedInPayers) await seedPayer(db, world, payer)
    await seedClients(db, world)
  })
}

async function seedStaff(db: Db, world: World, person: { id: string; userId: string; name: string }): Promise<void> {
  const staff = { clinician: false, npi: null, taxonomy: null, licenceFamily: null, joinedAt: longAgo }
  await recordMember(db, { ...person, ...staff, practiceId: world.operator, role: 'operator_staff' })
}

async function seedPayer(db: Db, world: World, payer: LivedInPayer): Promise<void> {
  const { id, name, electronicId, filingCode, network } = payer
  await recordPayer(db, { id, name, electronicId, filingCode, clearinghouseId, source })
  const about = { payerId: id, networkId: network, during: inForce, source }
  await recordPlan(db, { ...payer.plan, ...about, acceptedStates: 'all' })
  const contractId = `${id}-${state.toLowerCase()}`
  await recordContract(db, { ...about, id: contractId, state, billingEntityId: entity.id, noticeDays: 90 })
  for (const { family, code, payer: payerCents, provider } of ratesOf(payer)) {
    const rate = { contractId, licenceFamily: family, code, modifiers: [], during: inForce, source }
    await recordRate(db, 'contracts.payer_rate', { ...rate, cents: payerCents })
    await recordRate(db, 'contracts.provider_rate', { ...rate, cents: provider })
  }
  for (const practice of practices) {
    for (const member of practice.members) {
      if (member.clinician === null) continue
      const payerReady = readyOn(payer, member.name)
      const mine = { practiceId: practice.id, memberId: member.id, state, during: inForce, at: longAgo, by: 'story' }
      const how = { networkId: network, via: 'direct' as const, status: 'active' as const, payerReady }
      await recordCredential(db, { ...mine, ...how, id: world.ids.next() })
    }
  }
}

// One payer takes months to load a clinician: what is confirmed meanwhile is paid, and its claims are held.
function readyOn(payer: LivedInPayer, name: string) {
  return payer.id === 'quarry-valley' && name === 'Ines Okafor' ? calendarDate('2026-04-20') : inForce.from
}

async function seedClients(db: Db, world: World): Promise<void> {
  for (const client of livedInClients) {
    const practice = practices.find(({ members }) => members.some(({ id }) => id === client.clinicianId))
    if (practice === undefined) throw new Error(`nobody treats ${client.id}`)
    const { planId, copayCents: copay } = client
    const card = client.habits.card ?? `tok_good_${client.memberId.toLowerCase()}`
    await seedClientOf(db, world, practice.id, client, { planId, copay, card, checkedOn: playedMonths.from })
    if (client.habits.lacks !== 'everything') await seedAccount(db, world, client)
  }
}

/** Their login with its proved address and, where they have signed them, the standard forms. */
async function seedAccount(db: Db, world: World, client: LivedInClient): Promise<void> {
  const { id: personId } = client
  const userId = userIdOf(client)
  await recordLogin(db, { personId, userId, from: inForce.from })
  await recordEmailVerification(db, { personId, id: world.ids.next(), email: emailOf(client), userId, at: longAgo })
  if (client.habits.lacks === 'forms') return
  for (const { id: formId, version, sha256 } of await formsInForce(db, playedMonths.from)) {
    const signature = { personId, formId, version, sha256, typedName: nameOf(client), signedAt: longAgo }
    await recordSignature(db, { ...signature, id: world.ids.next(), userId })
  }
}

const nameOf = ({ givenName, familyName }: LivedInClient) => `${givenName} ${familyName}`

/** What the simulated counterparts of the lived-in network know: the story's, and the other payers. */
export function livedInConfigs(): SimulatedConfigs {
  const story = simulatedConfigs(aprilStory)
  const [cedar] = story.payers
  const own = livedInClients.map(({ memberId, copayCents }) => ({ memberId, copayCents }))
  const payers = livedInPayers.map((payer) => ({
    payer: {
      name: payer.name.toUpperCase(),
      id: payer.electronicId,
      tin: payer.tin,
      address: { street: '1 PLAN WAY', city: 'ALBANY', state: 'NY', zip: '122070001' },
      bankAccount: payer.bankAccount,
    },
    contract: ratesOf(payer).map(({ taxonomy, code, payer: amount }) => ({
      billingTin: entity.tin,
      taxonomies: [taxonomy],
      code,
      modifiers: [],
      from: inForce.from,
      until: inForce.until,
      cents: amount,
    })),
    policies: own,
    operatorAccount: { routing: operatorAccount.routing, account: operatorAccount.account },
    pace: payer.pace,
    fileLetters: payer.fileLetters,
  }))
  const opened = { openedOn: playedMonths.from, openingDeposits: [{ ...ownMoney, on: playedMonths.from }] }
  return withAwayPayers({
    payers: [{ ...cedar, policies: [...policiesOf(cedar), ...own] }, ...payers],
    bank: { ...story.bank, ...opened },
    cards: story.cards,
  })
}

function policiesOf(config: object | undefined): readonly object[] {
  return config !== undefined && 'policies' in config && Array.isArray(config.policies) ? config.policies : []
}
