import { checkElements } from './check-elements.ts'
import { envelopeOf, interchangeIn, lineEndingIn, type OpenGroup, type OpenInterchange } from './envelope-of.ts'
import type { FindingCode } from './finding.ts'
import type { FindingLog } from './finding-log.ts'
import { compileTable, type SegmentSpec } from './loop-table.ts'
import type { Envelope, Interchange } from './model-envelope.ts'
import { dateFrom, keyOf, Segment, timeFrom } from './segment.ts'
import { functionalCodes, type SupportedSet, supportedSet } from './supported-sets.ts'
import { envelopeTable } from './tables/table-envelope.ts'
import type { Transaction } from './transaction.ts'

type EnvelopeSink = {
  interchange(interchange: Interchange): void
  acknowledgement(transaction: Transaction): void
  openSet(envelope: Envelope, supported: SupportedSet | null, segment: Segment): void
  closeSet(segment: Segment): void
}

const [isa, gs, st, ge, iea] = [keyOf('ISA'), keyOf('GS'), keyOf('ST'), keyOf('GE'), keyOf('IEA')]

const specs = new Map(compileTable(envelopeTable).segments.map((spec): [string, SegmentSpec] => [spec.id, spec]))

/** Follows ISA, TA1, GS, ST and their trailers: who writes to whom, and whether numbers and counts agree. */
export class EnvelopeReader {
  setId = ''
  #log: FindingLog
  #sink: EnvelopeSink
  #interchange: OpenInterchange | null = null
  #group: OpenGroup | null = null
  #set: { control: string; begun: number } | null = null
  #number = 0
  #seen = new Set<string>()
  #last = new Segment()

  constructor(log: FindingLog, sink: EnvelopeSink) {
    this.#log = log
    this.#sink = sink
  }

  /** Numbers a segment in its file and in its set. */
  count(segment: Segment): void {
    segment.number = ++this.#number
    if (this.#set !== null) segment.numberInSet = this.#number - this.#set.begun + 1
    else segment.numberInSet = segment.key === st ? 1 : 0
  }

  position(): { segmentNumber: number; segmentInSet: number | null } {
    const segmentInSet = this.#set === null ? null : this.#number - this.#set.begun + 1
    return { segmentNumber: this.#number, segmentInSet }
  }

  /** Whether the segment belongs to the set that is open, and not to the envelope around it. */
  isInside(segment: Segment): boolean {
    const { key } = segment
    return this.#set !== null && key !== st && key !== ge && key !== gs && key !== iea && key !== isa
  }

  read(segment: Segment): void {
    this.#last = segment
    if (this.#interchange !== null) this.#interchange.lineEnding ??= lineEndingIn(segment.before())
    const spec = specs.get(segment.id)
    const strict = segment.id !== 'ISA' || segment.element(12) === '00501'
    if (spec !== undefined && segment.id !== 'SE' && segment.id !== 'ST' && strict) {
      this.#log.loop = null
      checkElements(this.#log, segment, spec)
    }
    switch (segment.id) {
      case 'ISA':
        this.#openInterchange(segment)
        break
      case 'TA1':
        this.#acknowledge(segment)
        break
      case 'GS':
        this.#openGroup(segment)
        break
      case 'ST':
        this.#openSet(segment)
        break
      case 'SE':
        this.#closeSet(segment)
        break
      case 'GE':
        this.#closeGroup(segment)
        break
      case 'IEA':
        this.#closeInterchange(segment)
        break
      default: {
        this.#log.at(segment.named ? 'misplaced_envelope' : 'bad_segment_id', segment, {
          value: segment.id,
          expected: 'GS, TA1, IEA',
        })
      }
    }
  }

  end(): void {
    this.#missing(this.#last, 'IEA')
    this.#finishInterchange()
  }

  #openInterchange(segment: Segment): void {
    this.#missing(segment, 'IEA')
    this.#finishInterchange()
    const control = segment.element(13)
    this.#log.interchangeControlNumber = control
    const read = interchangeIn(segment)
    if (read.createdOn === '') {
      this.#log.at('bad_date', segment, { element: 9, value: segment.element(9), expected: 'a day as YYMMDD' })
    }
    if (this.#seen.has(control)) {
      this.#log.at('duplicate_control_number', segment, { element: 13, value: control, severity: 'warning' })
    }
    if (this.#seen.size < 10_000) this.#seen.add(control)
    this.#interchange = { read, acknowledgements: 0, controls: new Set(), lineEnding: null }
  }

  #acknowledge(segment: Segment): void {
    const interchange = this.#interchange
    if (interchange === null || this.#group !== null) {
      this.#log.at('misplaced_envelope', segment, { value: 'TA1', expected: 'TA1 between ISA and GS' })
      return
    }
    interchange.acknowledgements++
    const note = segment.element(5)
    if (!/^0(0\d|1\d|2\d|3[01])$/.test(note)) {
      this.#log.at('bad_code', segment, { element: 5, value: note, expected: '000 to 031' })
    }
    const isAccepted = segment.element(4) === 'A'
    if (/^\d{3}$/.test(note) && isAccepted !== (note === '000')) {
      this.#log.at('status_response', segment, { element: 5, value: note, expected: isAccepted ? '000' : '001 to 031' })
    }
    const createdOn = dateFrom(`20${segment.element(2)}`)
    if (createdOn === '') this.#log.at('bad_date', segment, { element: 2, value: segment.element(2) })
    this.#sink.acknowledgement({
      set: 'TA1',
      acknowledgement: {
        interchangeControlNumber: segment.element(1),
        createdOn,
        createdAt: timeFrom(segment.element(3)),
        status: segment.element(4),
        note,
      },
      envelope: envelopeOf(this.#interchange, null, { control: '', version: '' }),
      segments: [segment.raw()],
      findings: [],
    })
  }

  #openGroup(segment: Segment): void {
    this.#missing(segment, 'GE')
    const control = segment.element(6)
    this.#log.groupControlNumber = control
    if (this.#interchange?.controls.has(control)) {
      this.#log.at('duplicate_control_number', segment, { element: 6, value: control })
    }
    this.#interchange?.controls.add(control)
    const read = {
      functionalCode: segment.element(1),
      groupControlNumber: control,
      version: segment.element(8),
      senderId: segment.element(2),
      receiverId: segment.element(3),
      transactionSets: 0,
    }
    const createdOn = segment.date(4)
    this.#group = { read, createdOn, createdAt: timeFrom(segment.element(5)), controls: new Set() }
    this.#interchange?.read.groups.push(read)
  }

  #openSet(segment: Segment): void {
    this.#missing(segment, 'SE')
    const control = segment.element(2)
    this.#log.transactionControlNumber = control
    this.#set = { control, begun: segment.number }
    segment.numberInSet = 1
    this.setId = segment.element(1)
    const group = this.#group
    if (group === null) this.#log.at('missing_gs', segment)
    else {
      group.read.transactionSets++
      if (group.controls.has(control)) {
        this.#log.at('duplicate_control_number', segment, { element: 2, value: control })
      }
      group.controls.add(control)
    }
    const [sent, grouped] = [this.#interchange?.read.createdOn ?? '', group?.createdOn ?? '']
    this.#log.madeOn = (sent > grouped ? sent : grouped).replaceAll('-', '')
    const version = segment.element(3) === '' ? (group?.read.version ?? '') : segment.element(3)
    const supported = supportedSet(this.setId, version)
    this.#sink.openSet(envelopeOf(this.#interchange, group, { control, version }), supported, segment)
    this.#checkVersion(segment, version, supported)
  }

  #checkVersion(segment: Segment, version: string, supported: SupportedSet | null): void {
    const group = this.#group?.read
    if (supported === null) {
      const value = `${this.setId} ${version}`
      this.#log.at('unsupported_set', segment, { element: 1, value, expected: 'a 005010 set that is read here' })
    } else if (supported.namesVersion && !segment.has(3)) this.#log.at('missing_element', segment, { element: 3 })
    if (group === undefined) return
    if (version !== group.version) {
      this.#log.at('version_mismatch', segment, { element: 3, value: version, expected: group.version })
    }
    const code = functionalCodes[this.setId]
    if (code !== undefined && code !== group.functionalCode) {
      this.#log.at('functional_code', segment, { element: 1, value: this.setId, expected: `GS01 ${code}` })
    }
  }

  #closeSet(segment: Segment): void {
    const set = this.#set
    if (set === null) {
      this.#log.at('misplaced_envelope', segment, { value: 'SE', expected: 'ST before SE' })
      return
    }
    const count = String(segment.number - set.begun + 1)
    this.#compare('st_control_number', segment, 2, set.control)
    this.#compareCount('se_count', segment, count)
    this.#sink.closeSet(segment)
    this.#set = null
  }

  #closeGroup(segment: Segment): void {
    this.#missing(segment, 'SE')
    const group = this.#group
    if (group === null) {
      this.#log.at('misplaced_envelope', segment, { value: 'GE', expected: 'GS before GE' })
      return
    }
    this.#compareCount('ge_count', segment, String(group.read.transactionSets))
    this.#compare('gs_control_number', segment, 2, group.read.groupControlNumber)
    if (group.read.transactionSets === 0) this.#log.at('empty_group', segment)
    this.#group = null
    this.#log.groupControlNumber = null
  }

  #closeInterchange(segment: Segment): void {
    this.#missing(segment, 'GE')
    const interchange = this.#interchange
    if (interchange === null) return
    this.#compareCount('iea_count', segment, String(interchange.read.groups.length))
    this.#compare('isa_control_number', segment, 2, interchange.read.interchangeControlNumber)
    if (interchange.read.groups.length + interchange.acknowledgements === 0) this.#log.at('empty_interchange', segment)
    this.#finishInterchange()
  }

  #finishInterchange(): void {
    if (this.#interchange !== null) this.#sink.interchange(this.#interchange.read)
    this.#interchange = null
    this.#log.interchangeControlNumber = null
  }

  /** Says which trailers should have come before this segment, and closes what they would have closed. */
  #missing(segment: Segment, upTo: 'SE' | 'GE' | 'IEA'): void {
    if (this.#set !== null) {
      this.#log.at('missing_se', segment, { segment: 'SE', expected: `SE*…*${this.#set.control}` })
      this.#sink.closeSet(segment)
      this.#set = null
    }
    if (upTo !== 'SE' && this.#group !== null) {
      this.#log.at('missing_ge', segment, { segment: 'GE', expected: `GE*…*${this.#group.read.groupControlNumber}` })
      this.#group = null
      this.#log.groupControlNumber = null
    }
    if (upTo === 'IEA' && this.#interchange !== null) {
      const expected = `IEA*…*${this.#interchange.read.interchangeControlNumber}`
      this.#log.at('missing_iea', segment, { segment: 'IEA', expected })
    }
  }

  #compare(code: FindingCode, segment: Segment, element: number, expected: string): void {
    const value = segment.element(element)
    if (value !== expected) this.#log.at(code, segment, { element, value, expected })
  }

  #compareCount(code: FindingCode, segment: Segment, expected: string): void {
    const value = segment.element(1)
    if (!/^\d+$/.test(value) || Number(value) !== Number(expected)) {
      this.#log.at(code, segment, { element: 1, value, expected })
    }
  }
}
