export { type KindBalance, kindBalances } from './kind-balance-store.ts'
export {
  balances,
  balancesOfKind,
  holdSubject,
  PostingConflict,
  recordPosting,
  transfersAbout,
} from './posting-store.ts'
export { postingsOf, sealBooks, sealsOf, startOfHour } from './seal-store.ts'
