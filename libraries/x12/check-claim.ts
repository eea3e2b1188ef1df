import { centsToText } from './cents-to-text.ts'
import type { Place } from './finding.ts'
import type { FindingLog } from './finding-log.ts'
import type { BillingProvider, Claim, ClaimLine, OtherPayer, Subscriber } from './model-claim.ts'
import type { Adjustment } from './model-party.ts'
import type { ClaimOwner } from './read-claims.ts'

/** Where the parts of one claim stand: CLM, HI, each LX with its number, each SV1 and REF 6R. */
export type ClaimPlaces = {
  claim: Place
  diagnoses: Place | null
  numbers: string[]
  lines: Place[]
  controls: Place[]
}

/** Checks that look across one transaction set. */
export class ClaimSetChecks {
  #seen = new Set<string>()

  claim(log: FindingLog, claim: Claim, place: Place): void {
    if (this.#seen.has(claim.claimControlNumber)) {
      log.place('duplicate_claim', place, { element: 1, value: claim.claimControlNumber })
    }
    if (this.#seen.size < 100_000) this.#seen.add(claim.claimControlNumber)
  }

  /** SBR02 = 18: address, birth date and sex are required (TR3 2010BA). */
  subscriber(log: FindingLog, subscriber: Subscriber, place: Place): void {
    if (subscriber.groupNumber !== undefined && subscriber.groupName !== undefined) {
      log.place('group_number', place, { segment: 'SBR', loop: '2000B', value: subscriber.groupName })
    }
    if (subscriber.medicareSecondaryReason !== undefined && subscriber.responsibility === 'P') {
      const value = subscriber.medicareSecondaryReason
      log.place('secondary_reason', place, { segment: 'SBR', loop: '2000B', element: 5, value, expected: 'nothing' })
    }
    if (subscriber.relationship !== '18') return
    const { address, sex } = subscriber
    if (address === undefined || address.street === '')
      log.place('subscriber_details', place, { segment: 'N3', loop: '2010BA' })
    if (address === undefined || address.city === '')
      log.place('subscriber_details', place, { segment: 'N4', loop: '2010BA' })
    if (sex === undefined) log.place('subscriber_details', place, { segment: 'DMG', loop: '2010BA' })
  }

  provider(log: FindingLog, provider: BillingProvider, place: Place): void {
    const street = `${provider.address.street} ${provider.address.street2 ?? ''}`
    if (/\bP\.? ?O\.? ?BOX\b/i.test(street)) {
      log.place('street_address', place, { segment: 'N3', loop: '2010AA', element: 1, value: street.trim() })
    }
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
  checkProviders(log, claim, owner.billingProvider, places.claim)
  for (const other of claim.otherPayers ?? []) checkOtherPayer(log, claim, other, places)
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
      const expected = at < 4 ? `1 to ${claim.diagnoses.length}` : 'at most four pointers'
      const value = String(pointer)
      log.place('diagnosis_pointer', servicePlace(place), { element: 7, component: at + 1, value, expected })
    }
    const control = line.lineControlNumber
    if (control === undefined) return
    if (controls.has(control)) {
      log.place('duplicate_line_control', place, { segment: 'REF', element: 2, value: control })
    }
    controls.add(control)
  })
}

/** The SV1 stands right after its LX. */
function servicePlace(place: Place): Place {
  const segmentInSet = place.segmentInSet === null ? null : place.segmentInSet + 1
  return { ...place, segment: 'SV1', segmentNumber: place.segmentNumber + 1, segmentInSet }
}

function checkProviders(log: FindingLog, claim: Claim, billing: BillingProvider, place: Place): void {
  const { renderingProvider, serviceFacility } = claim
  if (renderingProvider?.npi !== undefined && renderingProvider.npi === billing.npi) {
    log.place('same_rendering_provider', place, { segment: 'NM1', loop: '2310B', value: billing.npi })
  }
  if (serviceFacility !== undefined && sameAddress(serviceFacility.address, billing.address)) {
    log.place('same_facility', place, { segment: 'NM1', loop: '2310C', value: serviceFacility.name.last })
  }
}

function sameAddress(one: BillingProvider['address'], other: BillingProvider['address']): boolean {
  return one.street === other.street && one.city === other.city && one.zip === other.zip
}

/** SV102 = SVD02 + CAS per line, and AMT D = what the lines were paid less the claim's adjustments (TR3 1.4.1). */
function checkOtherPayer(log: FindingLog, claim: Claim, other: OtherPayer, places: ClaimPlaces): void {
  let paid = 0
  let told = false
  claim.lines.forEach((line, index) => {
    const sums = adjudicated(line, other.payer.id)
    if (sums === null) return
    told = true
    paid += sums.paid
    const difference = line.chargeCents - sums.paid - sums.adjusted
    if (difference === 0 || Number.isNaN(difference)) return
    const place = places.lines[index] ?? places.claim
    const expected = centsToText(sums.paid + sums.adjusted)
    const value = centsToText(line.chargeCents)
    log.place('other_payer_line', place, { segment: 'SVD', loop: '2430', element: 2, value, expected, difference })
  })
  if (!told || other.paidCents === undefined) return
  const should = paid - total(other.adjustments)
  const difference = other.paidCents - should
  if (difference === 0 || Number.isNaN(difference)) return
  const [value, expected] = [centsToText(other.paidCents), centsToText(should)]
  log.place('other_payer_claim', places.claim, {
    segment: 'AMT',
    loop: '2320',
    element: 2,
    value,
    expected,
    difference,
  })
}

function adjudicated(line: ClaimLine, payerId: string): { paid: number; adjusted: number } | null {
  const mine = (line.adjudications ?? []).filter((each) => each.payerId === payerId)
  if (mine.length === 0) return null
  const paid = mine.reduce((sum, each) => sum + each.paidCents, 0)
  return { paid, adjusted: mine.reduce((sum, each) => sum + total(each.adjustments), 0) }
}

function total(adjustments: Adjustment[]): number {
  return adjustments.reduce((sum, each) => sum + each.cents, 0)
}
