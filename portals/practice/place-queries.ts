import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answerOf, api } from '../api.ts'
import type { paths } from '../api-schema.ts'

/** The questions about a place's county, and about what was asked of the operator. */

type CountyPath = '/api/practices/{practiceId}/clients/{personId}/locations/{locationId}/county'
export type PlaceCounty = paths[CountyPath]['get']['responses'][200]['content']['application/json']
export type County = Pick<PlaceCounty['counties'][number], 'fips' | 'name'>

/** A place of a client (`personId`), or of the practice itself. */
export type PlaceAsked = { locationId: string; personId: string | null }

export const placeCountyQuery = (practiceId: string, { locationId, personId }: PlaceAsked) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'place-county', locationId],
    queryFn: () =>
      personId === null
        ? answerOf<PlaceCounty>(
            api.GET('/api/practices/{practiceId}/locations/{locationId}/county', {
              params: { path: { practiceId, locationId } },
            }),
          )
        : answerOf<PlaceCounty>(
            api.GET('/api/practices/{practiceId}/clients/{personId}/locations/{locationId}/county', {
              params: { path: { practiceId, personId, locationId } },
            }),
          ),
  })

/** The counties to choose from for a new address of a client; none where the ZIP code says enough. */
export const countiesQuery = (practiceId: string, personId: string, address: { state: string; zip: string }) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'counties', personId, address],
    queryFn: async () => {
      const { counties } = await answerOf<{ counties: County[] }>(
        api.GET('/api/practices/{practiceId}/clients/{personId}/counties', {
          params: { path: { practiceId, personId }, query: address },
        }),
      )
      return counties
    },
    enabled: address.state !== '' && /^\d{5}/.test(address.zip),
  })

type EffectsPath = '/api/practices/{practiceId}/clients/{personId}/location-effects'
type Effects = paths[EffectsPath]['post']
export type PlaceChange = NonNullable<Effects['requestBody']>['content']['application/json']['change']
export type LocationEffect = Effects['responses'][200]['content']['application/json']

/** What a client's new place, or the end of one, would do to their planned sessions; nothing is recorded. */
export const locationEffectQuery = (practiceId: string, personId: string, change: PlaceChange | null) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'location-effect', personId, change],
    queryFn: () =>
      answerOf<LocationEffect>(
        api.POST('/api/practices/{practiceId}/clients/{personId}/location-effects', {
          params: { path: { practiceId, personId } },
          body: { change: change ?? never() },
        }),
      ),
    enabled: change !== null,
    placeholderData: keepPreviousData,
    gcTime: 30_000,
  })

function never(): never {
  throw new Error('nothing is asked before there is a change')
}

type RequestsPath = '/api/practices/{practiceId}/credential-requests'
export type CredentialRequest = paths[RequestsPath]['get']['responses'][200]['content']['application/json'][number]

export const credentialRequestsQuery = (practiceId: string) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'credential-requests'],
    queryFn: () =>
      answerOf<CredentialRequest[]>(
        api.GET('/api/practices/{practiceId}/credential-requests', { params: { path: { practiceId } } }),
      ),
  })
