import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import { settlesOn } from '../payouts/settles-on.ts'
import { type BillingDecision, describeDecision } from './describe-decision.ts'
import type { Refused, Weighed } from './weighed.ts'

/** What a confirmation would come to, for the page beside the form. */
export type Preview = {
  ok: boolean
  refusals: Refused[]
  codes: { code: string; verdict: 'ok' | 'warned' | 'blocked'; words: string; suggestion: string | null }[]
  decision: BillingDecision | null
  money: { payerCents: Cents; clientCents: Cents; providerCents: Cents } | null
  payOn: CalendarDate
  settlesOn: CalendarDate
  /** The operator's zone, on whose wall the last day for this payday ends. */
  timeZone: string
}

type Found = { refusals: Refused[]; weighed: Weighed | null; payOn: CalendarDate; zone: string }

export function describePreview({ refusals, weighed, payOn, zone }: Found): Preview {
  const money = moneyOf(weighed)
  return {
    ok: refusals.length === 0 && money !== null,
    refusals,
    codes: (weighed?.check?.codes ?? []).map(({ code, verdict, words, suggestion }) => ({
      code,
      verdict,
      words,
      suggestion: suggestion?.code ?? null,
    })),
    decision: weighed?.answer == null ? null : describeDecision(weighed.answer),
    money,
    payOn,
    settlesOn: settlesOn(payOn),
    timeZone: zone,
  }
}

function moneyOf(weighed: Weighed | null): Preview['money'] {
  if (weighed?.pricing?.kind !== 'priced' || weighed.client === null || weighed.codes.length === 0) return null
  const { payer, provider } = weighed.pricing
  return { payerCents: payer, clientCents: weighed.client, providerCents: provider }
}
