import { cancellationRoutes } from '../business/charges/cancellation-routes.ts'
import { changeRequestRoutes } from '../business/charges/change-request-routes.ts'
import { clientRoutes } from '../business/charges/client-routes.ts'
import { coverageCheckRoutes } from '../business/charges/coverage-check-routes.ts'
import { insuranceQuestionRoutes } from '../business/charges/insurance-question-routes.ts'
import { myCardRoutes } from '../business/charges/my-card-routes.ts'
import { myInsuranceRoutes } from '../business/charges/my-insurance-routes.ts'
import { addClientRoutes } from '../business/clients/add-client-routes.ts'
import { cardPhotoRoutes } from '../business/clients/card-photo-routes.ts'
import { checkRequestRoutes } from '../business/clients/check-request-routes.ts'
import { clientLocationRoutes } from '../business/clients/client-location-routes.ts'
import { householdRoutes } from '../business/clients/household-routes.ts'
import { invitationDeskRoutes } from '../business/clients/invitation-desk-routes.ts'
import { myAccountRoutes } from '../business/clients/my-account-routes.ts'
import { agreementRoutes } from '../business/contracts/agreement-routes.ts'
import { insuranceStatusRoutes } from '../business/coverage/insurance-status-routes.ts'
import { credentialRequestRoutes } from '../business/credentialing/credential-request-routes.ts'
import { credentialingDeskRoutes } from '../business/credentialing/credentialing-desk-routes.ts'
import { deletionDeskRoutes } from '../business/deletions/deletion-desk-routes.ts'
import { deletionRoutes } from '../business/deletions/deletion-routes.ts'
import { accessRoutes } from '../business/joining/access-routes.ts'
import { consultantHoursRoutes } from '../business/joining/consultant-hours-routes.ts'
import { documentRoutes } from '../business/joining/document-routes.ts'
import { followUpRoutes } from '../business/joining/follow-up-routes.ts'
import { joiningRoutes } from '../business/joining/joining-routes.ts'
import { onboardingRoutes } from '../business/joining/onboarding-routes.ts'
import { removalRoutes } from '../business/joining/removal-routes.ts'
import { teamRoutes } from '../business/joining/team-routes.ts'
import { bookRoutes } from '../business/operations/book-routes.ts'
import { claimRoutes } from '../business/operations/claim-routes.ts'
import { clientMoneyRoutes } from '../business/operations/client-money-routes.ts'
import { complianceReviewRoutes } from '../business/operations/compliance-review-routes.ts'
import { contractRoutes } from '../business/operations/contract-routes.ts'
import { credentialingEntryRoutes } from '../business/operations/credentialing-entry-routes.ts'
import { remittanceRoutes } from '../business/operations/remittance-routes.ts'
import { sessionSideRoutes } from '../business/operations/session-side-routes.ts'
import { settingsRoutes } from '../business/operations/settings-routes.ts'
import { termsRoutes } from '../business/operations/terms-routes.ts'
import { treasuryRoutes } from '../business/operations/treasury-routes.ts'
import { workRoutes } from '../business/operations/work-routes.ts'
import { bankAccountRoutes } from '../business/payouts/bank-account-routes.ts'
import { explanationRoutes } from '../business/payouts/explanation-routes.ts'
import { homeRoutes } from '../business/payouts/home-routes.ts'
import { paymentRoutes } from '../business/payouts/payment-routes.ts'
import { reportRoutes } from '../business/payouts/report-routes.ts'
import { sessionPageRoutes } from '../business/payouts/session-page-routes.ts'
import { statementRoutes } from '../business/payouts/statement-routes.ts'
import { practicePlaceRoutes } from '../business/practices/practice-place-routes.ts'
import { practiceRoutes } from '../business/practices/practice-routes.ts'
import { importRoutes } from '../business/records/import-routes.ts'
import type { Routes } from '../business/routes.ts'
import { feedRoutes, schedulingRoutes } from '../business/scheduling/scheduling-routes.ts'
import { calendarRoutes } from '../business/sessions/calendar-routes.ts'
import { clientCareRoutes } from '../business/sessions/client-care-routes.ts'
import { confirmationRoutes } from '../business/sessions/confirmation-routes.ts'
import { credentialingEffectRoutes } from '../business/sessions/credentialing-effect-routes.ts'
import { locationEffectRoutes } from '../business/sessions/location-effect-routes.ts'
import { placeFindingRoutes } from '../business/sessions/place-finding-routes.ts'
import { sessionRoutes } from '../business/sessions/session-routes.ts'
import { transferRoutes } from '../business/sessions/transfer-routes.ts'
import { whatIfRoutes } from '../business/sessions/what-if-routes.ts'
import { changeRoutes } from '../business/visits/change-routes.ts'
import { visitRoutes } from '../business/visits/visit-routes.ts'
import { auditRoutes } from './audit-routes.ts'
import { operationsRoutes } from './operations-routes.ts'

/** The routes of every room, registered under /api; each route has its row in authorization-table.ts. */
export const roomRoutes: readonly Routes[] = [
  homeRoutes,
  practiceRoutes,
  practicePlaceRoutes,
  clientRoutes,
  addClientRoutes,
  cardPhotoRoutes,
  myAccountRoutes,
  householdRoutes,
  myInsuranceRoutes,
  myCardRoutes,
  visitRoutes,
  changeRoutes,
  coverageCheckRoutes,
  clientLocationRoutes,
  checkRequestRoutes,
  clientCareRoutes,
  transferRoutes,
  placeFindingRoutes,
  locationEffectRoutes,
  sessionRoutes,
  confirmationRoutes,
  sessionPageRoutes,
  insuranceStatusRoutes,
  whatIfRoutes,
  credentialingEffectRoutes,
  credentialingDeskRoutes,
  credentialRequestRoutes,
  schedulingRoutes,
  feedRoutes,
  calendarRoutes,
  cancellationRoutes,
  changeRequestRoutes,
  insuranceQuestionRoutes,
  invitationDeskRoutes,
  explanationRoutes,
  paymentRoutes,
  statementRoutes,
  reportRoutes,
  bankAccountRoutes,
  agreementRoutes,
  auditRoutes,
  importRoutes,
  teamRoutes,
  removalRoutes,
  accessRoutes,
  deletionRoutes,
  deletionDeskRoutes,
  joiningRoutes,
  followUpRoutes,
  consultantHoursRoutes,
  documentRoutes,
  onboardingRoutes,
  operationsRoutes,
  bookRoutes,
  workRoutes,
  complianceReviewRoutes,
  claimRoutes,
  remittanceRoutes,
  treasuryRoutes,
  sessionSideRoutes,
  clientMoneyRoutes,
  settingsRoutes,
  contractRoutes,
  credentialingEntryRoutes,
  termsRoutes,
]
