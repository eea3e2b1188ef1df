import type { Instant } from '../../libraries/calendar/index.ts'

export type CallDeed = 'moved' | 'cancelled' | 'released'
export type CallSide = 'applicant' | 'consultant'
export type CallChange = {
  deed: CallDeed
  side: CallSide
  words: string | null
  /** The call that it was moved to. */
  nextCallId: string | null
  at: Instant
}

export type CallRow = {
  id: string
  applicationId: string
  memberId: string
  startsAt: Instant
  endsAt: Instant
  /** Chosen with a second form while the first call stands; held until the applicant says which is meant. */
  askedAgain: boolean
  at: Instant
  turn: number
  changed: CallChange | null
}

/**
 * Of the calls of one application, the first first: the one that takes place or took place, those that are held beside it,
 * and how often its plan was changed, which is what a calendar program counts.
 */
export function standingCall(calls: readonly CallRow[]): {
  call: CallRow | null
  held: CallRow[]
  changes: number
  last: CallRow | null
} {
  const standing = calls.filter(({ changed }) => changed === null)
  const isChosen = ({ id, askedAgain }: CallRow) =>
    !askedAgain || calls.some(({ changed }) => changed?.nextCallId === id)
  const call = standing.findLast(isChosen) ?? standing.at(-1) ?? null
  return {
    call,
    held: standing.filter((each) => each !== call),
    changes: calls.filter(({ changed }) => changed !== null && changed.deed !== 'released').length,
    last: call ?? calls.findLast(({ changed }) => changed?.deed === 'cancelled') ?? null,
  }
}
