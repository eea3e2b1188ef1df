import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answer, Reason, Remedy } from '../answer.ts'
import { anyFacts } from '../any-facts.ts'
import { compileNetwork, decideAgain, writeQuestion } from '../compile-network.ts'
import { questionWidth } from '../compiled-tables.ts'
import { decideBillingRoute } from '../decide-billing-route.ts'
import type { Facts } from '../facts.ts'
import { licensees } from './blues-by-the-book.ts'
import { decideByTheBook } from './decide-by-the-book.ts'
import { everyDay, factsIn, longWalk, type Part } from './small-world.ts'

// Every reason of the rules, in their order: the walk must come by each.
const reasons: Reason[] = [
  'provider_excluded',
  'location_unknown',
  'outside_country',
  'address_missing',
  'coverage_inactive',
  'coverage_unverified',
  'plan_not_accepted',
  'license_not_in_force',
  'not_licensed_in_state',
  'credential_pending',
  'credential_not_yet_effective',
  'credential_ended',
  'not_credentialed_in_state',
  'not_credentialed_with_plan',
  'bluecard_not_in_home_area',
  'outside_service_area_no_bluecard',
  'virtual_network_serves_own_members_only',
  'not_credentialed_with_local_blue',
  'crisis_exception',
  'awaiting_payer_ready',
  'credentialed_in_state',
  'virtual_network',
  'bluecard_local_plan',
  'service_area_boundary',
  'county_unknown',
  'crisis_code_required',
  'crisis_undocumented',
]
const remedyKinds: Remedy['kind'][] = [
  'record_location',
  'record_county',
  'confirm_service_area',
  'verify_coverage',
  'update_coverage',
  'use_crisis_code',
  'document_crisis',
  'obtain_license',
  'check_temporary_practice',
  'await_credential',
  'obtain_credential',
  'opt_in_virtual_network',
  'refer_to_provider',
  'wait_until',
]

const examples = new URL('../../../../shared/cases/coverage/', import.meta.url)
const files = ['cases', 'generated']
  .map((name) => new URL(`${name}.ndjson`, examples))
  .filter((file) => existsSync(file))
test.each(files)('the rules, read a second time, answer every line of %s', (file) => {
  const lines = readFileSync(file, 'utf8').trim().split('\n')
  for (const line of lines) {
    const { facts, expected } = JSON.parse(line)
    expect(decideByTheBook(facts)).toEqual({ id: facts.id, ...expected })
  }
  expect(lines.length).toBeGreaterThan(50)
})

test('both readings know the same licensees', () => {
  expect(licensees.size).toBe(62)
})

test('the decision, its second reading and its compiled form agree on every fact of a small world', () => {
  const isLong = process.env.EVENKEEL_WALK === 'long'
  const seen = walk(isLong ? [...everyDay, ...longWalk] : everyDay)
  expect(seen.count).toBe(isLong ? 357_122 + 9_142_170 : 357_122)
  expect([...seen.reasons].sort()).toEqual([...reasons].sort())
  expect([...seen.remedies].sort()).toEqual([...remedyKinds].sort())
}, 3_600_000)

test('the decision and its second reading agree on facts of every kind', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      expect(decideBillingRoute(facts)).toEqual(decideByTheBook(facts))
    }),
    { numRuns: 20_000 },
  )
})

type Seen = { count: number; reasons: Set<Reason>; remedies: Set<Remedy['kind']> }

/** Walks a small world, throws at the first three facts that are answered in two ways, and says what it came by. */
function walk(parts: readonly Part[]): Seen {
  const seen: Seen = { count: 0, reasons: new Set(), remedies: new Set() }
  const different: unknown[] = []
  let batch: Facts[] = []
  for (const part of parts) {
    for (const facts of factsIn(part)) {
      batch.push(facts)
      if (batch.length < 20_000) continue
      compare(batch, seen, different)
      batch = []
    }
    compare(batch, seen, different)
    batch = []
  }
  console.log(`${seen.count.toLocaleString('en')} facts, each answered three times over`)
  expect(different).toEqual([])
  return seen
}

function compare(batch: readonly Facts[], seen: Seen, different: unknown[]): void {
  const compiled = compiledAnswers(batch)
  for (const [row, facts] of batch.entries()) {
    const book = decideByTheBook(facts)
    const first = decideBillingRoute(facts)
    const [byTheBook, asDecided, asCompiled] = [book, first, compiled(row)].map(written)
    if ((byTheBook !== asDecided || byTheBook !== asCompiled) && different.length < 3)
      different.push({ facts, byTheBook, asDecided, asCompiled })
    seen.count += 1
    for (const reason of book.because) seen.reasons.add(reason)
    for (const { kind } of book.remedies) seen.remedies.add(kind)
  }
}

function compiledAnswers(batch: readonly Facts[]): (row: number) => Answer {
  const network = compileNetwork()
  const questions = new Int32Array(batch.length * questionWidth)
  const numbers = new Map<Facts['provider'], number>()
  for (const [row, facts] of batch.entries()) {
    const { provider, session } = facts
    const known = numbers.get(provider) ?? network.addProvider(provider)
    numbers.set(provider, known)
    const named = {
      provider: known,
      plan: network.addPlan(facts.plan),
      place: network.addPlace(session.clientLocation),
    }
    writeQuestion(questions, row, named, { ...facts, crisis: session.crisis })
  }
  const answers = decideAgain(network, questions)
  return (row) => {
    const facts = batch[row] as Facts
    const question = questions.subarray(row * questionWidth, (row + 1) * questionWidth)
    return network.explain(facts.id, question, answers[row] as number, { ...facts, crisis: facts.session.crisis })
  }
}

function written({ outcome, method, claimTo, because, missing, remedies, review }: Answer): string {
  const helps = remedies.map((one: Partial<Record<string, string>>) => [one.kind, one.network, one.state, one.on])
  return JSON.stringify([outcome, method, claimTo, because, missing, helps, review])
}
