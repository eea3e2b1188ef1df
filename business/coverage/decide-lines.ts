import type { Answer, Refusal } from './answer.ts'
import { decideBillingRoute } from './decide-billing-route.ts'
import { readFacts } from './read-facts.ts'

/** One line of facts (JSON) to one line of answer; a line that cannot be read (null: too long) is refused by itself. */
export function decideLine(line: string | null, { trace = false }: { trace?: boolean } = {}): string {
  return JSON.stringify(decideLineOf(line, trace))
}

function decideLineOf(line: string | null, trace: boolean): Answer | Refusal {
  if (line === null) {
    return { id: null, outcome: 'refused', problem: { field: '', expected: 'a line that is not as long as this' } }
  }
  let document: unknown
  try {
    document = JSON.parse(line)
  } catch {
    return { id: null, outcome: 'refused', problem: { field: '', expected: 'one JSON document on the line' } }
  }
  return decideDocument(document, { trace })
}

/** Reads facts from a JSON document and decides, or says what in the document is wrong. */
export function decideDocument(document: unknown, { trace = false }: { trace?: boolean } = {}): Answer | Refusal {
  const read = readFacts(document)
  if (!read.refused) return decideBillingRoute(read.facts, { trace })
  return { id: idOf(document), outcome: 'refused', problem: read.problem }
}

function idOf(document: unknown): string | null {
  if (typeof document !== 'object' || document === null || !('id' in document)) return null
  return typeof document.id === 'string' ? document.id : null
}
