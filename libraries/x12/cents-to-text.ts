/** Whole cents as X12 writes money: '12.5', '0', '-3'. */
export function centsToText(cents: number): string {
  if (!Number.isSafeInteger(cents)) return 'NaN'
  const rest = cents % 100
  if (rest === 0) return String(cents / 100)
  const size = rest < 0 ? -rest : rest
  const whole = (cents - rest) / 100
  const text = size % 10 === 0 ? `${whole}.${size / 10}` : size < 10 ? `${whole}.0${size}` : `${whole}.${size}`
  return cents < 0 && whole === 0 ? `-${text}` : text
}

/** Puts the same into bytes, for cents of 32 bits; answers where it ends. */
export function putCents(bytes: Uint8Array, from: number, cents: number): number {
  const size = cents < 0 ? -cents : cents
  let whole = (size / 100) | 0
  const rest = size - whole * 100
  let at = from
  if (cents < 0) bytes[at++] = 45
  let end = at + 1
  for (let power = 10; power <= whole; power *= 10) end++
  for (at = end - 1; ; at--) {
    const tens = (whole / 10) | 0
    bytes[at] = 48 + whole - tens * 10
    if (tens === 0) break
    whole = tens
  }
  if (rest === 0) return end
  const tens = (rest / 10) | 0
  bytes[end++] = 46
  bytes[end++] = 48 + tens
  if (rest > tens * 10) bytes[end++] = 48 + rest - tens * 10
  return end
}
