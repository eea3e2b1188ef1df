import type { Finding } from './finding.ts'

/** What a writer needs to know about the envelope; counts, lengths and trailers are computed. */
export type EnvelopeInput = {
  senderQualifier: string
  senderId: string
  receiverQualifier: string
  receiverId: string
  /** GS02 and GS03; the interchange's ids when absent. */
  groupSenderId?: string | undefined
  groupReceiverId?: string | undefined
  /** 'YYYY-MM-DD' and 'HH:MM', as they shall stand in the file. */
  createdOn: string
  createdAt: string
  usage: 'P' | 'T'
  /** ISA13: one to nine digits, written with leading zeros. */
  interchangeControlNumber: string
  /** GS06: one to nine digits, without leading zeros. */
  groupControlNumber: string
  /** GS08 and ST03, when another erratum of the same guide is wanted than the one written here. */
  version?: string | undefined
  /** ISA09 and ISA10, when they are not those of the group. */
  interchangeCreatedOn?: string | undefined
  interchangeCreatedAt?: string | undefined
  /** ISA01 to ISA04; '00' and blank when absent. */
  authorization?: Credential | undefined
  security?: Credential | undefined
  /** ISA14: ask for a TA1. */
  acknowledgement?: boolean | undefined
  delimiters?: Delimiters | undefined
  /** What stands after each segment terminator; a line feed when absent. */
  lineEnding?: '' | '\n' | '\r\n' | undefined
}

export type Credential = { qualifier: string; value: string }

/** The four marks of one interchange. Repetition may be 'U' in older files: then there is none. */
export type Delimiters = { element: string; repetition: string; component: string; segment: string }

/** The envelope around one transaction set, as read. Ids come without their padding. */
export type Envelope = {
  interchangeControlNumber: string
  groupControlNumber: string
  transactionControlNumber: string
  senderQualifier: string
  senderId: string
  receiverQualifier: string
  receiverId: string
  groupSenderId: string
  groupReceiverId: string
  /** GS04 and GS05 as 'YYYY-MM-DD' and 'HH:MM'; '' when unreadable. */
  createdOn: string
  createdAt: string
  usage: string
  functionalCode: string
  version: string
  /** What a writer needs to lay out the envelope as it was. */
  interchangeCreatedOn: string
  interchangeCreatedAt: string
  authorization: Credential
  security: Credential
  acknowledgement: boolean
  delimiters: Delimiters
  lineEnding: '' | '\n' | '\r\n'
}

/** One ISA…IEA as read. */
export type Interchange = {
  interchangeControlNumber: string
  senderQualifier: string
  senderId: string
  receiverQualifier: string
  receiverId: string
  createdOn: string
  createdAt: string
  usage: string
  acknowledgement: boolean
  authorization: Credential
  security: Credential
  delimiters: Delimiters
  byteOffset: number
  groups: {
    functionalCode: string
    groupControlNumber: string
    version: string
    senderId: string
    receiverId: string
    transactionSets: number
  }[]
}

/** What a writer answers: the file, or why there is none. */
export type Written = { ok: true; bytes: Uint8Array; text: string } | { ok: false; findings: Finding[] }
