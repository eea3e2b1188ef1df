/** The digits that stand for "health identification card issuer, United States" before every NPI. */
const cardPrefix = '80840'

/**
 * Whether a text is a National Provider Identifier: ten digits, the first 1 or 2,
 * the last the Luhn check digit over 80840 and the nine before it (45 CFR 162.406; ISO/IEC 7812).
 */
export function isNpi(text: string): boolean {
  return /^[12]\d{9}$/.test(text) && checkDigit(text.slice(0, 9)) === text[9]
}

/** Makes an NPI of its first nine digits; throws RangeError when they cannot begin one. */
export function npiFrom(nineDigits: string): string {
  if (!/^[12]\d{8}$/.test(nineDigits)) throw new RangeError(`not the first nine digits of an NPI: ${nineDigits}`)
  return nineDigits + checkDigit(nineDigits)
}

function checkDigit(nineDigits: string): string {
  const digits = [...(cardPrefix + nineDigits)].map(Number).reverse()
  const total = digits.reduce((so, digit, place) => so + (place % 2 === 0 ? luhnDouble(digit) : digit), 0)
  return String((10 - (total % 10)) % 10)
}

function luhnDouble(digit: number): number {
  return digit < 5 ? digit * 2 : digit * 2 - 9
}
