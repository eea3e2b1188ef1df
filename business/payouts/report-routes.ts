import { z } from 'zod'
import { formatCents, sum } from '../../libraries/money/index.ts'
import { writeCsv } from '../../libraries/paper/index.ts'
import type { Routes } from '../routes.ts'
import { earningsByClinician } from './earnings-by-clinician.ts'
import { statementOf } from './statement-flow.ts'

const PayoutParams = z.object({ practiceId: z.uuid(), payoutId: z.uuid() })
const Cents = z.int()
const Day = z.string()

const ReportReply = z.strictObject({
  settlesOn: Day,
  state: z.enum(['sent', 'settled', 'returned']),
  accountEnds: z.string().nullable(),
  trace: z.string(),
  cents: Cents.describe('The deposit; the rows add up to it, and so do the earnings'),
  earnings: z.array(z.strictObject({ clinicianName: z.string().nullable(), items: z.int(), cents: Cents })),
  lines: z.array(
    z.strictObject({
      serviceOn: Day.nullable(),
      clientName: z.string().nullable(),
      clinicianName: z.string().nullable(),
      planName: z.string().nullable(),
      state: z.string().nullable(),
      words: z.string(),
      cents: Cents,
    }),
  ),
})

const tags = ['payments']
const path = '/practices/:practiceId/payments/:payoutId'

/** GET …/payments/:payoutId/report and earnings.csv: the group's report of a deposit, and who earned which part of it. */
export const reportRoutes: Routes = async (app, world) => {
  const shown = { params: PayoutParams, response: { 200: ReportReply } }
  app.get(
    `${path}/report`,
    { schema: { tags, summary: 'The group’s report of a payout', ...shown } },
    async (request) => {
      const statement = await statementOf(request.db, world, request.who, request.params.payoutId)
      const { settlesOn, payoutState, accountEnds, trace, lines } = statement
      return {
        settlesOn,
        state: payoutState,
        accountEnds,
        trace,
        cents: sum(lines.map(({ cents }) => cents)),
        earnings: earningsByClinician(lines),
        lines: lines.map(({ serviceOn, clientName, clinicianName, planName, state, words, cents }) => {
          return { serviceOn, clientName, clinicianName, planName, state, words, cents }
        }),
      }
    },
  )

  const csv = { schema: { tags, summary: 'Earnings by clinician', params: PayoutParams, produces: ['text/csv'] } }
  app.get(`${path}/earnings.csv`, csv, async (request, reply) => {
    const { lines, settlesOn } = await statementOf(request.db, world, request.who, request.params.payoutId)
    const table = writeCsv({
      columns: [
        { name: 'Clinician', align: 'left' },
        { name: 'Items', align: 'right' },
        { name: 'Amount', align: 'right' },
      ],
      rows: earningsByClinician(lines).map(({ clinicianName, items, cents }) => [
        clinicianName ?? 'The practice',
        String(items),
        formatCents(cents).replace(/[$,]/g, '').replace('−', '-'),
      ]),
    })
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="earnings-${settlesOn}.csv"`)
      .send(table)
  })
}
