export {
  type ChargeStanding,
  chargesOf,
  declinedCharges,
  type FailedCharge,
  failedCharges,
  recordCharge,
} from './charge-store.ts'
export { chargebacksOf } from './chargeback-store.ts'
export { clientCards } from './client-cards-flow.ts'
export { type FeeStanding, feesWhere } from './fee-store.ts'
export { forgivenTransfers, forgiveOwed, owedOf } from './forgive-flow.ts'
export { forgivenessesOf } from './forgiveness-store.ts'
export { paymentMethodsOf } from './payment-method-store.ts'
export { refundsOf } from './refund-store.ts'
export { retryRuleOn, retryRules, succeedRetryRule } from './retry-rule-store.ts'
export { cardPayment, chargedBackTransfers, takeChargeback } from './take-chargeback-flow.ts'
export { tellAboutMoney } from './tell-about-money-flow.ts'
