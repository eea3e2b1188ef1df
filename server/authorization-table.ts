import { abilitiesOf, allows, type Needs, practiceRoles } from '../business/practices/abilities-of.ts'

export const roles = [...practiceRoles, 'operator_staff', 'client', 'anonymous'] as const

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
  /** Who may use it. Of a practice: the roles of which each alone reaches as far as `needs`. */
  roles: readonly Role[]
  /** What a member of the practice must be able to do, with all their roles together. */
  needs: Needs
  /** What it is to the audit: a look at one client's record, at a list of them, a write, or nothing of a client's. */
  audited: 'look' | 'list' | 'write' | 'nothing'
}

const everyone = roles
const signedIn = [...practiceRoles, 'operator_staff', 'client'] as const

// What a route of a practice needs at least. `own` says that one may ask; whether it is their own, the room decides.
const worksHere: Needs = {}
const seesCalendar: Needs = { calendar: 'own' }
const plans: Needs = { planning: 'own' }
const confirms: Needs = { confirming: 'own' }
const seesClients: Needs = { clients: 'own' }
const readsNotes: Needs = { notes: 'own' }
const seesMoney: Needs = { money: 'own' }
const seesAllMoney: Needs = { money: 'all' }
const seesBank: Needs = { bank: 'see' }
const changesBank: Needs = { bank: 'change' }
const seesStatus: Needs = { status: 'own' }
const setsPractice: Needs = { settings: 'change' }
const runsTeam: Needs = { team: 'run' }
const decidesTeam: Needs = { team: 'decide' }

/**
 * Who may use which route: one row each, and a route without a row stops the start. Routes of a practice name what a
 * member must be able to do; business/practices/abilities-of.ts says which role can.
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
  'GET /api/joining/choices': open(),
  'POST /api/joining/applications': open(),
  'POST /api/joining/progress': open(),
  'POST /api/team-invitations/openings': open(),
  'POST /api/team-invitations/acceptances': open(),
  'GET /api/me/admin-requests': anySignedIn(),
  'POST /api/me/admin-requests': anySignedIn(),
  'POST /api/me/email-changes': anySignedIn(),
  'GET /api/me': anySignedIn(),

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

  'GET /api/practices/:practiceId/home': practice(worksHere, 'list'),
  'GET /api/practices/:practiceId/members': practice(worksHere, 'nothing'),
  'GET /api/practices/:practiceId/team': practice(runsTeam, 'nothing'),
  'POST /api/practices/:practiceId/team/providers': practice(runsTeam, 'write'),
  'POST /api/practices/:practiceId/team/invitations': practice(runsTeam, 'write'),
  'POST /api/practices/:practiceId/team/:memberId/invitations': practice(runsTeam, 'write'),
  'POST /api/practices/:practiceId/team/:memberId/roles': practice(runsTeam, 'write'),
  'POST /api/practices/:practiceId/team/:memberId/archivings': practice(runsTeam, 'write'),
  'GET /api/practices/:practiceId/team/:memberId/removal': practice(runsTeam, 'nothing'),
  'POST /api/practices/:practiceId/team/:memberId/removals': practice(runsTeam, 'write'),
  'POST /api/practices/:practiceId/admin-approvals/:approvalId/answers': practice(decidesTeam, 'write'),
  'GET /api/practices/:practiceId/onboarding': practice(worksHere, 'nothing'),
  'POST /api/practices/:practiceId/onboarding/marks': practice(setsPractice, 'write'),
  'GET /api/practices/:practiceId/locations': practice(worksHere, 'nothing'),
  'GET /api/practices/:practiceId/places': practice(worksHere, 'nothing'),
  'POST /api/practices/:practiceId/locations': practice(setsPractice, 'write'),
  'POST /api/practices/:practiceId/locations/:locationId/ends': practice(setsPractice, 'write'),
  'GET /api/practices/:practiceId/locations/:locationId/county': practice(worksHere, 'nothing'),
  'POST /api/practices/:practiceId/locations/:locationId/findings': practice(plans, 'write'),
  'GET /api/practices/:practiceId/telehealth-links': practice(worksHere, 'nothing'),
  'POST /api/practices/:practiceId/telehealth-links': practice(plans, 'write'),
  'GET /api/practices/:practiceId/clients': practice(seesClients, 'list'),
  'POST /api/practices/:practiceId/clients': practice(plans, 'write'),
  'POST /api/practices/:practiceId/clients/:personId/archivings': practice(plans, 'write'),
  'GET /api/practices/:practiceId/clients/:personId/invitation': practice(seesClients, 'look'),
  'GET /api/practices/:practiceId/clients/:personId/card-photos': practice(seesClients, 'look'),
  'GET /api/practices/:practiceId/clients/:personId/card-photos/:photoId': practice(seesClients, 'look'),
  'GET /api/practices/:practiceId/clients/:personId': practice(seesClients, 'look'),
  'GET /api/practices/:practiceId/clients/:personId/billing-method': practice(seesClients, 'look'),
  'GET /api/practices/:practiceId/clients/:personId/notes': practice(readsNotes, 'look'),
  'POST /api/practices/:practiceId/clients/:personId/locations': practice(plans, 'write'),
  'GET /api/practices/:practiceId/clients/:personId/counties': practice(plans, 'look'),
  'GET /api/practices/:practiceId/clients/:personId/locations/:locationId/county': practice(plans, 'look'),
  'POST /api/practices/:practiceId/clients/:personId/locations/:locationId/findings': practice(plans, 'write'),
  'POST /api/practices/:practiceId/clients/:personId/coverage-check-requests': practice(plans, 'write'),
  'POST /api/practices/:practiceId/clients/:personId/locations/:locationId/ends': practice(plans, 'write'),
  'GET /api/practices/:practiceId/sessions': practice(seesCalendar, 'list'),
  'POST /api/practices/:practiceId/sessions': practice(plans, 'write'),
  'GET /api/practices/:practiceId/sessions/:sessionId': practice(seesCalendar, 'look'),
  'POST /api/practices/:practiceId/sessions/:sessionId/confirmation-preview': practice(confirms, 'look'),
  'POST /api/practices/:practiceId/sessions/:sessionId/confirmations': practice(confirms, 'write'),
  'POST /api/practices/:practiceId/sessions/:sessionId/addenda': practice(confirms, 'write'),
  'POST /api/practices/:practiceId/sessions/:sessionId/voids': practice(confirms, 'write'),
  'GET /api/calendar-feeds/:file': open(),
  'GET /api/practices/:practiceId/sessions/:sessionId/appointment.ics': practice(seesCalendar, 'look'),
  'GET /api/practices/:practiceId/calendar': practice(seesCalendar, 'list'),
  'GET /api/practices/:practiceId/calendar-conflicts': practice(plans, 'nothing'),
  'POST /api/practices/:practiceId/sessions/:sessionId/moves': practice(plans, 'write'),
  'GET /api/practices/:practiceId/members/:memberId/working-hours': practice(seesCalendar, 'nothing'),
  'POST /api/practices/:practiceId/members/:memberId/working-hours': practice(plans, 'write'),
  'POST /api/practices/:practiceId/unavailable-times': practice(plans, 'write'),
  'POST /api/practices/:practiceId/unavailable-times/:timeId/removals': practice(plans, 'write'),
  'GET /api/practices/:practiceId/members/:memberId/calendar-feeds': practice(seesCalendar, 'nothing'),
  'POST /api/practices/:practiceId/members/:memberId/calendar-feeds': practice(seesCalendar, 'write'),
  'POST /api/practices/:practiceId/members/:memberId/calendar-feeds/:feedId/revocations': practice(
    seesCalendar,
    'write',
  ),
  'GET /api/practices/:practiceId/sessions/:sessionId/cancellation-terms': practice(plans, 'look'),
  'POST /api/practices/:practiceId/sessions/:sessionId/cancellations': practice(plans, 'write'),
  'POST /api/practices/:practiceId/sessions/:sessionId/fee-forgiveness': practice(seesMoney, 'write'),
  'GET /api/practices/:practiceId/cancellation-policies': practice(worksHere, 'nothing'),
  'POST /api/practices/:practiceId/cancellation-policies': practice(setsPractice, 'write'),
  'GET /api/practices/:practiceId/insurance-status': practice(seesStatus, 'nothing'),
  'POST /api/practices/:practiceId/virtual-opt-ins': practice(confirms, 'write'),
  'GET /api/practices/:practiceId/credential-requests': practice(seesStatus, 'nothing'),
  'POST /api/practices/:practiceId/credential-requests': practice(seesStatus, 'write'),
  'POST /api/practices/:practiceId/virtual-opt-ins/:optInId/ends': practice(confirms, 'write'),
  'POST /api/practices/:practiceId/credentialing-effects': practice(confirms, 'list'),
  'GET /api/practices/:practiceId/clients/:personId/what-if': practice(seesClients, 'look'),
  'GET /api/practices/:practiceId/clients/:personId/colleagues': practice(seesClients, 'look'),
  'GET /api/practices/:practiceId/members/:memberId/what-if': practice(seesStatus, 'nothing'),
  'GET /api/practices/:practiceId/service-codes': practice(seesCalendar, 'nothing'),
  'GET /api/practices/:practiceId/diagnosis-codes': practice(seesCalendar, 'nothing'),
  'GET /api/practices/:practiceId/payments': practice(seesMoney, 'list'),
  'GET /api/practices/:practiceId/payments/:payoutId/statement.csv': practice(seesMoney, 'list'),
  'GET /api/practices/:practiceId/payments/:payoutId/statement.pdf': practice(seesMoney, 'list'),
  'GET /api/practices/:practiceId/payments/:payoutId/report': practice(seesAllMoney, 'list'),
  'GET /api/practices/:practiceId/payments/:payoutId/earnings.csv': practice(seesAllMoney, 'list'),
  'GET /api/practices/:practiceId/bank-accounts': practice(seesBank, 'nothing'),
  'POST /api/practices/:practiceId/bank-accounts': practice(changesBank, 'write'),
  'POST /api/practices/:practiceId/bank-accounts/:bankAccountId/verifications': practice(changesBank, 'write'),
  'GET /api/practices/:practiceId/agreement': practice(seesMoney, 'nothing'),

  'GET /api/sessions/:sessionId/explanation': session('look'),
  'GET /api/sessions/:sessionId/explanation.pdf': session('look'),

  'GET /api/operations/queues': operations('nothing'),
  'GET /api/operations/queues/:queue': operations('list'),
  'POST /api/operations/work': operations('write'),
  'POST /api/operations/record-openings': operations('write'),
  'POST /api/operations/two-factor-resets': operations('write'),
  'GET /api/operations/admin-requests': operations('nothing'),
  'POST /api/operations/admin-requests': operations('write'),
  'POST /api/operations/admin-requests/:requestId/approvals': operations('write'),
  'GET /api/operations/joining': operations('nothing'),
  'GET /api/operations/joining/:applicationId': operations('nothing'),
  'POST /api/operations/joining/:applicationId/steps': operations('write'),
  'POST /api/operations/joining/:applicationId/quotes': operations('write'),
  'GET /api/operations/joining/:applicationId/quotes/:quoteId/quote.pdf': operations('nothing'),
  'POST /api/operations/joining/:applicationId/openings': operations('write'),
  'POST /api/operations/joining/:applicationId/groups': operations('write'),
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
  'GET /api/practices/:practiceId/clients/:personId/transfer-preview': practice(plans, 'look'),
  'POST /api/practices/:practiceId/clients/:personId/transfers': practice(plans, 'write'),
  'POST /api/practices/:practiceId/imports': practice(runsTeam, 'write'),
  'GET /api/practices/:practiceId/imports': practice(runsTeam, 'list'),
  'GET /api/practices/:practiceId/imports/:importId': practice(runsTeam, 'list'),
  'POST /api/practices/:practiceId/imports/:importId/acts': practice(runsTeam, 'write'),
  'POST /api/practices/:practiceId/imports/:importId/undos': practice(runsTeam, 'write'),
  'GET /api/practices/:practiceId/export.zip': practice(decidesTeam, 'look'),
  'GET /api/practices/:practiceId/operator-looks': practice(setsPractice, 'list'),
  'GET /api/clients/:personId/looks': client('look'),
  'GET /api/clients/:personId/export.zip': client('look'),
  'GET /api/clients/:personId/household': client('look'),
  'POST /api/clients/:personId/dependants': client('write'),
  'POST /api/clients/:personId/logins/:userId/ends': client('write'),
  'POST /api/clients/:personId/permissions': client('write'),
  'POST /api/clients/:personId/permissions/:permissionId/withdrawals': client('write'),
  'POST /api/clients/:personId/permissions/:permissionId/answers': client('write'),
  'GET /api/clients/:personId': client('look'),
  'POST /api/clients/:personId/details': client('write'),
  'POST /api/clients/:personId/locations': client('write'),
  'GET /api/clients/:personId/counties': client('look'),
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
  'GET /api/operations/compliance-reviews/:practiceId/:reviewId': operations('look'),
  'POST /api/operations/compliance-reviews/:practiceId/:reviewId/decisions': operations('write'),
  'GET /api/operations/clinicians': operations('nothing'),
  'GET /api/operations/practices/:practiceId/members/:memberId/credentialing': operations('nothing'),
  'POST /api/operations/practices/:practiceId/members/:memberId/credentialing-effects': operations('list'),
  'POST /api/operations/practices/:practiceId/members/:memberId/credentialing-changes': operations('write'),
  'GET /api/operations/networks': operations('nothing'),
  'GET /api/operations/plans': operations('nothing'),
  'GET /api/operations/service-areas': operations('nothing'),
  'POST /api/operations/terms-effects': operations('list'),
  'POST /api/operations/terms-changes': operations('write'),
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
  return { door: 'public', roles: everyone, needs: {}, audited: 'nothing' }
}

function anySignedIn(): Rule {
  return { door: 'signed_in', roles: signedIn, needs: {}, audited: 'nothing' }
}

function practice(needs: Needs, audited: Rule['audited']): Rule {
  return { door: 'practice', roles: rolesThatReach(needs), needs, audited }
}

function session(audited: Rule['audited']): Rule {
  return { door: 'session', roles: [...rolesThatReach(seesMoney), 'operator_staff'], needs: seesMoney, audited }
}

function client(audited: Rule['audited']): Rule {
  return { door: 'client', roles: ['client'], needs: {}, audited }
}

function operations(audited: Rule['audited']): Rule {
  return { door: 'operations', roles: ['operator_staff'], needs: {}, audited }
}

function rolesThatReach(needs: Needs): readonly Role[] {
  return practiceRoles.filter((role) => allows(abilitiesOf([role]), needs))
}
