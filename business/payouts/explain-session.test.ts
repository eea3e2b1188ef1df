import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendarDate, dateInWords, instantAt } from '../../libraries/calendar/index.ts'
import { formatCents } from '../../libraries/money/index.ts'
import { type Paper, writeText } from '../../libraries/paper/index.ts'
import { appWithStory, type Requests, type StoryHouse } from '../../server/app-with-story.ts'
import { seedCoverageEditions } from '../../server/coverage-editions.ts'
import { explainIn } from '../../server/explain-command.ts'
import { aBank } from '../../server/made-up-bank.ts'
import { a835 } from '../../server/made-up-files.ts'
import { groupPractice, mayaId, operatorStaff, soloPractice, variantClients, zone } from '../../server/story-network.ts'
import type { Answer } from '../coverage/answer.ts'
import { decideBillingRoute } from '../coverage/decide-billing-route.ts'
import type { Facts } from '../coverage/facts.ts'
import { factsOf } from '../coverage/facts-of.ts'
import { serviceAreasOn } from '../coverage/index.ts'
import { builtInAreas, builtInEdition } from '../coverage/service-areas.ts'
import { confirmationInForce, confirmationsOf, recordConfirmation } from '../sessions/confirmation-store.ts'
import { askAgain } from './ask-again.ts'
import { describeExplanation } from './describe-explanation.ts'
import type { Explanation } from './explain-session.ts'

const base = `/api/practices/${soloPractice.id}`
let house: StoryHouse
let bank: ReturnType<typeof aBank>
let maya: Requests
let robin: Requests
let paidLate: string
let denied: string
let planned: string

beforeAll(async () => {
  house = await appWithStory()
  bank = aBank(house)
  maya = await house.login(soloPractice.members[0]?.userId ?? '')
  robin = await house.login(operatorStaff.userId)
  paidLate = await confirmed(variantClients.pays_in_june.id)
  denied = await confirmed(variantClients.denies.id)
  planned = await added(variantClients.pays_in_june.id, '2026-04-09')
  for (const on of ['2026-04-08', '2026-04-10', '2026-04-29', '2026-04-30']) await day(on)
  await remit(paidLate, '2026-06-16', { paid: 12500, share: 2500 })
  await remit(denied, '2026-06-17', { paid: 0, reason: '50' })
})
afterAll(() => house?.close())

async function day(on: string): Promise<void> {
  house.goToDay(calendarDate(on), '18:00')
  await house.doWhatIsDue()
  house.goToDay(calendarDate(on), '23:30')
  bank.closeDay()
  await house.doWhatIsDue()
}

async function added(personId: string, on = '2026-04-08'): Promise<string> {
  const at = (time: string) => instantAt(calendarDate(on), time, zone)
  const times = { startsAt: at('10:00'), endsAt: at('10:55') }
  const answer = await maya.post(`${base}/sessions`, { personId, memberId: mayaId, ...times, modality: 'telehealth' })
  return answer.json().id
}

async function confirmed(personId: string): Promise<string> {
  const id = await added(personId)
  const clients: { personId: string; locations: { id: string }[] }[] = (await maya.get(`${base}/clients`)).json()
  const answer = await maya.post(`${base}/sessions/${id}/confirmations`, {
    startedAt: instantAt(calendarDate('2026-04-08'), '10:00', zone),
    stoppedAt: instantAt(calendarDate('2026-04-08'), '10:55', zone),
    modality: 'telehealth',
    locationId: clients.find((client) => client.personId === personId)?.locations[0]?.id ?? null,
    codes: [{ code: '90837', modifiers: [], units: 1 }],
    diagnoses: ['F41.1'],
    note: { body: 'Talked about the week.' },
  })
  expect(answer.statusCode).toBe(201)
  return id
}

async function remit(id: string, on: string, said: { paid: number; share?: number; reason?: string }): Promise<void> {
  const claim = await house.operations
    .selectFrom('claims.claim')
    .select('control_number')
    .where('session_id', '=', id)
    .executeTakeFirstOrThrow()
  const trace = `EFT${on}${claim.control_number.slice(0, 4)}`
  const answers = [{ number: claim.control_number, charge: 15000, ...said }]
  house.outside.clearinghouse.offer(`${trace}.835`, new TextEncoder().encode(a835({ trace, on, answers })))
  if (said.paid > 0) bank.deposit(trace, said.paid)
  await day(on)
}

const urlOf = (id: string, form = 'explanation') => `/api/sessions/${id}/${form}`
const explained = async (id: string): Promise<Explanation> => (await maya.get(urlOf(id))).json()

/** Every text of a paper, cell by cell. */
function textsOf(paper: Paper): string[] {
  return [
    paper.title,
    ...paper.parts.flatMap((part) => {
      if (part.kind === 'facts') return part.rows.flatMap(({ name, value }) => [name, value])
      if (part.kind === 'table') return [part.columns.map(({ name }) => name), ...part.rows, part.totals ?? []].flat()
      return [part.text]
    }),
  ].filter((text) => text !== '')
}

const bare = (text: string) => text.replaceAll(/[\s|]/g, '')

test('it says why the session was billable, and that the rules of today say the same of the same facts', async () => {
  const { decision, session } = await explained(paidLate)
  expect(decision?.billing).toMatchObject({ outcome: 'billable', method: 'in_network' })
  expect(decision?.billing.words).toContain('You are licensed where your client is')
  expect(decision?.billing.trace.length).toBeGreaterThanOrEqual(8)
  expect(decision?.today).toEqual({
    isSame: true,
    words: 'Asked again with the same facts, today’s rules give the same answer.',
  })
  expect(decision?.facts).toContainEqual({ name: 'Client was in', value: 'New York' })
  expect(session).toContainEqual({ name: 'Clinician', value: 'Maya Lindqvist' })
})

test('where the rules have changed since, it says so and lets stand what was confirmed', async () => {
  const { practice_id } = await house.operations
    .selectFrom('sessions.confirmation')
    .select('practice_id')
    .where('session_id', '=', paidLate)
    .executeTakeFirstOrThrow()
  const confirmation = await confirmationInForce(house.operations, practice_id, paidLate)
  if (confirmation === null) throw new Error('nothing was confirmed')
  const { facts, answer: then } = confirmation
  const always = { asDecided: builtInAreas, asKnownNow: builtInAreas }
  expect(askAgain(facts, { ...then, trace: [] }, always).isSame).toBe(true)
  const otherwise: Answer = {
    ...then,
    outcome: 'not_billable',
    method: null,
    claimTo: null,
    because: ['coverage_inactive'],
  }
  const told = askAgain(facts as unknown as Facts, otherwise, always)
  expect(told.isSame).toBe(false)
  expect(told.words).toMatch(/^Today’s rules would answer .* You are licensed .* What was confirmed stands\.$/)
})

test('it says who paid whom and when, and each figure is a sum of postings', async () => {
  const late = await explained(paidLate)
  expect(late.payments.map(({ on, from, to, cents }) => [on, from, to, cents])).toEqual([
    ['2026-04-10', 'Ada Fenwick', 'the operator', 2500],
    ['2026-04-30', 'the operator', 'Juniper Counseling', 11800],
    ['2026-06-16', 'Cedar Mutual', 'the operator', 12500],
  ])
  expect(late.money).toEqual({
    payerPaidCents: 12500,
    clientPaidCents: 2500,
    paidToYouCents: 11800,
    operatorKeptCents: 3200,
    absorbedCents: 0,
    owedCents: 0,
  })
})

test('every posting of the book is there with both accounts in words, and they add up to the balances', async () => {
  for (const id of [paidLate, denied]) {
    const { postings, balances } = await explained(id)
    const booked = await house.operations
      .selectFrom('ledger.posting as posting')
      .innerJoin('ledger.transfer as transfer', 'transfer.posting_id', 'posting.id')
      .select(['posting.id', 'transfer.cents'])
      .where('posting.subject', '=', id)
      .where('posting.practice_id', '=', soloPractice.id)
      .execute()
    const told = postings.flatMap((posting) => posting.lines.map(({ cents }) => `${posting.id} ${cents}`))
    expect(told.sort()).toEqual(booked.map((row) => `${row.id} ${row.cents}`).sort())
    const sums = new Map<string, number>()
    for (const { debit, credit, cents } of postings.flatMap(({ lines }) => lines)) {
      sums.set(debit, (sums.get(debit) ?? 0) + cents)
      sums.set(credit, (sums.get(credit) ?? 0) - cents)
    }
    expect(new Map(balances.map(({ account, cents }) => [account, cents as number]))).toEqual(sums)
    expect([...sums.values()].reduce((total, one) => total + one, 0)).toBe(0)
    expect(sums.get('the value of the session')).toBe(0)
  }
})

test('a denied session names the denial, the loss that is the operator’s in the end, and what is still expected', async () => {
  const told = await explained(denied)
  expect(told.money).toMatchObject({ payerPaidCents: 0, paidToYouCents: 11800 })
  expect(told.acknowledgements.map(({ words }) => words).join(' ')).toContain('The insurer denied the claim')
  expect(told.expected.map(({ words }) => words).join(' ')).toContain('it is our loss, not yours')
})

test('a session that was never confirmed says so, and that nobody owes anything for it', async () => {
  const told = await explained(planned)
  expect(told.decision).toBeNull()
  expect(told.session).toContainEqual({
    name: 'Standing',
    value: 'not confirmed in time, so it cannot be billed any more',
  })
  expect(told.session).toContainEqual({ name: 'Booked', value: 'nothing: nobody owes anything for it' })
  expect([told.postings, told.payments, told.files, told.payouts]).toEqual([[], [], [], []])
  const headings = describeExplanation(told).parts.flatMap((part) => (part.kind === 'heading' ? [part.text] : []))
  expect(headings).toEqual(['Whether it may be billed', 'What is still expected'])
})

test('each file that went out or came in stands there with the hash of its bytes', async () => {
  const { files } = await explained(paidLate)
  const kept = await house.as((db) => house.world.files.all(db))
  expect(files.map(({ what }) => what)).toEqual(
    expect.arrayContaining(['The claim to the insurer', 'The payout to the bank', 'The insurer paid $125.00.']),
  )
  for (const { name, sha256 } of files) {
    expect(kept.map((file) => [file.name, file.sha256])).toContainEqual([name, sha256])
  }
})

test.each([['paid late'], ['denied'], ['only planned']])(
  'text, PDF and page of a session (%s) show the same facts',
  async (which) => {
    const id = { 'paid late': paidLate, denied, 'only planned': planned }[which] ?? ''
    const paper = describeExplanation(await explained(id))
    const text = bare(writeText(paper))
    const answer = await maya.get(urlOf(id, 'explanation.pdf'))
    expect(answer.headers['content-type']).toBe('application/pdf')
    expect(answer.headers['content-disposition']).toBe('attachment; filename="explanation.pdf"')
    const { text: pages } = await extractText(await getDocumentProxy(new Uint8Array(answer.rawPayload)), {
      mergePages: true,
    })
    // A cell that is wrapped stands in lines between those of its neighbours: each word of it is there.
    for (const cell of textsOf(paper)) {
      for (const word of cell.split(/\s+/).filter((each) => each.length < 20)) {
        expect(text).toContain(bare(word))
        expect(pages).toContain(word)
      }
    }
    for (const { cents } of (await explained(id)).postings.flatMap(({ lines }) => lines)) {
      expect(text).toContain(formatCents(cents))
      expect(pages).toContain(formatCents(cents))
    }
  },
)

test('the document leaves out no fact of the answer', async () => {
  for (const id of [paidLate, denied, planned]) {
    const told = await explained(id)
    const cells = textsOf(describeExplanation(told))
    const lines = [...told.postings, ...told.payouts.flatMap(({ postings }) => postings)].flatMap((one) => one.lines)
    const facts = [
      ...lines.flatMap(({ debit, credit, cents }) => [debit, credit, formatCents(cents)]),
      ...told.payments.flatMap(({ on, from, to, cents }) => [dateInWords(on), from, to, formatCents(cents)]),
      ...told.balances.flatMap(({ account, cents }) => [account, formatCents(cents)]),
      ...told.files.flatMap(({ on, what, name, sha256 }) => [dateInWords(on), what, name, sha256]),
      ...told.acknowledgements.map(({ words }) => words),
      ...told.expected.map(({ words, isLate }) => (isLate ? `Late: ${words}` : words)),
      ...(told.decision?.billing.trace ?? []).flatMap(({ asked, found, source }) => [asked, found, source]),
      ...(told.decision === null ? [] : [told.decision.billing.words, told.decision.today.words]),
    ]
    expect(facts.filter((fact) => !cells.includes(fact))).toEqual([])
  }
})

test('the command line says the same as the page', async () => {
  // The clock of the house stands in memory here, and the command reads the demonstration's: only days yet to come differ.
  const told = await explainIn(house.operations, zone, paidLate)
  const { expected: _, writtenOn: __, ...same } = JSON.parse(JSON.stringify(told))
  const { expected: ___, writtenOn: ____, ...page } = await explained(paidLate)
  expect(same).toEqual(page)
  expect(await explainIn(house.operations, zone, crypto.randomUUID())).toBeNull()
})

test('a colleague of another practice learns nothing, not even that there is such a session', async () => {
  const ines = await house.login(groupPractice.members[0]?.userId ?? '')
  for (const form of ['explanation', 'explanation.pdf']) {
    const answer = await ines.get(urlOf(paidLate, form))
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'session_not_found'])
  }
})

test('the operator looks with a reason, which the audit keeps with the name of the client', async () => {
  const refused = await robin.get(urlOf(paidLate))
  expect([refused.statusCode, refused.json().code]).toEqual([422, 'reason_missing'])
  const seen = await robin.get(`${urlOf(paidLate)}?reason=asked%20by%20the%20practice`)
  expect(seen.statusCode).toBe(200)
  expect(seen.json().postings).toEqual((await explained(paidLate)).postings)
  const kept = await house.operations
    .selectFrom('audit.event')
    .select(['person_id', 'subject', 'reason'])
    .where('user_id', '=', operatorStaff.userId)
    .where('reason', 'is not', null)
    .execute()
  expect(kept).toEqual([
    {
      person_id: variantClients.pays_in_june.id,
      subject: `session ${paidLate}`,
      reason: 'asked by the practice',
    },
  ])
})

test('asked again years later, a session is asked with the areas that it was decided with, whoever holds the county now', async () => {
  const on = calendarDate('2026-04-01')
  const licensees = builtInEdition.licensees.map((one) =>
    one.id === 'excellus' ? { ...one, areas: [{ state: 'NY', holds: 'whole_state' as const }] } : one,
  )
  const content = { asOf: on, licensees }
  await house.as((db) =>
    seedCoverageEditions(db, [{ kind: 'service_areas', asOf: on, inForceFrom: on, content }], house.world.clock.now()),
  )
  const { edition, areas } = await house.as((db) => serviceAreasOn(db, on))
  const facts = factsOf('then', {
    client: 'NY/36061',
    plan: 'bcbs-nc BlueCard',
    licensed: 'NY',
    credentialed: 'excellus NY',
  })
  const answer = decideBillingRoute(facts, { areas, trace: true })
  expect([answer.claimTo, decideBillingRoute(facts).outcome]).toEqual(['excellus', 'not_billable'])
  await house.as(async (db) => {
    const [like] = await confirmationsOf(db, soloPractice.id, paidLate)
    if (like === undefined) throw new Error('the session was confirmed')
    const own = { id: crypto.randomUUID(), sessionId: planned, facts, answer, areasEdition: edition }
    await recordConfirmation(db, { ...like, ...own })
  })
  expect((await explained(planned)).decision?.today.isSame).toBe(true)

  // Somebody finds out later that it was otherwise from 5 April on: the answer stays, and it is told that it would differ.
  const found = calendarDate('2026-04-05')
  const corrected = { asOf: found, licensees: builtInEdition.licensees }
  await house.as((db) =>
    seedCoverageEditions(
      db,
      [{ kind: 'service_areas', asOf: found, inForceFrom: found, content: corrected }],
      house.world.clock.now(),
    ),
  )
  const told = (await explained(planned)).decision
  expect(told?.billing).toMatchObject({ outcome: 'billable', claimTo: 'excellus' })
  expect(told?.today.isSame).toBe(false)
  expect(told?.today.words).toMatch(
    /^Today’s rules give the same answer\. Who serves that place was corrected since, .* not credentialed .* What was confirmed stands\.$/,
  )
})
