import remarks from './data/remark-codes.json' with { type: 'json' }

const meanings = new Map(remarks.codes.map(({ code, meaning }) => [code, meaning]))

/** What a remark code of an 835 (MOA, LQ HE) means, in our words; null where we do not know it. */
export function explainRemark(code: string): string | null {
  return meanings.get(code) ?? null
}
