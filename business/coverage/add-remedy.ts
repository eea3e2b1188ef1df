import type { Remedy } from './answer.ts'

// In the order of their names, so that kinds are compared as numbers: this runs for every failure of every decision.
const rank: Record<Remedy['kind'], number> = {
  await_credential: 0,
  check_temporary_practice: 1,
  confirm_service_area: 2,
  document_crisis: 3,
  obtain_credential: 4,
  obtain_license: 5,
  opt_in_virtual_network: 6,
  record_county: 7,
  record_location: 8,
  refer_to_provider: 9,
  update_coverage: 10,
  use_crisis_code: 11,
  verify_coverage: 12,
  wait_until: 13,
}

/** Adds a remedy to a list that has each once, sorted by kind, network, state, date; what it does not have sorts first. */
export function addRemedy(remedies: Remedy[], remedy: Remedy): void {
  let at = remedies.length
  while (at > 0) {
    const order = compare(remedy, remedies[at - 1] as Remedy)
    if (order === 0) return
    if (order > 0) break
    at -= 1
  }
  remedies.push(remedy)
  for (let index = remedies.length - 1; index > at; index -= 1) remedies[index] = remedies[index - 1] as Remedy
  remedies[at] = remedy
}

function compare(one: Remedy, other: Remedy): number {
  if (one.kind !== other.kind) return rank[one.kind] - rank[other.kind]
  return (
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
