import { addClaim, checkAcknowledgedCharge, checkAcknowledgedTotals, noTotals } from './check-claim-acknowledgement.ts'
import type { Place } from './finding.ts'
import type { FindingLog } from './finding-log.ts'
import type { LoopSpec, SegmentSpec } from './loop-table.ts'
import type {
  AcknowledgedClaim,
  AcknowledgedLine,
  AcknowledgedProvider,
  AcknowledgedTotals,
  ClaimAcknowledgement,
} from './model-acknowledgement.ts'
import type { OtherSegment } from './model-party.ts'
import { appended, daysIn, nameIn, procedureIn } from './read-party.ts'
import { statusIn } from './read-status.ts'
import { type Segment, timeFrom } from './segment.ts'

/** Loops of a 277CA to what became of each claim of a batch. */
export class ClaimAcknowledgementReader {
  read: ClaimAcknowledgement
  provider: AcknowledgedProvider | null = null
  claim: AcknowledgedClaim | null = null
  line: AcknowledgedLine | null = null
  receiverPlace: Place | null = null
  providerPlace: Place | null = null
  /** The status of the whole batch. */
  statusPlace: Place | null = null
  log: FindingLog
  patient: Pick<AcknowledgedClaim, 'patient' | 'memberId'> | null = null
  #seen = noTotals()
  #seenOfProvider = noTotals()
  #keepClaims: boolean
  #onClaim: (claim: AcknowledgedClaim) => void

  constructor(
    log: FindingLog,
    start: { transactionControlNumber: string; keep: boolean },
    onClaim: (claim: AcknowledgedClaim) => void,
  ) {
    this.log = log
    this.#keepClaims = start.keep
    this.#onClaim = onClaim
    this.read = {
      ...{ transactionControlNumber: start.transactionControlNumber, reference: '', createdOn: '', createdAt: '' },
      ...{ source: { kind: 'payer', name: '', id: '' }, sourceTrace: '', receivedOn: '', processedOn: '' },
      ...{
        receiver: { name: { kind: 'organization', last: '' }, id: '' },
        batchReference: '',
        statuses: [],
        providers: [],
      },
    }
  }

  segment(segment: Segment, spec: SegmentSpec | null): void {
    const handler = spec === null ? undefined : handlers[spec.role]
    if (handler === undefined) this.#keep(segment, spec)
    else handler(this, segment)
    if (this.claim?.readFrom !== undefined) this.claim.readFrom.segmentCount++
  }

  closed(loop: LoopSpec): void {
    if (loop.id === '2220D') this.line = null
    if (loop.id === '2200D' && this.claim !== null) {
      if (this.#keepClaims) this.provider?.claims.push(this.claim)
      addClaim(this.#seen, this.claim)
      addClaim(this.#seenOfProvider, this.claim)
      this.#onClaim(this.claim)
      this.claim = null
      this.log.claim = null
    }
    if (loop.id === '2000D') this.patient = null
    if (loop.id === '2000C' && this.providerPlace !== null) {
      checkAcknowledgedTotals(this.log, this.providerPlace, 'provider', this.provider?.totals, this.#seenOfProvider)
      this.#seenOfProvider = noTotals()
    }
  }

  finish(): ClaimAcknowledgement {
    if (this.receiverPlace !== null) {
      checkAcknowledgedTotals(this.log, this.receiverPlace, 'batch', this.read.totals, this.#seen)
    }
    if (this.statusPlace !== null) {
      checkAcknowledgedCharge(this.log, this.statusPlace, this.read.statuses[0]?.chargeCents, this.#seen)
    }
    return this.read
  }

  #keep(segment: Segment, spec: SegmentSpec | null): void {
    if (segment.id === 'ST' || segment.id === 'SE' || segment.id === 'HL') return
    const holder: { other?: OtherSegment[] | undefined } = this.line ?? this.claim ?? this.provider ?? this.read
    holder.other ??= []
    holder.other.push({ loop: spec?.loop.id ?? '', elements: segment.canonical() })
  }
}

type Handler = (reader: ClaimAcknowledgementReader, segment: Segment) => void

const total =
  (of: 'read' | 'provider', part: keyof AcknowledgedTotals): Handler =>
  (reader, segment) => {
    const holder = reader[of]
    if (holder === null) return
    holder.totals ??= { acceptedClaims: 0, rejectedClaims: 0, acceptedCents: 0, rejectedCents: 0 }
    holder.totals[part] = part.endsWith('Cents') ? segment.cents(2) : Number(segment.element(2))
  }

const handlers: Record<string, Handler> = {
  '/BHT': ({ read }, segment) => {
    read.reference = segment.element(3)
    read.createdOn = segment.date(4)
    read.createdAt = timeFrom(segment.element(5))
  },
  '2100A/NM1:AY': ({ read }, segment) => {
    const kind = segment.element(1) === 'AY' ? 'clearinghouse' : 'payer'
    read.source = { kind, name: segment.element(3), idQualifier: segment.element(8), id: segment.element(9) }
  },
  '2200A/TRN:1': ({ read }, segment) => {
    read.sourceTrace = segment.element(2)
  },
  '2200A/DTP:050': ({ read }, segment) => {
    read.receivedOn = daysIn(segment).on
  },
  '2200A/DTP:009': ({ read }, segment) => {
    read.processedOn = daysIn(segment).on
  },
  '2100B/NM1:41': ({ read }, segment) => {
    read.receiver = { name: nameIn(segment), id: segment.element(9) }
  },
  '2200B/TRN:2': (reader, segment) => {
    reader.receiverPlace = reader.log.placeOf(segment)
    reader.read.batchReference = segment.element(2)
  },
  '2200B/STC': (reader, segment) => {
    reader.statusPlace ??= reader.log.placeOf(segment)
    reader.read.statuses.push(statusIn(reader.log, segment))
  },
  '2200B/QTY:90': total('read', 'acceptedClaims'),
  '2200B/QTY:AA': total('read', 'rejectedClaims'),
  '2200B/AMT:YU': total('read', 'acceptedCents'),
  '2200B/AMT:YY': total('read', 'rejectedCents'),
  '2100C/NM1:85': (reader, segment) => {
    const provider: AcknowledgedProvider = {
      ...{ name: nameIn(segment), idQualifier: segment.element(8), id: segment.element(9), claims: [] },
    }
    reader.provider = provider
    reader.providerPlace = reader.log.placeOf(segment)
    reader.read.providers.push(provider)
  },
  '2200C/TRN:1': ({ provider }, segment) => {
    if (provider !== null) provider.trace = segment.element(2)
  },
  '2200C/STC': ({ log, provider }, segment) => {
    if (provider !== null) provider.statuses = appended(provider.statuses, statusIn(log, segment))
  },
  '2200C/QTY:QA': total('provider', 'acceptedClaims'),
  '2200C/QTY:QC': total('provider', 'rejectedClaims'),
  '2200C/AMT:YU': total('provider', 'acceptedCents'),
  '2200C/AMT:YY': total('provider', 'rejectedCents'),
  '2100D/NM1:QC': (reader, segment) => {
    reader.patient = { patient: nameIn(segment), ...(segment.has(9) ? { memberId: segment.element(9) } : {}) }
  },
  '2200D/TRN:2': (reader, segment) => {
    reader.claim = {
      ...(reader.patient ?? { patient: { kind: 'person', last: '' } }),
      claimControlNumber: segment.element(2),
      statuses: [],
      lines: [],
      readFrom: {
        byteOffset: segment.byteOffset,
        line: segment.line,
        segmentNumber: segment.number,
        segmentInSet: segment.numberInSet,
        segmentCount: 0,
      },
    }
    reader.log.claim = segment.element(2)
  },
  '2200D/STC': ({ log, claim }, segment) => void claim?.statuses.push(statusIn(log, segment)),
  '2200D/REF:1K': ({ claim }, segment) => {
    if (claim !== null) claim.payerClaimControlNumber = segment.element(2)
  },
  '2200D/REF:D9': ({ claim }, segment) => {
    if (claim !== null) claim.clearinghouseTrace = segment.element(2)
  },
  '2200D/DTP:472': ({ claim }, segment) => {
    if (claim === null) return
    const { on, until } = daysIn(segment)
    claim.serviceDate = on
    if (until !== undefined) claim.serviceDateEnd = until
  },
  '2220D/SVC': (reader, segment) => {
    const { procedure, modifiers } = procedureIn(segment, 1)
    reader.line = { procedure, modifiers, chargeCents: segment.cents(2), statuses: [] }
    if (segment.has(7)) reader.line.units = Number(segment.element(7))
    reader.claim?.lines.push(reader.line)
  },
  '2220D/STC': ({ log, line }, segment) => void line?.statuses.push(statusIn(log, segment)),
  '2220D/REF:FJ': ({ line }, segment) => {
    if (line !== null) line.lineControlNumber = segment.element(2)
  },
  '2220D/DTP:472': ({ line }, segment) => {
    if (line !== null) line.serviceDate = daysIn(segment).on
  },
}
