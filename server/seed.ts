import { recordCancellationPolicy } from '../business/charges/cancellation-policy-store.ts'
import { recordPaymentMethod } from '../business/charges/payment-method-store.ts'
import { recordClearinghouse } from '../business/claims/clearinghouse-store.ts'
import { recordLocation } from '../business/clients/location-store.ts'
import { recordPerson } from '../business/clients/person-store.ts'
import { recordPolicy, recordPolicyCheck } from '../business/clients/policy-store.ts'
import { addToRoster } from '../business/clients/roster-store.ts'
import { recordContract, recordRate } from '../business/contracts/contract-store.ts'
import { recordPayer, recordPlan } from '../business/contracts/plan-store.ts'
import { recordAuthority } from '../business/credentialing/authority-store.ts'
import { recordCredential } from '../business/credentialing/credential-store.ts'
import {
  recordBankAccount,
  recordBankAccountCheck,
  recordOperatorAccount,
  recordTaxForm,
} from '../business/payouts/bank-account-store.ts'
import { recordOwnMoney } from '../business/payouts/bank-statement-store.ts'
import { recordBillingEntity } from '../business/practices/billing-entity-store.ts'
import { recordPracticeLocation } from '../business/practices/location-store.ts'
import { practiceById, recordMember, recordPractice } from '../business/practices/practice-store.ts'
import { recordSession } from '../business/sessions/session-store.ts'
import type { Db, World } from '../business/world.ts'
import { asOperations } from '../database/act-as.ts'
import { addDays, addMinutes, type CalendarDate, instant, instantAt } from '../libraries/calendar/index.ts'
import { type Cents, cents, zero } from '../libraries/money/index.ts'
import { seedReferenceData } from './reference-data.ts'
import { seedJoining } from './seed-joining.ts'
import { seedWorkingHours } from './seed-working-hours.ts'
import type { Seed } from './start.ts'
import {
  aprilStory,
  clearinghouseId,
  entity,
  inForce,
  lasting,
  network,
  operatorAccount,
  operatorStaff,
  ownMoney,
  payer,
  plan,
  practices,
  type StoryClient,
  type StoryMember,
  type StoryPractice,
  type StorySettings,
  source,
  state,
  storyRates,
  variantClients,
  zone,
} from './story-network.ts'
import { seedVirtualNetworks } from './story-virtual-networks.ts'

export const longAgo = instant('2025-01-02T15:00:00Z')
const by = 'story'
const city = { city: 'Queens', state, zip: '113750001' }
// Queens County, New York.
const countyFips = '36081'

/** Fills a new demonstration with the story network; a network that is there stays as it is. */
export const seedStoryNetwork: Seed = seedStory(aprilStory, { withSessions: true })

export function seedStory(settings: StorySettings, { withSessions }: { withSessions: boolean }): Seed {
  return async ({ operations, world, signIn }) => {
    await seedReferenceData(operations, world.clock.now())
    const people = [...practices.flatMap(({ members }) => members), operatorStaff]
    for (const { userId, name, email } of people) await signIn.addUser({ id: userId, name, email })
    await asOperations(operations, { user: null, now: world.clock.now() }, async (db) => {
      const [first] = practices
      const isThere = first !== undefined && (await practiceById(db, first.id)) !== null
      if (!isThere) {
        await seedOperator(db, world, settings)
        for (const practice of practices) await seedPractice(db, world, practice, settings)
        if (withSessions) await seedSessions(db, world, settings)
      }
      if (withSessions) await seedJoining(db, world)
    })
  }
}

/** The operator with its one payer; `own` is the capital that it begins with. */
export async function seedOperator(
  db: Db,
  world: World,
  settings: StorySettings,
  own: typeof ownMoney = ownMoney,
): Promise<void> {
  await recordMember(db, {
    practiceId: world.operator,
    id: operatorStaff.id,
    userId: operatorStaff.userId,
    name: operatorStaff.name,
    role: 'operator_staff',
    clinician: false,
    npi: null,
    taxonomy: null,
    licenceFamily: null,
    joinedAt: longAgo,
  })
  await recordBillingEntity(db, { ...entity, during: lasting, source })
  await recordPayer(db, { ...payer, filingCode: 'CI', clearinghouseId, source })
  const about = { payerId: payer.id, networkId: network, isBlue: false, blueCard: false }
  await recordPlan(db, { ...plan, ...about, acceptedStates: 'all', during: inForce, source })
  await recordContract(db, {
    id: 'cedar-mutual-ny',
    payerId: payer.id,
    networkId: network,
    state,
    billingEntityId: entity.id,
    during: inForce,
    noticeDays: 90,
    source,
  })
  for (const { family, code, payer: payerRate, provider } of storyRates(settings)) {
    const rate = { contractId: 'cedar-mutual-ny', licenceFamily: family, code, modifiers: [], during: inForce, source }
    await recordRate(db, 'contracts.payer_rate', { ...rate, cents: payerRate })
    await recordRate(db, 'contracts.provider_rate', { ...rate, cents: provider })
  }
  await seedVirtualNetworks(db, { during: inForce, source })
  await recordClearinghouse(db, {
    id: clearinghouseId,
    name: 'LANTERN CLEARINGHOUSE',
    receiverId: 'LANTERN',
    submitterName: 'EVENKEEL',
    submitterId: 'EVENKEEL01',
    contactName: 'CLAIMS DESK',
    contactPhone: '5185550142',
    usage: 'T',
    during: lasting,
    source,
  })
  await recordOperatorAccount(db, { ...operatorAccount, during: lasting, source })
  await recordOwnMoney(db, { ...own, practiceId: world.operator, id: world.ids.next(), at: longAgo, by })
}

export async function seedPractice(
  db: Db,
  world: World,
  practice: StoryPractice,
  settings: StorySettings,
): Promise<void> {
  const { id: practiceId, kind, name, account } = practice
  await recordPractice(db, { practiceId, kind, name, timeZone: zone, joinedAt: longAgo })
  await recordPracticeLocation(db, {
    practiceId,
    id: world.ids.next(),
    label: 'Office',
    street: practice.street,
    ...city,
    countyFips,
    during: inForce,
    at: longAgo,
  })
  const bankAccountId = world.ids.next()
  await recordBankAccount(db, { ...account, practiceId, id: bankAccountId, kind: 'checking', recordedAt: longAgo, by })
  const check = { practiceId, bankAccountId, id: world.ids.next(), outcome: 'verified' as const }
  await recordBankAccountCheck(db, { ...check, because: 'two test deposits', at: longAgo })
  await recordTaxForm(db, { practiceId, id: world.ids.next(), at: longAgo })
  const policy = { windowHours: 24 as const, late: cents(5000), noShow: cents(7500) }
  const since = { startsOn: inForce.from, recordedAt: longAgo, recordedBy: by }
  await recordCancellationPolicy(db, practiceId, { ...policy, ...since, id: world.ids.next() })
  for (const member of practice.members) await seedMember(db, world, practiceId, member)
  for (const client of practice.clients) await seedClient(db, world, practiceId, client, settings)
}

async function seedMember(db: Db, world: World, practiceId: string, member: StoryMember): Promise<void> {
  const { id, userId, name, role, clinician } = member
  await recordMember(db, {
    practiceId,
    id,
    userId,
    name,
    role,
    clinician: clinician !== null,
    npi: clinician?.npi ?? null,
    taxonomy: clinician?.taxonomy ?? null,
    licenceFamily: clinician?.family ?? null,
    joinedAt: longAgo,
  })
  if (clinician === null) return
  const mine = { practiceId, memberId: id, state, during: inForce, at: longAgo, by }
  await recordAuthority(db, { ...mine, id: world.ids.next(), kind: 'license', number: `NY-${clinician.npi.slice(-5)}` })
  await recordCredential(db, {
    ...mine,
    id: world.ids.next(),
    networkId: network,
    via: 'direct',
    status: 'active',
    payerReady: inForce.from,
  })
}

async function seedClient(
  db: Db,
  world: World,
  practiceId: string,
  client: StoryClient,
  settings: StorySettings,
): Promise<void> {
  const { memberId } = client
  const copay = client.copay === 'none' ? zero : settings.copay
  const card = `tok_good_${memberId.toLowerCase()}`
  await seedClientOf(db, world, practiceId, client, { planId: plan.id, copay, card, checkedOn: settings.on })
}

/** A client with their policy, its check, their home and their card. */
export async function seedClientOf(
  db: Db,
  world: World,
  practiceId: string,
  client: StoryClient,
  terms: {
    planId: string
    copay: Cents
    card: string
    checkedOn: CalendarDate
    /** Left out: the client's street in Queens. */
    home?: { street: string; city: string; state: string; zip: string; countyFips: string | null }
  },
): Promise<void> {
  const { id: personId, givenName, familyName, dateOfBirth, sex, memberId, street } = client
  const { countyFips: county, ...home } = terms.home ?? { street: street ?? '1 Unknown Street', ...city, countyFips }
  const email = `${givenName}.${familyName}@mail.example`.toLowerCase()
  await recordPerson(
    db,
    { personId, givenName, familyName, dateOfBirth, sex, email, ...home },
    { practiceId, from: inForce.from, at: longAgo },
  )
  await addToRoster(db, { practiceId, personId, memberId: client.clinicianId, from: inForce.from, at: longAgo, by })
  const { planId, copay, checkedOn } = terms
  const policyId = world.ids.next()
  await recordPolicy(db, {
    personId,
    id: policyId,
    planId,
    memberId,
    groupNumber: null,
    copay,
    during: inForce,
    recordedAt: longAgo,
  })
  await recordPolicyCheck(db, {
    personId,
    policyId,
    id: world.ids.next(),
    coverage: client.coverage,
    checkedOn,
    source,
    recordedAt: longAgo,
  })
  await recordLocation(db, {
    personId,
    id: world.ids.next(),
    label: 'Home',
    ...home,
    street: terms.home?.street ?? street,
    countyFips: county,
    servedBy: null,
    during: inForce,
    recordedAt: longAgo,
    recordedBy: by,
  })
  const card = { personId, id: world.ids.next(), token: terms.card, brand: 'Visa' }
  await recordPaymentMethod(db, { ...card, lastFour: memberId.slice(-4), at: longAgo })
}

/** Sessions that wait to be confirmed when the demonstration begins, and two that are still to come. */
export async function seedSessions(db: Db, world: World, { on }: StorySettings): Promise<void> {
  const [solo] = practices
  for (const practice of practices) await seedWorkingHours(db, world, practice)
  const planned = [
    { client: variantClients.pays_in_june, day: 0, at: '10:00' },
    { client: variantClients.denies, day: 0, at: '11:30' },
    { client: variantClients.never_answers, day: -1, at: '14:00' },
    { client: variantClients.pays_less, day: -5, at: '09:00' },
    { client: variantClients.pays_late, day: 1, at: '10:00' },
    { client: variantClients.sends_twice, day: 2, at: '15:00' },
  ]
  for (const { client, day, at } of planned) {
    const startsAt = instantAt(addDays(on, day), at, zone)
    await recordSession(db, {
      practiceId: solo?.id ?? '',
      id: world.ids.next(),
      memberId: client.clinicianId,
      personId: client.id,
      startsAt,
      endsAt: addMinutes(startsAt, 55),
      modality: 'telehealth',
      at: longAgo,
      by,
    })
  }
}
