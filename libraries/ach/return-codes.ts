/**
 * Why an entry came back. `meets`: whether a credit can meet it or only a debit; a credit that comes back with a
 * debit's code goes to a person. `retry`: whether it may
 * be sent again without a new authorization, once what the code names is put right. `returnByBankingDays`: null
 * where no fixed limit holds.
 */
export type ReturnCode = {
  code: string
  meaning: string
  meets: 'any' | 'debit'
  retry: boolean
  returnByBankingDays: 2 | 60 | null
}

export type ChangeCode = { code: string; changes: string }

/** Nacha Operating Rules, Appendix Four, "Return Entries", as read on 2026-11-21. */
export const returnCodes: readonly ReturnCode[] = [
  { code: 'R01', meaning: 'not enough funds', meets: 'debit', retry: true, returnByBankingDays: 2 },
  { code: 'R02', meaning: 'account closed', meets: 'any', retry: false, returnByBankingDays: 2 },
  { code: 'R03', meaning: 'no account / cannot find', meets: 'any', retry: false, returnByBankingDays: 2 },
  { code: 'R04', meaning: 'invalid account number format', meets: 'any', retry: false, returnByBankingDays: 2 },
  {
    code: 'R05',
    meaning: 'consumer account debited with corporate SEC, unauthorized',
    meets: 'debit',
    retry: false,
    returnByBankingDays: 60,
  },
  { code: 'R06', meaning: 'returned at ODFI request', meets: 'any', retry: false, returnByBankingDays: null },
  { code: 'R07', meaning: 'consumer revoked authorization', meets: 'debit', retry: false, returnByBankingDays: 60 },
  { code: 'R08', meaning: 'payment stopped', meets: 'debit', retry: false, returnByBankingDays: 2 },
  { code: 'R09', meaning: 'uncollected funds', meets: 'debit', retry: true, returnByBankingDays: 2 },
  {
    code: 'R10',
    meaning: 'originator not known/not authorized (consumer)',
    meets: 'debit',
    retry: false,
    returnByBankingDays: 60,
  },
  { code: 'R11', meaning: 'entry not per authorization terms', meets: 'debit', retry: false, returnByBankingDays: 60 },
  { code: 'R12', meaning: 'branch sold', meets: 'any', retry: false, returnByBankingDays: 2 },
  {
    code: 'R13',
    meaning: 'RDFI not qualified / bad routing number',
    meets: 'any',
    retry: false,
    returnByBankingDays: 2,
  },
  { code: 'R14', meaning: 'representative payee dead', meets: 'any', retry: false, returnByBankingDays: 2 },
  { code: 'R15', meaning: 'owner dead', meets: 'any', retry: false, returnByBankingDays: 2 },
  { code: 'R16', meaning: 'account frozen/OFAC', meets: 'any', retry: false, returnByBankingDays: 2 },
  {
    code: 'R17',
    meaning: 'file record edit / questionable account (QUESTIONABLE = suspected fraud)',
    meets: 'any',
    retry: false,
    returnByBankingDays: 2,
  },
  { code: 'R18', meaning: 'wrong effective date', meets: 'any', retry: true, returnByBankingDays: 2 },
  { code: 'R19', meaning: 'amount field error', meets: 'any', retry: true, returnByBankingDays: 2 },
  { code: 'R20', meaning: 'non-transaction account', meets: 'any', retry: false, returnByBankingDays: 2 },
  { code: 'R21', meaning: 'invalid company id', meets: 'any', retry: true, returnByBankingDays: 2 },
  { code: 'R22', meaning: 'invalid individual id', meets: 'any', retry: true, returnByBankingDays: 2 },
  { code: 'R23', meaning: 'credit refused by receiver', meets: 'any', retry: false, returnByBankingDays: 2 },
  { code: 'R24', meaning: 'duplicate entry', meets: 'any', retry: false, returnByBankingDays: 2 },
  { code: 'R25', meaning: 'addenda error', meets: 'any', retry: true, returnByBankingDays: 2 },
  { code: 'R26', meaning: 'mandatory field error', meets: 'any', retry: true, returnByBankingDays: 2 },
  { code: 'R27', meaning: 'trace number error', meets: 'any', retry: true, returnByBankingDays: 2 },
  { code: 'R28', meaning: 'routing check digit error', meets: 'any', retry: true, returnByBankingDays: 2 },
  {
    code: 'R29',
    meaning: 'corporate customer says not authorized',
    meets: 'debit',
    retry: false,
    returnByBankingDays: 2,
  },
  {
    code: 'R31',
    meaning: 'permissible return of CCD/CTX (ODFI agrees)',
    meets: 'any',
    retry: false,
    returnByBankingDays: null,
  },
  { code: 'R61', meaning: 'misrouted return', meets: 'any', retry: false, returnByBankingDays: null },
  { code: 'R67', meaning: 'duplicate return', meets: 'any', retry: false, returnByBankingDays: null },
  { code: 'R68', meaning: 'untimely return', meets: 'any', retry: false, returnByBankingDays: null },
  { code: 'R69', meaning: 'field errors in return', meets: 'any', retry: false, returnByBankingDays: null },
  { code: 'R70', meaning: 'return not accepted', meets: 'any', retry: false, returnByBankingDays: null },
]

/** Nacha Operating Rules, Appendix Five, "Notification of Change": to be applied within 6 banking days or before the next entry. */
export const changeCodes: readonly ChangeCode[] = [
  { code: 'C01', changes: 'account number' },
  { code: 'C02', changes: 'routing number' },
  { code: 'C03', changes: 'routing + account' },
  { code: 'C04', changes: 'name' },
  { code: 'C05', changes: 'transaction code (checking/savings)' },
  { code: 'C06', changes: 'account + transaction code' },
  { code: 'C07', changes: 'routing, account, transaction code' },
  { code: 'C09', changes: 'individual id' },
  { code: 'C13', changes: 'addenda format' },
]
