import { plus, sum } from '../../libraries/money/index.ts'
import {
  type ClaimPayment,
  type EnvelopeInput,
  type Remittance,
  type ServicePayment,
  type Written,
  write835,
} from '../../libraries/x12/index.ts'
import type { ClaimDecision, LineDecision } from './adjudicate-claim.ts'
import type { PayerConfig } from './payer-config.ts'
import type { RemittancePlan } from './plan-remittance.ts'
import type { ReceivedClaim } from './received-claim.ts'

/** Claim filing indicators that an 835 knows (CLP06); a commercial plan (CI) is told as a PPO. */
const filingCodes = new Set(['12', '13', '14', '15', '16', '17', 'AM', 'CH', 'DS', 'HM', 'LM', 'MA', 'MB', 'MC'])

/** Writes one payment's 835 (005010X221A1); the writer refuses one that does not balance. */
export function writeRemittance(
  config: PayerConfig,
  plan: RemittancePlan,
  { envelope, trace }: { envelope: EnvelopeInput; trace: string },
): Written {
  return write835({ envelope, transactions: [remittanceOf(config, plan, trace)] })
}

/** TRN03 and BPR10: '1' and the payer's tax number. */
export function originatorOf(config: PayerConfig): string {
  return `1${config.payer.tin}`
}

/** The account that the payee's money goes to. */
export function accountOf(config: PayerConfig, taxId: string): { routing: string; account: string } {
  return config.payees.find((payee) => payee.tin === taxId) ?? config.operatorAccount
}

function remittanceOf(config: PayerConfig, plan: RemittancePlan, trace: string): Remittance {
  const { payer } = config
  return {
    transactionControlNumber: '0001',
    payment: paymentOf(config, plan),
    trace: { number: trace, originator: originatorOf(config) },
    producedOn: plan.on,
    payer: {
      name: payer.name,
      address: payer.address,
      references: [{ qualifier: '2U', value: payer.id }],
      technicalContacts: [{ name: 'EDI SUPPORT', telephone: payer.telephone }],
    },
    payee: {
      name: plan.payee.name,
      idQualifier: 'XX',
      id: plan.payee.npi,
      references: [{ qualifier: 'TJ', value: plan.payee.taxId }],
    },
    claims: plan.claims.flatMap(({ claim, decisions }) => decisions.map((decision) => claimPayment(claim, decision))),
    providerAdjustments: plan.providerAdjustments.map(({ reference, amount }) => ({
      providerId: plan.payee.npi,
      fiscalDate: `${plan.on.slice(0, 4)}-12-31`,
      reason: 'FB',
      reference,
      cents: amount,
    })),
  }
}

function paymentOf(config: PayerConfig, plan: RemittancePlan): Remittance['payment'] {
  const base = { cents: plan.payment, creditDebit: 'C', date: plan.on }
  if (plan.payment === 0) return { ...base, handling: 'H', method: 'NON' }
  const { routing, account } = accountOf(config, plan.payee.taxId)
  return {
    ...base,
    handling: 'I',
    method: 'ACH',
    format: 'CCP',
    sender: {
      routingQualifier: '01',
      routing: config.payer.bankAccount.routing,
      accountQualifier: 'DA',
      account: config.payer.bankAccount.account,
    },
    originator: originatorOf(config),
    receiver: { routingQualifier: '01', routing, accountQualifier: 'DA', account },
  }
}

function claimPayment(claim: ReceivedClaim, decision: ClaimDecision): ClaimPayment {
  const days = claim.lines.map(({ servedOn }) => servedOn).sort()
  const [first = claim.receivedOn] = days
  return {
    claimControlNumber: claim.claimControlNumber,
    status: decision.status,
    chargeCents: decision.charge,
    paidCents: decision.paid,
    patientResponsibilityCents: decision.patientShare > 0 ? decision.patientShare : undefined,
    filingCode: filingCodes.has(claim.filingCode) ? claim.filingCode : '12',
    payerClaimControlNumber: claim.payerClaimNumber,
    placeOfService: claim.placeOfService,
    frequency: '1',
    patient: { kind: 'person', last: claim.patient.lastName, first: claim.patient.firstName ?? undefined },
    memberIdQualifier: 'MI',
    memberId: claim.memberId,
    renderingProvider: claim.rendering
      ? {
          name: { kind: 'person', last: claim.rendering.lastName, first: claim.rendering.firstName ?? undefined },
          idQualifier: 'XX',
          id: claim.rendering.npi,
        }
      : undefined,
    adjustments: [],
    dates: [
      { qualifier: '232', on: first },
      { qualifier: '233', on: days.at(-1) ?? first },
      { qualifier: '050', on: claim.receivedOn },
    ],
    lines: decision.lines.map(servicePayment),
  }
}

function servicePayment(decided: LineDecision): ServicePayment {
  const { line } = decided
  const patients = decided.adjustments.filter(({ group }) => group === 'PR')
  const allowed = plus(decided.paid, sum(patients.map(({ amount }) => amount)))
  return {
    procedure: line.code,
    modifiers: line.modifiers,
    chargeCents: decided.charge,
    paidCents: decided.paid,
    units: line.units,
    lineControlNumber: line.controlNumber ?? undefined,
    serviceDate: line.servedOn,
    adjustments: decided.adjustments.map(({ group, reason, amount }) => ({ group, reason, cents: amount })),
    // The allowed amount (B6) is told where a line was priced; it counts in no balance.
    amounts: allowed > 0 ? [{ qualifier: 'B6', cents: allowed }] : [],
    remarks: decided.remarks,
  }
}
