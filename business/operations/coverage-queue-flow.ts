import { dateIn } from '../../libraries/calendar/index.ts'
import { notListed, peopleByIds, uncheckedPolicies } from '../clients/index.ts'
import { plansInForce } from '../contracts/index.ts'
import type { Db, World } from '../world.ts'
import { abbreviateName } from './abbreviate-name.ts'
import type { Waiting } from './queue-names.ts'

/** Insurance that clients entered and nobody has asked their payer about. */
export async function coverageQueue(db: Db, world: World): Promise<Waiting[]> {
  const today = dateIn(world.clock.now(), world.zone)
  const policies = await uncheckedPolicies(db, today)
  const ids = [...new Set(policies.map(({ personId }) => personId))]
  const people = new Map((await peopleByIds(db, ids)).map((person) => [person.personId, abbreviateName(person)]))
  const plans = new Map((await plansInForce(db, today)).map(({ id, name }) => [id, name]))
  return policies.map(({ id, personId, planId, planAsTold, recordedAt, askedAt }) => ({
    item: `coverage ${id}`,
    reason:
      askedAt !== null ? 'A practice asks' : planId === notListed ? 'The plan is not on our list' : 'New insurance',
    code: null,
    name: people.get(personId) ?? 'A client',
    detail: plans.get(planId) ?? planAsTold ?? planId,
    payer: null,
    cents: null,
    since: dateIn(recordedAt, world.zone),
    movedAt: askedAt ?? recordedAt,
    deadline: null,
    deadlineKind: null,
    next: 'Check it with the payer',
    page: null,
  }))
}
