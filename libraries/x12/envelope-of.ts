import type { Envelope, Interchange } from './model-envelope.ts'
import { usualDelimiters } from './render.ts'
import { dateFrom, type Segment, timeFrom } from './segment.ts'

export type OpenInterchange = {
  read: Interchange
  acknowledgements: number
  controls: Set<string>
  /** What stands between the ISA and the segment behind it. */
  lineEnding: Envelope['lineEnding'] | null
}
export type OpenGroup = {
  read: Interchange['groups'][number]
  createdOn: string
  createdAt: string
  controls: Set<string>
}

/** The interchange an ISA opens. */
export function interchangeIn(segment: Segment): Interchange {
  return {
    interchangeControlNumber: segment.element(13),
    senderQualifier: segment.element(5),
    senderId: segment.element(6).trim(),
    receiverQualifier: segment.element(7),
    receiverId: segment.element(8).trim(),
    createdOn: dateFrom(`20${segment.element(9)}`),
    createdAt: timeFrom(segment.element(10)),
    usage: segment.element(15),
    acknowledgement: segment.element(14) === '1',
    authorization: { qualifier: segment.element(1), value: segment.element(2).trimEnd() },
    security: { qualifier: segment.element(3), value: segment.element(4).trimEnd() },
    delimiters: segment.delimiters,
    byteOffset: segment.byteOffset,
    groups: [],
  }
}

/** The envelope around one transaction set. */
export function envelopeOf(
  interchange: OpenInterchange | null,
  group: OpenGroup | null,
  set: { control: string; version: string },
): Envelope {
  const read = interchange?.read
  return {
    interchangeControlNumber: read?.interchangeControlNumber ?? '',
    groupControlNumber: group?.read.groupControlNumber ?? '',
    transactionControlNumber: set.control,
    senderQualifier: read?.senderQualifier ?? '',
    senderId: read?.senderId ?? '',
    receiverQualifier: read?.receiverQualifier ?? '',
    receiverId: read?.receiverId ?? '',
    groupSenderId: group?.read.senderId ?? '',
    groupReceiverId: group?.read.receiverId ?? '',
    createdOn: group?.createdOn ?? read?.createdOn ?? '',
    createdAt: group?.createdAt ?? read?.createdAt ?? '',
    usage: read?.usage ?? '',
    functionalCode: group?.read.functionalCode ?? '',
    version: set.version,
    interchangeCreatedOn: read?.createdOn ?? '',
    interchangeCreatedAt: read?.createdAt ?? '',
    authorization: read?.authorization ?? { qualifier: '00', value: '' },
    security: read?.security ?? { qualifier: '00', value: '' },
    acknowledgement: read?.acknowledgement ?? false,
    delimiters: read?.delimiters ?? usualDelimiters,
    lineEnding: interchange?.lineEnding ?? '\n',
  }
}

/** The line ending that a file keeps to, as told by what stands before a segment. */
export function lineEndingIn(before: string): Envelope['lineEnding'] {
  if (before.startsWith('\r\n')) return '\r\n'
  return before.startsWith('\n') ? '\n' : ''
}
