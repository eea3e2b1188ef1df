import { type AchEntry, type Addenda, writeAchFile } from '../libraries/ach/index.ts'
import { type StatementLine, writeBai2 } from '../libraries/bai2/index.ts'
import type { CalendarDate } from '../libraries/calendar/index.ts'
import { cents } from '../libraries/money/index.ts'
import { type ClaimPayment, type ProviderAdjustment, type Remittance, write835 } from '../libraries/x12/index.ts'
import { entity, operatorAccount, payer } from './story-network.ts'

/** What a payer says of one claim: paid and the client's share in cents; the rest is by contract, or refused. */
export type Answered = {
  number: string
  charge: number
  paid: number
  share?: number
  /** CLP02; '22' turns every amount round. */
  status?: string
  /** The reason for what is neither paid nor the client's: CO 45 unless said. */
  reason?: string
  payerNumber?: string
}

export const originator = `1${payer.tin}`

export function answerTo(answered: Answered): ClaimPayment {
  const { number, charge, paid, share = 0, status = '1', reason = '45' } = answered
  const way = status === '22' ? -1 : 1
  const rest = charge - paid - share
  const adjustments = [
    ...(rest === 0 ? [] : [{ group: 'CO', reason, cents: way * rest }]),
    ...(share === 0 ? [] : [{ group: 'PR', reason: '3', cents: way * share }]),
  ]
  return {
    claimControlNumber: number,
    status,
    chargeCents: way * charge,
    paidCents: way * paid,
    ...(share === 0 || status === '22' ? {} : { patientResponsibilityCents: share }),
    filingCode: '12',
    payerClaimControlNumber: answered.payerNumber ?? `ICN${number}`,
    patient: { kind: 'person', last: 'FENWICK', first: 'ADA' },
    adjustments: [],
    lines: [
      {
        procedure: '90837',
        modifiers: [],
        chargeCents: way * charge,
        paidCents: way * paid,
        units: 1,
        serviceDate: '2026-04-08',
        adjustments,
      },
    ],
  }
}

export type MadeUpPayment = {
  trace: string
  on: string
  answers: readonly Answered[]
  /** PLB: positive keeps money back. */
  outside?: readonly { reason: string; cents: number }[]
  payee?: { qualifier: string; id: string; taxNumber?: string }
  interchange?: number
}

let interchanges = 0

/** One 835 file with one payment; BPR02 is what its claims and adjustments add up to. */
export function a835(payment: MadeUpPayment): string {
  interchanges += 1
  const claims = payment.answers.map(answerTo)
  const providerAdjustments: ProviderAdjustment[] = (payment.outside ?? []).map(({ reason, cents: amount }) => ({
    providerId: entity.npi,
    fiscalDate: '2026-12-31',
    reason,
    reference: 'MADEUP',
    cents: amount,
  }))
  const paid =
    claims.reduce((total, { paidCents }) => total + paidCents, 0) -
    providerAdjustments.reduce((total, { cents: amount }) => total + amount, 0)
  const number = String(payment.interchange ?? interchanges)
  const written = write835({
    envelope: {
      senderQualifier: 'ZZ',
      senderId: payer.electronicId,
      receiverQualifier: 'ZZ',
      receiverId: 'EVENKEEL01',
      createdOn: payment.on,
      createdAt: '09:30',
      usage: 'T',
      interchangeControlNumber: number.padStart(9, '0'),
      groupControlNumber: number,
    },
    transactions: [remittance(payment, claims, providerAdjustments, paid)],
  })
  if (!written.ok) throw new Error(written.findings.map(({ message }) => message).join('; '))
  return written.text
}

function remittance(
  { trace, on, payee }: MadeUpPayment,
  claims: ClaimPayment[],
  providerAdjustments: ProviderAdjustment[],
  paid: number,
): Remittance {
  const account = { routingQualifier: '01', accountQualifier: 'DA' }
  return {
    transactionControlNumber: '0001',
    payment: {
      handling: 'I',
      cents: paid,
      creditDebit: 'C',
      method: 'ACH',
      format: 'CCP',
      sender: { ...account, routing: '123456780', account: '7788001' },
      receiver: { ...account, routing: operatorAccount.routing, account: operatorAccount.account },
      originator,
      date: on,
    },
    trace: { number: trace, originator },
    producedOn: on,
    payer: {
      name: payer.name,
      address: { street: '1 CEDAR WAY', city: 'ALBANY', state: 'NY', zip: '122070001' },
      technicalContacts: [{ name: 'EDI DESK', telephone: '8005550124' }],
    },
    payee: {
      name: entity.legalName.slice(0, 60),
      idQualifier: payee?.qualifier ?? 'XX',
      id: payee?.id ?? entity.npi,
      references:
        payee === undefined
          ? [{ qualifier: 'TJ', value: entity.tin }]
          : payee.taxNumber
            ? [{ qualifier: 'TJ', value: payee.taxNumber }]
            : [],
    },
    claims,
    providerAdjustments,
  }
}

/** A day of the operator's bank; the closing balance follows from the lines. */
export function aStatement({
  asOf,
  opening,
  lines,
  account = operatorAccount.account,
}: {
  asOf: CalendarDate
  opening: number
  lines: readonly Partial<StatementLine>[]
  account?: string
}): { text: string; closing: number } {
  const told = lines.map((line, index) => ({
    typeCode: '165',
    cents: cents(0),
    bankReference: `${asOf.replaceAll('-', '').slice(2)}${String(index + 1).padStart(4, '0')}`,
    customerReference: '',
    text: '',
    ...line,
  }))
  const closing = told.reduce(
    (balance, line) => balance + (Number(line.typeCode) < 400 ? line.cents : -line.cents),
    opening,
  )
  const text = writeBai2({
    sender: operatorAccount.routing,
    receiver: account,
    fileId: asOf.replaceAll('-', '').slice(2),
    createdOn: asOf,
    createdAt: '2330',
    asOf,
    accounts: [{ account, currency: 'USD', openingLedger: cents(opening), closingLedger: cents(closing), lines: told }],
  })
  return { text, closing }
}

/** What the bank says of entries of ours that came back or were corrected. */
export function aReturnFile(
  on: CalendarDate,
  answers: readonly { traceNumber: string; cents: number; addenda: { kind: 'return' | 'change'; code: string } }[],
): string {
  const batch = (kind: 'return' | 'change', batchNumber: number) => {
    const of = answers.filter(({ addenda }) => addenda.kind === kind)
    if (of.length === 0) return []
    return [
      {
        companyName: operatorAccount.companyName,
        companyId: operatorAccount.companyId,
        sec: kind === 'change' ? ('COR' as const) : ('CCD' as const),
        entryDescription: 'PAYOUT',
        effectiveOn: on,
        odfi: operatorAccount.odfi,
        batchNumber,
        entries: of.map(
          (answer, index): AchEntry => ({
            transactionCode: 21,
            receivingRouting: operatorAccount.routing,
            account: '1001550021',
            cents: cents(kind === 'change' ? 0 : answer.cents),
            individualId: 'PAYOUT',
            name: 'JUNIPER STREET',
            traceNumber: `${operatorAccount.odfi}${String(batchNumber * 1000 + index + 1).padStart(7, '0')}`,
            addenda: addendaOf(answer),
          }),
        ),
      },
    ]
  }
  return writeAchFile({
    immediateDestination: operatorAccount.routing,
    immediateDestinationName: 'OPERATOR',
    immediateOrigin: operatorAccount.routing,
    immediateOriginName: operatorAccount.bankName,
    createdOn: on,
    createdAt: '2330',
    fileIdModifier: 'A',
    batches: [...batch('return', 1), ...batch('change', 2)],
  })
}

function addendaOf({
  traceNumber,
  addenda,
}: {
  traceNumber: string
  addenda: { kind: 'return' | 'change'; code: string }
}): Addenda {
  const common = { code: addenda.code, originalTrace: traceNumber, originalRdfi: operatorAccount.odfi }
  return addenda.kind === 'return'
    ? { kind: 'return', ...common, information: '' }
    : { kind: 'change', ...common, corrected: '1001999999' }
}
