import { createContext, useContext } from 'react'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Me, Membership } from '../contract.ts'

/** Where a page of the practice portal stands: whose practice, who looks, which day it is, and on which wall. */
export type Place = {
  practiceId: string
  membership: Membership
  me: Me
  /** Whose workspace an owner or administrator of a group looks at; undefined: the whole practice. */
  clinician: string | undefined
  now: Instant
  /** Today on the practice's wall. */
  today: CalendarDate
  /** The practice's zone: sessions are written and read in it. */
  zone: string
  /** The operator's zone: paydays and deadlines are days in it. */
  operatorZone: string
  /** Today on the operator's wall. */
  operatorToday: CalendarDate
  /** Owners and clinicians confirm sessions; administrators look after everything else. */
  mayConfirm: boolean
}

const PlaceContext = createContext<Place | null>(null)

export const PlaceProvider = PlaceContext.Provider

export function usePlace(): Place {
  const place = useContext(PlaceContext)
  if (place === null) throw new Error('this page stands outside the practice portal')
  return place
}

/** Whether the one who looks confirms sessions of this clinician: an owner everybody's, a clinician their own. */
export function confirmsFor({ membership }: Place, memberId: string): boolean {
  const { confirming } = membership.may
  return confirming === 'all' || (confirming === 'own' && memberId === membership.memberId)
}

/** Whether the one who looks sees the money of this clinician's sessions. */
export function seesMoneyOf({ membership }: Place, memberId: string): boolean {
  const { money } = membership.may
  return money === 'all' || (money === 'own' && memberId === membership.memberId)
}
