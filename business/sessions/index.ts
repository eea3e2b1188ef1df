export { calendarFile, feedFile } from './calendar-file-flow.ts'
export { diagnosisCatalogue, serviceCatalogue, succeedTimeLimit, timeLimits } from './catalogue-store.ts'
export { type ChangeEffect, changeEffect } from './change-effect-flow.ts'
export { cancelSession, moveSession, type PlanChanged, planRefused } from './change-plan-flow.ts'
export {
  type ChangeRequest,
  changeRequestsOfPerson,
  changeRequestsOfSession,
  unansweredRequests,
} from './change-request-store.ts'
export { cancelRest, type Scope } from './change-series-flow.ts'
export {
  crisisRecordOf,
  type Review,
  type ReviewFinding,
  recordReviewDecision,
  reviewDecisionsOf,
  reviewsOf,
} from './compliance-review-store.ts'
export {
  type Confirmation,
  confirmationInForce,
  confirmationsOf,
  confirmedBriefly,
  lastDiagnosesOf,
} from './confirmation-store.ts'
export { editableUntil } from './editable-until-flow.ts'
export { conflictsOf, standInTheWay } from './find-conflicts-flow.ts'
export { type GivenSession, givenSessions } from './given-session-store.ts'
export { lastTimesOf } from './last-time-store.ts'
export { lockOf, recordLock, unlockedSessions } from './lock-store.ts'
export { meetingsOf } from './meeting-store.ts'
export { type NetworkChange, type NetworkEffect, networkEffect } from './network-effect-flow.ts'
export { type Note, notesOf } from './note-store.ts'
export { openQuestions } from './open-questions-flow.ts'
export { ownSession } from './own-session-flow.ts'
export { payOnIfConfirmedToday } from './pay-on-flow.ts'
export { planSession } from './plan-session-flow.ts'
export { recordChangeRequest, recordRequestAnswer, recordTakenBack } from './record-change-request-store.ts'
export { nextRemind, remind } from './remind-flow.ts'
export { practiceOfSession, sessionIdsOf } from './session-owner-store.ts'
export { sessionRow, sessionRows } from './session-rows-flow.ts'
export {
  type PlannedSession,
  type Session,
  sessionById,
  sessionsOf,
  sessionsOfPerson,
} from './session-store.ts'
export { tellClient, tellClientCancelled, tellClientMoved } from './tell-client-flow.ts'
export { voidOf } from './void-store.ts'
