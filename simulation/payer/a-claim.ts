import { calendarDate } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { npiFrom } from '../../libraries/npi/index.ts'
import type { ClaimLine, ReceivedClaim } from './received-claim.ts'

/** A claim of one session for the payer's tests: 90837 at 150.00, received on 10 April 2026, unless said. */
export function aClaim(over: Partial<ReceivedClaim> = {}): ReceivedClaim {
  const lines = over.lines ?? [aLine()]
  return {
    claimControlNumber: 'K7Q2M4X9R1T5',
    payerClaimNumber: 'MP20260410000001',
    submitter: { qualifier: 'ZZ', id: 'EVENKEEL', usage: 'T' },
    receivedOn: calendarDate('2026-04-10'),
    memberId: 'PAYS0001',
    patient: { lastName: 'ROE', firstName: 'JAMIE' },
    payee: { name: 'NETWORK OF NEW YORK', npi: npiFrom('123456789'), taxId: '131234567' },
    rendering: { npi: npiFrom('198765432'), lastName: 'DOE', firstName: 'ALEX' },
    taxonomy: '1041C0700X',
    state: 'NY',
    filingCode: 'CI',
    placeOfService: '10',
    charge: cents(lines.reduce((total, { charge }) => total + charge, 0)),
    ...over,
    lines,
  }
}

export function aLine(over: Partial<ClaimLine> = {}): ClaimLine {
  return {
    controlNumber: 'L1',
    code: '90837',
    modifiers: ['95'],
    charge: cents(15_000),
    units: 1,
    servedOn: calendarDate('2026-04-08'),
    ...over,
  }
}
