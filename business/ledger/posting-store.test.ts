import { afterAll, beforeAll, expect, test } from 'vitest'
import { asPractice } from '../../database/act-as.ts'
import { calendarDate } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { type House, houseOnTestDatabase } from '../../server/house-on-test-database.ts'
import { account } from './accounts.ts'
import { postConfirmed } from './post-session.ts'
import {
  balances,
  balancesOfKind,
  holdSubject,
  type NewPosting,
  PostingConflict,
  recordPosting,
  transfersAbout,
} from './posting-store.ts'

let house: House
beforeAll(async () => {
  house = await houseOnTestDatabase()
})
afterAll(() => house?.close())

const worth = { payerId: 'payer', payer: cents(15000), client: cents(2500), provider: cents(11800) }

function posting(over: Partial<NewPosting> = {}): NewPosting {
  const { ids, clock } = house.world
  const sessionId = over.subject ?? ids.next()
  return {
    practiceId: ids.next(),
    id: ids.next(),
    key: `confirmation:${sessionId}`,
    kind: 'confirmed',
    cause: 'practice',
    subject: sessionId,
    effectiveOn: calendarDate('2026-04-08'),
    payOn: calendarDate('2026-04-30'),
    at: clock.now(),
    by: 'test',
    transfers: postConfirmed({ sessionId, ...worth }),
    ...over,
  }
}

const rowsOf = (practiceId: string) =>
  house.operations.selectFrom('ledger.posting').selectAll().where('practice_id', '=', practiceId).execute()

test('an event is posted whole, once; a repeat a day later by somebody else is the same event', async () => {
  const first = posting()
  expect(await house.as((tx) => recordPosting(tx, first))).toBe('recorded')
  const again = { ...first, id: house.world.ids.next(), by: 'another process' }
  expect(await house.as((tx) => recordPosting(tx, again))).toBe('repeated')
  expect(await rowsOf(first.practiceId)).toHaveLength(1)
  expect(await house.as((tx) => balances(tx, first.practiceId))).toEqual([
    { kind: 'client_receivable', subject: first.subject, cents: 2500 },
    { kind: 'operator_share', subject: '', cents: -3200 },
    { kind: 'payer_receivable', subject: `${first.subject}/payer`, cents: 12500 },
    { kind: 'practice_payable', subject: '', cents: -11800 },
  ])
})

test('the same key with one cent more is refused, and nothing of the whole deed is posted', async () => {
  const first = posting()
  await house.as((tx) => recordPosting(tx, first))
  const other = posting({ practiceId: first.practiceId })
  const changed = {
    ...first,
    id: house.world.ids.next(),
    transfers: postConfirmed({ sessionId: first.subject, ...worth, payer: cents(15001) }),
  }
  const deed = house.as(async (tx) => {
    await recordPosting(tx, other)
    await recordPosting(tx, changed)
  })
  await expect(deed).rejects.toThrow(PostingConflict)
  expect((await rowsOf(first.practiceId)).map(({ id }) => id)).toEqual([first.id])
})

test('the same transfers under another kind or another subject are other content', async () => {
  const first = posting()
  await house.as((tx) => recordPosting(tx, first))
  for (const over of [{ kind: 'corrected' }, { subject: 'another session' }, { cause: 'payer' as const }]) {
    const changed = { ...first, ...over, id: house.world.ids.next() }
    await expect(house.as((tx) => recordPosting(tx, changed))).rejects.toThrow(PostingConflict)
  }
})

test('two who post the same event at once make one posting of it', async () => {
  const first = posting()
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => house.as((tx) => recordPosting(tx, { ...first, id: house.world.ids.next() }))),
  )
  expect(answers.toSorted()).toEqual(['recorded', 'repeated', 'repeated', 'repeated'])
  expect(await rowsOf(first.practiceId)).toHaveLength(1)
})

test('two who post other content under one key at once: one is posted, the other is told', async () => {
  const first = posting()
  const second = {
    ...first,
    id: house.world.ids.next(),
    transfers: postConfirmed({ sessionId: first.subject, ...worth, client: cents(0) }),
  }
  const answers = await Promise.allSettled([first, second].map((one) => house.as((tx) => recordPosting(tx, one))))
  expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await rowsOf(first.practiceId)).toHaveLength(1)
})

test('an event that moves nothing leaves no posting', async () => {
  const empty = posting({ transfers: [] })
  expect(await house.as((tx) => recordPosting(tx, empty))).toBe('nothing')
  expect(await rowsOf(empty.practiceId)).toEqual([])
})

test('a practice posts into its own book only, and sees no other', async () => {
  const mine = posting()
  const theirs = posting()
  const { portal } = house.database
  const actor = { user: house.world.ids.next(), now: house.world.clock.now(), practice: mine.practiceId }
  expect(await asPractice(portal, actor, (tx) => recordPosting(tx, mine))).toBe('recorded')
  await expect(asPractice(portal, actor, (tx) => recordPosting(tx, theirs))).rejects.toThrow(/row-level security/)
  await house.as((tx) => recordPosting(tx, theirs))
  expect(await asPractice(portal, actor, (tx) => balances(tx, theirs.practiceId))).toEqual([])
  expect(await asPractice(portal, actor, (tx) => transfersAbout(tx, mine.practiceId, mine.subject))).toHaveLength(4)
})

test('no runtime role may change or remove what is posted', async () => {
  const first = posting()
  await house.as((tx) => recordPosting(tx, first))
  const own = { user: null, now: house.world.clock.now(), practice: first.practiceId }
  const asBoth = [
    (deed: Parameters<typeof house.as>[0]) => house.as(deed),
    (deed: Parameters<typeof house.as>[0]) => asPractice(house.database.portal, own, deed),
  ]
  for (const act of asBoth) {
    await expect(act((tx) => tx.updateTable('ledger.transfer').set({ cents: 1 }).execute())).rejects.toThrow(
      /permission denied/,
    )
    await expect(act((tx) => tx.updateTable('ledger.posting').set({ pay_on: null }).execute())).rejects.toThrow(
      /permission denied/,
    )
    await expect(act((tx) => tx.deleteFrom('ledger.transfer').execute())).rejects.toThrow(/permission denied/)
    await expect(act((tx) => tx.deleteFrom('ledger.posting').execute())).rejects.toThrow(/permission denied/)
  }
  expect(await house.as((tx) => balances(tx, first.practiceId, [first.subject]))).toEqual([
    { kind: 'client_receivable', subject: first.subject, cents: 2500 },
  ])
})

test('the database itself refuses a transfer of nothing, of less than nothing, or of an account to itself', async () => {
  const { practiceId, id, ...first } = posting()
  await house.as((tx) => recordPosting(tx, { ...first, practiceId, id }))
  const line = { practice_id: practiceId, posting_id: id, line: 9, debit: 'treasury', debit_subject: '' }
  for (const wrong of [
    { credit: 'practice_payable', credit_subject: '', cents: 0 },
    { credit: 'practice_payable', credit_subject: '', cents: -5 },
    { credit: 'treasury', credit_subject: '', cents: 5 },
  ]) {
    const deed = house.as((tx) =>
      tx
        .insertInto('ledger.transfer')
        .values({ ...line, ...wrong })
        .execute(),
    )
    await expect(deed).rejects.toThrow(/check constraint/)
  }
})

test('the accounts of one kind in every book are found, those at zero left out', async () => {
  const open = posting()
  const closed = posting()
  await house.as(async (tx) => {
    await recordPosting(tx, open)
    await recordPosting(tx, closed)
    const paid = {
      debit: account('treasury'),
      credit: account('payer_receivable', closed.subject, 'payer'),
      cents: cents(12500),
    }
    await recordPosting(tx, { ...closed, id: house.world.ids.next(), key: 'paid', kind: 'paid', transfers: [paid] })
  })
  const found = await house.as((tx) => balancesOfKind(tx, 'payer_receivable'))
  const subjects = found.map(({ subject }) => subject)
  expect(subjects).toContain(`${open.subject}/payer`)
  expect(subjects).not.toContain(`${closed.subject}/payer`)
})

test('whoever holds a subject is alone with it until the transaction ends', async () => {
  const order: string[] = []
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let isHeld = () => {}
  const holding = new Promise<void>((resolve) => {
    isHeld = resolve
  })
  const first = house.as(async (tx) => {
    await holdSubject(tx, 'a session')
    isHeld()
    await held
    order.push('first')
  })
  await holding
  const second = house.as(async (tx) => {
    await holdSubject(tx, 'a session')
    order.push('second')
  })
  await house.as((tx) => holdSubject(tx, 'another session'))
  letGo()
  await Promise.all([first, second])
  expect(order).toEqual(['first', 'second'])
})
