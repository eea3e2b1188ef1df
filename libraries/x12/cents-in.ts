/** Whole cents of digits with at most two decimals, perhaps a minus; 0 of nothing, and NaN of anything else. */
export function centsIn(bytes: Uint8Array, start: number, end: number): number {
  let at = start
  let negative = false
  if (at < end && bytes[at] === 45) {
    negative = true
    at++
  }
  if (at === end) return negative ? Number.NaN : 0
  let value = 0
  let decimals = -1
  let digits = 0
  for (; at < end; at++) {
    const code = bytes[at] as number
    if (code === 46 && decimals === -1) decimals = 0
    else if (code >= 48 && code <= 57) {
      value = value * 10 + code - 48
      digits++
      if (decimals >= 0) decimals++
    } else return Number.NaN
  }
  if (digits === 0 || digits > 15 || decimals > 2) return Number.NaN
  if (decimals < 1) value *= 100
  else if (decimals === 1) value *= 10
  return negative && value !== 0 ? -value : value
}
