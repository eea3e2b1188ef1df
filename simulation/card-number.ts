/** Whether the last digit of a card number is the check digit of the others (ISO/IEC 7812-1 annex B). */
export function hasCheckDigit(number: string): boolean {
  let sum = 0
  for (let place = 1; place <= number.length; place += 1) {
    const digit = Number(number.at(-place))
    const doubled = digit * 2
    sum += place % 2 === 1 ? digit : Math.floor(doubled / 10) + (doubled % 10)
  }
  return number.length > 0 && sum % 10 === 0
}

/** The scheme of a card by the first digits of its number (ISO/IEC 7812-1). */
export function schemeOf(number: string): string {
  const first = (digits: number) => Number(number.slice(0, digits))
  if (first(1) === 4) return 'Visa'
  if ((first(2) >= 51 && first(2) <= 55) || (first(2) >= 22 && first(2) <= 27)) return 'Mastercard'
  if (first(2) === 34 || first(2) === 37) return 'American Express'
  if (first(4) === 6011 || first(2) === 65 || (first(3) >= 644 && first(3) <= 649)) return 'Discover'
  return 'Card'
}
