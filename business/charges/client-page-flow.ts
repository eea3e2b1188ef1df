import type { CalendarDate } from '../../libraries/calendar/index.ts'
import { dateIn } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import { locationsOf, personById, policyInForce } from '../clients/index.ts'
import { payerById, planInForce } from '../contracts/index.ts'
import type { Db, Who, World } from '../world.ts'
import { clientCard } from './client-cards-flow.ts'
import type { ClientCard } from './describe-client.ts'
import { paymentMethodsOf } from './payment-method-store.ts'

/** A place with its days: `until` is the first day on which it counts no more. */
export type DatedPlace = ClientCard['locations'][number] & { from: CalendarDate; until: CalendarDate | null }

/** A client's page: the card, what their plan and card say, and every place they ever had. */
export type ClientPage = ClientCard & {
  email: string | null
  dateOfBirth: CalendarDate | null
  policy: {
    planName: string
    payerName: string
    memberId: string
    groupNumber: string | null
    copayCents: Cents
    coverage: 'active' | 'inactive' | 'unverified'
  } | null
  paymentMethod: { brand: string; lastFour: string } | null
  places: DatedPlace[]
}

/** Null where the client is on no list that the one who asks sees. */
export async function clientPage(db: Db, world: World, who: Who, personId: string): Promise<ClientPage | null> {
  const card = await clientCard(db, world, who, personId)
  const person = card === null ? null : await personById(db, personId)
  if (card === null || person === null) return null
  const today = dateIn(world.clock.now(), world.zone)
  const [method] = await paymentMethodsOf(db, [personId])
  const places = await locationsOf(db, personId)
  return {
    ...card,
    email: person.email,
    dateOfBirth: person.dateOfBirth,
    policy: await policySeen(db, personId, today),
    paymentMethod: method === undefined ? null : { brand: method.brand, lastFour: method.lastFour },
    places: places.map(({ id, label, street, city, state, zip, countyFips, during }) => {
      return { id, label, street, city, state, zip, countyFips, ...during }
    }),
  }
}

async function policySeen(db: Db, personId: string, on: CalendarDate): Promise<ClientPage['policy']> {
  const policy = await policyInForce(db, personId, on)
  if (policy === null) return null
  const plan = await planInForce(db, policy.planId, on)
  const payer = plan === null ? null : await payerById(db, plan.payerId)
  return {
    planName: plan?.name ?? policy.planAsTold ?? policy.planId,
    payerName: payer?.name ?? 'The insurer',
    memberId: policy.memberId,
    groupNumber: policy.groupNumber,
    copayCents: policy.copay,
    coverage: policy.coverage,
  }
}
