export { type Contract, contractInForce, ratesInForce } from './contract-store.ts'
export { paySchedules } from './pay-schedule-store.ts'
export { type Payer, type Plan, payerById, payersAll, planInForce, plansInForce } from './plan-store.ts'
