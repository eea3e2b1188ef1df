export { type OpenClaim, openClaims } from './claim-queue-store.ts'
export {
  type Claim,
  type ClaimEvent,
  claimByControlNumber,
  claimById,
  claimStatusesOf,
  claimsOfSession,
  eventsOf,
  recordClaimEvent,
} from './claim-store.ts'
export { submissionsOf } from './submission-store.ts'
export { takeClaimAcknowledgement, takeGroupAcknowledgement } from './take-acknowledgement-flow.ts'
