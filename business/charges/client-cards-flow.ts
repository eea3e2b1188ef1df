import { dateIn } from '../../libraries/calendar/index.ts'
import {
  locationsInForce,
  peopleByIds,
  peopleWithFormsSigned,
  peopleWithVerifiedEmail,
  policiesInForce,
  policyQuestions,
  rosterEver,
} from '../clients/index.ts'
import { plansInForce } from '../contracts/index.ts'
import { membersOf } from '../practices/index.ts'
import { meetingsOf } from '../sessions/index.ts'
import type { Db, Who, World } from '../world.ts'
import { type ClientCard, describeClient } from './describe-client.ts'
import { paymentMethodsOf } from './payment-method-store.ts'

type Asks = Pick<Who, 'practiceId' | 'memberId' | 'may'>

/** `current`: everyone who is not archived. */
export type ClientsShown = 'current' | 'active' | 'prospect' | 'archived'

/** The clients on the practice's lists, by name; a clinician of a group sees those on their own list. */
export async function clientCards(
  db: Db,
  world: World,
  who: Asks,
  { show = 'current', clinician }: { show?: ClientsShown; clinician?: string | undefined } = {},
): Promise<ClientCard[]> {
  const lists = await listsOf(db, world, who, clinician)
  const wanted = [...lists].filter(([, { archived }]) => archived === (show === 'archived'))
  const cards = await cardsOf(db, world, who, new Map(wanted))
  return show === 'current' ? cards : cards.filter(({ standing }) => standing === show)
}

/** One of them, archived ones too; null where the client is on no list that the one who asks sees. */
export async function clientCard(db: Db, world: World, who: Asks, personId: string): Promise<ClientCard | null> {
  const list = (await listsOf(db, world, who)).get(personId)
  if (list === undefined) return null
  const [card] = await cardsOf(db, world, who, new Map([[personId, list]]))
  return card ?? null
}

type Listed = { memberIds: string[]; archived: boolean }

async function listsOf(db: Db, world: World, who: Asks, clinician?: string): Promise<Map<string, Listed>> {
  const today = dateIn(world.clock.now(), world.zone)
  const ownOnly = who.may.clients === 'all' ? clinician : who.memberId
  const entries = (await rosterEver(db, who.practiceId, today)).filter(
    ({ memberId }) => ownOnly === undefined || memberId === ownOnly,
  )
  const byPerson = Map.groupBy(entries, ({ personId }) => personId)
  return new Map(
    [...byPerson].map(([personId, all]) => {
      const inForce = all.filter((entry) => entry.inForce)
      const memberIds = (inForce.length > 0 ? inForce : all).map(({ memberId }) => memberId)
      return [personId, { memberIds: [...new Set(memberIds)], archived: inForce.length === 0 }]
    }),
  )
}

async function cardsOf(db: Db, world: World, who: Asks, lists: ReadonlyMap<string, Listed>): Promise<ClientCard[]> {
  const now = world.clock.now()
  const today = dateIn(now, world.zone)
  const personIds = [...lists.keys()]
  const people = await peopleByIds(db, personIds)
  const policies = await policiesInForce(db, personIds, today)
  const questions = await policyQuestions(db, personIds)
  const plans = await plansInForce(db, today)
  const methods = await paymentMethodsOf(db, personIds)
  const signed = await peopleWithFormsSigned(db, personIds, today)
  const verified = await peopleWithVerifiedEmail(db, personIds)
  const locations = await locationsInForce(db, personIds, today)
  const members = new Map((await membersOf(db, who.practiceId)).map(({ id, name }) => [id, name]))
  const meetings = await meetingsOf(db, who.practiceId, { now })
  return people.map((person) => {
    const policy = policies.find(({ personId }) => personId === person.personId) ?? null
    const list = lists.get(person.personId)
    return describeClient({
      person,
      policy,
      isAskedAgain: questions.some(({ policyId, answer }) => policyId === policy?.id && answer === null),
      planName: plans.find(({ id }) => id === policy?.planId)?.name ?? null,
      hasSignedForms: signed.has(person.personId),
      hasVerifiedEmail: verified.has(person.personId),
      hasPaymentMethod: methods.some(({ personId }) => personId === person.personId),
      locations: locations.filter(({ personId }) => personId === person.personId),
      archived: list?.archived ?? false,
      clinicians: (list?.memberIds ?? []).map((memberId) => ({ memberId, name: members.get(memberId) ?? 'Former' })),
      meetings: meetings.find(({ personId }) => personId === person.personId) ?? null,
    })
  })
}
