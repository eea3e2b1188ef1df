const words: Record<string, string> = {
  expired_card: 'The card processor says that this card has expired.',
  incorrect_cvc: 'The security code does not belong to this card. Compare it with the card.',
  incorrect_number: 'This card number has a typing error. Compare it with the card.',
  insufficient_funds: 'The bank says that this card has no money left to charge.',
}

/** Why the card processor did not take a card, to whom it belongs, and what to do next. */
export function explainDecline(code: string): string {
  const because = words[code] ?? 'The bank did not accept this card and gave no reason.'
  return `${because} Try another card, or ask your bank. Nothing was charged.`
}
