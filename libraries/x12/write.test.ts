import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readX12, to277CA, to999, write277CA, write835, write837P, write999 } from './index.ts'
import type { ClaimFile } from './model-claim.ts'
import type { EnvelopeInput, Written } from './model-envelope.ts'
import type { ClaimPayment, RemittanceFile } from './model-remittance.ts'

const envelope: EnvelopeInput = {
  ...{ senderQualifier: 'ZZ', senderId: 'LAKESIDE', receiverQualifier: '30', receiverId: '943210987' },
  ...{ createdOn: '2026-04-15', createdAt: '09:30', usage: 'T' },
  ...{ interchangeControlNumber: '417', groupControlNumber: '417' },
}

const organization = (last: string) => ({ kind: 'organization' as const, last })
const person = (last: string, first: string) => ({ kind: 'person' as const, last, first })
const harbor = { street: '40 HARBOR STREET', city: 'NORTHAMPTON', state: 'MA', zip: '010601234' }

function claimFile(change: (file: ClaimFile) => unknown = () => {}): ClaimFile {
  const file: ClaimFile = {
    envelope,
    transactions: [
      {
        ...{ transactionControlNumber: '0001', batchReference: 'B1', createdOn: '2026-04-15', createdAt: '09:30' },
        submitter: {
          name: organization('LAKESIDE THERAPY'),
          id: 'LAKESIDE',
          contacts: [{ name: 'DESK', telephone: '4135550100' }],
        },
        receiver: { name: 'NORTH CLEARING', id: '943210987' },
        billingProviders: [
          {
            ...{ name: organization('LAKESIDE THERAPY'), npi: '1234567893', taxonomy: '251S00000X', address: harbor },
            taxIdentification: { kind: 'employer', number: '043210987' },
            subscribers: [
              {
                ...{ responsibility: 'P', relationship: '18', filingCode: 'CI', name: person('OKORO', 'IFE') },
                ...{ memberId: 'KZ1', address: harbor, dateOfBirth: '1991-07-22', sex: 'F', dependents: [] },
                payer: { name: 'EVERGREEN HEALTH', id: 'EVGRN' },
                claims: [
                  {
                    ...{ claimControlNumber: 'LK-1', chargeCents: 18550, placeOfService: '10', frequency: '1' },
                    diagnoses: ['F4310', 'F411'],
                    lines: [
                      {
                        ...{
                          lineControlNumber: 'LK-1-1',
                          procedure: '90837',
                          modifiers: ['95'],
                          chargeCents: 18550,
                          units: 1,
                        },
                        ...{ diagnosisPointers: [1, 2], serviceDate: '2026-04-01' },
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  }
  change(file)
  return file
}

function claimOf(file: ClaimFile) {
  const claim = file.transactions[0]?.billingProviders[0]?.subscribers[0]?.claims[0]
  if (claim === undefined) throw new Error('the file has a claim')
  return claim
}

function payment(change: (file: RemittanceFile) => void = () => {}): RemittanceFile {
  const claim: ClaimPayment = {
    ...{
      claimControlNumber: 'LK-1',
      status: '1',
      chargeCents: 18550,
      paidCents: 11050,
      patientResponsibilityCents: 2000,
    },
    ...{
      filingCode: '12',
      payerClaimControlNumber: 'EV1',
      patient: person('OKORO', 'IFE'),
      memberId: 'KZ1',
      adjustments: [],
    },
    lines: [
      {
        ...{
          procedure: '90837',
          modifiers: ['95'],
          chargeCents: 18550,
          paidCents: 11050,
          units: 1,
          serviceDate: '2026-04-01',
        },
        lineControlNumber: 'LK-1-1',
        adjustments: [
          { group: 'CO', reason: '45', cents: 5500 },
          { group: 'PR', reason: '3', cents: 2000 },
        ],
      },
    ],
  }
  const bank = (account: string) => ({ routingQualifier: '01', routing: '011000015', accountQualifier: 'DA', account })
  const file: RemittanceFile = {
    envelope,
    transactions: [
      {
        transactionControlNumber: '0001',
        payment: {
          ...{ handling: 'I', cents: 11050, creditDebit: 'C', method: 'ACH', format: 'CCP', date: '2026-04-20' },
          ...{ sender: bank('1'), receiver: bank('2'), originator: '1061234567' },
        },
        trace: { number: 'EVG1', originator: '1061234567' },
        payer: {
          name: 'EVERGREEN HEALTH',
          address: harbor,
          technicalContacts: [{ name: 'EDI', telephone: '8005550124' }],
        },
        payee: { name: 'LAKESIDE THERAPY', idQualifier: 'XX', id: '1234567893' },
        claims: [claim],
        providerAdjustments: [],
      },
    ],
  }
  change(file)
  return file
}

function refusal(written: Written) {
  if (written.ok) throw new Error(`was not refused: ${written.text}`)
  return written.findings.filter((finding) => finding.severity === 'error')
}

function textOf(written: Written): string {
  if (!written.ok) throw new Error(JSON.stringify(written.findings, null, 1))
  return written.text
}

test('a claim file that is written is read back as the same claims', () => {
  const text = textOf(write837P(claimFile()))
  const [transaction] = readX12(Buffer.from(text)).transactions
  if (transaction?.set !== '837P') throw new Error('an 837P was written')
  expect(textOf(write837P({ envelope, transactions: [transaction.batch] }))).toBe(text)
})

test('a claim whose charge is not the sum of its lines is not written, and the difference is told', () => {
  const findings = refusal(write837P(claimFile((file) => Object.assign(claimOf(file), { chargeCents: 18551 }))))
  expect(findings).toMatchObject([{ code: 'claim_charge', claim: 'LK-1', difference: 1, segment: 'CLM', element: 2 }])
})

test('a replacement without the number the payer gave is not written', () => {
  const findings = refusal(write837P(claimFile((file) => Object.assign(claimOf(file), { frequency: '7' }))))
  expect(findings).toMatchObject([{ code: 'original_reference' }])
  const replaced = claimFile((file) => Object.assign(claimOf(file), { frequency: '7', originalReference: 'EV1' }))
  expect(textOf(write837P(replaced))).toContain('REF*F8*EV1~')
})

test('text that holds a separator is refused, never written', () => {
  const findings = refusal(write837P(claimFile((file) => Object.assign(claimOf(file), { claimControlNumber: 'LK*1' }))))
  expect(findings).toMatchObject([{ code: 'unwritable', segment: 'CLM', element: 1, value: 'LK*1' }])
})

test('an unreadable amount is refused', () => {
  const findings = refusal(write837P(claimFile((file) => Object.assign(claimOf(file), { chargeCents: 0.5 }))))
  expect(findings.map((finding) => finding.code)).toContain('bad_amount')
})

test('a payment of nothing is written as information without a payment', () => {
  const denied = payment(({ transactions: [only] }) => {
    const [claim] = only?.claims ?? []
    if (only === undefined || claim === undefined) return
    only.payment.cents = 0
    Object.assign(claim, { status: '4', paidCents: 0, patientResponsibilityCents: undefined, lines: [] })
    claim.adjustments = [{ group: 'CO', reason: '197', cents: 18550 }]
  })
  expect(textOf(write835(denied))).toContain('BPR*H*0*C*NON*')
})

test('a payment that is off by a cent is refused with the cent, and where it is missing', () => {
  const off = payment(({ transactions: [only] }) => {
    if (only !== undefined) only.payment.cents += 1
  })
  expect(refusal(write835(off))).toMatchObject([{ code: 'payment_balance', segment: 'BPR', element: 2, difference: 1 }])
})

test('money that is withheld or added outside claims balances with its sign', () => {
  const moved = payment(({ transactions: [only] }) => {
    if (only === undefined) return
    only.payment.cents = 11050 - 3000 + 250
    const provider = { providerId: '1234567893', fiscalDate: '2026-12-31' }
    only.providerAdjustments = [
      { ...provider, reason: 'WO', reference: 'OLD', cents: 3000 },
      { ...provider, reason: 'L6', cents: -250 },
    ]
  })
  expect(textOf(write835(moved))).toContain('PLB*1234567893*20261231*WO:OLD*30*L6*-2.5~')
})

test('whatever a payer pays and adjusts, only what balances is written, and the difference is exact', () => {
  const cents = fc.integer({ min: 0, max: 5_000_000 })
  fc.assert(
    fc.property(cents, cents, cents, fc.integer({ min: -3, max: 3 }), (contract, patient, paid, off) => {
      const file = payment(({ transactions: [only] }) => {
        const claim = only?.claims[0]
        const line = claim?.lines[0]
        if (only === undefined || claim === undefined || line === undefined) return
        const charge = contract + patient + paid
        Object.assign(claim, { chargeCents: charge, paidCents: paid, patientResponsibilityCents: patient })
        Object.assign(line, { chargeCents: charge, paidCents: paid })
        line.adjustments = [
          { group: 'CO', reason: '45', cents: contract },
          { group: 'PR', reason: '1', cents: patient },
        ].filter((each) => each.cents !== 0)
        only.payment.cents = paid + off
      })
      const written = write835(file)
      if (paid + off < 0 || off !== 0) {
        const findings = refusal(written)
        expect(findings).toContainEqual(expect.objectContaining({ code: 'payment_balance', difference: off }))
      } else expect(written.ok).toBe(true)
    }),
    { numRuns: 100 },
  )
})

test('a good claim file is acknowledged, and a wrong one rejected at the position of its fault', () => {
  const text = textOf(write837P(claimFile()))
  const accepted = to999(readX12(Buffer.from(text)))
  expect(accepted).toMatchObject([
    { status: 'A', functionalCode: 'HC', groupControlNumber: '417', transactions: [{ status: 'A' }] },
  ])
  const wrong = readX12(Buffer.from(text.replace('ABK:F4310', 'ABK:F43.10')))
  expect(to999(wrong)).toMatchObject([{ status: 'A', transactions: [{ status: 'A', errors: [] }] }])
  const rejected = to999(wrong, { also: ['code'] })
  const answer = textOf(write999({ envelope, transactions: rejected }))
  expect(answer).toMatch(
    /IK3\*HI\*20\*2300\*8~\s+CTX\*CLM01:LK-1~\s+IK4\*1:2\*\*I12\*F43.10~\s+IK5\*R\*I5~\s+AK9\*R\*1\*1\*0~/,
  )
})

test('a batch is answered claim by claim, with totals of what is accepted and rejected', () => {
  const [transaction] = readX12(Buffer.from(textOf(write837P(claimFile())))).transactions
  if (transaction?.set !== '837P') throw new Error('an 837P was written')
  const answer = to277CA(
    transaction.batch,
    {
      ...{
        transactionControlNumber: '0001',
        reference: 'A1',
        createdOn: '2026-04-16',
        createdAt: '08:00',
        sourceTrace: 'T1',
      },
      ...{
        receivedOn: '2026-04-15',
        processedOn: '2026-04-16',
        source: { kind: 'payer', name: 'EVERGREEN HEALTH', id: 'EVGRN' },
      },
    },
    () => ({
      statuses: [{ codes: [{ category: 'A7', status: '164', entity: 'IL' }], effectiveOn: '2026-04-16', action: 'U' }],
    }),
  )
  const text = textOf(write277CA({ envelope, transactions: [answer] }))
  expect(text).toContain('QTY*AA*1~')
  expect(text).toContain('STC*A7:164:IL*20260416*U*185.5~')
  const [read] = readX12(Buffer.from(text)).transactions
  expect(read).toMatchObject({
    set: '277CA',
    acknowledgement: { batchReference: 'B1', totals: { rejectedCents: 18550 } },
  })
})
