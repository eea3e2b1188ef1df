import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyFacts } from './any-facts.ts'
import { type Asked, compileNetwork, decideAgain, writeQuestion } from './compile-network.ts'
import { questionWidth } from './compiled-tables.ts'
import { decideBillingRoute } from './decide-billing-route.ts'
import type { Facts } from './facts.ts'
import { factsOf } from './facts-of.ts'
import { builtInAreas, stateCodes } from './service-areas.ts'

/** Each fact's answer by way of one compiled network that holds them all. */
function answersOf(list: readonly Facts[]) {
  const network = compileNetwork()
  const questions = new Int32Array(list.length * questionWidth)
  const asked = list.map(({ purpose, on, asOf, coverage, session }): Asked => {
    return { purpose, on, asOf, coverage, crisis: session.crisis }
  })
  for (const [row, { provider, plan, session }] of list.entries()) {
    const named = {
      provider: network.addProvider(provider),
      plan: network.addPlan(plan),
      place: network.addPlace(session.clientLocation),
    }
    writeQuestion(questions, row, named, asked[row] as Asked)
  }
  const answers = decideAgain(network, questions)
  return list.map(({ id }, row) => {
    const question = questions.subarray(row * questionWidth, (row + 1) * questionWidth)
    return network.explain(id, question, answers[row] as number, asked[row] as Asked)
  })
}

test('the compiled network gives every fact the same answer, reasons and remedies as the decision', () => {
  const list = fc.sample(anyFacts, { numRuns: 60_000, seed: 20260408 })
  const compiled = answersOf(list)
  for (const [row, facts] of list.entries())
    expect(compiled[row], JSON.stringify(facts)).toEqual(decideBillingRoute(facts))
})

test('the compiled network agrees with the decision on facts drawn anew each time', () => {
  fc.assert(
    fc.property(fc.array(anyFacts, { minLength: 1, maxLength: 30 }), (list) => {
      expect(answersOf(list)).toEqual(list.map((facts) => decideBillingRoute(facts)))
    }),
    { numRuns: 200 },
  )
})

test('every licensee and every state has a bit of its own, those where one word of a set ends and the next begins too', () => {
  const licensees = builtInAreas.licenseeIds
  const states = stateCodes().sort()
  expect([licensees[31], licensees[32], states[31], states[32]]).toEqual(['bcbs-ri', 'bcbs-sc', 'ND', 'NE'])
  const list = [
    ...licensees.flatMap((plan) =>
      states.map((client) => ({ client, plan, licensed: client, credentialed: `${plan} ${client}` })),
    ),
    ...states.flatMap((client) =>
      states.map((accepted) => ({ client, accepted, licensed: client, credentialed: `aetna ${client}` })),
    ),
    ...licensees.flatMap((local) =>
      ['SC', 'RI', 'AL'].map((client) => {
        return { client, plan: 'bcbs-nc BlueCard', licensed: client, credentialed: `${local} ${client}` }
      }),
    ),
  ].map((written) => factsOf(JSON.stringify(written), { ...written, purpose: 'guidance' }))
  const compiled = answersOf(list)
  for (const [row, facts] of list.entries()) expect(compiled[row], facts.id).toEqual(decideBillingRoute(facts))
})
