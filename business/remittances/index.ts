export { absorbNow, openAbsorptions } from './absorb-flow.ts'
export {
  absorptionDeadlineSources,
  absorptionDeadlines,
  succeedAbsorptionDeadline,
} from './absorption-deadline-store.ts'
export { claimByPayerNumber, decisionsIn, decisionsOf, decisionsOfSessions } from './decision-store.ts'
export { depositsOf, recordDeposit } from './deposit-store.ts'
export { findRemittance } from './find-remittance-flow.ts'
export { postedPayments } from './posted-payment-store.ts'
export { judgeQuarantined } from './release-remittance-flow.ts'
export { settleUnmatched } from './settle-unmatched-flow.ts'
export { clearingAccount, type TakenFile, takeRemittanceFile } from './take-remittance-flow.ts'
export {
  type JudgedTransaction,
  providerAdjustmentsIn,
  transactionById,
  transactionsTaken,
} from './transaction-store.ts'
export { type Unmatched, unmatchedById, unmatchedClaims } from './unmatched-store.ts'
