import type { Remedy } from './answer.ts'

/** Each remedy once, sorted by kind, network, state, date; what a remedy does not have sorts first. */
export function unionOfRemedies(remedies: readonly Remedy[]): Remedy[] {
  const union: Remedy[] = []
  for (const remedy of remedies) insert(union, remedy)
  return union
}

// The lists are short: inserting in order is faster than sorting keys made for the purpose.
function insert(sorted: Remedy[], remedy: Remedy): void {
  let at = sorted.length
  while (at > 0) {
    const order = compare(remedy, sorted[at - 1] as Remedy)
    if (order === 0) return
    if (order > 0) break
    at -= 1
  }
  sorted.splice(at, 0, remedy)
}

function compare(one: Remedy, other: Remedy): number {
  return (
    compareText(one.kind, other.kind) ||
    compareText(networkOf(one), networkOf(other)) ||
    compareText(stateOf(one), stateOf(other)) ||
    compareText(dateOf(one), dateOf(other))
  )
}

function compareText(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

function networkOf(remedy: Remedy): string {
  return 'network' in remedy ? remedy.network : ''
}

function stateOf(remedy: Remedy): string {
  return 'state' in remedy ? remedy.state : ''
}

function dateOf(remedy: Remedy): string {
  return 'on' in remedy ? remedy.on : ''
}
