import { z } from 'zod'
import type { Routes } from '../routes.ts'
import { addBankAccount, bankAccountsOf, verifyBankAccount } from './bank-accounts-flow.ts'

const PracticeParams = z.object({ practiceId: z.uuid() })
const AccountParams = z.object({ practiceId: z.uuid(), bankAccountId: z.uuid() })

const AccountsReply = z.strictObject({
  hold: z.string().nullable().describe('What pay waits for, in words'),
  payableFrom: z.string().nullable().describe('After a change: the moment from which pay goes there'),
  accounts: z.array(
    z.strictObject({
      id: z.uuid(),
      holder: z.enum(['business', 'personal']),
      holderName: z.string(),
      kind: z.enum(['checking', 'savings']),
      accountEnds: z.string().describe('The last four digits; no answer carries more'),
      addedOn: z.string(),
      state: z.enum(['in_use', 'waiting', 'former', 'refused']),
      because: z.string().nullable(),
      testDeposit: z
        .strictObject({ settlesOn: z.string(), isThere: z.boolean() })
        .nullable()
        .describe('Null while none is sent, and once the account is checked'),
      triesLeft: z.int(),
    }),
  ),
})

const NewAccount = z.strictObject({
  holder: z.enum(['business', 'personal']),
  holderName: z.string().trim().min(2).max(60),
  kind: z.enum(['checking', 'savings']),
  routing: z.string().max(9),
  account: z.string().max(17),
})

const tags = ['payments']
const path = '/practices/:practiceId/bank-accounts'

/** Where a practice's pay goes: accounts, masked; a new one, tested by a deposit; and the code that proves it. */
export const bankAccountRoutes: Routes = async (app, world) => {
  const listed = { params: PracticeParams, response: { 200: AccountsReply } }
  app.get(path, { schema: { tags, summary: 'Bank accounts, masked', ...listed } }, (request) =>
    bankAccountsOf(request.db, world, request.who),
  )

  const added = { params: PracticeParams, body: NewAccount, response: { 201: z.strictObject({ id: z.uuid() }) } }
  app.post(path, { schema: { tags, summary: 'Add a bank account', ...added } }, async (request, reply) => {
    request.mustHaveJustSignedIn()
    return reply.code(201).send(await addBankAccount(request.db, world, request.who, request.body))
  })

  const verified = {
    params: AccountParams,
    body: z.strictObject({ code: z.string().max(10) }),
    response: {
      201: z.strictObject({ id: z.uuid(), outcome: z.enum(['verified', 'wrong', 'refused']), left: z.int() }),
    },
  }
  app.post(
    `${path}/:bankAccountId/verifications`,
    { schema: { tags, summary: 'Prove a bank account by its code', ...verified } },
    async (request, reply) => {
      const { bankAccountId } = request.params
      const asked = { bankAccountId, code: request.body.code }
      return reply.code(201).send(await verifyBankAccount(request.db, world, request.who, asked))
    },
  )
}
