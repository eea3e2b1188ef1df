export { type Claim, claimByControlNumber, claimById, claimStatusesOf, claimsOfSession, eventsOf, recordClaimEvent } from './claim-store.ts'
export { submissionsOf } from './submission-store.ts'
export { takeClaimAcknowledgement, takeGroupAcknowledgement } from './take-acknowledgement-flow.ts'
