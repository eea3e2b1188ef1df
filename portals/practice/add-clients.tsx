import type { Place } from './practice-place.ts'

/** Adds clients by e-mail. */
export function AddClients(_: { place: Place }) {
  return null
}
