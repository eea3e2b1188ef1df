export {
  type AdminApproval,
  type AdminRequest,
  adminApprovals,
  adminRequests,
  recordAdminApproval,
  recordAdminRequest,
  recordApprovalAnswer,
} from './admin-request-store.ts'
export { type BillingEntity, billingEntities, billingEntityById } from './billing-entity-store.ts'
export { practiceLocationFindings, recordPracticeLocationFinding } from './location-finding-store.ts'
export { type PracticeLocation, practiceLocations } from './location-store.ts'
export { addressOf } from './member-address-store.ts'
export {
  type Clinician,
  clinicianById,
  type Member,
  memberById,
  membersOf,
  practiceById,
  practicesAll,
  recordMember,
  recordPractice,
} from './practice-store.ts'
export {
  endTeamInvitation,
  type InvitationStanding,
  linkLogin,
  recordTeamInvitation,
  teamInvitationByToken,
  teamInvitationsOf,
} from './team-invitation-store.ts'
export {
  type GivenRole,
  type ProviderIntake,
  providerIntakesOf,
  recordKindChange,
  recordProviderIntake,
  recordRoleChange,
  recordStandingChange,
  standingChangesOf,
} from './team-store.ts'
export { telehealthLinksOf } from './telehealth-link-store.ts'
