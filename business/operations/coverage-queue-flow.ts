import { dateIn, type Instant } from '../../libraries/calendar/index.ts'
import { notListed, type PolicyQuestion, peopleByIds, policyQuestions, uncheckedPolicies } from '../clients/index.ts'
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
  const questions = new Map((await policyQuestions(db, ids)).map((question) => [question.policyId, question]))
  return policies.map(({ id, personId, planId, planAsTold, recordedAt, askedAt }) => ({
    item: `coverage ${id}`,
    reason: reasonOf({ planId, askedAt, question: questions.get(id) }),
    code: null,
    name: people.get(personId) ?? 'A client',
    detail: plans.get(planId) ?? planAsTold ?? planId,
    payer: null,
    cents: null,
    since: dateIn(recordedAt, world.zone),
    movedAt: latestOf(questions.get(id)) ?? askedAt ?? recordedAt,
    deadline: null,
    deadlineKind: null,
    next: isWaiting(questions.get(id)) ? null : 'Check it with the payer',
    page: null,
  }))
}

function isWaiting(question: PolicyQuestion | undefined): boolean {
  return question !== undefined && question.answer === null
}

function latestOf(question: PolicyQuestion | undefined): Instant | null {
  return question === undefined ? null : (question.answer?.at ?? question.askedAt)
}

function reasonOf(known: { planId: string; askedAt: Instant | null; question: PolicyQuestion | undefined }): string {
  if (known.question !== undefined) return isWaiting(known.question) ? 'The client is asked' : 'The client answered'
  if (known.askedAt !== null) return 'A practice asks'
  return known.planId === notListed ? 'The plan is not on our list' : 'New insurance'
}
