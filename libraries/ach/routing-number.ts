/**
 * Whether a text is an ABA routing number: 9 digits of an assigned range whose sum with the weights 3 7 1
 * ends in 0 (ABA routing number policy; first two digits 00-12, 21-32, 61-72, 80).
 */
export function isRoutingNumber(text: string): boolean {
  if (!/^(0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)\d{7}$/.test(text)) return false
  return routingCheckDigit(text.slice(0, 8)) === text[8]
}

/** The ninth digit of a routing number, from the first eight. */
export function routingCheckDigit(eightDigits: string): string {
  const weights = [3, 7, 1]
  const total = [...eightDigits].reduce((so, digit, place) => so + Number(digit) * (weights[place % 3] ?? 0), 0)
  return String((10 - (total % 10)) % 10)
}
