import { addDays, type CalendarDate, type Instant } from '../../libraries/calendar/index.ts'

export const documentKinds = ['licence', 'malpractice', 'w9', 'bank_proof'] as const
export type DocumentKind = (typeof documentKinds)[number]

export type DocumentRule = {
  kind: DocumentKind
  largestBytes: number
  ofClinician: boolean
  ends: boolean
  warnDays: readonly number[]
}

export type DocumentRow = {
  id: string
  practiceId: string
  kind: DocumentKind
  memberId: string | null
  contentType: string
  /** The last day on which it is in force, as the practice says. */
  endsOn: CalendarDate | null
  at: Instant
  review: {
    verdict: 'accepted' | 'asked_again'
    words: string | null
    /** The same as the operator read it. */
    endsOn: CalendarDate | null
    at: Instant
  } | null
}

export type DocumentState = 'missing' | 'waits' | 'accepted' | 'ends_soon' | 'ended' | 'asked_again'

/**
 * How one paper that is asked for stands on a day, from everything that was sent for it, the first first. An accepted one that
 * is in force stands while its successor waits; one that was asked for again stands until it was sent again.
 */
export function documentStanding(
  sent: readonly DocumentRow[],
  rule: Pick<DocumentRule, 'warnDays'>,
  on: CalendarDate,
): { state: DocumentState; document: DocumentRow | null; waiting: DocumentRow | null; endsOn: CalendarDate | null } {
  const last = sent.at(-1) ?? null
  const waiting = last?.review === null ? last : null
  const accepted = sent.findLast(({ review }) => review?.verdict === 'accepted') ?? null
  const endsOn = accepted?.review?.endsOn ?? null
  const isInForce = accepted !== null && (endsOn === null || on <= endsOn)
  if (isInForce) {
    const warnFrom = Math.max(0, ...rule.warnDays)
    const isEnding = endsOn !== null && on >= addDays(endsOn, -warnFrom) && waiting === null
    return { state: isEnding ? 'ends_soon' : 'accepted', document: accepted, waiting, endsOn }
  }
  if (waiting !== null) return { state: 'waits', document: waiting, waiting, endsOn: waiting.endsOn }
  if (last?.review?.verdict === 'asked_again')
    return { state: 'asked_again', document: last, waiting: null, endsOn: null }
  if (accepted !== null) return { state: 'ended', document: accepted, waiting: null, endsOn }
  return { state: 'missing', document: null, waiting: null, endsOn: null }
}

/** The letter before the end of a paper that is due: the nearest of the days, one at a time; null where none is. */
export function endLetterDue(endsOn: CalendarDate, warnDays: readonly number[], on: CalendarDate): number | null {
  const passed = warnDays.filter((days) => on >= addDays(endsOn, -days))
  return on > endsOn || passed.length === 0 ? null : Math.min(...passed)
}
