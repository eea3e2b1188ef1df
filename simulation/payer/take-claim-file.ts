import { type CalendarDate, dateIn, type Instant, timeIn } from '../../libraries/calendar/index.ts'
import { type EnvelopeInput, readX12, to999, type Written, write999, type X12File } from '../../libraries/x12/index.ts'
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
 * claims for adjudication. A file in which no interchange can be found gets no answer, as in life.
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
  if (!submitter) return { event: { ...base, claims: [], files: [] }, files: [] }

  const acknowledgements = to999(file)
  const batches = answeredBatches(config, state, { file, submitter, on })
  const envelope = (ahead: number) =>
    envelopeTo(config, submitter, { number: nextInterchange(state, ahead), on, at: timeIn(now, zone) })
  const files: OutgoingFile[] = []
  if (acknowledgements.length > 0) {
    const written = write999({ envelope: envelope(0), transactions: acknowledgements })
    files.push(outgoing('999', on, envelope(0), written))
  }
  if (batches.length > 0) {
    const acknowledgement = writeClaimAcknowledgement(config, batches, { envelope: envelope(1), on })
    files.push(outgoing('277CA', on, envelope(1), acknowledgement))
  }
  const claims = batches.flatMap(({ intake }) =>
    intake.flatMap((item) => (item.outcome === 'accepted' ? [item.claim] : [])),
  )
  const planned = files.map(({ to, name, bytes }) => ({ to, name, sha256: sha256Of(bytes) }))
  return { event: { ...base, claims, files: planned }, files }
}

/** Only batches without an error in their form are looked at: the 999 rejects the others. */
function answeredBatches(
  config: PayerConfig,
  state: PayerState,
  { file, submitter, on }: { file: X12File; submitter: Submitter; on: CalendarDate },
): AnsweredBatch[] {
  const taken: Intake[] = []
  const accepted = () => taken.filter(({ outcome }) => outcome === 'accepted').length
  const known = new Set(state.controlNumbers)
  return file.transactions.flatMap((transaction): AnsweredBatch[] => {
    if (transaction.set !== '837P' || transaction.findings.some(({ severity }) => severity === 'error')) return []
    const before = state.claims.size + accepted()
    const intake = readClaims(transaction.batch, {
      payerId: config.payer.id,
      receivedOn: on,
      submitter,
      rejectsMember: (claim) => behaviourOf(state.orders, claim).behaviour === 'rejects',
      isKnown: (claimControlNumber) => known.has(claimControlNumber),
      payerClaimNumber: (index) => claimNumber(on, before + index + 1),
    })
    for (const item of intake) if (item.outcome === 'accepted') known.add(item.claim.claimControlNumber)
    taken.push(...intake)
    return [{ batch: transaction.batch, intake }]
  })
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

function outgoing(kind: '999' | '277CA', on: CalendarDate, envelope: EnvelopeInput, written: Written): OutgoingFile {
  if (!written.ok) throw new Error(`the ${kind} would be invalid: ${JSON.stringify(written.findings)}`)
  const name = answerName(kind, on, Number(envelope.interchangeControlNumber))
  return { to: 'clearinghouse', name, bytes: written.bytes }
}

/** The payer's own number of a claim: the day it was received and a number that rises. */
function claimNumber(on: CalendarDate, number: number): string {
  return `${on.replaceAll('-', '')}${String(number).padStart(7, '0')}`
}
