import reasons from './data/adjustment-reasons.json' with { type: 'json' }

const meanings = new Map(reasons.codes.map(({ code, meaning }) => [code, meaning]))

/** A payer's reason as "CO 50: what it means"; any other code, such as an acknowledgement's A2:20, as it is. */
export function explainCode(code: string): string {
  const [group, reason] = code.split(' ')
  const meaning = group === undefined || reason === undefined ? null : explainAdjustment(reason)
  return meaning === null ? code : `${code}: ${meaning}`
}

/** What an adjustment reason of an 835 (CAS02, X12 005010X221A1) means, in our words; null where we do not know it. */
export function explainAdjustment(reason: string): string | null {
  return meanings.get(reason) ?? null
}
