import {
  askForFees,
  chargeShares,
  endUnpaidFees,
  refundClients,
  remindPeople,
} from '../business/charges/charges-jobs.ts'
import { alarmClaims, lockSessions, releaseClaims, sendClaims, writeClaims } from '../business/claims/claims-jobs.ts'
import { endKeptRecords } from '../business/deletions/deletions-jobs.ts'
import { remindConsultants, remindOfDocuments } from '../business/joining/joining-jobs.ts'
import { sealLedger } from '../business/ledger/ledger-jobs.ts'
import { payday, sendToBank, takeFromBank, testDeposits } from '../business/payouts/payouts-jobs.ts'
import { absorb, takeFromClearinghouse } from '../business/remittances/remittances-jobs.ts'
import { planSeries } from '../business/sessions/sessions-jobs.ts'
import type { Deed } from '../business/world.ts'
import { sealAuditEvents } from './seal-audit.ts'

/** What falls due, in the order in which it is done: along a session's life, what comes in before what goes out. */
export const deeds: readonly Deed[] = [
  takeFromClearinghouse,
  takeFromBank,
  planSeries,
  lockSessions,
  askForFees,
  chargeShares,
  releaseClaims,
  alarmClaims,
  writeClaims,
  sendClaims,
  payday,
  testDeposits,
  sendToBank,
  absorb,
  endUnpaidFees,
  refundClients,
  remindPeople,
  remindConsultants,
  remindOfDocuments,
  endKeptRecords,
  sealLedger,
  sealAuditEvents,
]
