export {
  type AdminApproval,
  adminApprovals,
  recordAdminApproval,
  recordApprovalAnswer,
} from './admin-approval-store.ts'
export { adminRequests, recordAdminRequest } from './admin-request-store.ts'
export { type BillingEntity, billingEntities, billingEntityById } from './billing-entity-store.ts'
export {
  endTeamInvitation,
  type InvitationStanding,
  recordTeamInvitation,
  teamInvitationByToken,
  teamInvitationsOf,
} from './invitation-store.ts'
export { recordKindChange } from './kind-change-store.ts'
export { practiceLocationFindings, recordPracticeLocationFinding } from './location-finding-store.ts'
export { type PracticeLocation, placesOfPractices, practiceLocations } from './location-store.ts'
export { addressOf } from './member-address-store.ts'
export {
  type Clinician,
  clinicianById,
  linkLogin,
  type Member,
  memberById,
  membersNamed,
  membersOf,
  practiceById,
  practicesAll,
  recordMember,
  recordPractice,
} from './practice-store.ts'
export { providerIntakesOf, recordProviderIntake } from './provider-intake-store.ts'
export { type GivenRole, recordRoleChange } from './role-change-store.ts'
export { recordStandingChange, standingChangesOf } from './standing-change-store.ts'
export { recordTelehealthLink, telehealthLinksOf } from './telehealth-link-store.ts'
