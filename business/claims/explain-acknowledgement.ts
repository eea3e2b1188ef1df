/** What the categories of a 277CA say (X12 external list 507, as of 2026-11-21), in our own words; the official texts are X12's. */
const categories: Readonly<Record<string, string>> = {
  A0: 'handed on to another payer',
  A1: 'received',
  A2: 'accepted, and will be decided',
  A3: 'sent back: it could not be taken in',
  A4: 'not found',
  A5: 'split into several claims',
  A6: 'refused: something is missing',
  A7: 'refused: something is not valid',
  A8: 'refused: its parts do not fit together',
}

/** What the code of an acknowledgement, "A2:20", says of a claim; null for any other code. */
export function explainAcknowledgement(code: string): string | null {
  const [category, status] = code.split(':')
  return category === undefined || status === undefined ? null : (categories[category] ?? null)
}
