import { createHash } from 'node:crypto'
import type { CalendarDate } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { answerName, envelopeTo, nextInterchange } from './envelope.ts'
import { findContractRate } from './find-contract-rate.ts'
import type { DueStep } from './next-step.ts'
import type { PayerConfig } from './payer-config.ts'
import { type PayerEvent, type PayerState, payeeKey } from './payer-state.ts'
import { type DueClaim, planRemittance, type RemittancePlan, type TermsOf } from './plan-remittance.ts'
import { writeRemittance } from './write-remittance.ts'
import { writeTransfer } from './write-transfer.ts'

/** A file to send, with its bytes. */
export type OutgoingFile = { to: 'clearinghouse' | 'bank'; name: string; bytes: Uint8Array }

/** An event and the files it plans; the bytes are stored before the event is. */
export type Deed<Kind extends PayerEvent['kind']> = {
  event: Extract<PayerEvent, { kind: Kind }>
  files: OutgoingFile[]
}

/** Answers the claims of the first payee that has any due: one 835, its transfer when there is money, one event. */
export function remitDueClaims(
  config: PayerConfig,
  state: PayerState,
  due: { on: CalendarDate; steps: readonly DueStep[] },
): Deed<'remitted'> | null {
  const claims = due.steps.flatMap(({ payerClaimNumber, act, soon }): DueClaim[] => {
    const record = state.claims.get(payerClaimNumber)
    return record ? [{ record, act, soon }] : []
  })
  const [first] = claims
  if (!first) return null
  const { payee } = first.record.claim
  const mine = claims.filter(({ record }) => payeeKey(record.claim.payee) === payeeKey(payee))
  const plan = planRemittance(termsFrom(config), { payee, on: due.on, claims: mine, balances: state.balances })
  const trace = `${due.on.replaceAll('-', '')}${String(state.remittances + 1).padStart(6, '0')}`
  const files = [...remittanceFiles(config, state, { plan, trace }), ...transferFiles(config, state, { plan, trace })]
  return { event: remittedEvent(plan, trace, files), files }
}

/** What the payer's copy of the contract says about a claim, with the copay of its member's policy. */
export function termsFrom(config: PayerConfig): TermsOf {
  return (claim, lessCents) => {
    const policy = config.policies.find(({ memberId }) => memberId === claim.memberId)
    return {
      copay: cents(policy?.copayCents ?? config.defaultCopayCents),
      less: cents(lessCents),
      rateOf: (line) =>
        findContractRate(config.contract, {
          billingTin: claim.payee.taxId,
          network: policy?.network ?? config.network,
          state: claim.state,
          taxonomy: claim.taxonomy,
          code: line.code,
          modifiers: line.modifiers,
          servedOn: line.servedOn,
        }),
    }
  }
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function remittanceFiles(
  config: PayerConfig,
  state: PayerState,
  { plan, trace }: { plan: RemittancePlan; trace: string },
): OutgoingFile[] {
  const [first] = plan.claims
  if (!first) return []
  const number = nextInterchange(state)
  const envelope = envelopeTo(config, first.claim.submitter, { number, on: plan.on, at: '06:00' })
  const written = writeRemittance(config, plan, { envelope, trace })
  if (!written.ok) throw new Error(`the 835 would be invalid: ${JSON.stringify(written.findings)}`)
  // A repeat is the same bytes under another name: a payer's outbox that was emptied twice.
  const numbers = plan.sendTwice ? [number, number + 1] : [number]
  return numbers.map((each) => ({
    to: 'clearinghouse',
    name: answerName(config, '835', plan.on, each),
    bytes: written.bytes,
  }))
}

function transferFiles(
  config: PayerConfig,
  state: PayerState,
  { plan, trace }: { plan: RemittancePlan; trace: string },
): OutgoingFile[] {
  if (plan.payment === 0) return []
  const number = state.planned.filter(({ to }) => to === 'bank').length + 1
  const text = writeTransfer(config, { payee: plan.payee, on: plan.on, payment: plan.payment, trace, number })
  const name = `${config.payer.id}-${plan.on}-${String(number).padStart(6, '0')}.ach`
  return [{ to: 'bank', name, bytes: new TextEncoder().encode(text) }]
}

function remittedEvent(plan: RemittancePlan, trace: string, files: readonly OutgoingFile[]): Deed<'remitted'>['event'] {
  return {
    kind: 'remitted',
    on: plan.on,
    trace,
    payment: plan.payment,
    acts: plan.claims.map(({ claim, decisions }) => ({ payerClaimNumber: claim.payerClaimNumber, decisions })),
    carried: plan.carried,
    taken: plan.taken,
    files: files.map(({ to, name, bytes }) => ({ to, name, sha256: sha256Of(bytes) })),
  }
}
