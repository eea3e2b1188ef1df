import type { Catalogue } from './messages.ts'

// Names, and words that both languages share.
const shared = new Set(['Total', 'Plan', 'Superbill', 'Evenkeel', 'Error', 'No', 'Visa'])

/**
 * The texts of a Spanish page that are sentences of the English catalogues: whole, or filled with values. For tests; a text
 * of one short word may be a name and does not count.
 */
export function englishLeft(texts: readonly string[], catalogues: readonly Catalogue[]): string[] {
  const whole = new Set<string>()
  const filled: RegExp[] = []
  for (const { en, es } of catalogues) {
    for (const [key, sentence] of Object.entries(en)) {
      if (shared.has(sentence) || sentence === es[key]) continue
      const fixed = sentence.replace(/\{\w+\}/g, ' ')
      if (!/[a-z]{3}/i.test(fixed)) continue
      if (/\{\w+\}/.test(sentence)) {
        if (fixed.trim().split(/\s+/).length >= 2) filled.push(patternOf(sentence))
      } else whole.add(sentence)
    }
  }
  const said = texts.map((text) => text.trim().replace(/\s+/g, ' ')).filter((text) => text !== '')
  return [...new Set(said.filter((text) => whole.has(text) || filled.some((pattern) => pattern.test(text))))]
}

function patternOf(sentence: string): RegExp {
  const parts = sentence.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.+')}$`)
}
