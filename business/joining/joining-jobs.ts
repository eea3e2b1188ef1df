import type { Deed } from '../world.ts'
import { nextTellOfDocuments, tellOfDocuments } from './document-letters-flow.ts'
import { nextTellConsultants, tellConsultants } from './follow-up-flow.ts'

/** In the morning each consultant hears how many follow-ups are due. */
export const remindConsultants: Deed = {
  name: 'remind-consultants',
  run: tellConsultants,
  nextDue: nextTellConsultants,
}

/** Owners hear in time that a paper of their practice ends. */
export const remindOfDocuments: Deed = {
  name: 'remind-of-documents',
  run: tellOfDocuments,
  nextDue: nextTellOfDocuments,
}
