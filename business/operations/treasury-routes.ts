import { z } from 'zod'
import { type AccountKind, resultKinds } from '../ledger/accounts.ts'
import { transfersListed } from '../ledger/index.ts'
import { practicesAll } from '../practices/index.ts'
import { transactionsTaken } from '../remittances/index.ts'
import type { Routes } from '../routes.ts'
import { ages } from './age-of.ts'
import { Cents, Day, Moment } from './claim-routes.ts'
import { explainAccount, isAccountKind } from './explain-account.ts'
import { standing } from './standing-flow.ts'
import { treasury } from './treasury-flow.ts'

const TreasuryReply = z.strictObject({
  asOf: Day,
  accounts: z.array(
    z.strictObject({
      book: z.enum(['operator', 'practices']),
      kind: z.string(),
      name: z.string(),
      words: z.string(),
      cents: Cents.describe('Debits minus credits'),
    }),
  ),
  ageing: z.array(
    z.strictObject({ payerId: z.string(), payer: z.string(), cents: Cents, byAge: z.record(z.enum(ages), Cents) }),
  ),
  ahead: z.strictObject({
    payable: Cents,
    inTransit: Cents,
    bank: Cents,
    expected: Cents,
    payday: Day.nullable(),
    needed: Cents,
  }),
  bank: z.array(
    z.strictObject({
      account: z.string(),
      books: Cents,
      statement: z.strictObject({ asOf: Day, cents: Cents }).nullable(),
      difference: Cents,
    }),
  ),
  months: z.array(
    z.strictObject({ month: z.string(), kept: Cents, added: Cents, absorbed: Cents, other: Cents, result: Cents }),
  ),
  resultCents: Cents,
})

const Side = z.strictObject({ kind: z.string(), name: z.string(), subject: z.string() })
const PostingsReply = z.strictObject({
  count: z.int(),
  page: z.int(),
  pages: z.int(),
  effect: Cents.describe('What all of them do to the accounts asked for: debits minus credits'),
  name: z.string().describe('What was asked for, in words'),
  transfers: z.array(
    z.strictObject({
      practiceId: z.uuid(),
      book: z.string(),
      postingId: z.uuid(),
      kind: z.string(),
      cause: z.string(),
      subject: z.string(),
      effectiveOn: Day,
      recordedAt: Moment,
      debit: Side,
      credit: Side,
      cents: Cents,
      effect: Cents,
    }),
  ),
})

const PostingsQuery = z.strictObject({
  book: z.union([z.enum(['operator', 'practices']), z.uuid()]).optional(),
  kind: z.string().optional().describe('Kinds of account, joined by commas; "results" for all results'),
  subject: z.string().optional(),
  payer: z.string().optional(),
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
})

const StandingReply = z.strictObject({
  booksBalance: z.boolean(),
  nobodyUnpaid: z.boolean(),
  nothingLost: z.boolean(),
  faults: z.array(z.strictObject({ invariant: z.int(), words: z.string(), where: z.string() })),
  postings: z.int(),
  checkedAt: Moment,
})

const perPage = 50

/** GET /operations/treasury, /operations/postings behind its figures, /operations/standing. */
export const treasuryRoutes: Routes = async (app, world) => {
  const tags = ['operations']
  const money = { tags, summary: 'How the operator’s money stands', response: { 200: TreasuryReply } }
  app.get('/operations/treasury', { schema: money }, ({ db }) => treasury(db, world))

  const listed = {
    tags,
    summary: 'The postings behind a figure',
    querystring: PostingsQuery,
    response: { 200: PostingsReply },
  }
  app.get('/operations/postings', { schema: listed }, async ({ db, query }) => {
    const { book, kind, subject = null, payer, month = null, page } = query
    const kinds = kindsNamed(kind)
    const filter = {
      book: bookOf(book, world.operator),
      kinds,
      subject,
      subjectEnd: payer === undefined ? null : `/${payer}`,
      month,
    }
    const found = await transfersListed(db, filter, { limit: perPage, offset: (page - 1) * perPage })
    const books = new Map((await practicesAll(db)).map(({ practiceId, name }) => [practiceId, name]))
    const side = (one: { kind: AccountKind; subject: string }) => ({ ...one, name: explainAccount(one.kind).name })
    return {
      count: found.count,
      page,
      pages: Math.max(1, Math.ceil(found.count / perPage)),
      effect: found.effect,
      name: nameOf(kind, kinds),
      transfers: found.transfers.map(({ recordedBy: _, ...one }) => ({
        ...one,
        book: books.get(one.practiceId) ?? one.practiceId,
        debit: side(one.debit),
        credit: side(one.credit),
      })),
    }
  })

  const stands = { tags, summary: 'Whether the books balance, nobody is unpaid and nothing is lost' }
  app.get('/operations/standing', { schema: { ...stands, response: { 200: StandingReply } } }, async ({ db }) =>
    standing(db, world, (await transactionsTaken(db, world.operator)).length),
  )
}

function bookOf(book: string | undefined, operator: string) {
  if (book === undefined) return null
  if (book === 'operator') return { only: operator }
  return book === 'practices' ? { allBut: operator } : { only: book }
}

function kindsNamed(kind: string | undefined): AccountKind[] | null {
  if (kind === undefined) return null
  if (kind === 'results') return [...resultKinds]
  return kind.split(',').filter(isAccountKind)
}

function nameOf(kind: string | undefined, kinds: readonly AccountKind[] | null): string {
  if (kinds === null) return 'Postings'
  return kind === 'results' ? 'Results' : kinds.map((each) => explainAccount(each).name).join(', ')
}
