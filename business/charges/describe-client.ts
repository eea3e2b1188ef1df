import type { Location, Person, Policy } from '../clients/index.ts'

/** What is in order for billing a client; what is false is asked for. */
export type Readiness = { insurance: boolean; paymentMethod: boolean; email: boolean }

/** A client as the list and the client page show them. */
export type ClientCard = {
  personId: string
  name: string
  planName: string | null
  memberId: string | null
  readiness: Readiness
  locations: Omit<Location, 'personId' | 'servedBy'>[]
}

type Known = {
  person: Pick<Person, 'personId' | 'givenName' | 'familyName' | 'email'>
  policy: Pick<Policy, 'memberId' | 'coverage'> | null
  planName: string | null
  hasPaymentMethod: boolean
  locations: readonly Location[]
}

export function describeClient({ person, policy, planName, hasPaymentMethod, locations }: Known): ClientCard {
  return {
    personId: person.personId,
    name: `${person.givenName} ${person.familyName}`,
    planName,
    memberId: policy?.memberId ?? null,
    readiness: {
      insurance: policy?.coverage === 'active',
      paymentMethod: hasPaymentMethod,
      email: person.email !== null,
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
  }
}
