export {
  type ChargeStanding,
  chargesOf,
  declinedCharges,
  type FailedCharge,
  failedCharges,
  recordCharge,
} from './charge-store.ts'
export { clientCards } from './client-cards-flow.ts'
export { type FeeStanding, feesWhere } from './fee-store.ts'
export { paymentMethodsOf } from './payment-method-store.ts'
export { refundsOf } from './refund-store.ts'
export { retryRuleOn, retryRules, succeedRetryRule } from './retry-rule-store.ts'
export { tellAboutMoney } from './tell-about-money-flow.ts'
