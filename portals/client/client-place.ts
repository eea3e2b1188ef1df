import { createContext, useContext } from 'react'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Me } from '../contract.ts'

/** Where a page of the client portal stands: for whom, who is signed in, and which day it is. */
export type ClientPlace = {
  personId: string
  /** Given and family name of the person whom the pages are about. */
  name: string
  me: Me
  now: Instant
  /** Today on the operator's wall: charges and answers are days on it. */
  today: CalendarDate
  /** The operator's zone. */
  zone: string
  demonstration: boolean
}

const ClientPlaceContext = createContext<ClientPlace | null>(null)

export const ClientPlaceProvider = ClientPlaceContext.Provider

export function useClientPlace(): ClientPlace {
  const place = useContext(ClientPlaceContext)
  if (place === null) throw new Error('this page stands outside the client portal')
  return place
}
