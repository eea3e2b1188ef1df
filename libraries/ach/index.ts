export { achText } from './ach-text.ts'
export { checkAchFile } from './check-ach-file.ts'
export type {
  AchBatch,
  AchEntry,
  AchFile,
  AchFinding,
  AchFindingCode,
  Addenda,
  EntryClass,
  TransactionCode,
} from './model.ts'
export { type AchReading, readAchFile } from './read-ach-file.ts'
export { type ChangeCode, changeCodes, type ReturnCode, returnCodes } from './return-codes.ts'
export { isRoutingNumber, routingCheckDigit } from './routing-number.ts'
export { isTransactionCode, returnedAs, type TransactionMeaning, transactionMeaning } from './transaction-code.ts'
export { AchRefusal, writeAchFile } from './write-ach-file.ts'
