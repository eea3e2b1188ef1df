import { dateIn } from '../../libraries/calendar/index.ts'
import { locationsInForce, peopleByIds, policiesInForce, rosterOn } from '../clients/index.ts'
import { plansInForce } from '../contracts/index.ts'
import type { Db, Who, World } from '../world.ts'
import { type ClientCard, describeClient } from './describe-client.ts'
import { paymentMethodsOf } from './payment-method-store.ts'

type Asks = Pick<Who, 'practiceId' | 'memberId' | 'role'>

/** The clients on the practice's lists today, by name; a clinician of a group sees those on their own list. */
export async function clientCards(db: Db, world: World, who: Asks): Promise<ClientCard[]> {
  const today = dateIn(world.clock.now(), world.zone)
  const roster = await rosterOn(db, who.practiceId, today)
  const visible = roster.filter(({ memberId }) => who.role !== 'clinician' || memberId === who.memberId)
  return cardsOf(db, world, [...new Set(visible.map(({ personId }) => personId))])
}

/** One of them; null where the client is on no list that the one who asks sees. */
export async function clientCard(db: Db, world: World, who: Asks, personId: string): Promise<ClientCard | null> {
  const cards = await clientCards(db, world, who)
  return cards.find((card) => card.personId === personId) ?? null
}

async function cardsOf(db: Db, world: World, personIds: readonly string[]): Promise<ClientCard[]> {
  const today = dateIn(world.clock.now(), world.zone)
  const people = await peopleByIds(db, personIds)
  const policies = await policiesInForce(db, personIds, today)
  const plans = await plansInForce(db, today)
  const methods = await paymentMethodsOf(db, personIds)
  const locations = await locationsInForce(db, personIds, today)
  return people.map((person) => {
    const policy = policies.find(({ personId }) => personId === person.personId) ?? null
    return describeClient({
      person,
      policy,
      planName: plans.find(({ id }) => id === policy?.planId)?.name ?? null,
      hasPaymentMethod: methods.some(({ personId }) => personId === person.personId),
      locations: locations.filter(({ personId }) => personId === person.personId),
    })
  })
}
