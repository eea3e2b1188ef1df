import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { matchClaims, matchLines, readX12, toTA1 } from './index.ts'

const read = (name: string) => readX12(readFileSync(join(import.meta.dirname, 'cases', name)))
const sent = read('ok/claims-with-dependent-and-other-payer.edi')
const answers = ['acknowledged', 'claims-acknowledged', 'remittance-with-reversal-and-interest'].flatMap(
  (name) => read(`ok/${name}.edi`).transactions,
)

test('a sent claim is brought together with everything that came back about it', () => {
  const { trails, unmatched } = matchClaims(sent.transactions, answers)
  const [first, second] = trails
  expect(first).toMatchObject({
    claim: { claimControlNumber: 'LK-1001' },
    batchReference: 'LK20260415A',
    syntax: [{ status: 'R' }],
    acknowledged: [{ payerClaimControlNumber: 'EV2026041000001' }],
    payments: [{ status: '1', paidCents: 19090 }],
  })
  expect(second).toMatchObject({ acknowledged: [{ claimControlNumber: 'LK-1002' }], payments: [] })
  expect(unmatched.payments.map((payment) => payment.status)).toEqual(['22', '1', '4'])
})

test('the lines of a payment find their lines by control number, and without it by what was done when', () => {
  const [first] = matchClaims(sent.transactions, answers).trails
  const [payment] = first?.payments ?? []
  if (first === undefined || payment === undefined) throw new Error('the claim was paid')
  expect(matchLines(first.claim, payment).map(({ line }) => line?.lineControlNumber)).toEqual([
    'LK-1001-1',
    'LK-1001-2',
  ])
  const unnamed = { ...payment, lines: payment.lines.map(({ lineControlNumber: _, ...line }) => line).reverse() }
  expect(matchLines(first.claim, unnamed).map(({ line }) => line?.lineControlNumber)).toEqual([
    'LK-1001-2',
    'LK-1001-1',
  ])
})

test('an interchange is accepted or rejected by its envelope alone', () => {
  expect(toTA1(sent)).toMatchObject([{ interchangeControlNumber: '000000417', status: 'A', note: '000' }])
  expect(toTA1(read('bad/claim_charge@CLM-2.edi'))).toMatchObject([{ status: 'A' }])
  expect(toTA1(read('bad/isa_control_number@IEA-2.edi'))).toMatchObject([{ status: 'R', note: '001' }])
})

test('a code that the given list does not hold on its day is named', () => {
  const file = join(import.meta.dirname, 'cases/ok/remittance-with-reversal-and-interest.edi')
  const { findings } = readX12(readFileSync(file), { carc: (code) => code !== '197' })
  expect(findings).toMatchObject([{ code: 'code_not_in_force', value: '197', claim: 'LK-0950', severity: 'warning' }])
})
