import { isState } from '../coverage/service-areas.ts'

export type AddressEntered = { label: string; street: string; city: string; state: string; zip: string }

export type AddressFault = { code: 'address_incomplete'; field: keyof AddressEntered; words: string }

/** A full address in the United States, as a claim needs it; every field that is not one is named. */
export function checkAddress({ label, street, city, state, zip }: AddressEntered): AddressFault[] {
  const fault = (field: keyof AddressEntered, words: string): AddressFault => ({
    code: 'address_incomplete',
    field,
    words,
  })
  return [
    ...(label.trim() === '' ? [fault('label', 'Give the place a name, such as Home or Office.')] : []),
    ...(/\d/.test(street) && street.trim().length > 3
      ? []
      : [fault('street', 'Write the street with its number; a claim is not paid without it.')]),
    ...(city.trim() === '' ? [fault('city', 'Write the city or town.')] : []),
    ...(isState(state) ? [] : [fault('state', 'Choose the state.')]),
    ...(/^\d{5}(\d{4})?$/.test(zip) ? [] : [fault('zip', 'Write the ZIP code with five digits.')]),
  ]
}
