import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAchFile } from '../../libraries/ach/index.ts'
import { addDays, calendarDate } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { readX12 } from '../../libraries/x12/index.ts'
import { aClaim, aLine } from './a-claim.ts'
import { earliestSteps } from './next-step.ts'
import { payerConfig } from './payer-config.ts'
import { applyPayerEvent, emptyPayerState, type PayerState } from './payer-state.ts'
import type { ReceivedClaim } from './received-claim.ts'
import { type OutgoingFile, remitDueClaims } from './remit-due-claims.ts'

const partner = { host: '127.0.0.1', port: 1, hostKey: 'SHA256:x', user: 'payer', password: 'x' }
const config = (rate: number, copay: number) =>
  payerConfig.parse({
    payer: {
      name: 'Meadow Health',
      id: 'MEADOW',
      tin: '411234567',
      address: { street: '1 PLAN WAY', city: 'ALBANY', state: 'NY', zip: '122070001' },
    },
    clearinghouse: partner,
    bank: partner,
    contract: [{ billingTin: '131234567', code: '90837', from: '2020-01-01', cents: rate }],
    defaultCopayCents: copay,
    operatorAccount: { routing: '021000021', account: '123456789' },
    payees: [{ tin: '221234567', routing: '091000019', account: '77' }],
  })

function received(claims: ReceivedClaim[]): PayerState {
  const state = emptyPayerState()
  const on = calendarDate('2026-04-10')
  applyPayerEvent(state, { kind: 'received', name: 'a', sha256: 'a', size: 1, on, claims, files: [] })
  return state
}

/** Everything the payer will ever send about these claims. */
function playOut(settings: ReturnType<typeof config>, state: PayerState): OutgoingFile[] {
  const files: OutgoingFile[] = []
  for (let due = earliestSteps(state); due !== null; due = earliestSteps(state)) {
    const deed = remitDueClaims(settings, state, due)
    if (!deed) break
    applyPayerEvent(state, deed.event)
    files.push(...deed.files)
  }
  return files
}

function remittancesIn(files: OutgoingFile[]) {
  return files
    .filter(({ to }) => to === 'clearinghouse')
    .flatMap(({ bytes }) => {
      const read = readX12(bytes)
      expect([...read.findings, ...read.transactions.flatMap(({ findings }) => findings)]).toEqual([])
      return read.transactions.flatMap((found) => (found.set === '835' ? [found.remittance] : []))
    })
}

function transfersIn(files: OutgoingFile[]) {
  return files
    .filter(({ to }) => to === 'bank')
    .flatMap(({ bytes }) => {
      const { file, findings } = readAchFile(Buffer.from(bytes).toString('latin1'))
      expect(findings).toEqual([])
      return (file?.batches ?? []).flatMap((batch) =>
        batch.entries.map((entry) => ({ ...entry, effectiveOn: batch.effectiveOn })),
      )
    })
}

test('whatever the rate and the copay, every 835 reads without a finding and its transfer has its amount, day and trace', () => {
  const amount = fc.integer({ min: 0, max: 10_000_000 })
  const member = fc.constantFrom('PAYS', 'LATE', 'LESS', 'DENY', 'TAKES', 'TWICE', 'HELD', 'SILENT')
  fc.assert(
    fc.property(
      amount,
      amount,
      fc.array(fc.tuple(member, amount), { minLength: 1, maxLength: 5 }),
      (rate, copay, claims) => {
        const state = received(
          claims.map(([memberId, charge], index) =>
            aClaim({
              claimControlNumber: `C${index}`,
              payerClaimNumber: `P${index}`,
              memberId,
              receivedOn: addDays(calendarDate('2026-04-10'), index),
              lines: [aLine({ charge: cents(charge) }), aLine({ controlNumber: 'L2', charge: cents(rate) })],
            }),
          ),
        )
        const files = playOut(config(rate, copay), state)
        const paid = new Map(remittancesIn(files).map((remittance) => [remittance.trace.number, remittance]))
        const transfers = transfersIn(files)
        expect(transfers.map(({ effectiveOn, cents, addenda }) => [effectiveOn, cents, addenda])).toEqual(
          [...paid.values()]
            .filter(({ payment }) => payment.cents > 0)
            .map(({ payment, trace }) => [
              payment.date,
              payment.cents,
              { kind: 'payment', text: `TRN*1*${trace.number}*${trace.originator}~` },
            ]),
        )
        expect(new Set(files.map(({ name }) => name)).size).toBe(files.length)
        for (const { payment } of paid.values()) expect(payment.method).toBe(payment.cents > 0 ? 'ACH' : 'NON')
      },
    ),
    { numRuns: 60 },
  )
})

test('each payee is paid by itself, into its own account', () => {
  const other = { name: 'NETWORK OF NEW JERSEY', npi: aClaim().payee.npi, taxId: '221234567' }
  const state = received([aClaim(), aClaim({ claimControlNumber: 'C2', payerClaimNumber: 'P2', payee: other })])
  const settings = config(15_000, 2_500)
  settings.contract.push({ ...settings.contract[0], billingTin: '221234567' } as (typeof settings.contract)[number])
  const files = playOut(settings, state)
  expect(remittancesIn(files).map(({ payee, payment }) => [payee.name, payment.cents])).toEqual([
    ['NETWORK OF NEW YORK', 12_500],
    ['NETWORK OF NEW JERSEY', 12_500],
  ])
  expect(transfersIn(files).map(({ account }) => account)).toEqual(['123456789', '77'])
})

test('an amount that a transfer cannot hold is not paid wrongly: the payer stops', () => {
  const charge = cents(99_999_999_999)
  const state = received([aClaim({ lines: [aLine({ charge })] })])
  const due = earliestSteps(state)
  if (!due) throw new Error('nothing is due')
  expect(() => remitDueClaims(config(99_999_999_999, 0), state, due)).toThrow(/ACH file/)
})
