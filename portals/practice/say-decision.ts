import type { Remedy } from '../../business/coverage/answer.ts'
import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { BillingDecision } from '../contract.ts'
import { sayShortDay } from '../design/say-day.ts'

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

/** What would make a session billable, as a thing that somebody does. */
export function sayRemedy(remedy: Remedy): string {
  switch (remedy.kind) {
    case 'record_location':
      return 'Record where the client was during the session.'
    case 'record_county':
      return 'Record the county of that place.'
    case 'confirm_service_area':
      return 'Have the operator confirm which Blue plan serves that address.'
    case 'verify_coverage':
      return 'Have the coverage on that day verified with the insurer.'
    case 'update_coverage':
      return 'Ask the client for the plan that was in force on that day.'
    case 'use_crisis_code':
      return 'If it was a crisis, choose the crisis code 90839.'
    case 'document_crisis':
      return 'Describe the crisis and how it was resolved.'
    case 'obtain_license':
      return `Obtain a license in ${remedy.state}.`
    case 'check_temporary_practice':
      return `See whether ${remedy.state} allows temporary practice.`
    case 'await_credential':
      return `Wait for ${remedy.network} to finish your credentialing in ${remedy.state}.`
    case 'obtain_credential':
      return `Ask the operator to credential you with ${remedy.network} in ${remedy.state}.`
    case 'opt_in_virtual_network':
      return `Join the virtual network of ${remedy.network} in ${remedy.state}.`
    case 'refer_to_provider':
      return `Refer the client to a clinician with ${remedy.network} in ${remedy.state}.`
    case 'wait_until':
      return `It becomes possible on ${sayShortDay(remedy.on as CalendarDate)}.`
  }
}
