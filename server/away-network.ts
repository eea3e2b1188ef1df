import { recordLocation } from '../business/clients/location-store.ts'
import { personById } from '../business/clients/person-store.ts'
import { contractsAll, recordContract, recordRate } from '../business/contracts/contract-store.ts'
import { payersAll, recordPayer, recordPlan } from '../business/contracts/plan-store.ts'
import { recordAuthority } from '../business/credentialing/authority-store.ts'
import { recordCredential } from '../business/credentialing/credential-store.ts'
import { standingOf } from '../business/credentialing/standing-flow.ts'
import { recordBillingEntity } from '../business/practices/billing-entity-store.ts'
import { recordSession } from '../business/sessions/session-store.ts'
import type { Db, World } from '../business/world.ts'
import { addMinutes, calendarDate, type Instant, instant, instantAt } from '../libraries/calendar/index.ts'
import {
  type AwayClient,
  type AwayContract,
  awayClients,
  awayContracts,
  awayEntities,
  awayPayers,
  heldAway,
  jerseySessions,
  ratesAway,
} from './away-network-data.ts'
import { longAgo, seedClientOf } from './seed.ts'
import {
  clearinghouseId,
  inForce,
  lasting,
  mayaId,
  operatorStaff,
  soloPractice,
  source,
  zone,
} from './story-network.ts'

const by = 'story'

/**
 * What the network holds beyond New York: contracts in three more states and with a further Blue plan, what clinicians hold
 * and have applied for there, and clients who are away, on the road or of a Blue plan elsewhere. What is there stays as it
 * is, so that it may be run at every start, also on a network that was played before this existed.
 */
export async function seedAwayNetwork(db: Db, world: World): Promise<void> {
  const [first] = awayClients
  if (first === undefined || (await personById(db, first.story.id)) !== null) return
  for (const entity of awayEntities) await recordBillingEntity(db, { ...entity, during: lasting, source })
  await seedPayers(db)
  const contracts = new Set((await contractsAll(db)).map(({ id }) => id))
  for (const contract of awayContracts) if (!contracts.has(contract.id)) await seedContract(db, contract)
  await seedHoldings(db, world)
  for (const client of awayClients) await seedAway(db, world, client)
  for (const day of jerseySessions) await seedSession(db, world, day)
}

async function seedPayers(db: Db): Promise<void> {
  const known = new Set((await payersAll(db)).map(({ id }) => id))
  for (const { id, name, electronicId, network, plan } of awayPayers) {
    if (known.has(id)) continue
    await recordPayer(db, { id, name, electronicId, filingCode: 'BL', clearinghouseId, source })
    const about = { payerId: id, networkId: network, isBlue: true, blueCard: true, acceptedStates: 'all' as const }
    await recordPlan(db, { ...plan, ...about, during: inForce, source })
  }
}

async function seedContract(db: Db, contract: AwayContract): Promise<void> {
  const { id, payerId, networkId, state, billingEntityId } = contract
  await recordContract(db, { id, payerId, networkId, state, billingEntityId, during: inForce, noticeDays: 90, source })
  for (const { family, code, payer, provider } of ratesAway(contract)) {
    const rate = { contractId: id, licenceFamily: family, code, modifiers: [], during: inForce, source }
    await recordRate(db, 'contracts.payer_rate', { ...rate, cents: payer })
    await recordRate(db, 'contracts.provider_rate', { ...rate, cents: provider })
  }
}

async function seedHoldings(db: Db, world: World): Promise<void> {
  for (const { practiceId, memberId, authorities, credentials } of heldAway) {
    const held = await standingOf(db, practiceId, memberId)
    const of = { practiceId, memberId }
    for (const { state, number, until = inForce.until } of authorities) {
      if (held.authorities.some((one) => one.state === state)) continue
      const during = { from: inForce.from, until }
      const row = { ...of, id: world.ids.next(), at: longAgo, by }
      await recordAuthority(db, { ...row, state, kind: 'license', number, during })
    }
    for (const { networkId, state, appliedAt } of credentials) {
      if (held.credentials.some((one) => one.networkId === networkId && one.state === state)) continue
      const about = { ...of, id: world.ids.next(), networkId, state, via: 'direct' as const }
      const since = { at: longAgo, by, status: 'active' as const, during: inForce, payerReady: inForce.from }
      const waits = { by: operatorStaff.userId, reason: 'Sent with the whole file', status: 'pending' as const }
      await recordCredential(
        db,
        appliedAt === undefined
          ? { ...about, ...since }
          : { ...about, ...waits, at: appliedAt, during: null, payerReady: null },
      )
    }
  }
}

async function seedAway(db: Db, world: World, { story, planId, copay, home, elsewhere }: AwayClient): Promise<void> {
  const card = `tok_good_${story.memberId.toLowerCase()}`
  const checkedOn = calendarDate('2026-04-01')
  const terms = { planId, copay, card, checkedOn, ...(home === undefined ? {} : { home }) }
  await seedClientOf(db, world, soloPractice.id, story, terms)
  if (elsewhere === undefined) return
  await recordLocation(db, {
    personId: story.id,
    id: world.ids.next(),
    ...elsewhere,
    servedBy: null,
    during: inForce,
    recordedAt: laterOn,
    recordedBy: by,
  })
}

// After the home, which was recorded when the client came.
const laterOn: Instant = instant('2025-01-03T15:00:00Z')

async function seedSession(db: Db, world: World, day: string): Promise<void> {
  const startsAt = instantAt(calendarDate(day), '17:00', zone)
  await recordSession(db, {
    practiceId: soloPractice.id,
    id: world.ids.next(),
    memberId: mayaId,
    personId: awayClients.find(({ name }) => name === 'in_jersey')?.story.id ?? '',
    startsAt,
    endsAt: addMinutes(startsAt, 55),
    modality: 'telehealth',
    at: longAgo,
    by,
  })
}
