import reasons from './data/adjustment-reasons.json' with { type: 'json' }

const meanings = new Map(reasons.codes.map(({ code, meaning }) => [code, meaning]))

/** What an adjustment reason of an 835 (CAS02, X12 005010X221A1) means, in our words; null where we do not know it. */
export function explainAdjustment(reason: string): string | null {
  return meanings.get(reason) ?? null
}
