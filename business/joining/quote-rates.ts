import type { CalendarDate, Period } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'

/** What a rate of a contract is for, and in which days. */
export type OfferedRate = {
  planName: string
  payerName: string
  state: string
  licenceFamily: string
  code: string
  modifiers: readonly string[]
  cents: Cents
  during: Period
}

export type QuoteLine = Pick<OfferedRate, 'planName' | 'payerName' | 'state' | 'code' | 'cents'> & {
  modifiers: string[]
  until: CalendarDate | null
}

type Asked = {
  licenceFamily: string
  states: readonly string[]
  on: CalendarDate
}

/** What a practice would be paid for each service, by plan and place, as the contracts stand on a day. Nothing is estimated. */
export function quoteRates(rates: readonly OfferedRate[], { licenceFamily, states, on }: Asked): QuoteLine[] {
  return rates
    .filter((rate) => rate.licenceFamily === licenceFamily && states.includes(rate.state))
    .filter(({ during }) => during.from <= on && (during.until === null || on < during.until))
    .map(({ planName, payerName, state, code, modifiers, cents, during }) => {
      return { planName, payerName, state, code, modifiers: [...modifiers], cents, until: during.until }
    })
    .toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)))
}

function keyOf({ planName, state, code, modifiers }: QuoteLine): string {
  return [planName, state, code, ...modifiers].join(' ')
}
