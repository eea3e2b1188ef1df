declare const unit: unique symbol

/** An amount of money in whole cents; never a fraction, never beyond 2^53. */
export type Cents = number & { readonly [unit]: 'cents' }

/** Takes a whole number of cents; throws RangeError on a fraction or a number that cannot be held exactly. */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of cents: ${value}`)
  return (value === 0 ? 0 : value) as Cents
}

export const zero: Cents = cents(0)

export function plus(a: Cents, b: Cents): Cents {
  return cents(a + b)
}

export function minus(a: Cents, b: Cents): Cents {
  return cents(a - b)
}

export function negate(a: Cents): Cents {
  return cents(-a)
}

export function least(a: Cents, b: Cents): Cents {
  return a < b ? a : b
}

export function most(a: Cents, b: Cents): Cents {
  return a > b ? a : b
}

export function sum(amounts: Iterable<Cents>): Cents {
  let total = zero
  for (const amount of amounts) total = plus(total, amount)
  return total
}

/** The share of an amount in basis points (1/100 of a percent); half a cent rounds away from zero. */
export function portion(amount: Cents, basisPoints: number): Cents {
  if (!Number.isSafeInteger(basisPoints)) throw new RangeError(`not whole basis points: ${basisPoints}`)
  const product = BigInt(amount) * BigInt(basisPoints)
  const magnitude = product < 0n ? -product : product
  const rounded = (magnitude + 5_000n) / 10_000n
  return cents(Number(product < 0n ? -rounded : rounded))
}

/** Divides into equal parts that add up to the amount; the first parts carry the odd cents. */
export function split(amount: Cents, parts: number): Cents[] {
  if (!Number.isSafeInteger(parts) || parts < 1) throw new RangeError(`not a number of parts: ${parts}`)
  return allocate(amount, new Array<number>(parts).fill(1))
}

/**
 * Divides by whole weights into parts that add up to the amount: each part is rounded toward zero,
 * then the odd cents go to the largest remainders, the earlier part first where they are equal.
 */
export function allocate(amount: Cents, weights: readonly number[]): Cents[] {
  const whole = weights.map((weight) => {
    if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`not a weight: ${weight}`)
    return BigInt(weight)
  })
  const totalWeight = whole.reduce((total, weight) => total + weight, 0n)
  if (totalWeight === 0n) throw new RangeError('nothing to allocate by: the weights add up to zero')

  const magnitude = BigInt(Math.abs(amount))
  const shares = whole.map((weight, index) => {
    const exact = magnitude * weight
    return { index, cents: exact / totalWeight, remainder: exact % totalWeight }
  })
  const given = shares.reduce((total, share) => total + share.cents, 0n)
  const byRemainder = shares.toSorted((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  )
  for (const share of byRemainder.slice(0, Number(magnitude - given))) share.cents += 1n

  return shares.map((share) => cents(amount < 0 ? -Number(share.cents) : Number(share.cents)))
}

/** As people read it: "$1,234.50", "−$5.00". */
export function formatCents(amount: Cents): string {
  const { whole, hundredths } = parts(amount)
  return `${amount < 0 ? '−' : ''}$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${hundredths}`
}

/** Reads "12.5" as 1250 cents; null on anything else than a plain decimal with at most two places. */
export function parseDecimal(text: string): Cents | null {
  const match = /^([-+]?)(\d*)(?:\.(\d{0,2}))?$/.exec(text)
  if (!match) return null
  const [, sign, whole = '', hundredths = ''] = match
  if (whole === '' && hundredths === '') return null
  const value = Number(whole) * 100 + Number(hundredths.padEnd(2, '0'))
  if (!Number.isSafeInteger(value)) return null
  return cents(sign === '-' ? -value : value)
}

/** The shortest decimal, as X12 writes it: "12.5", "0", "-3". */
export function decimal(amount: Cents): string {
  const { whole, hundredths } = parts(amount)
  const fraction = hundredths.replace(/0+$/, '')
  return `${amount < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

function parts(amount: Cents): { whole: string; hundredths: string } {
  const magnitude = Math.abs(amount)
  return {
    whole: String(Math.floor(magnitude / 100)),
    hundredths: String(magnitude % 100).padStart(2, '0'),
  }
}
