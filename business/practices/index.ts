export { type BillingEntity, billingEntities, billingEntityById } from './billing-entity-store.ts'
export {
  type PracticeLocation,
  practiceLocationFindings,
  practiceLocations,
  recordPracticeLocationFinding,
} from './location-store.ts'
export { addressOf } from './member-address-store.ts'
export {
  type Clinician,
  clinicianById,
  type Member,
  memberById,
  membersOf,
  practiceById,
  practicesAll,
} from './practice-store.ts'
export { telehealthLinksOf } from './telehealth-link-store.ts'
