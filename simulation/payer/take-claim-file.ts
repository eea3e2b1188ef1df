import { type CalendarDate, dateIn, type Instant, timeIn } from '../../libraries/calendar/index.ts'
import {
  type Envelope,
  type EnvelopeInput,
  type GroupAcknowledgement,
  readX12,
  to999,
  write999,
  type X12File,
} from '../../libraries/x12/index.ts'
import { behaviourOf } from './behaviours.ts'
import { answerName, envelopeTo, nextInterchange } from './envelope.ts'
import type { PayerConfig } from './payer-config.ts'
import type { PayerState } from './payer-state.ts'
import { type Intake, readClaims } from './read-claims.ts'
import type { Submitter } from './received-claim.ts'
import { type Deed, type OutgoingFile, sha256Of } from './remit-due-claims.ts'
import { type AnsweredBatch, writeClaimAcknowledgement } from './write-claim-acknowledgement.ts'

const zone = 'America/New_York'

/**
 * Takes one claim file in: a 999 for its form, a 277CA for each claim of the batches whose form is right, and the
 * claims for adjudication. A file too broken to be answered is journaled and gets no answer, as in life.
 */
export function takeClaimFile(
  config: PayerConfig,
  state: PayerState,
  { name, bytes, now }: { name: string; bytes: Uint8Array; now: Instant },
): Deed<'received'> {
  const file = readX12(bytes)
  const on = dateIn(now, zone)
  const base = { kind: 'received', name, sha256: sha256Of(bytes), size: bytes.length, on } as const
  const submitter = submitterOf(file)
  const unanswered = { event: { ...base, claims: [], files: [] }, files: [] }
  if (!submitter) return unanswered

  const envelope = (ahead: number) =>
    envelopeTo(config, submitter, { number: nextInterchange(state, ahead), on, at: timeIn(now, zone) })
  const acknowledgements = to999(file, { also: ['balance', 'code'] })
  const functional = writeFunctional(acknowledgements, envelope(0))
  if (!functional) return unanswered

  const batches = answeredBatches(config, state, { file, acknowledgements, submitter, on })
  const files = [outgoing(config, '999', on, envelope(0), functional)]
  if (batches.length > 0) {
    const acknowledgement = writeClaimAcknowledgement(config, batches, { envelope: envelope(1), on })
    if (!acknowledgement.ok) return unanswered
    files.push(outgoing(config, '277CA', on, envelope(1), acknowledgement.bytes))
  }
  const claims = batches.flatMap(({ intake }) =>
    intake.flatMap((item) => (item.outcome === 'accepted' ? [item.claim] : [])),
  )
  const planned = files.map(({ to, name, bytes }) => ({ to, name, sha256: sha256Of(bytes) }))
  return { event: { ...base, claims, files: planned }, files }
}

/** The 999 with every error, or only its verdict where the damage cannot even be told in one; null when neither can. */
function writeFunctional(acknowledgements: GroupAcknowledgement[], envelope: EnvelopeInput): Uint8Array | null {
  if (acknowledgements.length === 0) return null
  const verdicts = acknowledgements.map((group) => ({
    ...group,
    transactions: group.transactions.map((set) => ({ ...set, errors: [] })),
  }))
  for (const transactions of [acknowledgements, verdicts]) {
    const written = write999({ envelope, transactions })
    if (written.ok) return written.bytes
  }
  return null
}

/** Only batches that the 999 accepts are looked at. */
function answeredBatches(
  config: PayerConfig,
  state: PayerState,
  {
    file,
    acknowledgements,
    submitter,
    on,
  }: { file: X12File; acknowledgements: GroupAcknowledgement[]; submitter: Submitter; on: CalendarDate },
): AnsweredBatch[] {
  const taken: Intake[] = []
  const accepted = () => taken.filter(({ outcome }) => outcome === 'accepted').length
  const known = new Set(state.controlNumbers)
  return file.transactions.flatMap((transaction): AnsweredBatch[] => {
    if (transaction.set !== '837P' || !isAcknowledged(transaction.envelope, acknowledgements)) return []
    const before = state.claims.size + accepted()
    const intake = readClaims(transaction.batch, {
      payerId: config.payer.id,
      receivedOn: on,
      submitter,
      rejectsMember: (claim) => behaviourOf(state.orders, claim).behaviour === 'rejects',
      isKnown: (claimControlNumber) => known.has(claimControlNumber),
      isReplaceable: (payerClaimNumber) => {
        const before = state.claims.get(payerClaimNumber)
        return before !== undefined && (before.paid?.paid ?? 0) === 0
      },
      payerClaimNumber: (index) => claimNumber(on, before + index + 1),
    })
    for (const item of intake) if (item.outcome === 'accepted') known.add(item.claim.claimControlNumber)
    taken.push(...intake)
    return [{ batch: transaction.batch, intake }]
  })
}

function isAcknowledged(
  { groupControlNumber, transactionControlNumber }: Envelope,
  acknowledgements: readonly GroupAcknowledgement[],
): boolean {
  const sets = acknowledgements
    .filter((group) => group.groupControlNumber === groupControlNumber)
    .flatMap((group) =>
      group.transactions.map((set) => ({ ...set, taken: group.status !== 'R' && set.status === 'A' })),
    )
    .filter((set) => set.transactionControlNumber === transactionControlNumber)
  return sets.length > 0 && sets.every(({ taken }) => taken)
}

function submitterOf(file: X12File): Submitter | null {
  const [interchange] = file.interchanges
  if (!interchange) return null
  return {
    qualifier: interchange.senderQualifier,
    id: interchange.senderId,
    usage: interchange.usage === 'P' ? 'P' : 'T',
  }
}

function outgoing(
  config: PayerConfig,
  kind: '999' | '277CA',
  on: CalendarDate,
  envelope: EnvelopeInput,
  bytes: Uint8Array,
): OutgoingFile {
  const name = answerName(config, kind, on, Number(envelope.interchangeControlNumber))
  return { to: 'clearinghouse', name, bytes }
}

/** The payer's own number of a claim: the day it was received and a number that rises. */
function claimNumber(on: CalendarDate, number: number): string {
  return `${on.replaceAll('-', '')}${String(number).padStart(7, '0')}`
}
