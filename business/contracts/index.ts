export {
  type AgreedContract,
  type Contract,
  contractInForce,
  contractsAll,
  type DatedRate,
  ratesInForce,
  ratesOfContract,
  succeedRate,
} from './contract-store.ts'
export { paySchedules, succeedPaySchedule } from './pay-schedule-store.ts'
export {
  type Payer,
  type Plan,
  payerById,
  payersAll,
  planInForce,
  plansAll,
  plansInForce,
  succeedPlan,
} from './plan-store.ts'
