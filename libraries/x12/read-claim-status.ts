import type { Place } from './finding.ts'
import type { FindingLog } from './finding-log.ts'
import type { LoopSpec, SegmentSpec } from './loop-table.ts'
import type {
  ClaimStatusMessage,
  StatusClaim,
  StatusLevel,
  StatusLine,
  StatusMember,
  StatusProvider,
} from './model-claim-status.ts'
import type { Name, OtherSegment } from './model-party.ts'
import { appended, contactIn, daysIn, nameIn, procedureIn, referenceIn } from './read-party.ts'
import { statusIn } from './read-status.ts'
import { dateFrom, type Segment, timeFrom } from './segment.ts'

const anyCategory = /^[A-Z]\d{1,2}$/

/** Loops of a 276 or 277 to the claims that are asked about and what became of them. */
export class ClaimStatusReader {
  message: ClaimStatusMessage
  provider: StatusProvider | null = null
  subscriber: StatusMember | null = null
  member: StatusMember | null = null
  claim: StatusClaim | null = null
  line: StatusLine | null = null
  log: FindingLog
  /** Where the open subscriber began. */
  subscriberPlace: Place | null = null

  constructor(log: FindingLog, start: { transactionControlNumber: string }) {
    this.log = log
    this.message = {
      ...{ transactionControlNumber: start.transactionControlNumber, reference: '', createdOn: '', createdAt: '' },
      payer: { name: '', idQualifier: '', id: '' },
      receiver: { name: noName(), idQualifier: '', id: '', statuses: [] },
      providers: [],
    }
  }

  segment(segment: Segment, spec: SegmentSpec | null): void {
    const handler = spec === null ? undefined : handlers[`${level(spec.loop.id)}/${segment.id}`]
    if (handler === undefined || !handler(this, segment)) this.#keep(segment, spec)
  }

  closed(loop: LoopSpec): void {
    if (/^22[12]0/.test(loop.id)) this.line = null
    if (/^2200[DE]/.test(loop.id)) {
      this.claim = null
      this.log.claim = null
    }
    if (loop.id === '2000E') this.member = this.subscriber
    if (loop.id === '2000D') {
      this.#checkSubscriber()
      this.member = null
    }
    if (loop.id === '2000C') this.provider = null
  }

  finish(): ClaimStatusMessage {
    return this.message
  }

  #checkSubscriber(): void {
    const { subscriber, subscriberPlace } = this
    if (subscriber === null || subscriberPlace === null) return
    if (subscriber.claims.length + subscriber.dependents.length > 0) return
    const value = subscriber.memberId ?? subscriber.name.last
    this.log.place('empty_member', subscriberPlace, { value, expected: 'TRN, or a dependent' })
  }

  #keep(segment: Segment, spec: SegmentSpec | null): void {
    if (['ST', 'SE', 'HL'].includes(segment.id)) return
    const holder: { other?: OtherSegment[] | undefined } =
      this.line ?? this.claim ?? this.member ?? this.provider ?? this.message
    holder.other = appended(holder.other, { loop: spec?.loop.id ?? '', elements: segment.canonical() })
  }
}

/** The same is said of subscribers (D) and dependents (E), and lines are 2210 in a 276 and 2220 in a 277. */
function level(loop: string): string {
  return loop.replace(/E$/, 'D').replace('2220', '2210')
}

type Handler = (reader: ClaimStatusReader, segment: Segment) => boolean

const onClaim =
  (deed: (claim: StatusClaim, segment: Segment) => void): Handler =>
  ({ claim }, segment) => {
    if (claim === null) return false
    deed(claim, segment)
    return true
  }

const onLine =
  (deed: (line: StatusLine, segment: Segment) => void): Handler =>
  ({ line }, segment) => {
    if (line === null) return false
    deed(line, segment)
    return true
  }

const traceOf =
  (whom: (reader: ClaimStatusReader) => StatusLevel | null): Handler =>
  (reader, segment) => {
    const traced = whom(reader)
    if (traced !== null) traced.trace = segment.element(2)
    return traced !== null
  }

const statusOf =
  (whom: (reader: ClaimStatusReader) => { statuses: StatusLevel['statuses'] } | null): Handler =>
  (reader, segment) => {
    const holder = whom(reader)
    holder?.statuses.push(statusIn(reader.log, segment, anyCategory))
    return holder !== null
  }

const handlers: Record<string, Handler> = {
  '/BHT': ({ message }, segment) => {
    message.reference = segment.element(3)
    message.createdOn = segment.date(4)
    message.createdAt = timeFrom(segment.element(5))
    return true
  },
  '2100A/NM1': ({ message }, segment) => {
    message.payer = { name: segment.element(3), idQualifier: segment.element(8), id: segment.element(9) }
    return true
  },
  '2100A/PER': ({ message }, segment) => {
    message.payer.contacts = appended(message.payer.contacts, contactIn(segment))
    return true
  },
  '2100B/NM1': ({ message }, segment) => {
    const { receiver } = message
    Object.assign(receiver, { name: nameIn(segment), idQualifier: segment.element(8), id: segment.element(9) })
    return true
  },
  '2200B/TRN': traceOf((reader) => reader.message.receiver),
  '2200B/STC': statusOf((reader) => reader.message.receiver),
  '2000C/HL': (reader) => {
    reader.provider = { name: noName(), idQualifier: '', id: '', statuses: [], subscribers: [] }
    reader.message.providers.push(reader.provider)
    return true
  },
  '2100C/NM1': ({ provider }, segment) => {
    if (provider === null || provider.id !== '') return false
    Object.assign(provider, { name: nameIn(segment), idQualifier: segment.element(8), id: segment.element(9) })
    return true
  },
  '2200C/TRN': traceOf((reader) => reader.provider),
  '2200C/STC': statusOf((reader) => reader.provider),
  '2000D/HL': (reader, segment) => {
    const member: StatusMember = { name: noName(), claims: [], dependents: [] }
    if (segment.element(3) === '23') reader.subscriber?.dependents.push(member)
    else {
      reader.subscriberPlace = reader.log.placeOf(segment)
      reader.subscriber = member
      reader.provider?.subscribers.push(member)
    }
    reader.member = member
    return true
  },
  '2000D/DMG': ({ member }, segment) => {
    if (member === null) return false
    member.dateOfBirth = dateFrom(segment.element(2))
    if (segment.has(3)) member.sex = segment.element(3)
    return true
  },
  '2100D/NM1': ({ member }, segment) => {
    if (member === null) return false
    member.name = nameIn(segment)
    if (segment.has(8)) member.memberIdQualifier = segment.element(8)
    if (segment.has(9)) member.memberId = segment.element(9)
    return true
  },
  '2200D/TRN': (reader, segment) => {
    reader.claim = { trace: segment.element(2), statuses: [], lines: [] }
    reader.log.claim = segment.element(2)
    reader.member?.claims.push(reader.claim)
    return true
  },
  '2200D/STC': statusOf((reader) => reader.claim),
  '2200D/REF': onClaim((claim, segment) => {
    const reference = referenceIn(segment)
    if (reference.qualifier === '1K') claim.payerClaimControlNumber = reference.value
    else if (reference.qualifier === 'EJ') claim.claimControlNumber = reference.value
    else claim.references = appended(claim.references, reference)
  }),
  '2200D/AMT': onClaim((claim, segment) => {
    claim.chargeCents = segment.cents(2)
  }),
  '2200D/DTP': onClaim((claim, segment) => {
    const { on, until } = daysIn(segment)
    claim.serviceDate = on
    if (until !== undefined) claim.serviceDateEnd = until
  }),
  '2210D/SVC': (reader, segment) => {
    const { qualifier, procedure, modifiers } = procedureIn(segment, 1)
    const line: StatusLine = {
      procedureQualifier: qualifier,
      procedure,
      modifiers,
      chargeCents: segment.cents(2),
      statuses: [],
    }
    if (segment.has(3)) line.paidCents = segment.cents(3)
    if (segment.has(7)) line.units = Number(segment.element(7))
    reader.line = line
    reader.claim?.lines.push(line)
    return true
  },
  '2210D/STC': statusOf((reader) => reader.line),
  '2210D/REF': onLine((line, segment) => {
    line.lineControlNumber = segment.element(2)
  }),
  '2210D/DTP': onLine((line, segment) => {
    const { on, until } = daysIn(segment)
    line.serviceDate = on
    if (until !== undefined) line.serviceDateEnd = until
  }),
}

function noName(): Name {
  return { kind: 'person', last: '' }
}
