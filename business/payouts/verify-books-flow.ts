import { readAchFile } from '../../libraries/ach/index.ts'
import { dateIn } from '../../libraries/calendar/index.ts'
import { type Cents, cents, sum, zero } from '../../libraries/money/index.ts'
import { feesWhere } from '../charges/index.ts'
import { claimStatusesOf } from '../claims/index.ts'
import { rosterWithoutAccess } from '../clients/index.ts'
import { type AccountKind, resultKinds } from '../ledger/accounts.ts'
import { checkBook } from '../ledger/check-book.ts'
import { checkSeals } from '../ledger/check-seals.ts'
import type { Fault } from '../ledger/fault.ts'
import { postingsOf, sealsOf } from '../ledger/index.ts'
import { practicesAll } from '../practices/index.ts'
import { checkRemittances } from '../remittances/check-remittances.ts'
import { depositsOf, postedPayments } from '../remittances/index.ts'
import type { Db, World } from '../world.ts'
import { operatorAccounts, payeeOf } from './bank-account-store.ts'
import { lastStatement } from './bank-statement-store.ts'
import { checkFees, type FeeRow } from './check-fees.ts'
import { checkPay } from './check-pay.ts'
import { checkSessions } from './check-sessions.ts'
import { openPayLines, payoutLines } from './pay-line-report-store.ts'
import { payoutDestination } from './payout-hold.ts'
import { payoutsWhere } from './payout-store.ts'
import { planPayout } from './plan-payout.ts'

export type Verified = {
  faults: Fault[]
  books: number
  postings: number
  transfers: number
  operatorResult: Cents
  /** Every account that does not stand at nothing. */
  balances: { book: string; kind: AccountKind; subject: string; cents: Cents }[]
}

type Book = { practiceId: string; balances: ReturnType<typeof checkBook>['balances'] }

/** Recomputes every balance, seal and invariant from the rows; an empty list of faults means that the books hold. */
export async function verifyBooks(db: Db, world: World): Promise<Verified> {
  const faults: Fault[] = []
  const books: Book[] = []
  const counted = { postings: 0, transfers: 0 }
  for (const { practiceId } of await practicesAll(db)) {
    const postings = await postingsOf(db, practiceId, 'all')
    counted.postings += postings.length
    counted.transfers += postings.reduce((total, { transfers }) => total + transfers.length, 0)
    const checked = checkBook(practiceId, postings)
    faults.push(...checked.faults, ...checkSeals(practiceId, postings, await sealsOf(db, practiceId)))
    books.push({ practiceId, balances: checked.balances })
    if (practiceId === world.operator) continue
    const statuses = await claimStatusesOf(db, practiceId)
    const settled = statuses.filter(({ status }) => status === 'paid' || status === 'absorbed')
    faults.push(...checkSessions(practiceId, postings, new Set(settled.map(({ sessionId }) => sessionId))))
    faults.push(...checkFees(practiceId, postings, await feeRows(db, practiceId)))
    faults.push(...(await verifyPay(db, world, practiceId, balanceOf(checked.balances, 'practice_payable', ''))))
  }
  faults.push(...verifyTreasuries(books, world.operator), ...(await verifyOperator(db, world, books)))
  faults.push(...(await verifyOwners(db)))
  return { faults, books: books.length, ...counted, operatorResult: resultOf(books), balances: standing(books) }
}

async function feeRows(db: Db, practiceId: string): Promise<FeeRow[]> {
  const fees = await feesWhere(db, { practiceId })
  return fees.map(({ sessionId, cents: amount, end }) => ({ sessionId, cents: amount, ended: end !== null }))
}

function balanceOf(balances: Book['balances'], kind: AccountKind, subject: string): Cents {
  return balances.get(`${kind} ${subject}`)?.cents ?? zero
}

function standing(books: readonly Book[]): Verified['balances'] {
  const all = books.flatMap(({ practiceId: book, balances }) =>
    [...balances.values()].map(({ kind, subject, cents: amount }) => ({ book, kind, subject, cents: amount })),
  )
  return all.filter(({ cents: amount }) => amount !== 0)
}

/** Minus the balance of all result accounts of all books: what the operator earned. */
function resultOf(books: readonly Book[]): Cents {
  const results = books
    .flatMap(({ balances }) => [...balances.values()])
    .filter(({ kind }) => resultKinds.includes(kind))
  return cents(-sum(results.map((account) => account.cents)))
}

function verifyTreasuries(books: readonly Book[], operator: string): Fault[] {
  const own = books.find(({ practiceId }) => practiceId === operator)
  return books.flatMap(({ practiceId, balances }) => {
    if (own === undefined || practiceId === operator) return []
    const difference = balanceOf(balances, 'treasury', '') + balanceOf(own.balances, 'book', practiceId)
    if (difference === 0) return []
    const words = 'what the operator holds for this book is not what its own book says'
    return [{ invariant: 1 as const, book: practiceId, where: 'treasury', words, difference: cents(difference) }]
  })
}

async function verifyPay(db: Db, world: World, practiceId: string, payable: Cents): Promise<Fault[]> {
  const now = world.clock.now()
  const openLines = await openPayLines(db, practiceId)
  const payouts = await payoutsWhere(db, { practiceId })
  const lines = await payoutLines(db, practiceId)
  const taken = new Set(payouts.map(({ payOn }) => payOn))
  const plan = planPayout(openLines, { now, zone: world.zone, taken })
  const destination = payoutDestination(await payeeOf(db, practiceId), now)
  const overdue =
    plan !== null && 'account' in destination ? [{ where: `pay date ${plan.payOn}`, cents: plan.cents }] : []
  const entries = await entriesOf(db, world, payouts)
  return checkPay({
    book: practiceId,
    payable,
    openLines,
    overdue,
    payouts: payouts.map(({ id, cents: amount, traceNumber }) => ({
      id,
      cents: amount,
      items: sum(lines.filter(({ payoutId }) => payoutId === id).map((line) => line.cents)),
      entry: entries.get(traceNumber) ?? null,
    })),
  })
}

async function entriesOf(db: Db, world: World, payouts: readonly { fileId: string }[]): Promise<Map<string, Cents>> {
  const entries = new Map<string, Cents>()
  for (const fileId of new Set(payouts.map((payout) => payout.fileId))) {
    const stored = await world.files.find(db, fileId)
    if (stored === null) continue
    const { file } = readAchFile(new TextDecoder().decode(stored.bytes))
    for (const entry of file?.batches.flatMap((batch) => batch.entries) ?? [])
      entries.set(entry.traceNumber, entry.cents)
  }
  return entries
}

async function verifyOperator(db: Db, world: World, books: readonly Book[]): Promise<Fault[]> {
  const own = books.find(({ practiceId }) => practiceId === world.operator)
  if (own === undefined) return []
  const deposits = new Set(
    (await depositsOf(db, world.operator)).map(({ originator, trace }) => `${originator}/${trace}`),
  )
  const faults = checkRemittances(world.operator, await postedPayments(db, world.operator), {
    balanceOf: (trace) => balanceOf(own.balances, 'remittance_clearing', trace),
    hasDeposit: (trace) => deposits.has(trace),
  })
  for (const account of await operatorAccounts(db, dateIn(world.clock.now(), world.zone))) {
    const last = await lastStatement(db, world.operator, account.id)
    const difference = balanceOf(own.balances, 'bank', account.id) - (last?.closing ?? zero)
    if (difference === 0) continue
    const words = `the book's bank is not the bank's statement of ${last?.asOf ?? 'any day'}`
    const where = `bank ${account.id}`
    faults.push({ invariant: 4, book: world.operator, where, words, difference: cents(difference) })
  }
  return faults
}

/** Rows that belong to two owners carry both ids and no foreign key: each must have its other half. */
async function verifyOwners(db: Db): Promise<Fault[]> {
  const alone = await rosterWithoutAccess(db)
  return alone.map(({ practiceId, personId }) => ({
    invariant: 1 as const,
    book: practiceId,
    where: `roster, person ${personId}`,
    words: 'a client is on a list of this practice without access to the client',
    difference: null,
  }))
}
