import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import type { AccountKind } from '../ledger/accounts.ts'
import type { Age } from './age-of.ts'
import type { MoneyAhead } from './own-money-needed.ts'
import type { ResultMonth } from './result-months.ts'

export type Treasury = {
  asOf: CalendarDate
  accounts: { book: 'operator' | 'practices'; kind: AccountKind; name: string; words: string; cents: Cents }[]
  ageing: { payerId: string; payer: string; cents: Cents; byAge: Record<Age, Cents> }[]
  ahead: MoneyAhead & { payday: CalendarDate | null; needed: Cents }
  bank: { account: string; books: Cents; statement: { asOf: CalendarDate; cents: Cents } | null; difference: Cents }[]
  months: ResultMonth[]
  resultCents: Cents
}
