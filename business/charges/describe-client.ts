import type { Instant } from '../../libraries/calendar/index.ts'
import type { Location, Person, Policy } from '../clients/index.ts'

/** What is in order for billing a client; what is false is asked for. */
export type Readiness = {
  insurance: boolean
  forms: boolean
  paymentMethod: boolean
  email: boolean
  /** How the insurance stands: found active or not, still to be checked, the client asked again, or none on file. */
  coverage: InsuranceStanding
}

export type InsuranceStanding = 'active' | 'inactive' | 'unverified' | 'asked_again' | 'none'

/** On which list a client stands: seen or planned to be, still without a session, or put away. */
export type ClientStanding = 'active' | 'prospect' | 'archived'

/** A client as the list and the client page show them. */
export type ClientCard = {
  personId: string
  name: string
  planName: string | null
  memberId: string | null
  readiness: Readiness
  locations: Omit<Location, 'personId' | 'servedBy'>[]
  standing: ClientStanding
  clinicians: { memberId: string; name: string }[]
  lastAt: Instant | null
  nextAt: Instant | null
}

type Known = {
  person: Pick<Person, 'personId' | 'givenName' | 'familyName' | 'email'>
  policy: Pick<Policy, 'memberId' | 'coverage'> | null
  /** The client was asked again about it, and has not answered. */
  isAskedAgain: boolean
  planName: string | null
  hasPaymentMethod: boolean
  /** Every standard form in force. */
  hasSignedForms: boolean
  hasVerifiedEmail: boolean
  locations: readonly Location[]
  archived: boolean
  clinicians: ClientCard['clinicians']
  meetings: { lastAt: Instant | null; nextAt: Instant | null } | null
}

export function describeClient(known: Known): ClientCard {
  const { person, policy, planName, hasPaymentMethod, locations, archived, clinicians, meetings } = known
  return {
    personId: person.personId,
    name: `${person.givenName} ${person.familyName}`,
    planName,
    memberId: policy?.memberId ?? null,
    readiness: {
      insurance: policy?.coverage === 'active',
      forms: known.hasSignedForms,
      paymentMethod: hasPaymentMethod,
      email: known.hasVerifiedEmail,
      coverage: policy?.coverage === 'unverified' && known.isAskedAgain ? 'asked_again' : (policy?.coverage ?? 'none'),
    },
    locations: locations.map(({ id, label, street, city, state, zip, countyFips }) => ({
      id,
      label,
      street,
      city,
      state,
      zip,
      countyFips,
    })),
    standing: archived ? 'archived' : meetings === null ? 'prospect' : 'active',
    clinicians,
    lastAt: meetings?.lastAt ?? null,
    nextAt: meetings?.nextAt ?? null,
  }
}
