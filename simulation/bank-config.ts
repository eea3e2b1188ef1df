import { z } from 'zod'
import { isRoutingNumber } from '../libraries/ach/index.ts'
import { type CalendarDate, isCalendarDate } from '../libraries/calendar/index.ts'
import { cents } from '../libraries/money/index.ts'

const date = z.custom<CalendarDate>(
  (value) => typeof value === 'string' && isCalendarDate(value),
  'not a calendar date',
)
const user = z.strictObject({ password: z.string().min(1) })

/** The settings of the simulated bank: one account, who may send files, and the operator's own money. */
export const bankConfig = z
  .strictObject({
    operatorAccount: z.string().regex(/^[0-9A-Za-z-]{1,17}$/),
    operatorRouting: z.string().refine(isRoutingNumber, 'no routing number'),
    users: z.strictObject({ operator: user, payer: user, cards: user }),
    /** The day of the first statement. */
    openedOn: date,
    openingDeposits: z
      .array(
        z.strictObject({
          cents: z.int().positive().transform(cents),
          reference: z.string().regex(/^[^,/\s][^,/]{0,30}$/),
          on: date,
        }),
      )
      .default([]),
  })
  .refine(({ openedOn, openingDeposits }) => openingDeposits.every(({ on }) => on >= openedOn), {
    error: 'a deposit comes before the account was opened',
  })

export type BankConfig = z.infer<typeof bankConfig>
export type BankUser = keyof BankConfig['users']
