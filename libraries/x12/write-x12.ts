import { Buffer } from 'node:buffer'
import { asRead, bytesOf } from './as-read.ts'
import { Composer } from './composer.ts'
import type { Finding } from './finding.ts'
import type { Written } from './model-envelope.ts'
import { readX12 } from './read-x12.ts'
import type { SetName } from './supported-sets.ts'
import type { Transaction, X12File } from './transaction.ts'
import { writeRemittance } from './write-835.ts'
import { writeBatch } from './write-837p.ts'
import { writeClaimAcknowledgement, writeGroup } from './write-acknowledgements.ts'
import { writeStatusMessage } from './write-claim-status.ts'
import { writeEligibility } from './write-eligibility.ts'
import { checked, composeSet, textOf } from './write-envelope.ts'

/**
 * Writes a file back that `readX12` read: the sets whose models have been changed are laid out anew, and every other
 * byte is as it was. Envelopes are not changed this way, nor TA1. Throws when the file was not read by `readX12`.
 */
export function writeX12(file: X12File): Written {
  const bytes = bytesOf(file)
  if (bytes === null) throw new TypeError('Only what readX12 answered can be written back')
  const original = readX12(bytes)
  const pieces: Uint8Array[] = []
  const refused: Finding[] = []
  let at = 0
  for (const [index, transaction] of file.transactions.entries()) {
    const before = original.transactions[index]
    const place = before === undefined ? null : asRead(before)
    if (before === undefined || place === null) continue
    const set = composed(transaction)
    if (set === null || set.text === composed(before)?.text) continue
    refused.push(...set.findings)
    pieces.push(bytes.subarray(at, place.from), Buffer.from(set.text, 'utf8'))
    at = place.to
  }
  pieces.push(bytes.subarray(at))
  return checked(new Uint8Array(Buffer.concat(pieces)), refused)
}

/** The set as its writer lays it out, without what stands behind its last segment. */
function composed(transaction: Transaction): { text: string; findings: Finding[] } | null {
  const { delimiters, lineEnding, version } = transaction.envelope
  const to = new Composer(delimiters, lineEnding)
  const compose = <Model extends { transactionControlNumber: string }>(
    name: SetName,
    model: Model,
    body: (to: Composer, model: Model) => void,
  ) => composeSet(to, name, { model, body }, version)
  switch (transaction.set) {
    case '837P':
      compose('837P', transaction.batch, writeBatch)
      break
    case '835':
      compose('835', transaction.remittance, writeRemittance)
      break
    case '999':
      compose('999', transaction.acknowledgement, writeGroup)
      break
    case '277CA':
      compose('277CA', transaction.acknowledgement, writeClaimAcknowledgement)
      break
    case '270':
    case '271':
      compose(transaction.set, transaction.eligibility, writeEligibility)
      break
    case '276':
    case '277':
      compose(transaction.set, transaction.claimStatus, writeStatusMessage(transaction.set))
      break
    case 'TA1':
    case 'unsupported':
      return null
  }
  const text = textOf(to.take())
  return { text: text.slice(0, text.length - lineEnding.length), findings: to.findings }
}
