import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answer } from './answer.ts'
import { anyDate, anyFacts } from './any-facts.ts'
import { decideBillingRoute } from './decide-billing-route.ts'
import type { Facts } from './facts.ts'
import { factsOf } from './facts-of.ts'
import { builtInAreas, builtInEdition, serviceAreasFrom } from './service-areas.ts'
import { type ChangedQuestion, turnedByChange } from './turned-by-change.ts'

// Other areas than those of today: one licensee has a whole state that others share by counties, one is there no more.
const otherAreas = serviceAreasFrom({
  ...builtInEdition,
  licensees: builtInEdition.licensees
    .filter(({ id }) => id !== 'bcbs-tx')
    .map((one) => (one.id === 'excellus' ? { ...one, areas: [{ state: 'NY', holds: 'whole_state' as const }] } : one)),
})

const asked = ({ purpose, asOf, coverage, session }: Facts): ChangedQuestion['asked'] => {
  return { purpose, asOf, coverage, crisis: session.crisis }
}
const essence = ({ outcome, method, claimTo }: Pick<Answer, 'outcome' | 'method' | 'claimTo'>) => {
  return { outcome, method, claimTo }
}

test('what a change of plan, of what is held, of place or of areas turns is what the decision says otherwise with and without it', () => {
  const change = fc.record({
    facts: anyFacts,
    other: anyFacts,
    days: fc.array(anyDate, { maxLength: 3 }),
    parts: fc.subarray(['plan', 'provider', 'place', 'areas'] as const),
  })
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 20 }), (changes) => {
      const both = changes.map(({ facts, other, parts, days }) => {
        const from = (part: (typeof parts)[number]) => (parts.includes(part) ? other : facts)
        const after: Facts = {
          ...facts,
          plan: from('plan').plan,
          provider: from('provider').provider,
          session: { ...facts.session, clientLocation: from('place').session.clientLocation },
        }
        return { before: facts, after, days, areas: parts.includes('areas') ? otherAreas : builtInAreas }
      })
      const questions = both.map(({ before, after, days, areas }): ChangedQuestion => {
        const of = ({ provider, plan, session }: Facts) => ({ provider, plan, place: session.clientLocation })
        return {
          asked: asked(before),
          days,
          before: { ...of(before), areas: builtInAreas },
          after: { ...of(after), areas },
        }
      })
      const expected = both.flatMap(({ before, after, days, areas }, index) =>
        days.flatMap((on, day) => {
          const was = essence(decideBillingRoute({ ...before, on }))
          const becomes = essence(decideBillingRoute({ ...after, on }, { areas }))
          return JSON.stringify(was) === JSON.stringify(becomes) ? [] : [{ index, day, before: was, after: becomes }]
        }),
      )
      expect(turnedByChange(questions)).toEqual(expected)
    }),
    { numRuns: 1500 },
  )
})

test('another network is another answer, even where it has the number that the first one had before', () => {
  const ids = builtInAreas.licenseeIds
  expect(ids[ids.indexOf('bcbs-tx') + 1]).toBe('bcbs-vt')
  const of = (state: string, plan: string) =>
    factsOf('asked', { client: state, plan, licensed: state, credentialed: `${plan} ${state}` })
  const [before, after] = [of('TX', 'bcbs-tx'), of('VT', 'bcbs-vt')].map(({ provider, plan, session }) => {
    return { provider, plan, place: session.clientLocation }
  })
  if (before === undefined || after === undefined) throw new Error('there are two')
  const one = of('TX', 'bcbs-tx')
  const question = {
    asked: asked(one),
    days: [one.on],
    before: { ...before, areas: builtInAreas },
    after: { ...after, areas: otherAreas },
  }
  expect(turnedByChange([question]).map((turned) => [turned.before.claimTo, turned.after.claimTo])).toEqual([
    ['bcbs-tx', 'bcbs-vt'],
  ])
})
