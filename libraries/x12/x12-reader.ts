import { keepPlace } from './as-read.ts'
import { checkCodes, type Strictness } from './check-codes.ts'
import type { CodeSets } from './code-sets.ts'
import { EnvelopeReader } from './envelope-reader.ts'
import type { Finding } from './finding.ts'
import { FindingLog } from './finding-log.ts'
import { HierarchyCheck } from './hierarchy-check.ts'
import type { LoopSpec } from './loop-table.ts'
import { LoopWalker } from './loop-walker.ts'
import type { Envelope, Interchange } from './model-envelope.ts'
import { keyOf, type Segment } from './segment.ts'
import { type Notice, SegmentReader, type SegmentSink } from './segment-reader.ts'
import { type ReadClaim, type SetReader, setReader } from './set-reader.ts'
import type { SupportedSet } from './supported-sets.ts'
import type { Transaction } from './transaction.ts'

const trailer = keyOf('SE')

/** What a reader tells while it reads. Claims come before the transaction set they stand in. */
export type X12Events = {
  interchange?: (interchange: Interchange) => void
  transaction?: (transaction: Transaction) => void
  claim?: (claim: ReadClaim, envelope: Envelope) => void
  finding?: (finding: Finding) => void
}

type OpenSet = {
  envelope: Envelope
  supported: SupportedSet | null
  reader: SetReader['reader'] | null
  finish: SetReader['finish'] | null
  walker: LoopWalker | null
  hierarchy: HierarchyCheck
  /** Where its ST stands. */
  from: number
  strictness: Strictness
  segments: string[]
  findings: Finding[]
}

/**
 * Bytes to typed transaction sets, in pieces of any size. `keep` false lets claims, segments and findings go as they are
 * told; code lists are looked up where given; `sumsOnly` makes nothing of claims but what the checks look at.
 */
export class X12Reader {
  #events: X12Events
  #keep: boolean
  #sumsOnly: boolean
  #codeSets: CodeSets
  #log: FindingLog
  #segments: SegmentReader
  #envelope: EnvelopeReader
  #set: OpenSet | null = null

  constructor(events: X12Events, keep = true, codeSets: CodeSets = {}, sumsOnly = false) {
    this.#sumsOnly = sumsOnly
    this.#codeSets = codeSets
    this.#events = events
    this.#keep = keep
    this.#log = new FindingLog((finding) => {
      if (keep) this.#set?.findings.push(finding)
      events.finding?.(finding)
    })
    this.#envelope = new EnvelopeReader(this.#log, {
      interchange: (interchange) => events.interchange?.(interchange),
      acknowledgement: (transaction) => events.transaction?.(transaction),
      openSet: (envelope, supported, segment) => this.#openSet(envelope, supported, segment.byteOffset),
      closeSet: (segment) => this.#closeSet(segment),
    })
    const sink: SegmentSink = {
      segment: (segment) => this.#read(segment),
      notice: (kind, place, value) => this.#notice(kind, place, value),
    }
    this.#segments = new SegmentReader(sink)
  }

  push(bytes: Uint8Array): void {
    this.#segments.push(bytes)
  }

  /** Reads one segment that is known already, in place of the bytes it is made of. */
  take(segment: Segment): void {
    const set = this.#set
    if (set === null || segment.key === trailer || !this.#envelope.isInside(segment)) {
      this.#read(segment)
      return
    }
    this.#envelope.count(segment)
    this.#walk(set, segment)
  }

  end(): void {
    this.#segments.end()
    this.#envelope.end()
  }

  #notice(kind: Notice, place: { byteOffset: number; line: number }, value: string | null): void {
    const { segmentNumber, segmentInSet } = this.#envelope.position()
    this.#log.place(
      kind,
      {
        ...place,
        segmentNumber,
        segmentInSet,
        segment: kind === 'bad_isa' || kind === 'bad_delimiters' ? 'ISA' : '',
        loop: null,
        claim: null,
      },
      // An envelope segment that was left outside is no junk.
      kind === 'junk' && /^(TA1|GS|ST|SE|GE|IEA)[^A-Za-z0-9\s]/.test(value ?? '')
        ? { value, severity: 'error' }
        : { value },
    )
  }

  #read(segment: Segment): void {
    this.#envelope.count(segment)
    if (segment.wrapped || segment.latin1 || segment.controlIn > 0) this.#checkText(segment)
    const set = this.#set
    if (set === null || !this.#envelope.isInside(segment)) {
      this.#envelope.read(segment)
      if (segment.id !== 'ST' || this.#set === null) return
      this.#walk(this.#set, segment)
      return
    }
    this.#walk(set, segment)
    if (segment.key === trailer) this.#envelope.read(segment)
  }

  #walk(set: OpenSet, segment: Segment): void {
    if (this.#keep) set.segments.push(segment.raw())
    if (set.walker === null || set.reader === null || set.supported === null) return
    if (!segment.named) {
      this.#log.at('bad_segment_id', segment, { value: segment.id })
      set.reader.segment(segment, null)
      return
    }
    const spec = set.walker.walk(segment)
    if (spec !== null) {
      if (spec.id === 'HL') set.hierarchy.check(this.#log, segment, spec)
      if (spec.coded) checkCodes(this.#log, segment, spec, set.strictness)
    }
    set.reader.segment(segment, spec)
  }

  #checkText(segment: Segment): void {
    if (segment.wrapped) this.#log.once('wrapped_lines', segment)
    if (segment.latin1) this.#log.once('not_utf8', segment)
    if (segment.controlIn > 0) {
      const element = segment.controlIn
      this.#log.at('control_character', segment, { element, value: JSON.stringify(segment.element(element)) })
    }
  }

  #openSet(envelope: Envelope, supported: SupportedSet | null, from: number): void {
    this.#log.loop = null
    this.#log.claim = null
    const start = {
      transactionControlNumber: envelope.transactionControlNumber,
      keep: this.#keep,
      codeSets: this.#codeSets,
      sumsOnly: this.#sumsOnly,
    }
    const told = (claim: ReadClaim) => this.#events.claim?.(claim, envelope)
    const made = supported === null ? null : setReader(supported.name, this.#log, start, told)
    const reader = made?.reader ?? null
    this.#set = {
      ...{
        envelope,
        supported,
        reader,
        finish: made?.finish ?? null,
        segments: [],
        findings: [],
        hierarchy: new HierarchyCheck(),
        from,
      },
      strictness: supported?.name === '837P' ? 'sent' : 'received',
      walker:
        supported === null || reader === null ? null : new LoopWalker(supported.table, this.#log, this.#follow(reader)),
    }
  }

  /** The claim's name is known as soon as its first segment comes, so that findings about that segment carry it. */
  #follow(reader: SetReader['reader']): { opened: (segment: Segment) => void; closed: (loop: LoopSpec) => void } {
    return {
      opened: (segment) => {
        if (segment.id === 'CLM' || segment.id === 'CLP') this.#log.claim = segment.element(1)
      },
      closed: (loop) => reader.closed(loop),
    }
  }

  #closeSet(segment: Segment): void {
    const set = this.#set
    if (set === null) return
    set.walker?.end(segment)
    set.hierarchy.end(this.#log)
    this.#log.loop = null
    this.#log.claim = null
    const { envelope, segments, findings, finish } = set
    const read = { envelope, segments, findings }
    const transaction: Transaction =
      finish === null
        ? { set: 'unsupported', kind: this.#envelope.setId, version: envelope.version, ...read }
        : finish(read)
    if (this.#keep)
      keepPlace(transaction, { from: set.from, to: segment.byteOffset + segment.endAt - segment.startAt + 1 })
    this.#set = null
    this.#log.transactionControlNumber = null
    this.#events.transaction?.(transaction)
  }
}
