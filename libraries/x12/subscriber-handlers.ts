import type { BillingProvider, Dependent, Subscriber } from './model-claim.ts'
import type { Name } from './model-party.ts'
import type { ClaimReader } from './read-claims.ts'
import { addCity, addStreet, contactIn, emptyAddress, nameIn, referenceIn } from './read-party.ts'
import { dateFrom, type Segment } from './segment.ts'

type Handler = (reader: ClaimReader, segment: Segment) => void

const onProvider =
  (deed: (provider: BillingProvider, segment: Segment) => void): Handler =>
  (reader, segment) => {
    if (reader.provider !== null) deed(reader.provider, segment)
  }

const onSubscriber =
  (deed: (subscriber: Subscriber, segment: Segment) => void): Handler =>
  (reader, segment) => {
    if (reader.subscriber !== null) deed(reader.subscriber, segment)
  }

const onDependent =
  (deed: (dependent: Dependent, segment: Segment) => void): Handler =>
  (reader, segment) => {
    if (reader.dependent !== null) deed(reader.dependent, segment)
  }

const keepProviderReference = onProvider((provider, segment) => {
  provider.references ??= []
  provider.references.push(referenceIn(segment))
})

const keepSubscriberReference = onSubscriber((subscriber, segment) => {
  subscriber.references ??= []
  subscriber.references.push(referenceIn(segment))
})

const keepPayerReference = onSubscriber(({ payer }, segment) => {
  payer.references ??= []
  payer.references.push(referenceIn(segment))
})

const keepDependentReference = onDependent((dependent, segment) => {
  dependent.references ??= []
  dependent.references.push(referenceIn(segment))
})

/** The loops above a claim: billing provider, subscriber, payer, patient. */
export const subscriberHandlers: Record<string, Handler> = {
  '2000A/HL:20': startProvider,
  '2000A/PRV:BI': onProvider((provider, segment) => {
    provider.taxonomy = segment.element(3)
  }),
  '2010AA/NM1:85': (reader, segment) => {
    if (reader.provider === null) return
    reader.provider.name = nameIn(segment)
    if (segment.element(8) === 'XX') reader.provider.npi = segment.element(9)
    reader.providerPlace = reader.log.placeOf(segment)
  },
  '2010AA/N3': onProvider(({ address }, segment) => void addStreet(address, segment)),
  '2010AA/N4': onProvider(({ address }, segment) => void addCity(address, segment)),
  '2010AA/REF:EI': onProvider((provider, segment) => {
    const kind = segment.element(1) === 'SY' ? 'social_security' : 'employer'
    provider.taxIdentification = { kind, number: segment.element(2) }
  }),
  '2010AA/REF:0B': keepProviderReference,
  '2010AA/PER:IC': onProvider((provider, segment) => {
    provider.contacts ??= []
    provider.contacts.push(contactIn(segment))
  }),
  '2010AB/NM1:87': onProvider((provider) => {
    provider.payTo = { address: emptyAddress() }
  }),
  '2010AB/N3': onProvider((provider, segment) => {
    if (provider.payTo !== undefined) addStreet(provider.payTo.address, segment)
  }),
  '2010AB/N4': onProvider((provider, segment) => {
    if (provider.payTo !== undefined) addCity(provider.payTo.address, segment)
  }),
  '2000B/HL:22': startSubscriber,
  '2000B/SBR': (reader, segment) => {
    const { subscriber } = reader
    if (subscriber === null) return
    reader.headerPlace = reader.log.placeOf(segment)
    subscriber.responsibility = segment.element(1)
    if (segment.has(2)) subscriber.relationship = segment.element(2)
    if (segment.has(3)) subscriber.groupNumber = segment.element(3)
    if (segment.has(4)) subscriber.groupName = segment.element(4)
    if (segment.has(5)) subscriber.medicareSecondaryReason = segment.element(5)
    subscriber.filingCode = segment.element(9)
  },
  '2010BA/NM1:IL': (reader, segment) => {
    if (reader.subscriber === null) return
    reader.subscriber.name = nameIn(segment)
    reader.subscriber.memberIdQualifier = segment.element(8)
    reader.subscriber.memberId = segment.element(9)
    reader.subscriberPlace = reader.log.placeOf(segment)
  },
  '2010BA/N3': onSubscriber((subscriber, segment) => {
    subscriber.address = addStreet(subscriber.address ?? emptyAddress(), segment)
  }),
  '2010BA/N4': onSubscriber((subscriber, segment) => {
    subscriber.address = addCity(subscriber.address ?? emptyAddress(), segment)
  }),
  '2010BA/DMG': onSubscriber((subscriber, segment) => {
    subscriber.dateOfBirth = dateFrom(segment.element(2))
    subscriber.sex = segment.element(3)
  }),
  '2010BA/REF:SY': keepSubscriberReference,
  '2010BA/REF:Y4': keepSubscriberReference,
  '2010BB/NM1:PR': onSubscriber(({ payer }, segment) => {
    payer.name = segment.element(3)
    payer.idQualifier = segment.element(8)
    payer.id = segment.element(9)
  }),
  '2010BB/N3': onSubscriber(({ payer }, segment) => {
    payer.address = addStreet(payer.address ?? emptyAddress(), segment)
  }),
  '2010BB/N4': onSubscriber(({ payer }, segment) => {
    payer.address = addCity(payer.address ?? emptyAddress(), segment)
  }),
  '2010BB/REF:2U': keepPayerReference,
  '2010BB/REF:G2': keepPayerReference,
  '2000C/HL:23': startDependent,
  '2000C/PAT': onDependent((dependent, segment) => {
    dependent.relationship = segment.element(1)
  }),
  '2010CA/NM1:QC': onDependent((dependent, segment) => {
    dependent.name = nameIn(segment)
  }),
  '2010CA/N3': onDependent(({ address }, segment) => void addStreet(address, segment)),
  '2010CA/N4': onDependent(({ address }, segment) => void addCity(address, segment)),
  '2010CA/DMG': onDependent((dependent, segment) => {
    dependent.dateOfBirth = dateFrom(segment.element(2))
    dependent.sex = segment.element(3)
  }),
  '2010CA/REF:Y4': keepDependentReference,
}

function startProvider(reader: ClaimReader): void {
  reader.provider = {
    name: noName('organization'),
    taxIdentification: { kind: 'employer', number: '' },
    address: emptyAddress(),
    subscribers: [],
  }
  if (reader.keep) reader.batch.billingProviders.push(reader.provider)
}

function startSubscriber(reader: ClaimReader): void {
  reader.subscriber = {
    responsibility: '',
    filingCode: '',
    name: noName('person'),
    memberId: '',
    payer: { name: '', id: '' },
    claims: [],
    dependents: [],
  }
  if (reader.keep) reader.provider?.subscribers.push(reader.subscriber)
}

function startDependent(reader: ClaimReader): void {
  if (reader.subscriber?.relationship === '18' && reader.headerPlace !== null) {
    reader.log.place('patient_is_dependent', reader.headerPlace, { element: 2, value: '18', expected: 'nothing' })
  }
  reader.dependent = {
    relationship: '',
    name: noName('person'),
    address: emptyAddress(),
    dateOfBirth: '',
    sex: '',
    claims: [],
  }
  if (reader.keep) reader.subscriber?.dependents.push(reader.dependent)
}

function noName(kind: Name['kind']): Name {
  return { kind, last: '' }
}
