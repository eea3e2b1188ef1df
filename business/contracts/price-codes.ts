import { type Cents, sum } from '../../libraries/money/index.ts'

/** A rate that is in force on the date of service; `modifiers` are those that change the rate, in code order. */
export type Rate = { code: string; modifiers: readonly string[]; cents: Cents }

export type PricedCode = { code: string; modifiers: readonly string[]; units: number; payer: Cents; provider: Cents }

/** A code for which no rate is in force: nothing is guessed, the operator must enter one. */
export type RateGap = { code: string; modifiers: readonly string[]; side: 'payer_rate' | 'provider_rate' }

export type Pricing =
  | { kind: 'priced'; lines: PricedCode[]; payer: Cents; provider: Cents }
  | { kind: 'gaps'; gaps: RateGap[] }

/**
 * What the contract pays for the codes and what the practice is paid for them. A modifier counts only where some rate of
 * that code names it: "95" on a code whose rates know no "95" leaves the rate as it is.
 */
export function priceCodes(
  codes: readonly { code: string; modifiers: readonly string[]; units: number }[],
  rates: { payer: readonly Rate[]; provider: readonly Rate[] },
): Pricing {
  const lines: PricedCode[] = []
  const gaps: RateGap[] = []
  for (const { code, modifiers, units } of codes) {
    const payer = rateFor(code, modifiers, rates.payer)
    const provider = rateFor(code, modifiers, rates.provider)
    if (payer === null) gaps.push({ code, modifiers, side: 'payer_rate' })
    if (provider === null) gaps.push({ code, modifiers, side: 'provider_rate' })
    if (payer === null || provider === null) continue
    lines.push({ code, modifiers, units, payer: times(payer, units), provider: times(provider, units) })
  }
  if (gaps.length > 0) return { kind: 'gaps', gaps }
  const total = (side: 'payer' | 'provider') => sum(lines.map((line) => line[side]))
  return { kind: 'priced', lines, payer: total('payer'), provider: total('provider') }
}

function rateFor(code: string, modifiers: readonly string[], rates: readonly Rate[]): Cents | null {
  const ofCode = rates.filter((rate) => rate.code === code)
  const counting = new Set(ofCode.flatMap((rate) => rate.modifiers))
  const wanted = keyOf(modifiers.filter((modifier) => counting.has(modifier)))
  return ofCode.find((rate) => keyOf(rate.modifiers) === wanted)?.cents ?? null
}

/** The modifiers as a rate row keys them. */
export function keyOf(modifiers: readonly string[]): string {
  return [...new Set(modifiers)].sort().join(':')
}

function times(rate: Cents, units: number): Cents {
  return sum(Array.from({ length: units }, () => rate))
}
