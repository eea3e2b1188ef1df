export { type KindBalance, kindBalances } from './kind-balance-store.ts'
export {
  balancesSince,
  type ListedTransfer,
  postingCount,
  resultsByMonth,
  type TransferFilter,
  transfersListed,
  transfersOfEvents,
} from './posting-list-store.ts'
export {
  balances,
  balancesOfKind,
  holdSubject,
  type PostedTransfer,
  PostingConflict,
  recordPosting,
  transfersAbout,
  transfersAboutEach,
} from './posting-store.ts'
export { postingsOf, sealBooks, sealsOf, startOfHour } from './seal-store.ts'
