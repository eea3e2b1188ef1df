import { expect, test } from 'vitest'
import { decideBillingRoute } from '../../../business/coverage/decide-billing-route.ts'
import { abilitiesOf, practiceRoles } from '../../../business/practices/abilities-of.ts'
import { calendarDate } from '../../../libraries/calendar/index.ts'
import { cents, formatCents } from '../../../libraries/money/index.ts'
import type { ArticlePart, BillingExample } from './article.ts'
import { articles, searchArticles, topics } from './articles.ts'
import { credentialChoices, draftOf, factsOfDraft, licenseChoices, places, plans } from './billing-choices.ts'
import { leavingOf, leavingWords } from './leaving-of.ts'
import { readAmount } from './read-amount.ts'
import { rolesAsked, sayAbilities } from './say-abilities.ts'
import { shareOfSession } from './share-of-session.ts'

const examples = articles.flatMap(({ parts }) =>
  parts.filter((part: ArticlePart): part is BillingExample => part.kind === 'billing'),
)

test.each(examples)('the decision says of “$name” what its article says', (example) => {
  const { outcome, because } = decideBillingRoute(factsOfDraft(draftOf(example)))
  expect([outcome, because[0]]).toEqual([example.says.outcome, example.says.because])
})

test('every example begins with what its fields offer', () => {
  for (const example of examples) {
    const draft = draftOf(example)
    expect(places.map(({ value }) => value)).toContain(draft.client)
    expect(plans.map(({ value }) => value)).toContain(draft.plan)
    const offered = [...licenseChoices(draft, example), ...credentialChoices(draft, example)].map(({ value }) => value)
    for (const chosen of [...draft.licensed, ...draft.credentialed]) expect(offered).toContain(chosen)
  }
})

test('the examples can be turned: what would change the answer changes it', () => {
  const turned = (name: string, change: object) => {
    const example = examples.find((one) => one.name === name)
    if (example === undefined) throw new Error(`no example ${name}`)
    return decideBillingRoute(factsOfDraft({ ...draftOf(example), ...change })).because[0]
  }
  expect(turned('A client in New York', { client: 'CA' })).toBe('credentialed_in_state')
  expect(turned('A North Carolina member in New York', { client: 'NC' })).toBe('not_licensed_in_state')
  expect(turned('A Massachusetts member in Texas', { plan: 'bcbs-nc BlueCard' })).toBe(
    'not_credentialed_with_local_blue',
  )
  expect(turned('Fairfax County, which a road divides', { client: 'VA/51059/carefirst' })).toBe('bluecard_local_plan')
  expect(turned('Fairfax County, which a road divides', { client: 'VA/51059/anthem-va' })).toBe(
    'not_credentialed_with_local_blue',
  )
  expect(turned('A week in Florida', { client: 'NJ' })).toBe('credentialed_in_state')
  expect(turned('Moved from California to Oregon', { credentialed: ['aetna OR'] })).toBe('credentialed_in_state')
  expect(turned('A crisis in Florida', { crisis: 'untold' })).toBe('crisis_undocumented')
  expect(turned('A crisis in Florida', { crisis: 'none' })).toBe('not_licensed_in_state')
})

test('the example of roles begins with an administrator, who looks after everybody and reads no note', () => {
  const { may, mayNot } = sayAbilities(abilitiesOf(rolesAsked))
  expect(may).toEqual(expect.arrayContaining(['see every client and their insurance', 'see all money']))
  expect(mayNot).toEqual(['confirm sessions', 'read notes'])
  expect(sayAbilities(abilitiesOf(['owner'])).mayNot).toEqual([])
  expect(sayAbilities(abilitiesOf([]))).toMatchObject({ may: [] })
  for (const role of practiceRoles) expect(sayAbilities(abilitiesOf([role])).may.length).toBeGreaterThan(2)
})

test('the example of leaving waits for the last pay and the days in which it could be sent back, and for what has no day', () => {
  const confirmedOn = calendarDate('2026-04-08')
  const left = leavingOf({ confirmedOn, plans: false, hasCase: false })
  expect(left).toMatchObject({ paidOn: '2026-04-30', outcome: 'not_yet', possibleOn: '2026-05-07' })
  const open = leavingOf({ confirmedOn, plans: true, hasCase: true })
  expect(open).toMatchObject({ outcome: 'not_yet', possibleOn: null })
  if (open?.outcome !== 'not_yet') throw new Error('nothing stands in the way')
  expect(open.because.map(({ reason }) => leavingWords[reason])).not.toContain(undefined)
  expect(open.because.length).toBe(3)
})

test.each([
  // contract  rate    client  insurer    kept    absorbed
  [150_00, 118_00, 25_00, 'pays', 32_00, 0],
  [104_00, 118_00, 25_00, 'pays', -14_00, 0],
  [150_00, 118_00, 25_00, 'denies', -93_00, 125_00],
  [118_00, 118_00, 0, 'pays', 0, 0],
] as const)(
  'of a contract of %i and a rate of %i with %i from the client, where the insurer %s, the operator keeps %i',
  (contract, rate, client, insurer, kept, absorbed) => {
    const money = shareOfSession({ contract: cents(contract), rate: cents(rate), client: cents(client), insurer })
    expect(money.operatorKeptCents).toBe(kept)
    expect(money.absorbedCents).toBe(absorbed)
    expect(money.payerPaidCents + money.clientPaidCents).toBe(rate + kept)
    expect(money.owedCents).toBe(0)
  },
)

test.each([
  ['118', '$118.00'],
  ['$1,150.50', '$1,150.50'],
  ['-3', null],
  ['many', null],
  ['', null],
])('%j is read as the amount %s', (written, amount) => {
  const read = readAmount(written)
  expect(read === null ? null : formatCents(read)).toBe(amount)
})

test('a search finds the articles that hold every word, the ones named for it first', () => {
  expect(searchArticles('vacation')[0]?.slug).toBe('travel-commutes-and-moves')
  expect(searchArticles('BlueCard')[0]?.slug).toBe('blue-plans')
  expect(searchArticles('denied claim')[0]?.slug).toBe('how-you-are-paid')
  expect(searchArticles('administrator')[0]?.slug).toBe('roles-in-a-group')
  expect(searchArticles('  ')).toEqual(articles)
  expect(searchArticles('zebra')).toEqual([])
})

test('every article has an address of its own and a topic that the help shows', () => {
  expect(new Set(articles.map(({ slug }) => slug)).size).toBe(articles.length)
  for (const { slug, topic, keeps } of articles) {
    expect(slug).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
    expect(topics.map((one) => one.topic)).toContain(topic)
    expect(keeps.length).toBeGreaterThan(0)
  }
})
