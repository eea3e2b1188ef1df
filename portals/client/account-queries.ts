import { queryOptions } from '@tanstack/react-query'
import { answerOf, api, ask } from '../api.ts'
import type { Account, Card, Device, Insurance } from './client-contract.ts'

/** The questions that a client's own account asks. */

export const accountQuery = (personId: string) =>
  queryOptions({
    queryKey: ['client', personId, 'account'],
    queryFn: () => answerOf<Account>(api.GET('/api/clients/{personId}', { params: { path: { personId } } })),
  })

export const insuranceQuery = (personId: string) =>
  queryOptions({
    queryKey: ['client', personId, 'insurance'],
    queryFn: () =>
      answerOf<Insurance>(api.GET('/api/clients/{personId}/insurance', { params: { path: { personId } } })),
  })

/** The counties to choose from for a new place; none where its ZIP code says enough for the client's plan. */
export const countiesQuery = (personId: string, address: { state: string; zip: string }) =>
  queryOptions({
    queryKey: ['client', personId, 'counties', address],
    queryFn: async () => {
      const { counties } = await answerOf<{ counties: { fips: string; name: string }[] }>(
        api.GET('/api/clients/{personId}/counties', { params: { path: { personId }, query: address } }),
      )
      return counties
    },
    enabled: address.state !== '' && /^\d{5}$/.test(address.zip),
  })

export const cardsQuery = (personId: string) =>
  queryOptions({
    queryKey: ['client', personId, 'cards'],
    queryFn: () =>
      answerOf<Card[]>(api.GET('/api/clients/{personId}/payment-methods', { params: { path: { personId } } })),
  })

export const devicesQuery = queryOptions({
  queryKey: ['devices'],
  queryFn: async () => {
    const [devices, current] = await Promise.all([
      ask<Device[]>('/api/auth/list-sessions'),
      ask<{ session: { id: string } } | null>('/api/auth/get-session'),
    ])
    return devices.map((device) => ({ ...device, isThis: device.id === current?.session.id }))
  },
})
