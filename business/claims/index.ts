export { answerLimits, succeedAnswerLimit } from './answer-limit-store.ts'
export { type OpenClaim, openClaims } from './claim-queue-store.ts'
export { type ClaimTerm, type FoundClaim, searchClaims } from './claim-search-store.ts'
export {
  type Claim,
  type ClaimEvent,
  claimByControlNumber,
  claimById,
  claimStatusesOf,
  claimsByIds,
  claimsOfSession,
  claimsOfSessions,
  eventsOf,
  heldClaims,
  recordClaimEvent,
  sentDays,
} from './claim-store.ts'
export { type Correction, resubmitClaim } from './resubmit-claim-flow.ts'
export { type Revision, revisionsOf } from './revision-store.ts'
export { sentClaims } from './sent-claim-store.ts'
export { submissionsOf } from './submission-store.ts'
export { takeClaimAcknowledgement, takeGroupAcknowledgement } from './take-acknowledgement-flow.ts'
