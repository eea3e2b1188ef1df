import spanish from './data/service-labels-es.json' with { type: 'json' }
import type { Language } from './say-date.ts'

const labels: Readonly<Record<string, string>> = spanish.labels

/** What a service is called on a client's paper: in Spanish in our own words, else as the catalogue has it. */
export function labelInLanguage(language: Language, { code, label }: { code: string; label: string }): string {
  return language === 'es' ? (labels[code] ?? label) : label
}
