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

/** What the checks look at; when nothing is to be made of the claims, the rest is passed over. */
const checked = new Set([
  ...['2000A/HL:20', '2010AA/NM1:85', '2010AA/N3', '2010AA/N4', '2010AA/REF:0B', '2000B/HL:22', '2000B/SBR'],
  ...['2010BA/NM1:IL', '2010BA/N3', '2010BA/N4', '2010BA/DMG', '2010BB/REF:G2', '2000C/HL:23', '2010CA/DMG'],
  ...['2300/CLM', '2300/REF:F8', '2300/HI:ABK', '2310B/NM1:82', '2310C/NM1:77', '2310C/N3', '2310C/N4'],
  ...['2320/SBR', '2320/CAS', '2320/AMT:D', '2330B/NM1:PR', '2400/LX', '2400/SV1', '2400/DTP:472', '2400/REF:6R'],
  ...['2420A/NM1:82', '2430/SVD', '2430/CAS'],
])

const checkedHandlers = setNamed('837P').table.segments.map(({ role }, index) =>
  checked.has(role) ? (handlers[index] ?? null) : null,
)

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
  #handlers: (ClaimHandler | null)[]
  #onClaim: (claim: Claim, owner: ClaimOwner) => void

  constructor(
    log: FindingLog,
    start: { transactionControlNumber: string; keep: boolean; codeSets?: CodeSets; sumsOnly?: boolean },
    onClaim: (claim: Claim, owner: ClaimOwner) => void,
  ) {
    this.log = log
    this.keep = start.keep
    this.#codeSets = start.codeSets ?? {}
    this.#handlers = start.sumsOnly === true ? checkedHandlers : handlers
    this.#onClaim = onClaim
    this.batch = emptyBatch(start.transactionControlNumber)
  }

  segment(segment: Segment, spec: SegmentSpec | null): void {
    const handler = spec === null ? null : (this.#handlers[spec.index] ?? null)
    if (handler !== null) handler(this, segment)
    else if (this.#handlers === handlers) this.#keep(segment, spec)
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

export function emptyBatch(transactionControlNumber: string): ClaimTransaction {
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
