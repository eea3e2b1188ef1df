import type { ClientPage } from '../contract.ts'
import type { Place } from './practice-place.ts'

/** Puts a client away, or takes them up again. */
export function ArchiveClient(_: { client: ClientPage; place: Place }) {
  return null
}
