import type { BillingDecision } from '../contract.ts'

/** A few words beside a place: billable or not, and by which route. */
export function sayMethod({ outcome, method }: Pick<BillingDecision, 'outcome' | 'method'>): string {
  switch (outcome) {
    case 'billable':
      return `Billable${sayRoute(method)}`
    case 'billable_held':
      return `Billable${sayRoute(method)}; the claim waits for the insurer`
    case 'needs_information':
      return 'Something must be known first'
    case 'not_billable':
      return 'Not billable there'
  }
}

function sayRoute(method: BillingDecision['method']): string {
  switch (method) {
    case 'in_network':
      return ' in network'
    case 'virtual_network':
      return ' through the virtual network'
    case 'bluecard':
      return ' through the local Blue plan'
    case 'crisis_exception':
      return ' as a documented crisis'
    case null:
      return ''
  }
}
