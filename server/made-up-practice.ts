import { recordPaymentMethod } from '../business/charges/payment-method-store.ts'
import { claimsOfSession } from '../business/claims/claim-store.ts'
import { recordLocation } from '../business/clients/location-store.ts'
import { recordPerson } from '../business/clients/person-store.ts'
import { recordPolicy, recordPolicyCheck } from '../business/clients/policy-store.ts'
import { addToRoster } from '../business/clients/roster-store.ts'
import { recordContract, recordRate } from '../business/contracts/contract-store.ts'
import { recordPlan } from '../business/contracts/plan-store.ts'
import { recordAuthority } from '../business/credentialing/authority-store.ts'
import { recordCredential } from '../business/credentialing/credential-store.ts'
import { recordBankAccount, recordBankAccountCheck, recordTaxForm } from '../business/payouts/bank-account-store.ts'
import { recordMember, recordPractice } from '../business/practices/practice-store.ts'
import { confirmSession } from '../business/sessions/confirm-session-flow.ts'
import { recordSession, type Session } from '../business/sessions/session-store.ts'
import { addMinutes, type CalendarDate, calendarDate, instantAt } from '../libraries/calendar/index.ts'
import { cents } from '../libraries/money/index.ts'
import { npiFrom } from '../libraries/npi/index.ts'
import { type House, longAgo } from './house-on-test-database.ts'
import { entity, inForce, payer, source, state, zone } from './story-network.ts'

const by = 'test'
const city = { city: 'QUEENS', state, zip: '113750001' }

/** What two session codes are worth to a practice; a session is confirmed with the first and corrected to the second. */
export type Worths = { '90837': Worth; '90834': Worth }
export type Worth = { payer: number; provider: number }

const usualWorths: Worths = { '90837': { payer: 15000, provider: 11800 }, '90834': { payer: 12000, provider: 9400 } }

export type MadeUpPractice = { practiceId: string; clinicianId: string; planId: string; networkId: string }

type WantedPractice = {
  worths?: Worths
  bank?: 'verified' | 'unverified' | 'none'
  holder?: 'business' | 'personal'
  account?: string
  taxForm?: boolean
  /** The first day on which the payer takes the clinician's claims. */
  payerReady?: CalendarDate
}

/** A practice with one clinician, in a network of its own, so that its rates are its own. */
export async function aPractice(house: House, wanted: WantedPractice = {}): Promise<MadeUpPractice> {
  const { world } = house
  const practiceId = world.ids.next()
  const clinicianId = world.ids.next()
  const networkId = `network-${practiceId}`
  const planId = `plan-${practiceId}`
  await house.as(async (tx) => {
    await recordPractice(tx, { practiceId, kind: 'solo', name: 'Juniper Street', timeZone: zone, joinedAt: longAgo })
    await recordMember(tx, {
      practiceId,
      id: clinicianId,
      userId: null,
      name: 'Maya Lindqvist',
      role: 'owner',
      clinician: true,
      npi: npiFrom('155508211'),
      taxonomy: '1041C0700X',
      licenceFamily: 'social_work',
      joinedAt: longAgo,
    })
    const mine = { practiceId, memberId: clinicianId, state, during: inForce, at: longAgo, by }
    await recordAuthority(tx, { ...mine, id: world.ids.next(), kind: 'license', number: 'NY-55082' })
    await recordCredential(tx, {
      ...mine,
      id: world.ids.next(),
      networkId,
      via: 'direct',
      status: 'active',
      payerReady: wanted.payerReady ?? inForce.from,
    })
    await seedContract(tx, { practiceId, networkId, planId }, wanted.worths ?? usualWorths)
  })
  const practice = { practiceId, clinicianId, planId, networkId }
  if (wanted.taxForm !== false) await giveTaxForm(house, practice)
  if (wanted.bank !== 'none') await giveBankAccount(house, practice, wanted)
  return practice
}

type Tx = Parameters<Parameters<House['as']>[0]>[0]

async function seedContract(
  tx: Tx,
  { practiceId, networkId, planId }: { practiceId: string; networkId: string; planId: string },
  worths: Worths,
): Promise<void> {
  const contractId = `contract-${practiceId}`
  await recordPlan(tx, {
    id: planId,
    name: 'A plan',
    payerId: payer.id,
    networkId,
    isBlue: false,
    blueCard: false,
    acceptedStates: 'all',
    during: inForce,
    source,
  })
  await recordContract(tx, {
    id: contractId,
    payerId: payer.id,
    networkId,
    state,
    billingEntityId: entity.id,
    during: inForce,
    noticeDays: 90,
    source,
  })
  for (const [code, worth] of Object.entries(worths)) {
    const rate = { contractId, licenceFamily: 'social_work', code, modifiers: [], during: inForce, source }
    await recordRate(tx, 'contracts.payer_rate', { ...rate, cents: cents(worth.payer) })
    await recordRate(tx, 'contracts.provider_rate', { ...rate, cents: cents(worth.provider) })
  }
}

/** A bank account of the practice, the newest one, recorded now; returns its id. */
export async function giveBankAccount(
  house: House,
  { practiceId }: MadeUpPractice,
  wanted: Pick<WantedPractice, 'bank' | 'holder' | 'account'> & { recordedAt?: typeof longAgo } = {},
): Promise<string> {
  const { world } = house
  const id = world.ids.next()
  await house.as((tx) =>
    recordBankAccount(tx, {
      practiceId,
      id,
      holder: wanted.holder ?? 'business',
      holderName: 'JUNIPER STREET LCSW PLLC',
      routing: '123456780',
      account: wanted.account ?? '1001550021',
      kind: 'checking',
      recordedAt: wanted.recordedAt ?? longAgo,
      by,
    }),
  )
  if (wanted.bank !== 'unverified') await verifyBankAccount(house, { practiceId }, id)
  return id
}

export async function verifyBankAccount(
  house: House,
  { practiceId }: { practiceId: string },
  bankAccountId: string,
): Promise<void> {
  const { world } = house
  const check = { practiceId, bankAccountId, id: world.ids.next(), outcome: 'verified' as const }
  await house.as((tx) => recordBankAccountCheck(tx, { ...check, because: 'two test deposits', at: world.clock.now() }))
}

export async function giveTaxForm(house: House, { practiceId }: { practiceId: string }): Promise<void> {
  await house.as((tx) => recordTaxForm(tx, { practiceId, id: house.world.ids.next(), at: house.world.clock.now() }))
}

export type MadeUpClient = { personId: string; memberId: string; locationId: string }

let people = 0

/** A client of the practice with a policy, an address, and a card unless none is wanted. */
export async function aClient(
  house: House,
  practice: MadeUpPractice,
  wanted: { copay?: number; card?: string | null; familyName?: string } = {},
): Promise<MadeUpClient> {
  const { world } = house
  const { practiceId, clinicianId, planId } = practice
  people += 1
  const personId = world.ids.next()
  const locationId = world.ids.next()
  const policyId = world.ids.next()
  const memberId = `MADEUP${100000 + people}`
  const home = { street: `${people} EXAMPLE STREET`, ...city }
  await house.as(async (tx) => {
    const given = { givenName: 'Ada', familyName: wanted.familyName ?? 'Fenwick', sex: 'F' as const, email: null }
    const born = { dateOfBirth: calendarDate('1980-02-03') }
    const seenFrom = { practiceId, from: inForce.from, at: longAgo }
    await recordPerson(tx, { personId, ...given, ...born, ...home }, seenFrom)
    await addToRoster(tx, { ...seenFrom, personId, memberId: clinicianId, by })
    const copay = cents(wanted.copay ?? 2500)
    const policy = { personId, id: policyId, planId, memberId, groupNumber: null, copay, during: inForce }
    await recordPolicy(tx, { ...policy, recordedAt: longAgo })
    const check = { personId, policyId, id: world.ids.next(), coverage: 'active' as const, source }
    await recordPolicyCheck(tx, { ...check, checkedOn: calendarDate('2026-04-01'), recordedAt: longAgo })
    const where = { personId, id: locationId, label: 'Home', ...home, countyFips: '36081', servedBy: null }
    await recordLocation(tx, { ...where, during: inForce, recordedAt: longAgo, recordedBy: by })
  })
  if (wanted.card !== null) await giveCard(house, personId, wanted.card ?? 'tok_good')
  return { personId, memberId, locationId }
}

/** Gives a client a card, their newest; the card desk declines those whose token begins with tok_declined. */
export async function giveCard(house: House, personId: string, token: string): Promise<void> {
  const { world } = house
  const method = { personId, id: world.ids.next(), token, brand: 'Visa', lastFour: '4242', at: world.clock.now() }
  await house.as((tx) => recordPaymentMethod(tx, method))
}

/** A session of the practice that took place at ten in the morning of a day and is confirmed now. */
export async function aConfirmedSession(
  house: House,
  practice: MadeUpPractice,
  wanted: { on?: CalendarDate; client?: MadeUpClient; copay?: number; card?: string | null; familyName?: string } = {},
): Promise<Session> {
  const { practiceId, clinicianId } = practice
  const { world } = house
  const client = wanted.client ?? (await aClient(house, practice, wanted))
  const startsAt = instantAt(wanted.on ?? calendarDate('2026-04-08'), '10:00', zone)
  const session: Session = {
    practiceId,
    id: world.ids.next(),
    memberId: clinicianId,
    personId: client.personId,
    startsAt,
    endsAt: addMinutes(startsAt, 55),
    modality: 'telehealth',
  }
  await house.as((tx) => recordSession(tx, { ...session, at: world.clock.now(), by }))
  await confirm(house, session, '90837')
  return session
}

/** Confirms a session with a code, or corrects its confirmation; throws with the refusals. */
export async function confirm(house: House, session: Session, code: '90837' | '90834'): Promise<void> {
  const minutes = code === '90837' ? 55 : 45
  await house.as(async (tx) => {
    const locations = await tx
      .selectFrom('clients.location')
      .select('id')
      .where('person_id', '=', session.personId)
      .execute()
    const answer = await confirmSession(tx, house.world, { userId: by }, session, {
      startedAt: session.startsAt,
      stoppedAt: addMinutes(session.startsAt, minutes),
      modality: 'telehealth',
      locationId: locations[0]?.id ?? null,
      codes: [{ code, modifiers: [], units: 1 }],
      diagnoses: ['F41.1'],
      crisis: null,
      note: 'Worked on sleep and worry; agreed on a plan.',
    })
    if (answer.kind === 'refused') throw new Error(answer.refusals.map(({ words }) => words).join(' '))
  })
}

/** The claim of a locked session. */
export async function claimOf(house: House, { practiceId, id }: Session) {
  const claim = (await house.as((tx) => claimsOfSession(tx, practiceId, id))).at(-1)
  if (claim === undefined) throw new Error('the session has no claim yet')
  return claim
}
