export { balances, balancesOfKind, holdSubject, PostingConflict, recordPosting, transfersAbout } from './posting-store.ts'
export { nextSealDue, sealBooks, sealsOf, postingsOf, startOfHour } from './seal-store.ts'
