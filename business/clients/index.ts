export { addressLine, type Location, locationsInForce } from './location-store.ts'
export { type Person, peopleByIds, personById } from './person-store.ts'
export { type Policy, policiesInForce, policyInForce } from './policy-store.ts'
export { rosterOn, rosterWithoutAccess } from './roster-store.ts'
