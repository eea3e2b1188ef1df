import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendarDate, instantAt } from '../../libraries/calendar/index.ts'
import { appWithStory, type Requests, type StoryHouse } from '../../server/app-with-story.ts'
import { a835, originator } from '../../server/made-up-files.ts'
import {
  mayaId,
  operatorStaff,
  type StoryClient,
  soloPractice,
  variantClients,
  zone,
} from '../../server/story-network.ts'
import { claimsOfSession } from '../claims/claim-store.ts'
import { postingsOf } from '../ledger/seal-store.ts'
import { practicesAll } from '../practices/practice-store.ts'

let house: StoryHouse
let maya: Requests
let robin: Requests
const base = `/api/practices/${soloPractice.id}`
const ops = '/api/operations'

beforeAll(async () => {
  house = await appWithStory()
  const owner = soloPractice.members[0]
  maya = await house.login(owner?.userId ?? '')
  robin = await house.login(operatorStaff.userId)
  house.goToDay(calendarDate('2026-04-08'), '18:00')
}, 120_000)
afterAll(() => house?.close())

const day = async (on: string) => {
  house.goToDay(calendarDate(on), '12:00')
  await house.doWhatIsDue()
}

async function confirmed(client: StoryClient, on: string): Promise<string> {
  const startsAt = instantAt(calendarDate(on), '09:00', zone)
  const stoppedAt = instantAt(calendarDate(on), '09:55', zone)
  const planned = { personId: client.id, memberId: mayaId, startsAt, endsAt: stoppedAt, modality: 'telehealth' }
  const { id } = (await maya.post(`${base}/sessions`, planned)).json()
  const { client: seen } = (await maya.get(`${base}/sessions/${id}`)).json()
  const body = {
    startedAt: startsAt,
    stoppedAt,
    modality: 'telehealth',
    locationId: seen.locations[0].id,
    codes: [{ code: '90837', modifiers: [], units: 1 }],
    diagnoses: ['F41.1'],
    crisis: null,
    note: { body: 'Worked on sleep.' },
  }
  const answer = await maya.post(`${base}/sessions/${id}/confirmations`, body)
  if (answer.statusCode >= 300) throw new Error(answer.body)
  return id
}

async function claimOf(sessionId: string) {
  const claim = (await house.as((tx) => claimsOfSession(tx, soloPractice.id, sessionId))).at(-1)
  if (claim === undefined) throw new Error('no claim')
  return claim
}

let files = 0
async function offer(text: string): Promise<void> {
  files += 1
  house.outside.clearinghouse.offer(`offered-${files}.835`, new TextEncoder().encode(text))
  await house.doWhatIsDue()
}

const queue = async (name: string, query = '') => (await robin.get(`${ops}/queues/${name}${query}`)).json()

test('a denied claim stands in its queue with its reason in words over the code, its deadline and what to do', async () => {
  const id = await confirmed(variantClients.denies, '2026-04-08')
  await day('2026-04-10')
  await day('2026-04-11')
  const claim = await claimOf(id)
  await day('2026-05-20')
  const answers = [{ number: claim.controlNumber, charge: 15000, paid: 0, reason: '197' }]
  await offer(a835({ trace: 'DENIED1', on: '2026-05-20', answers }))
  const { rows, count, cents } = await queue('deniedClaims')
  expect({ count, cents }).toEqual({ count: 1, cents: 15000 })
  expect(rows[0]).toMatchObject({
    item: `claim ${claim.id}`,
    code: 'CO 197',
    name: 'Dorian P.',
    detail: 'Juniper Counseling, Wed, Apr 8, 2026',
    payer: 'Cedar Mutual',
    deadline: '2026-11-16',
    deadlineKind: 'appeal',
    owner: null,
    next: 'Ask for the authorization',
  })
  expect(rows[0].reason).toMatch(/^[A-Z]\w+/)
})

test('what is taken, noted and resolved is kept with its reason; only news of it brings it back', async () => {
  const [row] = (await queue('deniedClaims')).rows
  const work = (body: object) => robin.post(`${ops}/work`, { items: [row.item], ...body })
  expect((await work({ deed: 'taken' })).statusCode).toBe(201)
  expect((await queue('deniedClaims')).rows[0].owner).toEqual({ memberId: operatorStaff.id, name: 'Robin Calder' })
  expect((await work({ deed: 'resolved', words: '  ' })).json()).toMatchObject({ status: 422, code: 'words_missing' })
  expect((await work({ deed: 'waits', words: 'They call back', until: '2026-05-25' })).statusCode).toBe(201)
  expect((await queue('deniedClaims')).rows[0]).toMatchObject({ waitsUntil: '2026-05-25', lastWords: 'They call back' })
  expect((await work({ deed: 'resolved', words: 'Not worth an appeal' })).statusCode).toBe(201)
  expect(await queue('deniedClaims')).toMatchObject({ total: 0, rows: [] })
  const page = (await robin.get(`${ops}/claims/${soloPractice.id}/${row.page.id}`)).json()
  expect(page.work.map(({ deed }: { deed: string }) => deed)).toEqual(['taken', 'waits', 'resolved'])
  const claim = page.controlNumber
  await day('2026-06-01')
  const answers = [{ number: claim, charge: 15000, paid: 0, reason: '50' }]
  await offer(a835({ trace: 'DENIED2', on: '2026-06-01', answers }))
  expect((await queue('deniedClaims')).rows[0]).toMatchObject({ code: 'CO 50', next: 'Start an appeal' })
})

test('a decided claim goes out again as a replacement under the payer’s own number, and leaves the queue', async () => {
  const [row] = (await queue('deniedClaims')).rows
  const at = `${ops}/claims/${soloPractice.id}/${row.page.id}`
  const asked = { because: 'Authorization number found', correction: { memberId: 'PAYS100004' } }
  const answer = await robin.post(`${at}/resubmissions`, asked, 'once-and-once-only')
  expect([answer.statusCode, answer.json()]).toMatchObject([201, { attempt: 2, frequency: '7' }])
  const again = await robin.post(`${at}/resubmissions`, asked, 'once-and-once-only')
  expect(again.json()).toEqual(answer.json())
  expect(await queue('deniedClaims')).toMatchObject({ total: 0 })
  await house.doWhatIsDue()
  const names = [...(house.outside.clearinghouse.folders.get('in')?.keys() ?? [])].sort()
  const sent = new TextDecoder().decode(house.outside.clearinghouse.folders.get('in')?.get(names.at(-1) ?? ''))
  const page = (await robin.get(at)).json()
  expect(sent).toContain(`CLM*${page.controlNumber}*150***`)
  expect(sent).toMatch(/:B:7\*/)
  expect(sent).toContain(`REF*F8*ICN${page.controlNumber}`)
  expect(sent).toContain('PAYS100004')
  expect(page).toMatchObject({ status: 'sent', resubmission: { may: false } })
  const twice = await robin.post(`${at}/resubmissions`, { because: 'Once more' })
  expect(twice.json()).toMatchObject({ status: 422, code: 'payer_decides' })
  const answers = [{ number: page.controlNumber, charge: 15000, paid: 12500, share: 2500 }]
  await day('2026-07-01')
  await offer(a835({ trace: 'REPLACED', on: '2026-07-01', answers }))
  expect((await robin.get(at)).json()).toMatchObject({ status: 'paid', money: { payerPaidCents: 12500, owedCents: 0 } })
})

test('a client’s record is opened with a reason only, once a day, and the audit keeps it', async () => {
  const found = (await robin.get(`${ops}/claims?q=petrel`)).json()
  expect(found.claims).toMatchObject([{ client: 'Dorian P.', status: 'paid', practice: 'Juniper Counseling' }])
  const at = `${ops}/claims/${soloPractice.id}/${found.claims[0].claimId}`
  const closed = (await robin.get(at)).json()
  expect(closed.record).toBeNull()
  expect(closed.submissions[0].segments).toBeNull()
  expect(JSON.stringify(closed)).not.toContain('Petrel')
  const opening = { personId: closed.client.personId, reason: 'The payer asks for the date of birth' }
  expect((await robin.post(`${ops}/record-openings`, { ...opening, reason: ' ' })).json().code).toBe('reason_missing')
  expect((await robin.post(`${ops}/record-openings`, opening)).statusCode).toBe(201)
  const open = (await robin.get(at)).json()
  expect(open.record).toMatchObject({ name: 'Dorian Petrel', memberId: 'PAYS100004' })
  expect(open.submissions[0].segments).toContain('CLM*')
  const reasons = await house.operations
    .selectFrom('audit.event')
    .select('reason')
    .where('reason', 'is not', null)
    .execute()
  // The opening, and the look that followed it; both stand in the audit of the practice whose client it is.
  expect(reasons).toEqual([{ reason: opening.reason }, { reason: opening.reason }])
  house.goToDay(calendarDate('2026-07-02'))
  expect((await robin.get(at)).json().record).toBeNull()
})

test.each([
  ['its number', (number: string) => number.slice(0, 9)],
  ['its member id', () => 'DENY100004'],
  ['the client, the payer and the day of service', () => 'petrel cedar 4/8/2026'],
  ['the practice and the amount', () => 'juniper $150.00 2026-04-08'],
  ['its clinician and the client', () => 'lindqvist petrel'],
  ['the payer’s own number', (number: string) => `ICN${number}`],
])('a claim is found by %s, in one box', async (_, typed) => {
  const [claim] = (await robin.get(`${ops}/claims?q=petrel`)).json().claims
  const found = (await robin.get(`${ops}/claims?q=${encodeURIComponent(typed(claim.controlNumber))}`)).json()
  expect(found.claims.map(({ claimId }: { claimId: string }) => claimId)).toEqual([claim.claimId])
})

test('what nothing fits is not found, whatever else does', async () => {
  expect((await robin.get(`${ops}/claims?q=petrel%20nobody`)).json().count).toBe(0)
  expect((await robin.get(`${ops}/claims?q=petrel&status=denied`)).json().count).toBe(0)
})

test('a remittance for somebody else is taken in as an entity’s, adds up, and its unmatched money finds its claim', async () => {
  const id = await confirmed(variantClients.never_answers, '2026-07-02')
  await day('2026-07-06')
  const claim = await claimOf(id)
  const answers = [
    { number: claim.controlNumber, charge: 15000, paid: 11000, share: 2500 },
    { number: 'NOBODYS', charge: 15000, paid: 1500, payerNumber: 'X1' },
  ]
  const payee = { qualifier: 'XX', id: '1234567893' }
  await offer(a835({ trace: 'ELSEWHERE', on: '2026-07-06', answers, payee }))
  const [row] = (await queue('quarantinedRemittances')).rows
  expect(row).toMatchObject({ name: 'Payment ELSEWHERE', cents: 12500, next: 'Decide what becomes of it' })
  const at = `${ops}/remittances/${row.page.id}`
  const shown = (await robin.get(at)).json()
  expect(shown).toMatchObject({ state: 'quarantined', mayBeTakenIn: true, claimsCents: 12500, restCents: 0 })
  const asked = { verdict: 'taken_in', asEntity: shown.entities[0].id, reason: 'Their old name of ours' }
  const done = await robin.post(`${at}/judgements`, asked)
  expect([done.statusCode, done.json()]).toEqual([201, { posted: 1, unmatched: 1 }])
  expect((await robin.post(`${at}/judgements`, asked)).json()).toMatchObject({ status: 409, code: 'already_judged' })
  expect(await queue('quarantinedRemittances')).toMatchObject({ total: 0 })

  const [left] = (await queue('unmatchedRemittances')).rows
  expect(left).toMatchObject({ name: 'Claim NOBODYS', cents: 1500 })
  const unmatchedId = left.item.split(' ')[1]
  const settle = { outcome: 'matched', practiceId: soloPractice.id, claimId: claim.id, reason: 'Same day, same client' }
  expect((await robin.post(`${ops}/unmatched/${unmatchedId}/settlements`, settle)).statusCode).toBe(201)
  expect(await queue('unmatchedRemittances')).toMatchObject({ total: 0 })
  const after = (await robin.get(at)).json()
  expect(after.claims.map(({ became }: { became: string }) => became)).toEqual(['posted', 'matched'])
  expect(after.judgement).toMatchObject({ verdict: 'taken_in', by: 'Robin Calder' })
  const claimAfter = (await robin.get(`${ops}/claims/${soloPractice.id}/${claim.id}`)).json()
  expect(claimAfter.money.payerPaidCents).toBe(12500)
  expect(await house.verify()).toMatchObject({ faults: [] })
})

test('a remittance that does not add up posts what does, and keeps the rest apart to the cent', async () => {
  const id = await confirmed(variantClients.pays_less, '2026-07-06')
  await day('2026-07-09')
  const claim = await claimOf(id)
  const whole = a835({
    trace: 'UNEVEN1',
    on: '2026-07-10',
    answers: [{ number: claim.controlNumber, charge: 15000, paid: 12500, share: 2500 }],
  })
  await day('2026-07-10')
  await offer(whole.replace(/BPR\*I\*125\*/, 'BPR*I*130*'))
  const [row] = (await queue('quarantinedRemittances')).rows
  expect(row.reason).toBe('The amounts do not add up; the difference is $5.00')
  const at = `${ops}/remittances/${row.page.id}`
  expect((await robin.get(at)).json()).toMatchObject({ because: 'unbalanced', difference: 500, restCents: 500 })
  const entity = (await robin.get(at)).json().entities[0].id
  const asked = { verdict: 'taken_in', asEntity: entity, reason: 'The payer confirms 130.00 by phone' }
  expect((await robin.post(`${at}/judgements`, asked)).json()).toEqual({ posted: 1, unmatched: 0 })
  const after = (await robin.get(at)).json()
  expect(after.over).toMatchObject({ cents: 500, became: 'unmatched' })
  expect(await house.verify()).toMatchObject({ faults: [] })
  const back = { outcome: 'owed_back', reason: 'They keep it out of the next one' }
  await robin.post(`${ops}/unmatched/${after.over.unmatchedId}/settlements`, back)
  expect((await robin.get(at)).json().over.became).toBe('owed_back')
  expect(await house.verify()).toMatchObject({ faults: [] })
  expect(originator).toMatch(/^1/)
})

test('a second payment under one trace cannot be taken in, only set aside with a reason', async () => {
  const answers = [{ number: 'OTHERS', charge: 100, paid: 100 }]
  await offer(a835({ trace: 'SAME1', on: '2026-07-10', answers }))
  await offer(a835({ trace: 'SAME1', on: '2026-07-10', answers: [{ number: 'OTHERS2', charge: 100, paid: 100 }] }))
  const [row] = (await queue('quarantinedRemittances')).rows
  const at = `${ops}/remittances/${row.page.id}`
  const shown = (await robin.get(at)).json()
  expect(shown.mayBeTakenIn).toBe(false)
  const taken = { verdict: 'taken_in', asEntity: shown.entities[0].id, reason: 'Why not' }
  expect((await robin.post(`${at}/judgements`, taken)).json()).toMatchObject({
    status: 409,
    code: 'cannot_be_taken_in',
  })
  expect((await robin.post(`${at}/judgements`, { verdict: 'set_aside', reason: 'Sent in error' })).statusCode).toBe(201)
  expect(await queue('quarantinedRemittances')).toMatchObject({ total: 0 })
})

test('what a payer denied is written off with a reason: our loss from that day, kept beside the claim, and once only', async () => {
  const id = await confirmed(variantClients.pays_late, '2026-07-10')
  await day('2026-07-13')
  const claim = await claimOf(id)
  const one = { practiceId: soloPractice.id, claimId: claim.id }
  const asked = (because = 'Not worth an appeal') => robin.post(`${ops}/write-offs`, { because, claims: [one] })
  expect((await asked()).json()).toMatchObject({ written: [], refused: [{ because: 'payer_still_decides' }] })
  const answers = [{ number: claim.controlNumber, charge: 15000, paid: 0, reason: '50' }]
  await offer(a835({ trace: 'GIVENUP', on: '2026-07-13', answers }))
  expect((await queue('deniedClaims')).rows).toMatchObject([{ item: `claim ${claim.id}` }])
  expect((await asked('  ')).statusCode).toBe(400)
  expect((await asked()).json()).toEqual({ written: [{ claimId: claim.id, cents: 15000 }], refused: [] })
  expect(await queue('deniedClaims')).toMatchObject({ total: 0 })
  const page = (await robin.get(`${ops}/claims/${one.practiceId}/${one.claimId}`)).json()
  expect(page).toMatchObject({ status: 'absorbed', money: { owedCents: -2500, absorbedCents: 15000 } })
  expect(page.work).toMatchObject([{ deed: 'noted', words: 'Written off, $150.00: Not worth an appeal' }])
  expect((await asked()).json()).toMatchObject({ written: [], refused: [{ because: 'nothing_left' }] })
})

test('the treasury says what the books say, counted by another way', async () => {
  const told = (await robin.get(`${ops}/treasury`)).json()
  const books = await house.as(async (tx) => {
    const practices = await practicesAll(tx)
    return Promise.all(practices.map(({ practiceId }) => postingsOf(tx, practiceId, 'all')))
  })
  const sides = books.flat().flatMap((posting) =>
    posting.transfers.flatMap(({ debit, credit, cents }) => [
      { ...debit, cents: cents as number, on: posting.effectiveOn },
      { ...credit, cents: -cents, on: posting.effectiveOn },
    ]),
  )
  const total = (kind: string) => sides.filter((side) => side.kind === kind).reduce((sum, { cents }) => sum + cents, 0)
  for (const account of told.accounts) {
    const same = told.accounts.filter(({ kind }: { kind: string }) => kind === account.kind)
    expect(
      same.reduce((sum: number, { cents }: { cents: number }) => sum + cents, 0),
      account.kind,
    ).toBe(total(account.kind))
  }
  const owed = told.ageing.reduce((sum: number, { cents }: { cents: number }) => sum + cents, 0)
  expect(owed).toBe(total('payer_receivable'))
  for (const { cents, byAge } of told.ageing) {
    expect(Object.values(byAge as Record<string, number>).reduce((a, b) => a + b, 0)).toBe(cents)
  }
  const losses = ['contract_variance', 'denials_absorbed', 'silence_absorbed', 'bad_debt_absorbed']
  const results = ['operator_share', 'operator_subsidy', ...losses, 'payer_interest', 'operating_costs']
  for (const month of told.months) {
    const of = (kinds: string[]) =>
      -sides
        .filter(({ kind, on }) => kinds.includes(kind) && on.startsWith(month.month))
        .reduce((sum, { cents }) => sum + cents, 0)
    expect([month.kept, month.absorbed, month.result]).toEqual([
      of(['operator_share']) + 0,
      of(losses) + 0,
      of(results) + 0,
    ])
  }
  const due = told.ahead.payable + told.ahead.inTransit - told.ahead.bank - told.ahead.expected
  expect(told.ahead.needed).toBe(Math.max(0, due))
  expect(told.ahead.payable + total('practice_payable')).toBe(0)

  const opened = (await robin.get(`${ops}/postings?kind=payer_receivable&book=practices`)).json()
  expect(opened.effect).toBe(total('payer_receivable'))
  expect(opened.transfers.length).toBe(Math.min(50, opened.count))
})

test('the standing is computed from the invariants, and asked again costs one count', async () => {
  const first = (await robin.get(`${ops}/standing`)).json()
  expect(first).toMatchObject({ booksBalance: true, nobodyUnpaid: true, nothingLost: true, faults: [] })
  const again = (await robin.get(`${ops}/standing`)).json()
  expect(again).toEqual(first)
})

test('a session is seen from the operator’s side with every posting of both books and every file, and without its note', async () => {
  const [claim] = (await robin.get(`${ops}/claims?q=petrel`)).json().claims
  const page = (await robin.get(`${ops}/claims/${soloPractice.id}/${claim.claimId}`)).json()
  const side = (await robin.get(`${ops}/sessions/${soloPractice.id}/${page.sessionId}`)).json()
  expect(new Set(side.postings.map(({ book }: { book: string }) => book))).toEqual(
    new Set(['Juniper Counseling', 'Our book']),
  )
  expect(side.files.length).toBeGreaterThanOrEqual(3)
  expect(JSON.stringify(side)).not.toContain('sleep')
  const at = `${ops}/files/${side.files[0].id}`
  expect((await robin.get(at)).json().code).toBe('reason_missing')
  const file = await robin.get(`${at}?reason=The%20payer%20asks%20what%20we%20sent`)
  expect(file.headers['content-disposition']).toMatch(/^attachment; filename="837P-/)
  expect(file.body).toMatch(/^ISA\*/)
})

test('a practice’s people have no business here', async () => {
  for (const path of ['queues', 'claims', 'remittances', 'treasury', 'postings', 'standing', 'mail', 'staff']) {
    expect([path, (await maya.get(`${ops}/${path}`)).statusCode]).toEqual([path, 403])
  }
})
