import { centsToText } from './cents-to-text.ts'
import { checkOtherPayers } from './check-other-payers.ts'
import type { Place } from './finding.ts'
import type { FindingLog } from './finding-log.ts'
import type { BillingProvider, Claim, ClaimLine, Subscriber } from './model-claim.ts'
import type { ClaimOwner } from './read-claims.ts'

/** Where the parts of one claim stand: CLM, HI, each LX with its number, each SV1 and REF 6R. */
export type ClaimPlaces = {
  claim: Place
  diagnoses: Place | null
  numbers: string[]
  lines: Place[]
  controls: Place[]
}

/** What the guide advises (TR3 1.3.2). */
const mostClaims = 5000

/** Checks that look across one transaction set. */
export class ClaimSetChecks {
  #seen = new Set<string>()
  #count = 0
  /** The provider that was found to have no number, so that it is said once. */
  #told: BillingProvider | null = null

  claim(
    log: FindingLog,
    claim: Claim,
    owner: ClaimOwner,
    { place, provider }: { place: Place; provider: Place },
  ): void {
    this.#checkNumber(log, owner, provider)
    if (this.#seen.has(claim.claimControlNumber)) {
      log.place('duplicate_claim', place, { element: 1, value: claim.claimControlNumber })
    }
    if (this.#seen.size < 100_000) this.#seen.add(claim.claimControlNumber)
    if (++this.#count === mostClaims + 1) log.place('too_many_claims', place, { expected: String(mostClaims) })
  }

  /** SBR02 = 18: address, birth date and sex are required (TR3 2010BA). */
  subscriber(log: FindingLog, subscriber: Subscriber, at: { header: Place; name: Place }): void {
    const place = at.name
    if (subscriber.groupNumber !== undefined && subscriber.groupName !== undefined) {
      log.place('group_number', at.header, { element: 4, value: subscriber.groupName })
    }
    checkSecondaryReason(log, subscriber, at.header)
    if (subscriber.relationship !== '18') return
    const { address, sex } = subscriber
    if (address === undefined || address.street === '')
      log.place('subscriber_details', place, { segment: 'N3', loop: '2010BA' })
    if (address === undefined || address.city === '')
      log.place('subscriber_details', place, { segment: 'N4', loop: '2010BA' })
    if (sex === undefined) log.place('subscriber_details', place, { segment: 'DMG', loop: '2010BA' })
  }

  /** An NPI, or a number that the payer gave to those who have none (TR3 2010AA NM109, 2010BB REF G2). */
  #checkNumber(log: FindingLog, { billingProvider, subscriber }: ClaimOwner, place: Place): void {
    if (billingProvider === this.#told || billingProvider.npi !== undefined) return
    const numbers = [...(billingProvider.references ?? []), ...(subscriber.payer.references ?? [])]
    if (numbers.some(({ qualifier }) => ['0B', '1G', 'G2', 'LU'].includes(qualifier))) return
    this.#told = billingProvider
    log.place('missing_npi', place, { element: 9, expected: 'ten digits with their check digit' })
  }

  provider(log: FindingLog, provider: BillingProvider, place: Place): void {
    const street = `${provider.address.street} ${provider.address.street2 ?? ''}`
    if (/\bP\.? ?O\.? ?BOX\b/i.test(street)) {
      log.place('street_address', place, { segment: 'N3', loop: '2010AA', element: 1, value: street.trim() })
    }
  }
}

/** SBR05 says why Medicare pays second, and only that (TR3 2000B SBR05). */
function checkSecondaryReason(log: FindingLog, subscriber: Subscriber, place: Place): void {
  const { medicareSecondaryReason: value, responsibility, filingCode } = subscriber
  const isMedicare = ['MA', 'MB', '16'].includes(filingCode)
  if (value === undefined) {
    if (responsibility === 'P' || !isMedicare || filingCode === '16') return
    log.place('secondary_reason', place, { element: 5, value: '', expected: 'why Medicare pays second' })
  } else if (responsibility === 'P' || !isMedicare) {
    const severity = responsibility === 'P' ? 'error' : 'warning'
    log.place('secondary_reason', place, { element: 5, value, expected: 'nothing', severity })
  }
}

/** Balances a claim and checks what the guide asks of it in its situation. */
export function checkClaim(log: FindingLog, claim: Claim, owner: ClaimOwner, places: ClaimPlaces): void {
  let charged = 0
  for (const line of claim.lines) charged += line.chargeCents
  const difference = claim.chargeCents - charged
  if (difference !== 0 && !Number.isNaN(difference)) {
    const [value, expected] = [centsToText(claim.chargeCents), centsToText(charged)]
    log.place('claim_charge', places.claim, { element: 2, value, expected, difference })
  }
  checkFrequency(log, claim, places.claim)
  if (owner.dependent === null && owner.subscriber.relationship !== '18') {
    const value = owner.subscriber.relationship ?? ''
    log.place('subscriber_is_patient', places.claim, {
      segment: 'SBR',
      loop: '2000B',
      element: 2,
      value,
      expected: '18',
    })
  }
  checkLines(log, claim, places)
  checkDiagnoses(log, claim, places)
  checkBirth(log, claim, owner, places)
  checkProviders(log, claim, owner.billingProvider, places)
  checkOtherPayers(log, claim, owner, places)
}

function checkFrequency(log: FindingLog, claim: Claim, place: Place): void {
  const { frequency, originalReference } = claim
  if (!/^[1678]$/.test(frequency)) {
    log.place('bad_code', place, { element: 5, component: 3, value: frequency, expected: '1, 6, 7, 8' })
  }
  if ((frequency === '7' || frequency === '8') && (originalReference ?? '') === '') {
    log.place('original_reference', place, { element: 5, component: 3, value: frequency, expected: 'REF*F8' })
  }
  if (frequency === '1' && originalReference !== undefined) {
    log.place('unexpected_original_reference', place, { segment: 'REF', value: originalReference })
  }
}

/** HI: each code once, and of the revision that was in force (45 CFR 162.1002: ICD-10 since October 2015). */
function checkDiagnoses(log: FindingLog, claim: Claim, { claim: place, diagnoses }: ClaimPlaces): void {
  const at = diagnoses ?? place
  claim.diagnoses.forEach((code, index) => {
    if (claim.diagnoses.indexOf(code) === index) return
    log.place('repeated_diagnosis', at, { segment: 'HI', element: index + 1, component: 2, value: code })
  })
  const isOld = claim.diagnosisRevision === 'icd9'
  const served = claim.lines.find(({ serviceDate }) => serviceDate !== '' && serviceDate < '2015-10-01' !== isOld)
  if (served === undefined || claim.diagnoses.length === 0) return
  log.place('diagnosis_revision', at, {
    ...{ segment: 'HI', element: 1, component: 1, value: isOld ? 'BK' : 'ABK' },
    expected: `${isOld ? 'ABK' : 'BK'} for a service on ${served.serviceDate}`,
  })
}

function checkBirth(log: FindingLog, claim: Claim, { subscriber, dependent }: ClaimOwner, places: ClaimPlaces): void {
  const born = dependent === null ? subscriber.dateOfBirth : dependent.dateOfBirth
  if (born === undefined || born === '') return
  claim.lines.forEach(({ serviceDate }, index) => {
    if (serviceDate === '' || serviceDate >= born) return
    const place = places.lines[index] ?? places.claim
    log.place('birth_date', place, { segment: 'DTP', element: 3, value: serviceDate, expected: `not before ${born}` })
  })
}

function checkLines(log: FindingLog, claim: Claim, places: ClaimPlaces): void {
  const controls = new Set<string>()
  claim.lines.forEach((line, index) => {
    const place = places.lines[index] ?? places.claim
    const number = places.numbers[index]
    if (number !== String(index + 1)) {
      log.place('line_numbers', place, { element: 1, value: number ?? '', expected: String(index + 1) })
    }
    for (const [at, pointer] of line.diagnosisPointers.entries()) {
      if (at < 4 && Number.isInteger(pointer) && pointer >= 1 && pointer <= claim.diagnoses.length) continue
      const count = claim.diagnoses.length
      const inRange = count === 0 ? 'a diagnosis to point to' : `1 to ${count}`
      const expected = at < 4 ? inRange : 'at most four pointers'
      const value = Number.isNaN(pointer) ? '' : String(pointer)
      log.place('diagnosis_pointer', servicePlace(place), { element: 7, component: at + 1, value, expected })
    }
    checkRepeats(log, claim, line, servicePlace(place))
    const control = line.lineControlNumber
    if (control === undefined) return
    if (controls.has(control)) {
      log.place('duplicate_line_control', place, { segment: 'REF', element: 2, value: control })
    }
    controls.add(control)
  })
}

function checkRepeats(log: FindingLog, claim: Claim, line: ClaimLine, place: Place): void {
  const { diagnosisPointers: pointers, placeOfService } = line
  const again = pointers.findIndex((pointer, index) => pointers.indexOf(pointer) < index)
  if (again !== -1) {
    log.place('repeated_diagnosis', place, { element: 7, component: again + 1, value: String(pointers[again]) })
  }
  if (placeOfService !== undefined && placeOfService === claim.placeOfService) {
    log.place('same_place', place, { element: 5, value: placeOfService, expected: 'nothing' })
  }
}

/** The SV1 stands right after its LX. */
function servicePlace(place: Place): Place {
  const segmentInSet = place.segmentInSet === null ? null : place.segmentInSet + 1
  return { ...place, segment: 'SV1', segmentNumber: place.segmentNumber + 1, segmentInSet }
}

function checkProviders(log: FindingLog, claim: Claim, billing: BillingProvider, places: ClaimPlaces): void {
  const place = places.claim
  const { renderingProvider, serviceFacility } = claim
  if (renderingProvider?.npi !== undefined && renderingProvider.npi === billing.npi) {
    log.place('same_rendering_provider', place, { segment: 'NM1', loop: '2310B', value: billing.npi })
  }
  if (serviceFacility !== undefined && sameAddress(serviceFacility.address, billing.address)) {
    log.place('same_facility', place, { segment: 'NM1', loop: '2310C', value: serviceFacility.name.last })
  }
  claim.lines.forEach((line, index) => {
    const npi = line.renderingProvider?.npi
    if (npi === undefined || npi !== renderingProvider?.npi) return
    const at = places.lines[index] ?? place
    log.place('same_rendering_provider', at, { segment: 'NM1', loop: '2420A', value: npi })
  })
}

function sameAddress(one: BillingProvider['address'], other: BillingProvider['address']): boolean {
  return one.street === other.street && one.city === other.city && one.zip === other.zip
}
