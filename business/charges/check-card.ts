export type CardEntered = { number: string; expiresMonth: number; expiresYear: number; securityCode: string }

export type CardFault = { code: 'card_incomplete'; field: 'number' | 'expires' | 'securityCode'; words: string }

/** What of a card cannot be right, said before the card processor is asked. `today` is YYYY-MM-DD. */
export function checkCard(
  { number, expiresMonth, expiresYear, securityCode }: CardEntered,
  today: string,
): CardFault[] {
  const digits = number.replace(/[\s-]/g, '')
  const expires = `${expiresYear}-${String(expiresMonth).padStart(2, '0')}`
  const codeDigits = brandOf(digits) === 'American Express' ? 4 : 3
  const fault = (field: CardFault['field'], words: string): CardFault => ({ code: 'card_incomplete', field, words })
  return [
    ...(/^\d{12,19}$/.test(digits) && isLuhn(digits)
      ? []
      : [fault('number', 'This card number has a typing error. Compare it with the card.')]),
    ...(expiresMonth >= 1 && expiresMonth <= 12 && expires >= today.slice(0, 7)
      ? []
      : [fault('expires', 'The card has expired, or the month is not one. Write it as on the card, such as 04/29.')]),
    ...(new RegExp(`^\\d{${codeDigits}}$`).test(securityCode)
      ? []
      : [fault('securityCode', `The security code has ${codeDigits === 4 ? 'four' : 'three'} digits.`)]),
  ]
}

/** The check digit of card numbers (ISO/IEC 7812-1 annex B). */
export function isLuhn(digits: string): boolean {
  const total = [...digits].reverse().reduce((so, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2)
    return so + (value > 9 ? value - 9 : value)
  }, 0)
  return digits !== '' && total % 10 === 0
}

/** Whose card it is, by the number's first digits (ISO/IEC 7812-1). */
export function brandOf(digits: string): string {
  if (digits.startsWith('4')) return 'Visa'
  if (/^(5[1-5]|2[2-7])/.test(digits)) return 'Mastercard'
  if (/^3[47]/.test(digits)) return 'American Express'
  if (/^(6011|65|64[4-9])/.test(digits)) return 'Discover'
  return 'Card'
}
