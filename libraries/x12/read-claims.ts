import { type ClaimPlaces, ClaimSetChecks, checkClaim } from './check-claim.ts'
import { claimHandlers } from './claim-handlers.ts'
import { type CodeSets, checkClaimCodes } from './code-sets.ts'
import type { Place } from './finding.ts'
import type { FindingLog } from './finding-log.ts'
import type { LoopSpec, SegmentSpec } from './loop-table.ts'
import type {
  BillingProvider,
  Claim,
  ClaimLine,
  ClaimTransaction,
  Dependent,
  LineAdjudication,
  OtherPayer,
  Provider,
  Subscriber,
} from './model-claim.ts'
import type { OtherSegment } from './model-party.ts'
import type { Segment } from './segment.ts'
import { setNamed } from './supported-sets.ts'
import type { ClaimHandler } from './when-open.ts'

const handlers: (ClaimHandler | null)[] = setNamed('837P').table.segments.map(({ role }) => claimHandlers[role] ?? null)

/** What a claim stands under, for those who take claims one by one. */
export type ClaimOwner = { billingProvider: BillingProvider; subscriber: Subscriber; dependent: Dependent | null }

/** Loops to typed professional claims; hands each claim on as soon as it is whole and checked. */
export class ClaimReader {
  batch: ClaimTransaction
  provider: BillingProvider | null = null
  subscriber: Subscriber | null = null
  dependent: Dependent | null = null
  claim: Claim | null = null
  otherPayer: OtherPayer | null = null
  line: ClaimLine | null = null
  adjudication: LineAdjudication | null = null
  /** The provider of the 2310 or 2420 loop that is open. */
  named: Provider | null = null
  places: ClaimPlaces | null = null
  subscriberPlace: Place | null = null
  /** The SBR of the subscriber. */
  headerPlace: Place | null = null
  providerPlace: Place | null = null
  log: FindingLog
  /** False when claims are only handed on, so that memory stays flat. */
  keep: boolean
  checks = new ClaimSetChecks()
  #codeSets: CodeSets
  #onClaim: (claim: Claim, owner: ClaimOwner) => void

  constructor(
    log: FindingLog,
    start: { transactionControlNumber: string; keep: boolean; codeSets?: CodeSets },
    onClaim: (claim: Claim, owner: ClaimOwner) => void,
  ) {
    this.log = log
    this.keep = start.keep
    this.#codeSets = start.codeSets ?? {}
    this.#onClaim = onClaim
    this.batch = emptyBatch(start.transactionControlNumber)
  }

  segment(segment: Segment, spec: SegmentSpec | null): void {
    const handler = spec === null ? null : (handlers[spec.index] ?? null)
    if (handler === null) this.#keep(segment, spec)
    else handler(this, segment)
    if (this.claim?.readFrom !== undefined) this.claim.readFrom.segmentCount++
  }

  closed(loop: LoopSpec): void {
    switch (loop.id) {
      case '2300':
        this.#handOn()
        break
      case '2400':
        this.line = null
        break
      case '2430':
        this.adjudication = null
        break
      case '2320':
        this.otherPayer = null
        break
      case '2010BA':
        if (this.subscriberPlace !== null && this.subscriber !== null) {
          const header = this.headerPlace ?? this.subscriberPlace
          this.checks.subscriber(this.log, this.subscriber, { header, name: this.subscriberPlace })
        }
        break
      case '2010AA':
        if (this.providerPlace !== null && this.provider !== null) {
          this.checks.provider(this.log, this.provider, this.providerPlace)
        }
        break
      case '2000C':
        this.dependent = null
        break
      case '2000B':
        this.subscriber = null
        break
      case '2000A':
        this.provider = null
        break
      default:
        if (loop.id.startsWith('2310') || loop.id.startsWith('2420')) this.named = null
    }
  }

  finish(): ClaimTransaction {
    return this.batch
  }

  #handOn(): void {
    const { claim, provider, subscriber, dependent, places } = this
    if (claim !== null && provider !== null && subscriber !== null && places !== null) {
      const owner = { billingProvider: provider, subscriber, dependent }
      checkClaim(this.log, claim, owner, places)
      checkClaimCodes(this.log, this.#codeSets, claim, places.claim, places.lines)
      this.checks.claim(this.log, claim, owner, { place: places.claim, provider: this.providerPlace ?? places.claim })
      if (this.keep) (dependent ?? subscriber).claims.push(claim)
      this.#onClaim(claim, owner)
    }
    this.claim = null
    this.places = null
    this.log.claim = null
  }

  #keep(segment: Segment, spec: SegmentSpec | null): void {
    if (segment.id === 'ST' || segment.id === 'SE' || segment.id === 'HL') return
    const holder: { other?: OtherSegment[] | undefined } =
      this.adjudication ??
      this.line ??
      this.otherPayer ??
      this.claim ??
      this.dependent ??
      this.subscriber ??
      this.provider ??
      this.batch
    holder.other ??= []
    holder.other.push({ loop: spec?.loop.id ?? '', elements: segment.canonical() })
  }
}

function emptyBatch(transactionControlNumber: string): ClaimTransaction {
  return {
    transactionControlNumber,
    batchReference: '',
    createdOn: '',
    createdAt: '',
    submitter: { name: { kind: 'organization', last: '' }, id: '', contacts: [] },
    receiver: { name: '', id: '' },
    billingProviders: [],
  }
}
