import { ClaimTally } from './claim-tally.ts'
import type { CodeSets } from './code-sets.ts'
import type { Finding } from './finding.ts'
import type { FindingLog } from './finding-log.ts'
import type { LoopSpec, SegmentSpec } from './loop-table.ts'
import type { AcknowledgedClaim } from './model-acknowledgement.ts'
import type { Claim } from './model-claim.ts'
import type { Envelope } from './model-envelope.ts'
import type { ClaimPayment } from './model-remittance.ts'
import { AcknowledgementReader } from './read-acknowledgement.ts'
import { ClaimAcknowledgementReader } from './read-claim-acknowledgement.ts'
import { ClaimStatusReader } from './read-claim-status.ts'
import { type ClaimOwner, ClaimReader, emptyBatch } from './read-claims.ts'
import { EligibilityReader } from './read-eligibility.ts'
import { RemittanceReader } from './read-remittance.ts'
import type { Segment } from './segment.ts'
import type { SetName } from './supported-sets.ts'
import type { Transaction } from './transaction.ts'

/** A claim on its way, with what it stands under. */
export type ReadClaim =
  | { set: '837P'; claim: Claim; owner: ClaimOwner }
  | { set: '835'; claim: ClaimPayment }
  | { set: '277CA'; claim: AcknowledgedClaim }

/** Turns the walked segments of one set into its type. */
export type SetReader = {
  reader: { segment(segment: Segment, spec: SegmentSpec | null): void; closed(loop: LoopSpec): void }
  finish: (read: { envelope: Envelope; segments: string[]; findings: Finding[] }) => Transaction
}

export function setReader(
  name: SetName,
  log: FindingLog,
  start: { transactionControlNumber: string; keep: boolean; codeSets: CodeSets; sumsOnly: boolean },
  told: (claim: ReadClaim) => void,
): SetReader {
  switch (name) {
    case '837P': {
      if (start.sumsOnly) return { reader: new ClaimTally(log), finish: finishTally(start.transactionControlNumber) }
      const reader = new ClaimReader(log, start, (claim, owner) => told({ set: '837P', claim, owner }))
      return { reader, finish: (read) => ({ set: '837P', batch: reader.finish(), ...read }) }
    }
    case '835': {
      const reader = new RemittanceReader(log, start, (claim) => told({ set: '835', claim }))
      return { reader, finish: (read) => ({ set: '835', remittance: reader.finish(), ...read }) }
    }
    case '270': {
      const reader = new EligibilityReader(log, start)
      return { reader, finish: (read) => ({ set: '270', eligibility: reader.finish(), ...read }) }
    }
    case '271': {
      const reader = new EligibilityReader(log, start)
      return { reader, finish: (read) => ({ set: '271', eligibility: reader.finish(), ...read }) }
    }
    case '276': {
      const reader = new ClaimStatusReader(log, start)
      return { reader, finish: (read) => ({ set: '276', claimStatus: reader.finish(), ...read }) }
    }
    case '277': {
      const reader = new ClaimStatusReader(log, start)
      return { reader, finish: (read) => ({ set: '277', claimStatus: reader.finish(), ...read }) }
    }
    case '999': {
      const reader = new AcknowledgementReader(log, start)
      return { reader, finish: (read) => ({ set: '999', acknowledgement: reader.finish(), ...read }) }
    }
    case '277CA': {
      const reader = new ClaimAcknowledgementReader(log, start, (claim) => told({ set: '277CA', claim }))
      return { reader, finish: (read) => ({ set: '277CA', acknowledgement: reader.finish(), ...read }) }
    }
  }
}

function finishTally(transactionControlNumber: string): SetReader['finish'] {
  return (read) => ({ set: '837P', batch: emptyBatch(transactionControlNumber), ...read })
}
