import { z } from 'zod'
import { writeCsv, writePdf } from '../../libraries/paper/index.ts'
import type { Routes } from '../routes.ts'
import { describeStatement, tableOfStatement } from './describe-statement.ts'
import { statementOf } from './statement-flow.ts'

const PayoutParams = z.object({ practiceId: z.uuid(), payoutId: z.uuid() })

const tags = ['payments']
const path = '/practices/:practiceId/payments/:payoutId'

/** GET …/payments/:payoutId/statement.csv and .pdf: a payout with one row for each transaction; the rows add up to it. */
export const statementRoutes: Routes = async (app, world) => {
  const csv = { schema: { tags, summary: 'A payout as a table', params: PayoutParams, produces: ['text/csv'] } }
  app.get(`${path}/statement.csv`, csv, async (request, reply) => {
    const statement = await statementOf(request.db, world, request.who, request.params.payoutId)
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="payout-${statement.settlesOn}.csv"`)
      .send(writeCsv(tableOfStatement(statement)))
  })

  const pdf = { schema: { tags, summary: 'A payout as a paper', params: PayoutParams, produces: ['application/pdf'] } }
  app.get(`${path}/statement.pdf`, pdf, async (request, reply) => {
    const statement = await statementOf(request.db, world, request.who, request.params.payoutId)
    return reply
      .type('application/pdf')
      .header('content-disposition', `attachment; filename="payout-${statement.settlesOn}.pdf"`)
      .send(Buffer.from(await writePdf(describeStatement(statement))))
  })
}
