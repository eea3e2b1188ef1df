import { isAccepted } from './check-claim-acknowledgement.ts'
import type { Streamed } from './claims-in.ts'
import type { AcknowledgedClaim } from './model-acknowledgement.ts'
import type { Claim } from './model-claim.ts'
import type { ClaimStatusMessage } from './model-claim-status.ts'
import type { Benefit, EligibilityMessage } from './model-eligibility.ts'
import type { Adjustment, Name } from './model-party.ts'
import type { ClaimPayment, Remittance } from './model-remittance.ts'
import type { ClaimOwner } from './read-claims.ts'
import { sayFinding } from './say-finding.ts'
import type { ReadClaim } from './set-reader.ts'
import type { Transaction } from './transaction.ts'

const groups: Record<string, string> = {
  CO: 'written off by contract',
  PR: 'owed by the patient',
  OA: 'other adjustment',
  PI: 'reduced by the payer',
  CR: 'correction',
}

const statuses: Record<string, string> = {
  '1': 'processed as primary',
  '2': 'processed as secondary',
  '3': 'processed as tertiary',
  '4': 'denied',
  '19': 'processed as primary and handed on',
  '20': 'processed as secondary and handed on',
  '21': 'processed as tertiary and handed on',
  '22': 'taken back',
  '23': 'not our claim, handed on',
  '25': 'only estimated',
}

const frequencies: Record<string, string> = {
  '1': 'original',
  '7': 'replaces an earlier claim',
  '8': 'voids an earlier claim',
}

const benefits: Record<string, string> = {
  ...{ '1': 'active coverage', '6': 'inactive', A: 'coinsurance', B: 'copay', C: 'deductible', F: 'limit' },
  ...{ G: 'out-of-pocket limit', I: 'not covered', L: 'primary care provider', CB: 'coverage basis' },
}

/** One event of a file in plain words. */
export function explain(each: Streamed): string {
  switch (each.kind) {
    case 'finding':
      return `! ${sayFinding(each.finding)}`
    case 'claim':
      return explainClaim(each.claim)
    case 'transaction':
      return explainTransaction(each.transaction)
  }
}

function explainClaim(read: ReadClaim): string {
  switch (read.set) {
    case '837P':
      return explainSent(read.claim, read.owner)
    case '835':
      return explainPaid(read.claim)
    case '277CA':
      return explainAcknowledged(read.claim)
  }
}

function explainSent(claim: Claim, { subscriber, dependent, billingProvider }: ClaimOwner): string {
  const patient = nameInWords((dependent ?? subscriber).name)
  const frequency = frequencies[claim.frequency] ?? `frequency ${claim.frequency}`
  const head = `Claim ${claim.claimControlNumber} of ${nameInWords(billingProvider.name)} for ${patient}: ${dollars(claim.chargeCents)}, ${frequency}, to ${subscriber.payer.name}, diagnoses ${claim.diagnoses.join(', ')}`
  const lines = claim.lines.map(
    (line) =>
      `  ${line.serviceDate}  ${[line.procedure, ...line.modifiers].join(' ')}  ${line.units} × for ${dollars(line.chargeCents)}`,
  )
  return [head, ...lines].join('\n')
}

function explainPaid(claim: ClaimPayment): string {
  const status = statuses[claim.status] ?? `status ${claim.status}`
  const head = `Claim ${claim.claimControlNumber} for ${nameInWords(claim.patient)}: ${status}, charged ${dollars(claim.chargeCents)}, paid ${dollars(claim.paidCents)}, payer's number ${claim.payerClaimControlNumber}`
  const lines = claim.lines.map((line) => {
    const code = [line.procedure, ...line.modifiers].join(' ')
    return `  ${line.serviceDate ?? ''}  ${code}  charged ${dollars(line.chargeCents)}, paid ${dollars(line.paidCents)}${adjusted(line.adjustments)}`
  })
  return [head + adjusted(claim.adjustments), ...lines].join('\n')
}

function explainAcknowledged(claim: AcknowledgedClaim): string {
  const said = claim.statuses
    .map((each) => each.codes.map((code) => `${code.category} ${code.status}`).join(' and '))
    .join('; ')
  const number = claim.payerClaimControlNumber === undefined ? '' : `, payer's number ${claim.payerClaimControlNumber}`
  return `Claim ${claim.claimControlNumber} for ${nameInWords(claim.patient)}: ${isAccepted(claim) ? 'accepted' : 'rejected'} (${said})${number}`
}

function explainTransaction(transaction: Transaction): string {
  const { senderId, receiverId } = transaction.envelope
  const ways = `from ${senderId} to ${receiverId}`
  switch (transaction.set) {
    case '837P':
      return `Claims ${ways}, batch ${transaction.batch.batchReference}, sent ${transaction.batch.createdOn}`
    case '835':
      return `Remittance ${ways}: ${explainPayment(transaction.remittance)}`
    case '999': {
      const { acknowledgement } = transaction
      const sets = acknowledgement.transactions.map(
        (each) => `${each.set} ${each.transactionControlNumber} ${each.status}`,
      )
      return `Acknowledgement ${ways} of group ${acknowledgement.groupControlNumber}: ${acknowledgement.status} (${sets.join(', ')})`
    }
    case '277CA':
      return `Claim acknowledgement ${ways} of batch ${transaction.acknowledgement.batchReference}`
    case '270':
    case '271':
      return `Eligibility ${transaction.set === '270' ? 'inquiry' : 'answer'} ${ways}${explainEligibility(transaction.eligibility)}`
    case '276':
    case '277':
      return `Claim status ${transaction.set === '276' ? 'inquiry' : 'answer'} ${ways}${explainStatus(transaction.claimStatus)}`
    case 'TA1':
      return `Interchange ${transaction.acknowledgement.interchangeControlNumber} acknowledged: ${transaction.acknowledgement.status} ${transaction.acknowledgement.note}`
    case 'unsupported':
      return `Transaction set ${transaction.kind} ${transaction.version} ${ways} is not read here`
  }
}

function explainPayment({ payment, payer, payee, trace, providerAdjustments }: Remittance): string {
  const head = `${payer.name} pays ${payee.name} ${dollars(payment.cents)} by ${payment.method} on ${payment.date}, trace ${trace.number}`
  const moved = providerAdjustments.map((each) => {
    const what = each.cents > 0 ? 'withheld' : 'added'
    return `  ${what} ${dollars(Math.abs(each.cents))}: ${each.reason} ${each.reference ?? ''}`.trimEnd()
  })
  return [head, ...moved].join('\n')
}

function explainEligibility({ payers }: EligibilityMessage): string {
  const subscribers = payers.flatMap((payer) => payer.providers.flatMap((provider) => provider.subscribers))
  const members = subscribers.flatMap((subscriber) => [subscriber, ...subscriber.dependents])
  const told = members.filter((each) => each.inquiries.length + each.benefits.length + each.rejections.length > 0)
  const lines = told.flatMap((member) => [
    `  ${nameInWords(member.name)} ${member.memberId ?? ''}`.trimEnd(),
    ...member.inquiries.map((each) => `    asks about ${each.serviceTypes.join(', ') || each.procedure || 'the plan'}`),
    ...member.benefits.map((each) => `    ${benefitInWords(each)}`),
    ...member.rejections.map((each) => `    not answered: ${each.reason}`),
  ])
  return lines.map((line) => `\n${line}`).join('')
}

function benefitInWords(benefit: Benefit): string {
  const { information, plan, serviceTypes, cents, basisPoints, inNetwork } = benefit
  const parts = [
    benefits[information] ?? `information ${information}`,
    plan,
    cents === undefined ? undefined : dollars(cents),
    basisPoints === undefined ? undefined : `${basisPoints / 100} %`,
    serviceTypes.length > 0 ? `for ${serviceTypes.join(', ')}` : undefined,
    inNetwork === 'Y' ? 'in network' : inNetwork === 'N' ? 'out of network' : undefined,
  ]
  return parts.filter((part) => part !== undefined).join(' ')
}

function explainStatus({ providers }: ClaimStatusMessage): string {
  const subscribers = providers.flatMap((provider) => provider.subscribers)
  const members = subscribers.flatMap((subscriber) => [subscriber, ...subscriber.dependents])
  return members
    .flatMap((member) =>
      member.claims.map((claim) => {
        const said = claim.statuses
          .flatMap((each) => each.codes.map((code) => `${code.category} ${code.status}`))
          .join(', ')
        return `\n  ${nameInWords(member.name)}: claim ${claim.claimControlNumber ?? claim.trace} ${said}`.trimEnd()
      }),
    )
    .join('')
}

function adjusted(adjustments: Adjustment[]): string {
  return adjustments
    .map((each) => `, ${dollars(each.cents)} ${groups[each.group] ?? each.group} (${each.group} ${each.reason})`)
    .join('')
}

function nameInWords(name: Name): string {
  return (
    [name.first, name.middle, name.last, name.suffix].filter((part) => (part ?? '') !== '').join(' ') || 'nobody named'
  )
}

function dollars(cents: number): string {
  if (Number.isNaN(cents)) return 'an unreadable amount'
  const sign = cents < 0 ? '-' : ''
  const whole = String(Math.trunc(Math.abs(cents) / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${sign}$${whole}.${String(Math.abs(cents) % 100).padStart(2, '0')}`
}
