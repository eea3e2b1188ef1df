export { actForPerson } from './act-for-person-store.ts'
export { addressLine } from './address-line.ts'
export { cardPhoto, cardPhotosOf } from './card-photo-store.ts'
export { moveBetweenLists } from './change-list-flow.ts'
export { changePerson } from './change-person-flow.ts'
export { insuranceCheckedLetter, insuranceQuestionLetter, transferLetter } from './client-letters.ts'
export { clientsOfPractice, sameClient } from './clients-of-practice-flow.ts'
export { type Complete, completePerson } from './complete-person.ts'
export { peopleWithFormsSigned, signaturesOf } from './form-store.ts'
export { relationOf, whoActsForMe } from './household-store.ts'
export { languageOf, languagesOf } from './language-store.ts'
export { locationFindingsOf, recordLocationFinding } from './location-finding-store.ts'
export { type Location, locationsInForce, locationsOf, recordLocation } from './location-store.ts'
export { loginByVerifiedEmail, peopleWithVerifiedEmail } from './login-store.ts'
export { majorityAges } from './majority-age-store.ts'
export { type OwnClient, ownClient } from './own-client-flow.ts'
export {
  type Person,
  peopleByIds,
  peopleNamed,
  personById,
  practicesSeeing,
  recordPersonChange,
} from './person-store.ts'
export { plansAndPlaces } from './plans-and-places-flow.ts'
export {
  type PolicyQuestion,
  policyQuestions,
  recordPolicyQuestion,
  recordQuestionAnswer,
} from './policy-question-store.ts'
export {
  type Coverage,
  notListed,
  type Policy,
  policiesInForce,
  policiesOf,
  policyInForce,
  recordPolicy,
  recordPolicyCheck,
  uncheckedPolicies,
} from './policy-store.ts'
export { rosterEver, rosterOn, rosterWithoutAccess } from './roster-store.ts'
export { clientUsedSince } from './take-back-store.ts'
export { takeBackClient, takeBackPolicy, takeInClient, takeInPolicy } from './take-in-client-flow.ts'
