import type { Finding } from './finding.ts'
import type { ClaimAcknowledgement, GroupAcknowledgement, InterchangeAcknowledgement } from './model-acknowledgement.ts'
import type { ClaimTransaction } from './model-claim.ts'
import type { ClaimStatusMessage } from './model-claim-status.ts'
import type { EligibilityMessage } from './model-eligibility.ts'
import type { Envelope, Interchange } from './model-envelope.ts'
import type { Remittance } from './model-remittance.ts'

/** What every read transaction set has: its envelope, its raw segments from ST to SE, and what is wrong with it. */
type Read = { envelope: Envelope; segments: string[]; findings: Finding[] }

/** One transaction set as read, typed by its set. `unsupported` names what is not read here. */
export type Transaction =
  | ({ set: '837P'; batch: ClaimTransaction } & Read)
  | ({ set: '835'; remittance: Remittance } & Read)
  | ({ set: '999'; acknowledgement: GroupAcknowledgement } & Read)
  | ({ set: '277CA'; acknowledgement: ClaimAcknowledgement } & Read)
  | ({ set: '270'; eligibility: EligibilityMessage } & Read)
  | ({ set: '271'; eligibility: EligibilityMessage } & Read)
  | ({ set: '276'; claimStatus: ClaimStatusMessage } & Read)
  | ({ set: '277'; claimStatus: ClaimStatusMessage } & Read)
  | ({ set: 'TA1'; acknowledgement: InterchangeAcknowledgement } & Read)
  | ({ set: 'unsupported'; kind: string; version: string } & Read)

/** A whole file as read. Never thrown away for a fault: `findings` says what is wrong and where. */
export type X12File = { interchanges: Interchange[]; transactions: Transaction[]; findings: Finding[] }
