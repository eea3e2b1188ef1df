import type { LineAdjudication, OtherPayer } from './model-claim.ts'
import type { Name } from './model-party.ts'
import type { ClaimReader } from './read-claims.ts'
import {
  addCity,
  addStreet,
  appended,
  daysIn,
  emptyAddress,
  nameIn,
  procedureIn,
  unitsIn,
  withAdjustments,
} from './read-party.ts'
import type { Segment } from './segment.ts'
import { type ClaimHandler, whenOpen } from './when-open.ts'

const onOther = (deed: (other: OtherPayer, segment: Segment) => void) => whenOpen('otherPayer', deed)
const onAdjudication = (deed: (done: LineAdjudication, segment: Segment) => void) => whenOpen('adjudication', deed)

/** Other payers of a claim and what they did with it and its lines (2320, 2330, 2430). */
export const otherPayerHandlers: Record<string, ClaimHandler> = {
  '2320/SBR': startOtherPayer,
  '2320/CAS': onOther((other, segment) => {
    other.adjustments = withAdjustments(other.adjustments, segment)
  }),
  '2320/AMT:D': onOther((other, segment) => {
    other.paidCents = segment.cents(2)
  }),
  '2320/AMT:EAF': onOther((other, segment) => {
    other.remainingPatientLiabilityCents = segment.cents(2)
  }),
  '2320/AMT:A8': onOther((other, segment) => {
    other.nonCoveredCents = segment.cents(2)
  }),
  '2320/OI': onOther((other, segment) => {
    other.benefitsAssigned = segment.element(3)
    other.releaseOfInformation = segment.element(6)
  }),
  '2330A/NM1:IL': onOther((other, segment) => {
    other.subscriber = { name: nameIn(segment), memberIdQualifier: segment.element(8), memberId: segment.element(9) }
  }),
  '2330A/N3': onOther(({ subscriber }, segment) => {
    subscriber.address = addStreet(subscriber.address ?? emptyAddress(), segment)
  }),
  '2330A/N4': onOther(({ subscriber }, segment) => {
    subscriber.address = addCity(subscriber.address ?? emptyAddress(), segment)
  }),
  '2330B/NM1:PR': onOther((other, segment) => {
    other.payer = { name: segment.element(3), idQualifier: segment.element(8), id: segment.element(9) }
  }),
  '2330B/DTP:573': onOther((other, segment) => {
    other.payer.paidOn = daysIn(segment).on
  }),
  '2330B/REF:F8': onOther((other, segment) => {
    other.payer.claimControlNumber = segment.element(2)
  }),
  '2430/SVD': startAdjudication,
  '2430/CAS': onAdjudication((done, segment) => {
    done.adjustments = withAdjustments(done.adjustments, segment)
  }),
  '2430/DTP:573': onAdjudication((done, segment) => {
    done.paidOn = daysIn(segment).on
  }),
  '2430/AMT:EAF': onAdjudication((done, segment) => {
    done.remainingPatientLiability = { qualifier: 'EAF', cents: segment.cents(2) }
  }),
}

function startOtherPayer(reader: ClaimReader, segment: Segment): void {
  const noName: Name = { kind: 'person', last: '' }
  const other: OtherPayer = {
    responsibility: segment.element(1),
    relationship: segment.element(2),
    filingCode: segment.element(9),
    adjustments: [],
    subscriber: { name: noName, memberId: '' },
    payer: { name: '', id: '' },
  }
  if (segment.has(3)) other.groupNumber = segment.element(3)
  if (segment.has(4)) other.groupName = segment.element(4)
  if (segment.has(5)) other.medicareSecondaryReason = segment.element(5)
  reader.otherPayer = other
  if (reader.claim !== null) reader.claim.otherPayers = appended(reader.claim.otherPayers, other)
}

function startAdjudication(reader: ClaimReader, segment: Segment): void {
  const { qualifier, procedure, modifiers } = procedureIn(segment, 3)
  const done: LineAdjudication = {
    payerId: segment.element(1),
    paidCents: segment.has(2) ? segment.cents(2) : Number.NaN,
    procedureQualifier: qualifier,
    procedure,
    modifiers,
    units: unitsIn(segment, 5),
    adjustments: [],
    paidOn: '',
  }
  if (segment.has(6)) done.bundledInto = Number(segment.element(6))
  reader.adjudication = done
  if (reader.line !== null) reader.line.adjudications = appended(reader.line.adjudications, done)
}
