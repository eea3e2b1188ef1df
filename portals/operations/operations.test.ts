import { afterAll, beforeAll, expect } from 'vitest'
import { areaEditionOn } from '../../business/coverage/area-store.ts'
import { stateName } from '../../business/coverage/service-areas.ts'
import { asOperations } from '../../database/act-as.ts'
import { addDays, calendarDate, instant, instantAt } from '../../libraries/calendar/index.ts'
import { a835 } from '../../server/made-up-files.ts'
import { mayaId, operatorStaff, soloPractice, variantClients, zone } from '../../server/story-network.ts'
import { sayDay } from '../design/say-day.ts'
import { flow, walksOfEach } from '../flow.ts'
import { type FlowHouse, openFlowHouse } from '../flow-house.ts'
import type { Walker } from '../walker.ts'
import { familyOf, queueWords } from './queue-words.ts'

let house: FlowHouse
// Every walk takes a denied claim and a payment of its own.
const each = walksOfEach
const claims: { claimId: string; number: string }[] = []
const sessions: string[] = []

beforeAll(async () => {
  house = await openFlowHouse()
  for (let turn = 0; turn < each; turn += 1) await confirm(`${String(6 + turn).padStart(2, '0')}:00`)
  await house.server.advance(instant('2026-05-22T12:00:00-04:00'))
  for (let turn = 0; turn < each; turn += 1) await offerForeign(turn)
  await house.server.tick()
  const found = await asStaff('GET', '/api/operations/queues/deniedClaims?sort=age')
  for (const row of found.rows) claims.push({ claimId: row.page.id, number: '' })
  expect(claims).toHaveLength(each)
}, 300_000)
afterAll(() => house?.close())

const cookieOf = async (userId: string) =>
  ((await house.server.signIn.enterAs(userId)) ?? []).map((line) => line.split(';')[0]).join('; ')

async function ask(userId: string, method: 'GET' | 'POST', url: string, payload?: object) {
  const headers = { cookie: await cookieOf(userId), 'idempotency-key': crypto.randomUUID() }
  const answer = await house.server.app.inject({ method, url, headers, ...(payload ? { payload } : {}) })
  if (answer.statusCode >= 300) throw new Error(`${method} ${url}: ${answer.body}`)
  return answer.json()
}
const asMaya = (method: 'GET' | 'POST', url: string, payload?: object) =>
  ask(soloPractice.members[0]?.userId ?? '', method, `/api/practices/${soloPractice.id}${url}`, payload)
const asStaff = (method: 'GET' | 'POST', url: string) => ask(operatorStaff.userId, method, url)

/** A session of the client whom the payer denies, confirmed on 8 April. */
async function confirm(at: string): Promise<void> {
  const startsAt = instantAt(calendarDate('2026-04-08'), at, zone)
  const stoppedAt = instantAt(calendarDate('2026-04-08'), at.replace(':00', ':55'), zone)
  const personId = variantClients.denies.id
  const planned = { personId, memberId: mayaId, startsAt, endsAt: stoppedAt, modality: 'telehealth' }
  const { id } = await asMaya('POST', '/sessions', planned)
  sessions.push(id)
  const { client } = await asMaya('GET', `/sessions/${id}`)
  await asMaya('POST', `/sessions/${id}/confirmations`, {
    startedAt: startsAt,
    stoppedAt,
    modality: 'telehealth',
    locationId: client.locations[0].id,
    codes: [{ code: '90837', modifiers: [], units: 1 }],
    diagnoses: ['F41.1'],
    crisis: null,
    note: { body: 'Worked on sleep.' },
  })
}

/** A payment to somebody who is none of ours, for a claim of nobody. */
async function offerForeign(turn: number): Promise<void> {
  const answers = [{ number: `NOBODYS${turn}`, charge: 9000, paid: 9000 }]
  const payee = { qualifier: 'XX', id: '1234567893' }
  const text = a835({ trace: `ELSEWHERE${turn}`, on: '2026-05-22', answers, payee })
  const { databases, world } = house.server
  const now = world.clock.now()
  await asOperations(databases.operations, { user: null, now }, (tx) =>
    world.files.record(tx, {
      partner: 'clearinghouse',
      direction: 'in',
      folder: 'out',
      name: `elsewhere-${turn}.835`,
      bytes: new TextEncoder().encode(text),
      at: now,
    }),
  )
}

const states = ['NY', 'NJ', 'PA', 'CT', 'MA', 'VT', 'NH', 'ME']
const counties = ['53001', '53003', '53005', '53007', '53009', '53013', '53015', '53017']

const enter = async (walker: Walker) => {
  await walker.enterAs(/Robin Calder/)
  await walker.arrives('Queues', 'queues')
}
const dialog = (walker: Walker) => walker.page.getByRole('dialog')

flow(
  'a denied claim is taken by somebody, waits for the payer with a day, and leaves its queue with a reason only',
  () => house,
  async (walker, turn) => {
    await enter(walker)
    await walker.press('link', 'Denied', { exact: true })
    await walker.page
      .getByRole('row', { name: /No authorization on file CO 197/ })
      .first()
      .waitFor()
    await walker.sees(/denied claims? holds? .*Every practice is paid as promised/)
    await walker.looks('denied claims')
    const [first] = (await asStaff('GET', '/api/operations/queues/deniedClaims')).rows
    const row = walker.page.getByRole('row').nth(1)
    await walker.press('checkbox', /^Select: /, { within: row })
    await walker.sees('1 selected')
    await walker.press('button', 'Assign')
    await walker.choose('Who has it from now on', 'Robin Calder', { within: dialog(walker) })
    await walker.looks('assigning')
    await walker.press('button', 'Assign', { within: dialog(walker), exact: true })
    await row.getByText(/Robin/).waitFor()
    await walker.pressOn(row.getByRole('button', { name: /^Ask for the authorization/ }))
    await walker.press('button', 'Write it down', { within: dialog(walker) })
    await walker.sees('Say it in a few words.')
    await walker.write('In a few words', 'Asked for it', { within: dialog(walker) })
    await walker.press('button', 'Write it down', { within: dialog(walker) })
    await dialog(walker).waitFor({ state: 'hidden' })
    const page = await asStaff('GET', `/api/operations/claims/${soloPractice.id}/${first.page.id}`)
    expect(page.work.map(({ deed }: { deed: string }) => deed)).toEqual(['taken', 'noted'])
    await walker.press('checkbox', /^Select: /, { within: row })
    await walker.press('button', 'Resolve with a reason')
    await walker.write('Reason', `Not worth it, ${turn}`, { within: dialog(walker) })
    await walker.press('button', 'Resolve', { within: dialog(walker), exact: true })
    await dialog(walker).waitFor({ state: 'hidden' })
    const left = (await asStaff('GET', '/api/operations/queues/deniedClaims')).rows
    expect(left.map(({ item }: { item: string }) => item)).not.toContain(first.item)

    await walker.open(`/operations/claims/${soloPractice.id}/${first.page.id}`)
    await walker.sees('Denied: no authorization on file (CO 197).')
    await walker.sees('Ask for the authorization.')
    await walker.press('button', 'Write off')
    await walker.sees(/is our loss from today\. .*No practice’s pay changes\./)
    await walker.looks('writing off')
    await walker.write('Why it is given up', `No appeal would win, ${turn}`, { within: dialog(walker) })
    await walker.press('button', 'Write it off', { within: dialog(walker) })
    await walker.sees(/Written off, \$150\.00: No appeal would win/)
    const lost = await asStaff('GET', `/api/operations/claims/${soloPractice.id}/${first.page.id}`)
    expect([lost.status, lost.money.absorbedCents]).toEqual(['absorbed', 15000])
  },
)

flow(
  'a claim is found by its client, its record opened with a reason, and it is corrected and sent again',
  () => house,
  async (walker, turn) => {
    await enter(walker)
    await walker.goTo('Find a claim')
    await walker.arrives('Find a claim', 'claim search')
    await walker.write('Search claims', 'petrel 4/8/2026 $150.00')
    await walker.press('button', 'Search')
    await walker.sees(each === 1 ? 'One claim' : new RegExp(`${each} claims`))
    expect(walker.page.url()).not.toContain('petrel')
    const { claimId } = claims[turn] ?? { claimId: '' }
    await walker.open(`/operations/claims/${soloPractice.id}/${claimId}`)
    await walker.arrives(/^Claim /, 'a claim')
    if (turn === 0) {
      await walker.sees('Dorian P.’s record stays closed until you say why.')
      expect(await walker.page.content()).not.toContain('Petrel')
      await walker.press('button', 'Correct and resend')
      await walker.write('Why do you open the record?', 'The member id may be wrong', { within: dialog(walker) })
      await walker.press('button', 'Open the record', { within: dialog(walker) })
    } else {
      // Once for a record and a day: whoever said why today is not asked again.
      await walker.sees('Dorian Petrel')
      await walker.press('button', 'Correct and resend')
    }
    await walker.write('Member id', 'PAYS100004', { within: dialog(walker) })
    await walker.write('What was wrong', 'The card has another member id', { within: dialog(walker) })
    await walker.looks('sending a claim again')
    await walker.press('button', 'Send the replacement', { within: dialog(walker) })
    await walker.sees('Sent again')
    await walker.sees(/Sent again as a replacement: The card has another member id/)
    await walker.looks('a claim that goes out again')
    expect(await walker.page.title()).not.toMatch(/Dorian|Petrel/)
  },
)

flow(
  'a payment to somebody else is taken in as ours, adds up on its page, and its money is owed back',
  () => house,
  async (walker, turn) => {
    await enter(walker)
    await walker.press('link', 'Quarantined', { exact: true })
    await walker.page
      .getByRole('row', { name: /It pays somebody who is none of our billing entities/ })
      .first()
      .waitFor()
    await walker.looks('quarantined remittances')
    await walker.press('link', `Decide what becomes of it: Payment ELSEWHERE${turn}`)
    await walker.arrives(`Payment ELSEWHERE${turn}`, 'a remittance in quarantine')
    await walker.sees('Nothing of it stands in the books.')
    await walker.press('button', 'Take it in')
    await walker.write('Why', 'Our former name', { within: dialog(walker) })
    await walker.looks('taking a remittance in')
    await walker.press('button', 'Take it in', { within: dialog(walker), exact: true })
    await walker.sees(/Taken in as EVENKEEL .* by Robin Calder/)
    await walker.sees('Matches no claim of ours')
    await walker.press('button', 'Owe it back')
    await walker.write('Why', 'They keep it out of the next one', { within: dialog(walker) })
    await walker.press('button', 'Owe it back', { within: dialog(walker), exact: true })
    await walker.sees('Owed back to the payer')
    await walker.looks('a remittance that was taken in')
    await walker.goTo(/^Remittances$/)
    await walker.arrives('Remittances', 'remittances')
  },
)

flow(
  'a figure of the treasury opens its postings, and a posting its session, in both books',
  () => house,
  async (walker) => {
    await enter(walker)
    await walker.sees('The books balance')
    await walker.goTo('Treasury')
    await walker.arrives('Treasury', 'treasury')
    await walker.sees('What payers owe, by age')
    await walker.sees('Own money needed')
    await walker.page.locator('.recharts-bar-rectangle').first().waitFor({ state: 'attached' })
    await walker.looks('treasury with its charts')
    const accounts = walker.page.getByRole('region', { name: 'Accounts, table' })
    await walker.pressOn(accounts.getByRole('row', { name: /^Kept by us/ }).getByRole('link'))
    await walker.arrives(/^Kept by us/, 'postings')
    await walker.sees(/transfers? comes? to −?\$/)
    await walker.press('link', 'Session confirmed')
    await walker.arrives(/^Session of /, 'a session from our side')
    await walker.sees('Every posting, both books')
    await walker.sees('Juniper Counseling')
  },
)

flow(
  'a card payment that a bank took back is taken in, and what the client owes then is forgiven, each told before it is done',
  () => house,
  async (walker, turn) => {
    const session = `/operations/practices/${soloPractice.id}/sessions/${sessions[turn]}`
    await enter(walker)
    await walker.open(session)
    await walker.arrives(/^Session of /, 'a session with what the client pays')
    await walker.press('button', 'Take a chargeback')
    await walker.sees('The client owes $25.00 again. No card is asked for it by itself.')
    await walker.press('button', 'Take it in', { within: dialog(walker) })
    await walker.sees('Copy it from the notice.')
    await walker.write('The processor’s reference', `dp_${turn}`, { within: dialog(walker) })
    await walker.looks('taking a chargeback in')
    await walker.press('button', 'Take it in', { within: dialog(walker) })
    await walker.sees('Taken back by their bank: $25.00')

    await walker.goTo('Treasury')
    await walker.arrives('Treasury', 'treasury')
    await walker.press('link', 'What clients owe')
    await walker.arrives('What clients owe', 'what clients owe')
    await walker.sees('Their bank took it back')

    await walker.open(session)
    await walker.arrives(/^Session of /, 'a session of which something is owed')
    await walker.press('button', 'Forgive what is owed')
    await walker.sees('We lose $25.00.')
    await walker.press('button', 'Forgive $25.00', { within: dialog(walker) })
    await walker.sees('Say why, in a few words.')
    await walker.write('Why', 'They lost their work', { within: dialog(walker) })
    await walker.looks('forgiving what is owed')
    await walker.press('button', 'Forgive $25.00', { within: dialog(walker) })
    await walker.sees('Forgiven: $25.00')
    await walker.sees('They lost their work')
  },
)

flow(
  'what a contract is argued with, and what plans want, stands year by year with its rates',
  () => house,
  async (walker) => {
    await enter(walker)
    await walker.goTo('Contracts and rates')
    await walker.arrives('Contracts and rates', 'contracts')
    await walker.press('link', 'Cedar Mutual')
    await walker.arrives('Cedar Mutual, NY', 'a contract')
    await walker.press('link', 'Year by year')
    await walker.arrives('Cedar Mutual, NY, year by year', 'a contract year by year')
    await walker.sees('Fewer emergency-room visits')
    await walker.sees('Practices’ pay')
    await walker.sees('90837')
  },
)

flow(
  'settings and rates take a further value, and say before what it changes',
  () => house,
  async (walker, turn) => {
    await enter(walker)
    await walker.goTo('Settings')
    await walker.arrives('Settings', 'settings')
    await walker.press('button', 'New value: A denial is our loss after')
    await walker.write('From', '2026-05-22', { within: dialog(walker) })
    await walker.sees('A value begins tomorrow or later')
    await walker.write('Days', String(200 + turn), { within: dialog(walker) })
    await walker.write('From', addDays(calendarDate('2026-07-01'), turn), { within: dialog(walker) })
    await walker.write('Who decided it', 'The board', { within: dialog(walker) })
    await walker.sees(/: 20\d days, instead of/)
    await walker.looks('a further value')
    await walker.press('button', 'Set it', { within: dialog(walker) })
    await dialog(walker).waitFor({ state: 'hidden' })
    await walker.sees(/20\d days/)

    await walker.goTo('Contracts and rates')
    await walker.arrives('Contracts and rates', 'contracts')
    await walker.press('link', 'Cedar Mutual')
    await walker.arrives('Cedar Mutual, NY', 'a contract')
    const family = walker.page.getByRole('region', { name: 'Social workers' })
    await walker.pressOn(family.getByRole('button', { name: 'New rate for 90837' }))
    await walker.write('Amount', `${119 + turn}.00`, { within: dialog(walker) })
    await walker.write('For services from', addDays(calendarDate('2026-06-01'), turn), { within: dialog(walker) })
    await walker.write('Where it is agreed', 'Letter of May 20', { within: dialog(walker) })
    await walker.sees(/We keep \$/)
    await walker.looks('a further rate')
    await walker.press('button', 'Set the rate', { within: dialog(walker) })
    await dialog(walker).waitFor({ state: 'hidden' })
    await walker.sees(`$${119 + turn}.00 to the practice`)

    await walker.goTo('Contracts and rates')
    await walker.press('button', 'Change: Cedar Mutual PPO')
    await walker.write('For services from', '2026-05-22', { within: dialog(walker) })
    await walker.sees('Terms begin tomorrow or later')
    await walker.write('For services from', '2026-09-01', { within: dialog(walker) })
    await walker.sees('These are the terms already: nothing would change.')
    await walker.looks('further terms of a plan')
    await walker.press('button', 'Cancel', { within: dialog(walker) })
    await walker.press('link', 'Blue service areas')
    await walker.arrives('Blue service areas', 'service areas')
    await walker.sees('Anthem Blue Cross and Blue Shield')
  },
)

flow(
  'further terms of a plan and a further Blue area are weighed, saved with a reason, and begin on their day',
  () => house,
  async (walker, turn) => {
    await enter(walker)
    await walker.goTo('Contracts and rates')
    // Each walk begins a day before the last one did: on its day it finds what holds today.
    const from = addDays(calendarDate('2026-09-01'), -turn)
    await walker.press('button', 'Change: Cedar Mutual PPO')
    await walker.write('For services from', from, { within: dialog(walker) })
    // In a row of segments the mouse finds the words only, and the keyboard the radio below them.
    if (walker.walk.hand === 'mouse') await walker.pressOn(dialog(walker).getByText('In some states'))
    else await walker.tick('In some states', { within: dialog(walker) })
    await walker.press('button', 'Save', { within: dialog(walker) })
    await walker.sees('Say it in a few words: it is kept with the terms.')
    await walker.choose('States', stateName(states[turn] ?? ''), { within: dialog(walker) })
    await walker.page.keyboard.press('Escape')
    await walker.sees(/planned and unbilled sessions? changes?|No session is planned/)
    await walker.write('Why', 'Letter of the plan', { within: dialog(walker) })
    await walker.looks('terms in some states')
    await walker.press('button', 'Save', { within: dialog(walker) })
    await dialog(walker).waitFor({ state: 'hidden' })
    await walker.page
      .getByRole('row', { name: /Cedar Mutual PPO/ })
      .getByText(sayDay(from))
      .waitFor()

    await walker.press('link', 'Blue service areas')
    await walker.choose('State', 'Washington')
    await walker.press('button', 'Change: Regence BlueShield (WA) in Washington')
    await walker.write('For services from', from, { within: dialog(walker) })
    await walker.sees('It holds just that already: nothing would change.')
    await walker.write('Counties that it holds', '53033 53999', { within: dialog(walker) })
    await walker.sees('53999 is no county of Washington.')
    await walker.write('Counties that it holds', `53033 ${counties[turn]}`, { within: dialog(walker) })
    await walker.sees(/planned and unbilled sessions? changes?|No session is planned/)
    await walker.write('Why', 'Its map of 2026', { within: dialog(walker) })
    await walker.looks('a further area')
    await walker.press('button', 'Save', { within: dialog(walker) })
    await dialog(walker).waitFor({ state: 'hidden' })
    const { databases } = house.server
    const now = house.server.world.clock.now()
    const { licensees } = await asOperations(databases.operations, { user: null, now }, (db) => areaEditionOn(db, from))
    const [held] = licensees.filter(({ id }) => id === 'regence-wa').flatMap(({ areas }) => areas)
    expect(held?.counties).toEqual(['53033', counties[turn]])
  },
)

// The queues that no other flow opens.
const others = [
  'heldClaims',
  'rejectedClaims',
  'underpaidClaims',
  'silentClaims',
  'unmatchedRemittances',
  'payoutReturns',
  'declinedCards',
] as const

flow(
  'each queue says what waits in it, every letter of the house stands in the mail, and troubles in their queue',
  () => house,
  async (walker) => {
    await enter(walker)
    for (const name of others) {
      await walker.open(`/operations/queues/${name}`)
      await walker.page.getByRole('heading', { level: 1, name: familyOf(name).name }).waitFor()
      const empty = walker.page.getByText(queueWords[name].empty)
      await empty.or(walker.page.getByRole('table')).first().waitFor()
    }
    await walker.looks('a queue')
    await walker.goTo(/^Mail$/)
    await walker.arrives('Mail', 'mail')
    await walker.sees('None says anything of anybody’s health.')
    await walker.open('/operations/queues/troubles')
    await walker.arrives('Mail and troubles', 'troubles')
    await walker.open('/operations/queues/nothing-of-the-kind')
    await walker.arrives('There is no such queue', 'a queue that is not there')
    await walker.press('link', 'Go to the queues')
    await walker.arrives('Queues', 'queues')
  },
)
