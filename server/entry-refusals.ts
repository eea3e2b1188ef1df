import { Refusal } from '../business/routes.ts'
import type { Rule } from './route-rules.ts'

// Whoever is not let in hears the same of what is not theirs and of what is not there.

export function notSignedIn(): Refusal {
  return new Refusal({ status: 401, code: 'not_signed_in', detail: 'Please sign in first; nothing was done.' })
}

export function notAMember(rule: Rule): Refusal {
  if (rule.door === 'operations') return notAllowed()
  return new Refusal({
    status: 404,
    code: 'practice_not_found',
    detail: 'There is no such practice, or you do not work there.',
  })
}

export function noSuchPerson(): Refusal {
  return new Refusal({
    status: 404,
    code: 'person_not_found',
    detail: 'There is no such client, or this login does not act for them.',
  })
}

export function notAllowed(): Refusal {
  return new Refusal({
    status: 403,
    code: 'role_not_allowed',
    detail: 'Your role does not allow this; an owner of the practice can change roles.',
  })
}
