export { type BillingEntity, billingEntities, billingEntityById } from './billing-entity-store.ts'
export { type Clinician, clinicianById, membersOf, practiceById } from './practice-store.ts'
