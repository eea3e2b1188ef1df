import type { Place } from './finding.ts'
import type { FindingLog } from './finding-log.ts'
import type { LoopSpec, SegmentSpec } from './loop-table.ts'
import type {
  Benefit,
  EligibilityMember,
  EligibilityMessage,
  EligibilityParty,
  EligibilityPayer,
  EligibilityProvider,
  Inquiry,
  Rejection,
} from './model-eligibility.ts'
import type { Name, OtherSegment } from './model-party.ts'
import {
  addCity,
  addStreet,
  appended,
  contactIn,
  emptyAddress,
  nameIn,
  qualifiedDateIn,
  referenceIn,
} from './read-party.ts'
import { componentOf, dateFrom, type Segment, timeFrom } from './segment.ts'

/** Loops of a 270 or 271 to who is asked about and what the plan says. */
export class EligibilityReader {
  message: EligibilityMessage
  payer: EligibilityPayer | null = null
  provider: EligibilityProvider | null = null
  subscriber: EligibilityMember | null = null
  /** The subscriber or dependent that is open. */
  member: EligibilityMember | null = null
  inquiry: Inquiry | null = null
  benefit: Benefit | null = null

  /** Where the open subscriber and the open dependent began. */
  subscriberPlace: Place | null = null
  dependentPlace: Place | null = null
  /** The LS that still waits for its LE. */
  #opened: Place | null = null
  log: FindingLog

  constructor(log: FindingLog, start: { transactionControlNumber: string }) {
    this.log = log
    const { transactionControlNumber } = start
    this.message = { transactionControlNumber, purpose: '', reference: '', createdOn: '', createdAt: '', payers: [] }
  }

  segment(segment: Segment, spec: SegmentSpec | null): void {
    if (spec?.loop.id.startsWith('21') === true) this.#followMarks(segment, spec)
    const handler = spec === null ? undefined : handlers[`${level(spec.loop.id)}/${segment.id}`]
    if (handler === undefined || !handler(this, segment)) this.#keep(segment, spec)
  }

  closed(loop: LoopSpec): void {
    if (loop.id.startsWith('2110')) {
      if (this.#opened !== null) this.log.place('loop_marks', this.#opened, { expected: 'LE' })
      this.#opened = null
      this.inquiry = null
      this.benefit = null
    }
    if (loop.id === '2000D') {
      this.#checkMember(this.member, this.dependentPlace)
      this.member = this.subscriber
    }
    if (loop.id === '2000C') {
      this.#checkMember(this.subscriber, this.subscriberPlace)
      this.member = null
      this.subscriber = null
    }
    if (loop.id === '2000B') this.provider = null
    if (loop.id === '2000A') this.payer = null
  }

  finish(): EligibilityMessage {
    return this.message
  }

  /** LS, the loops 2120, LE: all three or none, in one benefit. */
  #followMarks(segment: Segment, spec: SegmentSpec): void {
    const isEntity = spec.id === 'NM1' && spec.loop.id.startsWith('2120')
    if (spec.id === 'LS') this.#opened = this.log.placeOf(segment)
    else if ((isEntity || spec.id === 'LE') && this.#opened === null)
      this.log.at('loop_marks', segment, { expected: 'LS' })
    if (spec.id === 'LE') this.#opened = null
  }

  /** Whoever has no dependents is asked about (EQ) or answered (EB or AAA). */
  #checkMember(member: EligibilityMember | null, place: Place | null): void {
    if (member === null || place === null) return
    const { inquiries, benefits, rejections, dependents } = member
    if (inquiries.length + benefits.length + rejections.length + dependents.length > 0) return
    this.log.place('empty_member', place, { value: member.memberId ?? member.name.last, expected: 'EQ, EB or AAA' })
  }

  #keep(segment: Segment, spec: SegmentSpec | null): void {
    if (['ST', 'SE', 'HL'].includes(segment.id)) return
    const holder: { other?: OtherSegment[] | undefined } =
      this.benefit ?? this.inquiry ?? this.member ?? this.provider ?? this.payer ?? this.message
    holder.other = appended(holder.other, { loop: spec?.loop.id ?? '', elements: segment.canonical() })
  }
}

/** The same is said of subscribers (C) and dependents (D). */
function level(loop: string): string {
  return loop.replace(/D$/, 'C')
}

/** Takes the segment in, or answers false: then it is kept as it is. */
type Handler = (reader: EligibilityReader, segment: Segment) => boolean

const onMember =
  (deed: (member: EligibilityMember, segment: Segment) => void): Handler =>
  ({ member }, segment) => {
    if (member === null) return false
    deed(member, segment)
    return true
  }

const onBenefit =
  (deed: (benefit: Benefit, segment: Segment) => void): Handler =>
  ({ benefit }, segment) => {
    if (benefit === null) return false
    deed(benefit, segment)
    return true
  }

const rejectionOf =
  (whom: (reader: EligibilityReader) => { rejections: Rejection[] } | null): Handler =>
  (reader, segment) => {
    const rejected = whom(reader)
    rejected?.rejections.push(rejectionIn(segment))
    return rejected !== null
  }

const handlers: Record<string, Handler> = {
  '/BHT': ({ message }, segment) => {
    message.purpose = segment.element(2)
    message.reference = segment.element(3)
    message.createdOn = segment.date(4)
    message.createdAt = timeFrom(segment.element(5))
    return !segment.has(6)
  },
  '2000A/HL': (reader) => {
    reader.payer = { ...noParty(), providers: [] }
    reader.message.payers.push(reader.payer)
    return true
  },
  '2000A/AAA': rejectionOf((reader) => reader.payer),
  '2100A/NM1': ({ payer }, segment) => readParty(payer, segment),
  '2100A/PER': ({ payer }, segment) => {
    if (payer !== null) payer.contacts = appended(payer.contacts, contactIn(segment))
    return payer !== null
  },
  '2100A/AAA': rejectionOf((reader) => reader.payer),
  '2000B/HL': (reader) => {
    reader.provider = { ...noParty(), subscribers: [] }
    reader.payer?.providers.push(reader.provider)
    return true
  },
  '2100B/NM1': ({ provider }, segment) => readParty(provider, segment),
  '2100B/REF': ({ provider }, segment) => {
    if (provider !== null && segment.count <= 2)
      provider.references = appended(provider.references, referenceIn(segment))
    return provider !== null && segment.count <= 2
  },
  '2100B/AAA': rejectionOf((reader) => reader.provider),
  '2000C/HL': (reader, segment) => {
    const member: EligibilityMember = {
      ...{ traces: [], name: noName(), inquiries: [], benefits: [], rejections: [], dependents: [] },
    }
    if (segment.element(3) === '23') {
      reader.subscriber?.dependents.push(member)
      reader.dependentPlace = reader.log.placeOf(segment)
    } else {
      reader.subscriberPlace = reader.log.placeOf(segment)
      reader.subscriber = member
      reader.provider?.subscribers.push(member)
    }
    reader.member = member
    return true
  },
  '2000C/TRN': onMember(({ traces }, segment) => {
    const trace = { kind: segment.element(1), number: segment.element(2), originator: segment.element(3) }
    traces.push({ ...trace, ...(segment.has(4) ? { supplement: segment.element(4) } : {}) })
  }),
  '2100C/NM1': onMember((member, segment) => {
    member.name = nameIn(segment)
    if (segment.has(8)) member.memberIdQualifier = segment.element(8)
    if (segment.has(9)) member.memberId = segment.element(9)
  }),
  '2100C/REF': onMember((member, segment) => {
    member.references = appended(member.references, referenceIn(segment))
  }),
  '2100C/N3': onMember((member, segment) => {
    member.address = addStreet(member.address ?? emptyAddress(), segment)
  }),
  '2100C/N4': onMember((member, segment) => {
    member.address = addCity(member.address ?? emptyAddress(), segment)
  }),
  '2100C/AAA': rejectionOf((reader) => reader.member),
  '2100C/DMG': onMember((member, segment) => {
    if (segment.has(2)) member.dateOfBirth = dateFrom(segment.element(2))
    if (segment.has(3)) member.sex = segment.element(3)
  }),
  '2100C/INS': ({ member }, segment) => {
    if (member === null || segment.count > 2) return false
    member.relationship = segment.element(2)
    return true
  },
  '2100C/DTP': onMember((member, segment) => {
    member.dates = appended(member.dates, qualifiedDateIn(segment))
  }),
  '2110C/EQ': readInquiry,
  '2110C/EB': readBenefit,
  '2110C/REF': onBenefit((benefit, segment) => {
    benefit.references = appended(benefit.references, referenceIn(segment))
  }),
  '2110C/DTP': onBenefit((benefit, segment) => {
    benefit.dates = appended(benefit.dates, qualifiedDateIn(segment))
  }),
  '2110C/AAA': onBenefit((benefit, segment) => {
    benefit.rejections = appended(benefit.rejections, rejectionIn(segment))
  }),
  '2110C/MSG': onBenefit((benefit, segment) => {
    benefit.messages = appended(benefit.messages, segment.element(1))
  }),
}

function readParty(party: EligibilityParty | null, segment: Segment): boolean {
  if (party === null) return false
  party.entity = segment.element(1)
  party.name = nameIn(segment)
  party.idQualifier = segment.element(8)
  party.id = segment.element(9)
  return true
}

function readInquiry(reader: EligibilityReader, segment: Segment): boolean {
  const inquiry: Inquiry = { serviceTypes: segment.repetitions(1) }
  const [, procedure, ...modifiers] = segment.components(2)
  if (procedure !== undefined) Object.assign(inquiry, { procedure, modifiers })
  if (segment.has(3)) inquiry.coverageLevel = segment.element(3)
  reader.inquiry = inquiry
  reader.member?.inquiries.push(inquiry)
  return true
}

function readBenefit(reader: EligibilityReader, segment: Segment): boolean {
  const benefit: Benefit = { information: segment.element(1), serviceTypes: segment.repetitions(3) }
  if (segment.has(2)) benefit.coverageLevel = segment.element(2)
  if (segment.has(4)) benefit.insuranceType = segment.element(4)
  if (segment.has(5)) benefit.plan = segment.element(5)
  if (segment.has(6)) benefit.period = segment.element(6)
  if (segment.has(7)) benefit.cents = segment.cents(7)
  if (segment.has(8)) benefit.basisPoints = Math.round(Number(segment.element(8)) * 10_000)
  if (segment.has(9)) benefit.quantityQualifier = segment.element(9)
  if (segment.has(10)) benefit.quantity = Number(segment.element(10))
  if (segment.has(11)) benefit.authorization = segment.element(11)
  if (segment.has(12)) benefit.inNetwork = segment.element(12)
  if (segment.has(13)) {
    const { component } = segment.delimiters
    const composite = segment.element(13)
    benefit.procedure = componentOf(composite, component, 2)
    benefit.modifiers = composite.split(component).slice(2)
  }
  reader.benefit = benefit
  reader.member?.benefits.push(benefit)
  return true
}

function rejectionIn(segment: Segment): Rejection {
  return { valid: segment.element(1), reason: segment.element(3), followUp: segment.element(4) }
}

function noName(): Name {
  return { kind: 'person', last: '' }
}

function noParty(): EligibilityParty {
  return { entity: '', name: noName(), idQualifier: '', id: '', rejections: [] }
}
