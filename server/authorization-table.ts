export const roles = ['owner', 'admin', 'clinician', 'operator_staff', 'client', 'anonymous'] as const

export type Role = (typeof roles)[number]

/**
 * public: anyone, without a transaction. signed_in: any login, `request.db` under portal sees the login's own rows.
 * practice: a member of :practiceId, under portal. client: a login that holds :personId today, under portal, in no
 * practice. session: a member of the practice whose :sessionId it is, under portal, or the operator's staff, under
 * operations. operations: the operator's staff, under operations.
 */
export type Door = 'public' | 'signed_in' | 'practice' | 'client' | 'session' | 'operations'

export type Rule = {
  door: Door
  roles: readonly Role[]
  /** What it is to the audit: a look at one client's record, at a list of them, a write, or nothing of a client's. */
  audited: 'look' | 'list' | 'write' | 'nothing'
}

const everyone = roles
const members = ['owner', 'admin', 'clinician'] as const
const signedIn = [...members, 'operator_staff', 'client'] as const
const caring = ['owner', 'clinician'] as const
const managing = ['owner', 'admin'] as const

/**
 * Who may use which route: one row each, and a route without a row stops the start. `clinician` and `owner` say what the
 * role may ask for; whether it is their own session, the room decides.
 */
export const authorizationTable: Readonly<Record<string, Rule>> = {
  'GET /api/house': open(),
  'GET /api/network/figures': open(),
  'GET /api/openapi.json': open(),
  'GET /api/docs*': open(),
  'GET /metrics': open(),
  'GET /healthz': open(),
  'GET /*': open(),
  'GET /api/auth/*': open(),
  'POST /api/auth/*': open(),
  'POST /api/sign-up': open(),
  'POST /api/sign-up/letters': open(),
  'POST /api/sign-up/confirmations': open(),
  'POST /api/password-resets': open(),
  'POST /api/email-changes/confirmations': open(),
  'POST /api/me/email-changes': { door: 'signed_in', roles: signedIn, audited: 'nothing' },
  'GET /api/me': { door: 'signed_in', roles: signedIn, audited: 'nothing' },

  'POST /api/decisions': open(),

  'GET /api/demonstration/personas': open(),
  'POST /api/demonstration/personas/:id/sign-in': open(),
  'GET /api/demonstration/clock': open(),
  'POST /api/demonstration/clock': open(),
  'GET /api/demonstration/things': open(),
  'POST /api/demonstration/things/:id/tried': open(),
  'GET /api/demonstration/letters': open(),
  'GET /api/demonstration/bank-accounts/:bankAccountId/statement': open(),
  'GET /api/demonstration/switchboard': open(),
  'GET /api/demonstration/happenings': open(),
  'GET /api/demonstration/standing': open(),
  'POST /api/demonstration/switches': open(),
  'POST /api/demonstration/start-over': open(),

  'GET /api/practices/:practiceId/home': practice(members, 'list'),
  'GET /api/practices/:practiceId/members': practice(members, 'nothing'),
  'GET /api/practices/:practiceId/locations': practice(members, 'nothing'),
  'GET /api/practices/:practiceId/places': practice(members, 'nothing'),
  'POST /api/practices/:practiceId/locations': practice(managing, 'write'),
  'POST /api/practices/:practiceId/locations/:locationId/ends': practice(managing, 'write'),
  'GET /api/practices/:practiceId/telehealth-links': practice(members, 'nothing'),
  'POST /api/practices/:practiceId/telehealth-links': practice(members, 'write'),
  'GET /api/practices/:practiceId/clients': practice(members, 'list'),
  'POST /api/practices/:practiceId/clients': practice(members, 'write'),
  'POST /api/practices/:practiceId/clients/:personId/archivings': practice(members, 'write'),
  'GET /api/practices/:practiceId/clients/:personId/invitation': practice(members, 'look'),
  'GET /api/practices/:practiceId/clients/:personId/card-photos': practice(members, 'look'),
  'GET /api/practices/:practiceId/clients/:personId/card-photos/:photoId': practice(members, 'look'),
  'GET /api/practices/:practiceId/clients/:personId': practice(members, 'look'),
  'GET /api/practices/:practiceId/clients/:personId/billing-method': practice(members, 'look'),
  'GET /api/practices/:practiceId/clients/:personId/notes': practice(members, 'look'),
  'POST /api/practices/:practiceId/clients/:personId/locations': practice(members, 'write'),
  'POST /api/practices/:practiceId/clients/:personId/locations/:locationId/ends': practice(members, 'write'),
  'GET /api/practices/:practiceId/sessions': practice(members, 'list'),
  'POST /api/practices/:practiceId/sessions': practice(members, 'write'),
  'GET /api/practices/:practiceId/sessions/:sessionId': practice(members, 'look'),
  'POST /api/practices/:practiceId/sessions/:sessionId/confirmation-preview': practice(caring, 'look'),
  'POST /api/practices/:practiceId/sessions/:sessionId/confirmations': practice(caring, 'write'),
  'POST /api/practices/:practiceId/sessions/:sessionId/addenda': practice(caring, 'write'),
  'POST /api/practices/:practiceId/sessions/:sessionId/voids': practice(caring, 'write'),
  'GET /api/calendar-feeds/:file': open(),
  'GET /api/practices/:practiceId/sessions/:sessionId/appointment.ics': practice(members, 'look'),
  'GET /api/practices/:practiceId/calendar': practice(members, 'list'),
  'GET /api/practices/:practiceId/calendar-conflicts': practice(members, 'nothing'),
  'POST /api/practices/:practiceId/sessions/:sessionId/moves': practice(members, 'write'),
  'GET /api/practices/:practiceId/members/:memberId/working-hours': practice(members, 'nothing'),
  'POST /api/practices/:practiceId/members/:memberId/working-hours': practice(members, 'write'),
  'POST /api/practices/:practiceId/unavailable-times': practice(members, 'write'),
  'POST /api/practices/:practiceId/unavailable-times/:timeId/removals': practice(members, 'write'),
  'GET /api/practices/:practiceId/members/:memberId/calendar-feeds': practice(members, 'nothing'),
  'POST /api/practices/:practiceId/members/:memberId/calendar-feeds': practice(members, 'write'),
  'POST /api/practices/:practiceId/members/:memberId/calendar-feeds/:feedId/revocations': practice(members, 'write'),
  'GET /api/practices/:practiceId/sessions/:sessionId/cancellation-terms': practice(members, 'look'),
  'POST /api/practices/:practiceId/sessions/:sessionId/cancellations': practice(members, 'write'),
  'POST /api/practices/:practiceId/sessions/:sessionId/fee-forgiveness': practice(members, 'write'),
  'GET /api/practices/:practiceId/cancellation-policies': practice(members, 'nothing'),
  'POST /api/practices/:practiceId/cancellation-policies': practice(['owner', 'admin'], 'write'),
  'GET /api/practices/:practiceId/insurance-status': practice(members, 'nothing'),
  'POST /api/practices/:practiceId/virtual-opt-ins': practice(caring, 'write'),
  'POST /api/practices/:practiceId/virtual-opt-ins/:optInId/ends': practice(caring, 'write'),
  'POST /api/practices/:practiceId/credentialing-effects': practice(caring, 'list'),
  'GET /api/practices/:practiceId/clients/:personId/what-if': practice(members, 'look'),
  'GET /api/practices/:practiceId/clients/:personId/colleagues': practice(members, 'look'),
  'GET /api/practices/:practiceId/members/:memberId/what-if': practice(members, 'nothing'),
  'GET /api/practices/:practiceId/service-codes': practice(members, 'nothing'),
  'GET /api/practices/:practiceId/diagnosis-codes': practice(members, 'nothing'),
  'GET /api/practices/:practiceId/payments': practice(members, 'list'),
  'GET /api/practices/:practiceId/payments/:payoutId/statement.csv': practice(members, 'list'),
  'GET /api/practices/:practiceId/payments/:payoutId/statement.pdf': practice(members, 'list'),
  'GET /api/practices/:practiceId/bank-accounts': practice(managing, 'nothing'),
  'POST /api/practices/:practiceId/bank-accounts': practice(['owner'], 'write'),
  'POST /api/practices/:practiceId/bank-accounts/:bankAccountId/verifications': practice(['owner'], 'write'),
  'GET /api/practices/:practiceId/agreement': practice(members, 'nothing'),

  'GET /api/sessions/:sessionId/explanation': session('look'),
  'GET /api/sessions/:sessionId/explanation.pdf': session('look'),

  'GET /api/operations/queues': operations('nothing'),
  'GET /api/operations/queues/:queue': operations('list'),
  'POST /api/operations/work': operations('write'),
  'POST /api/operations/record-openings': operations('write'),
  'GET /api/operations/staff': operations('nothing'),
  'GET /api/operations/claims': operations('list'),
  'GET /api/operations/claims/:practiceId/:claimId': operations('look'),
  'POST /api/operations/claims/:practiceId/:claimId/resubmissions': operations('write'),
  'POST /api/operations/resubmissions': operations('write'),
  'GET /api/operations/remittances': operations('list'),
  'GET /api/operations/remittances/:remittanceId': operations('look'),
  'POST /api/operations/remittances/:remittanceId/judgements': operations('write'),
  'POST /api/operations/unmatched/:unmatchedId/settlements': operations('write'),
  'GET /api/operations/treasury': operations('nothing'),
  'GET /api/operations/postings': operations('list'),
  'GET /api/operations/standing': operations('nothing'),
  'GET /api/operations/sessions/:practiceId/:sessionId': operations('look'),
  'GET /api/operations/mail': operations('list'),
  'GET /api/operations/files/:fileId': operations('look'),
  'GET /api/clients/:personId': client('look'),
  'POST /api/clients/:personId/details': client('write'),
  'POST /api/clients/:personId/locations': client('write'),
  'POST /api/clients/:personId/locations/:locationId/ends': client('write'),
  'POST /api/clients/:personId/form-signatures': client('write'),
  'POST /api/clients/:personId/invitations/:invitationId/answers': client('write'),
  'POST /api/clients/:personId/card-photos': client('write'),
  'GET /api/clients/:personId/card-photos/:photoId': client('look'),
  'GET /api/clients/:personId/appointments': client('look'),
  'GET /api/clients/:personId/appointments.ics': client('look'),
  'GET /api/clients/:personId/billing': client('look'),
  'GET /api/clients/:personId/appointments/:sessionId/invoice.pdf': client('look'),
  'GET /api/clients/:personId/superbills/:month/superbill.pdf': client('look'),
  'GET /api/clients/:personId/insurance': client('look'),
  'POST /api/clients/:personId/insurance': client('write'),
  'GET /api/clients/:personId/payment-methods': client('look'),
  // No write of ours: what is entered goes to the card processor, and nothing of it may be kept, not even a hash.
  'POST /api/clients/:personId/card-tokens': client('look'),
  'POST /api/clients/:personId/payment-methods': client('write'),
  'POST /api/clients/:personId/payment-methods/:methodId/choices': client('write'),

  'GET /api/operations/coverage-checks': operations('list'),
  'POST /api/operations/coverage-checks/:policyId': operations('write'),
  'GET /api/operations/clinicians': operations('nothing'),
  'GET /api/operations/practices/:practiceId/members/:memberId/credentialing': operations('nothing'),
  'POST /api/operations/practices/:practiceId/members/:memberId/credentialing-effects': operations('list'),
  'POST /api/operations/practices/:practiceId/members/:memberId/credentialing-changes': operations('write'),
  'GET /api/operations/settings': operations('nothing'),
  'POST /api/operations/settings-preview': operations('nothing'),
  'POST /api/operations/settings': operations('write'),
  'GET /api/operations/contracts': operations('nothing'),
  'GET /api/operations/contracts/:contractId': operations('nothing'),
  'POST /api/operations/contracts/:contractId/rates-preview': operations('nothing'),
  'POST /api/operations/contracts/:contractId/rates': operations('write'),
  'GET /api/operations/books': operations('nothing'),
}

/** The row of a route; a row whose path ends with * stands for every path that begins so. */
export function ruleOf(table: Readonly<Record<string, Rule>>, method: string, path: string): Rule | null {
  const asked = `${method === 'HEAD' ? 'GET' : method} ${path}`
  const exact = table[asked]
  if (exact !== undefined) return exact
  const prefix = Object.keys(table).find(
    (row) => row.endsWith('*') && row !== 'GET /*' && asked.startsWith(row.slice(0, -1)),
  )
  return prefix === undefined ? null : (table[prefix] ?? null)
}

function open(): Rule {
  return { door: 'public', roles: everyone, audited: 'nothing' }
}

function practice(who: readonly Role[], audited: Rule['audited']): Rule {
  return { door: 'practice', roles: who, audited }
}

function session(audited: Rule['audited']): Rule {
  return { door: 'session', roles: [...members, 'operator_staff'], audited }
}

function client(audited: Rule['audited']): Rule {
  return { door: 'client', roles: ['client'], audited }
}

function operations(audited: Rule['audited']): Rule {
  return { door: 'operations', roles: ['operator_staff'], audited }
}
