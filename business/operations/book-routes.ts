import { z } from 'zod'
import type { Routes } from '../routes.ts'
import { books } from './books-flow.ts'

const BooksReply = z.strictObject({
  asOf: z.string(),
  accounts: z.array(
    z.strictObject({
      book: z.enum(['operator', 'practices']),
      kind: z.string(),
      cents: z.int().describe('Debits minus credits'),
    }),
  ),
  operatorResultCents: z.int(),
  owedToPracticesCents: z.int(),
  bankCents: z.int(),
})

/** GET /operations/books: what every kind of account comes to, and the operator's result. */
export const bookRoutes: Routes = async (app, world) => {
  const schema = { tags: ['operations'], summary: 'The books by kind of account', response: { 200: BooksReply } }
  app.get('/operations/books', { schema }, (request) => books(request.db, world))
}
