import { useLanguage } from './messages.ts'
import { sayRefusalInSpanish } from './spanish-refusals.ts'

type Fault = { code: string; field: string; words: string }

/** Says what a rule found wrong about a field, in the page's language. */
export function useFaults(): (faults: readonly Fault[], field: string) => string | undefined {
  const language = useLanguage()
  return (faults, field) => {
    const fault = faults.find((each) => each.field === field)
    if (fault === undefined) return undefined
    return language === 'es' ? (sayRefusalInSpanish(fault.code, field) ?? fault.words) : fault.words
  }
}
