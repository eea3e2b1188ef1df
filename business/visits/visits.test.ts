import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asPerson, asPractice } from '../../database/act-as.ts'
import { addDays, addHours, calendarDate, dateIn, instantAt } from '../../libraries/calendar/index.ts'
import { type Cents, cents, sum } from '../../libraries/money/index.ts'
import { type House, houseOnTestDatabase } from '../../server/house-on-test-database.ts'
import { type Answered, a835 } from '../../server/made-up-files.ts'
import {
  aClient,
  aConfirmedSession,
  aPractice,
  claimOf,
  giveCard,
  type MadeUpClient,
  type MadeUpPractice,
} from '../../server/made-up-practice.ts'
import { payer, zone } from '../../server/story-network.ts'
import { recordCancellationPolicy } from '../charges/cancellation-policy-store.ts'
import { refundsOf } from '../charges/refund-store.ts'
import { personById, recordPersonChange } from '../clients/person-store.ts'
import { transfersAbout } from '../ledger/posting-store.ts'
import { recordSession, type Session } from '../sessions/session-store.ts'
import type { Db } from '../world.ts'
import { appointments } from './appointments-flow.ts'
import { billing } from './billing-flow.ts'
import { invoiceOf } from './papers-flow.ts'

let house: House
beforeAll(async () => {
  house = await houseOnTestDatabase()
})
afterAll(() => house?.close())

const asClient = <T>(personId: string, deed: (tx: Db) => Promise<T>, of: House = house) =>
  asPerson(of.database.portal, { user: null, now: of.world.clock.now(), person: personId }, deed)
const appointmentsOf = ({ personId }: MadeUpClient) =>
  asClient(personId, (tx) => appointments(tx, house.world, personId))
const billingOf = ({ personId }: MadeUpClient, of: House = house) =>
  asClient(personId, (tx) => billing(tx, of.world, personId), of)

let traces = 0
/** The payer's answer to claims arrives and is taken in. */
async function remit(answers: readonly Answered[], of: House = house): Promise<void> {
  traces += 1
  const trace = `VISIT${traces}`
  const on = dateIn(of.world.clock.now(), zone)
  of.outside.clearinghouse.offer(`${trace}.835`, new TextEncoder().encode(a835({ trace, on, answers })))
  await of.doWhatIsDue()
}

async function lockedVisit(practice: MadeUpPractice, client: MadeUpClient) {
  house.goToDay(calendarDate('2026-04-08'), '18:00')
  const session = await aConfirmedSession(house, practice, { client })
  house.goTo(addHours(house.world.clock.now(), 49))
  await house.doWhatIsDue()
  const { controlNumber: number } = await claimOf(house, session)
  return { session, number }
}

async function aPlannedVisit(practice: MadeUpPractice, client: MadeUpClient, on: string): Promise<Session> {
  const startsAt = instantAt(calendarDate(on), '16:00', zone)
  const session: Session = {
    practiceId: practice.practiceId,
    id: house.world.ids.next(),
    memberId: practice.clinicianId,
    personId: client.personId,
    startsAt,
    endsAt: addHours(startsAt, 1),
    modality: 'telehealth',
  }
  await house.as((tx) => recordSession(tx, { ...session, at: house.world.clock.now(), by: 'test' }))
  return session
}

test('an appointment to come says what it will cost and why, and until when it can be cancelled for nothing', async () => {
  house.goToDay(calendarDate('2026-04-08'), '18:00')
  const practice = await aPractice(house)
  const client = await aClient(house, practice)
  await house.as((tx) =>
    recordCancellationPolicy(tx, practice.practiceId, {
      id: house.world.ids.next(),
      startsOn: calendarDate('2026-01-01'),
      windowHours: 24,
      late: cents(5000),
      noShow: cents(7500),
      recordedAt: house.world.clock.now(),
      recordedBy: 'test',
    }),
  )
  const session = await aPlannedVisit(practice, client, '2026-04-15')
  const { upcoming } = await appointmentsOf(client)
  expect(upcoming).toMatchObject([
    {
      sessionId: session.id,
      clinicianName: 'Maya Lindqvist',
      practiceName: 'Juniper Street',
      zone,
      payerName: payer.name,
      cost: { kind: 'known', yours: 2500, price: { total: 15000, plan: 12500 }, because: 'copay', copay: 2500 },
      card: { brand: 'Visa', lastFour: '4242' },
      policy: { windowHours: 24, lateCents: 5000, noShowCents: 7500, freeUntil: '2026-04-14T20:00:00.000Z' },
    },
  ])
})

test('a visit by the plan’s answer: price, what the plan paid, what the client paid, and nothing is open', async () => {
  const practice = await aPractice(house)
  const client = await aClient(house, practice)
  const { number } = await lockedVisit(practice, client)
  await remit([{ number, charge: 15000, paid: 12500, share: 2500 }])
  const { past } = await appointmentsOf(client)
  expect(past).toMatchObject([
    {
      costCents: 2500,
      paidCents: 2500,
      planPaidCents: 12500,
      owesCents: 0,
      isFinal: true,
      story: { head: 'all_settled' },
    },
  ])
  expect(past[0]?.story.steps.map(({ kind }) => kind)).toEqual([
    'seen',
    'you_paid',
    'claim_sent',
    'plan_paid',
    'price_final',
  ])
})

test('a refusal is not the client’s: they are told who acts and when what they paid comes back, and then it does', async () => {
  const practice = await aPractice(house)
  const client = await aClient(house, practice)
  const { number } = await lockedVisit(practice, client)
  await remit([{ number, charge: 15000, paid: 0, reason: '50' }])
  const [refused] = (await appointmentsOf(client)).past
  const steps = refused?.story.steps ?? []
  expect(steps.map(({ kind }) => kind)).toContain('plan_refused')
  expect(refused?.story.head).toBe('you_owe_nothing')
  const final = steps.find(({ kind }) => kind === 'refusal_becomes_final')
  expect(final?.on).not.toBeNull()
  house.goToDay(addDays(final?.on ?? calendarDate('2026-04-08'), 1))
  await house.doWhatIsDue()
  const [settled] = (await appointmentsOf(client)).past
  expect(settled).toMatchObject({ costCents: 0, paidCents: 0, owesCents: 0, isFinal: true })
  expect(settled?.story.steps.map(({ kind }) => kind)).toContain('refunded')
  expect((await billingOf(client)).past.map(({ kind, cents: amount }) => [kind, amount])).toEqual([
    ['refunded', 2500],
    ['charged', 2500],
  ])
})

test('a card that was refused is shown with the day on which it is asked again', async () => {
  const practice = await aPractice(house)
  const client = await aClient(house, practice, { card: 'tok_declined' })
  await lockedVisit(practice, client)
  const { failed, owedCents, coming } = await billingOf(client)
  expect({ owedCents, coming }).toEqual({ owedCents: 2500, coming: [] })
  expect(failed).toMatchObject([{ cents: 2500, because: 'declined', on: '2026-04-10', card: { lastFour: '4242' } }])
  expect(failed[0]?.againOn).toBe('2026-04-12')
  expect((await appointmentsOf(client)).past[0]?.story.head).toBe('card_needs_you')
})

test('a new card pays at once what others refused as often as they are asked', async () => {
  house.goToDay(calendarDate('2026-04-08'), '12:00')
  const practice = await aPractice(house)
  const client = await aClient(house, practice, { card: 'tok_declined' })
  await lockedVisit(practice, client)
  for (const _ of [1, 2, 3]) {
    house.goTo(addHours(house.world.clock.now(), 49))
    await house.doWhatIsDue()
  }
  expect((await billingOf(client)).failed).toMatchObject([{ againOn: null }])
  house.goTo(addHours(house.world.clock.now(), 1))
  await giveCard(house, client.personId, 'tok_good')
  await house.doWhatIsDue()
  expect(await billingOf(client)).toMatchObject({ owedCents: 0, failed: [], past: [{ kind: 'charged', cents: 2500 }] })
})

test('a client is written to about the invoice, a higher price before it is charged, and a refund; never of health', async () => {
  const practice = await aPractice(house)
  const client = await aClient(house, practice)
  await house.as(async (tx) => {
    const person = await personById(tx, client.personId)
    if (person === null) throw new Error('nobody is there')
    const change = { id: house.world.ids.next(), at: house.world.clock.now(), by: 'test' }
    await recordPersonChange(tx, { ...person, email: 'ada@mail.example' }, change)
  })
  const { number, session } = await lockedVisit(practice, client)
  await remit([{ number, charge: 15000, paid: 10000, share: 5000 }])
  await remit([{ number, charge: 15000, paid: 14000, share: 1000, payerNumber: 'ICN2' }])
  const letters = await house.as((tx) =>
    tx
      .selectFrom('house.mail')
      .select(['subject', 'body', 'recipient'])
      .where('about', '=', `session ${session.id}`)
      .orderBy('recorded_at')
      .orderBy('id')
      .execute(),
  )
  expect(letters.map(({ subject }) => subject).toSorted()).toEqual([
    'A refund for Wed, Apr 8, 2026',
    'The price of your appointment on Wed, Apr 8, 2026 has changed',
    'Your invoice for Wed, Apr 8, 2026',
  ])
  const told = letters.map(({ subject, body }) => `${subject} ${body}`).join(' ')
  expect(told).toContain('$25.00 more than expected')
  expect(told).not.toMatch(/Maya|Juniper|Fenwick|therap|90837|F41|diagnos/i)
})

test('nobody learns of another’s visits: not another client, not a practice, not even one that acts for the person', async () => {
  const practice = await aPractice(house)
  const [client, other] = [await aClient(house, practice), await aClient(house, practice)]
  const { session } = await lockedVisit(practice, client)
  const asked = [
    'sessions',
    'confirmations',
    'service_lines',
    'charges',
    'claims',
    'claim_events',
    'movements',
  ] as const
  const counts = async (tx: Db) => {
    const found: Record<string, number> = {}
    for (const name of asked) {
      const { rows } = await sql<{
        n: number
      }>`select count(*)::int as n from ${sql.table(`visits.${name}`)}()`.execute(tx)
      found[name] = rows[0]?.n ?? -1
    }
    return found
  }
  const nothing = Object.fromEntries(asked.map((name) => [name, 0]))
  const own = await asClient(client.personId, counts)
  expect(Object.values(own).every((count) => count > 0)).toBe(true)
  expect(await asClient(other.personId, counts)).toEqual(nothing)
  const actor = { user: null, now: house.world.clock.now(), practice: practice.practiceId }
  expect(await asPractice(house.database.portal, actor, counts)).toEqual(nothing)
  expect(await asPractice(house.database.portal, { ...actor, person: client.personId }, counts)).toEqual(nothing)
  const stolen = asClient(other.personId, (tx) => invoiceOf(tx, house.world, session.id, 'en'))
  await expect(stolen).rejects.toThrow(/no invoice for this visit/)
})

test('what a person may read of their visits never says what the practice is paid, and holds no note', async () => {
  const practice = await aPractice(house)
  const client = await aClient(house, practice)
  const { session } = await lockedVisit(practice, client)
  const told = JSON.stringify([await appointmentsOf(client), await billingOf(client)])
  expect(told).not.toContain('11800')
  expect(told).not.toContain('sleep and worry')
  const readable = ['sessions.confirmation', 'sessions.note', 'ledger.posting', 'remittances.decision', 'claims.claim']
  for (const table of readable) {
    const { rows } = await asClient(client.personId, (tx) => sql`select * from ${sql.table(table)}`.execute(tx))
    expect(rows).toEqual([])
  }
  expect(session.id).toBeTruthy()
})

const amount = fc.oneof(fc.constant(0), fc.nat(20_000))
const event = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('visit' as const),
      copay: amount,
      card: fc.constantFrom('tok_good', 'tok_declined', null),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 24 * 40 }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      pick: fc.nat(100),
      paid: fc.nat(15_000),
      share: amount,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('deny' as const), pick: fc.nat(100) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('new card' as const), pick: fc.nat(100) }) },
)

test('whatever happened, the client’s pages show what the books hold, to the cent', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 6, maxLength: 14 }), async (events) => {
      const own = await houseOnTestDatabase()
      try {
        const practice = await aPractice(own)
        const visits: { session: Session; client: MadeUpClient }[] = []
        for (const one of [{ kind: 'visit' as const, copay: 2500, card: 'tok_good' }, ...events]) {
          const chosen = 'pick' in one ? visits[one.pick % visits.length] : undefined
          if (one.kind === 'visit') {
            const client = await aClient(own, practice, { copay: one.copay, card: one.card })
            const on = addDays(dateIn(own.world.clock.now(), zone), -1)
            visits.push({ client, session: await aConfirmedSession(own, practice, { client, on }) })
          } else if (one.kind === 'wait') {
            own.goTo(addHours(own.world.clock.now(), one.hours))
          } else if (one.kind === 'new card' && chosen !== undefined) {
            await giveCard(own, chosen.client.personId, 'tok_good')
          } else if (chosen !== undefined) {
            own.goTo(addHours(own.world.clock.now(), 50))
            await own.doWhatIsDue()
            const { controlNumber: number } = await claimOf(own, chosen.session)
            const said =
              one.kind === 'answer'
                ? { paid: one.paid, share: Math.min(one.share, 15_000 - one.paid) }
                : { paid: 0, reason: '50' }
            await remit([{ number, charge: 15_000, ...said }], own)
          }
          await own.doWhatIsDue()
          for (const visit of visits) await expectAsInTheBooks(own, visit)
        }
      } finally {
        await own.close()
      }
    }),
    { numRuns: 4 },
  )
}, 240_000)

async function expectAsInTheBooks(own: House, { session, client }: { session: Session; client: MadeUpClient }) {
  const { practiceId, id } = session
  const transfers = await own.as((tx) => transfersAbout(tx, practiceId, id))
  const balance = (kind: string) =>
    sum(
      transfers.map(({ debit, credit, cents: moved }) => {
        const signed = (debit.kind === kind ? moved : 0) - (credit.kind === kind ? moved : 0)
        return signed as Cents
      }),
    )
  const between = (kinds: string[]) =>
    transfers.reduce((total, { debit, credit, cents: moved }) => {
      if (debit.kind === 'treasury' && kinds.includes(credit.kind)) return total + moved
      return credit.kind === 'treasury' && kinds.includes(debit.kind) ? total - moved : total
    }, 0)
  const paid = between(['client_receivable', 'client_refunds_due'])
  const owes = balance('client_receivable')
  const shown = await asClient(client.personId, (tx) => appointments(tx, own.world, client.personId), own)
  expect(shown.past).toMatchObject([
    {
      paidCents: paid,
      owesCents: owes,
      comesBackCents: 0 - balance('client_refunds_due'),
      planPaidCents: between(['payer_receivable', 'payer_overpaid']),
      costCents: paid + owes + balance('client_refunds_due'),
    },
  ])
  const page = await billingOf(client, own)
  const listed = (rows: readonly { cents: Cents }[]) => sum(rows.map(({ cents: each }) => each))
  expect(page.owedCents).toBe(owes)
  expect(listed(page.failed) + listed(page.coming)).toBe(owes)
  const charged = page.past.filter(({ kind }) => kind === 'charged')
  const refunded = page.past.filter(({ kind }) => kind === 'refunded')
  expect(listed(charged) - listed(refunded)).toBe(paid)
  const refunds = await own.as((tx) => refundsOf(tx, practiceId, id))
  expect(refunded).toHaveLength(refunds.filter(({ refundedAt }) => refundedAt !== null).length)
}
