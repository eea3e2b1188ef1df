import { countiesOfState, countiesOfZip } from '../coverage/counties-of-zip.ts'
import { onlyCountyOf } from '../coverage/locate-address.ts'
import { Refusal } from '../routes.ts'

/** The county that a new place is recorded with: the one that somebody chose, else the only one of its ZIP code, else none. */
export function countyOfNewPlace(address: { state: string; zip: string }, chosen: string | null): string | null {
  if (chosen === null) return onlyCountyOf(address)
  const ofZip = countiesOfZip(address.zip, address.state)
  const possible = ofZip.length > 0 ? ofZip : countiesOfState(address.state)
  if (possible.some(({ fips }) => fips === chosen)) return chosen
  const words = 'That county does not lie at this ZIP code. Choose another one, or leave it open.'
  throw new Refusal({
    status: 422,
    code: 'county_not_there',
    detail: `${words} Nothing was recorded.`,
    because: [{ code: 'county_not_there', field: 'countyFips', words }],
  })
}
