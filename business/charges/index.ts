export { type ChargeStanding, chargesOf, recordCharge } from './charge-store.ts'
export { clientCards } from './client-cards-flow.ts'
export { paymentMethodsOf } from './payment-method-store.ts'
export { refundsOf } from './refund-store.ts'
