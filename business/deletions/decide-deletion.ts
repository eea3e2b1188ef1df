import { addDays, birthday, type CalendarDate, holds, latest, type Period } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import { adultOn, type MajorityAge } from '../clients/adult-on.ts'

/** What is kept of a client or of somebody who works in a practice, as one may ask for its deletion. */
export type RecordKind =
  | 'login'
  | 'contact'
  | 'letters'
  | 'card_photos'
  | 'cards'
  | 'video_room'
  | 'insurance'
  | 'forms'
  | 'care'
  | 'money'
  | 'looks'
  | 'request'

/** How long the law has a kind of record kept after a day; `state` null: in every state. */
export type RetentionRule = {
  record: 'care' | 'money' | 'documentation'
  state: string | null
  years: number
  /** Of whom was not of age on that day: until so many years after they were, or until they are so old. */
  yearsAfterMajority: number | null
  untilAge: number | null
  during: Period
  source: string
  certainty: 'known' | 'likely' | 'to_verify'
}

export type DeletionFacts = {
  on: CalendarDate
  dateOfBirth: CalendarDate | null
  /** Where they live, which says from when on they are of age. */
  homeState: string | null
  /** Each day on which care was given, with the state in which it was; of a clinician: care given by them. */
  care: { on: CalendarDate; state: string | null }[]
  /** The last day on which a payment or a claim of theirs was made, beside the days of care. */
  lastMoneyOn: CalendarDate | null
  lastFormOn: CalendarDate | null
  /** How many there are of what may go at once. */
  holds: { letters: number; cardPhotos: number; cards: number; videoRooms: number; policies: number }
  /** The login serves another person or a practice, or nobody has one. */
  login: 'goes' | 'serves_others' | 'none'
}

export type KeptBecause = {
  source: string
  certainty: RetentionRule['certainty']
  years: number
  isLongestOfAll: boolean
}

/** What becomes of one kind of record: gone when the case is carried out, or kept until the first day on which it may go. */
export type DeletionLine =
  | { record: RecordKind; fate: 'now'; count: number | null }
  | { record: RecordKind; fate: 'kept'; until: CalendarDate; rule: KeptBecause }
  | { record: 'login'; fate: 'serves_others' }

/**
 * What may be deleted now and what the law has kept, until when and by which rule. Of several rules the longest holds;
 * where no rule of a state is known, or the state is not, the longest of all states; whose birth date is unknown counts as
 * a newborn on that day.
 */
export function decideDeletion(
  facts: DeletionFacts,
  rules: readonly RetentionRule[],
  ages: readonly MajorityAge[],
): DeletionLine[] {
  const keep = keeper(facts, rules, ages)
  const careDays = facts.care
  const moneyDays = [...careDays, ...(facts.lastMoneyOn === null ? [] : [{ on: facts.lastMoneyOn, state: null }])]
  const care = keep('care', careDays)
  const money = keep('money', moneyDays)
  const forms = facts.lastFormOn === null ? null : keep('documentation', [{ on: facts.lastFormOn, state: null }])
  const today = [{ on: facts.on, state: null }]
  const { letters, cardPhotos, cards, videoRooms, policies } = facts.holds
  return [
    ...loginLine(facts.login),
    { record: 'contact', fate: 'now', count: null },
    ...gone('letters', letters),
    ...gone('card_photos', cardPhotos),
    ...gone('cards', cards),
    ...gone('video_room', videoRooms),
    ...(money === null ? gone('insurance', policies) : policies === 0 ? [] : [line('insurance', money)]),
    ...(care === null ? [] : [line('care', care)]),
    ...(money === null ? [] : [line('money', money)]),
    ...(forms === null ? [] : [line('forms', later(forms, care))]),
    line('looks', keep('documentation', today)),
    line('request', keep('documentation', today)),
  ]
}

type Kept = { until: CalendarDate; rule: KeptBecause }

function keeper(facts: DeletionFacts, rules: readonly RetentionRule[], ages: readonly MajorityAge[]) {
  return (record: RetentionRule['record'], days: DeletionFacts['care']): Kept | null => {
    const inForce = rules.filter((rule) => rule.record === record && holds(rule.during, facts.on))
    const all = days.flatMap(({ on, state }) => {
      const ofState = inForce.filter((rule) => rule.state !== null && rule.state === state)
      const everywhere = inForce.filter((rule) => rule.state === null)
      // A kind of record that no state has rules for is kept by those of the whole country alone.
      const isUnknown = ofState.length === 0 && inForce.some((rule) => rule.state !== null)
      return (isUnknown ? inForce : [...ofState, ...everywhere]).map((rule) =>
        keptBy(rule, { on, isUnknown }, facts, ages),
      )
    })
    if (days.length > 0 && all.length === 0) throw new Error(`no rule says how long ${record} is kept`)
    return all.reduce<Kept | null>((longest, kept) => (longest === null ? kept : later(kept, longest)), null)
  }
}

function keptBy(
  rule: RetentionRule,
  { on, isUnknown }: { on: CalendarDate; isUnknown: boolean },
  { dateOfBirth, homeState }: DeletionFacts,
  ages: readonly MajorityAge[],
): Kept {
  const { source, certainty, years, yearsAfterMajority, untilAge } = rule
  const born = dateOfBirth ?? on
  const adult = adultOn(born, homeState, ages)
  let until = birthday(on, years)
  if (on < adult && yearsAfterMajority !== null) until = latest(until, birthday(adult, yearsAfterMajority))
  if (on < adult && untilAge !== null) until = latest(until, birthday(born, untilAge))
  return { until: addDays(until, 1), rule: { source, certainty, years, isLongestOfAll: isUnknown } }
}

// Of two the later day; of the same day a rule that is one's own state's before one that stands in for an unknown.
function later(a: Kept, b: Kept | null): Kept {
  if (b === null || a.until > b.until) return a
  return a.until === b.until && b.rule.isLongestOfAll ? a : b
}

function gone(record: RecordKind, count: number): DeletionLine[] {
  return count === 0 ? [] : [{ record, fate: 'now', count }]
}

function line(record: RecordKind, kept: Kept | null): DeletionLine {
  if (kept === null) throw new Error(`no rule says how long ${record} is kept`)
  return { record, fate: 'kept', ...kept }
}

function loginLine(login: DeletionFacts['login']): DeletionLine[] {
  if (login === 'none') return []
  return login === 'goes'
    ? [{ record: 'login', fate: 'now', count: null }]
    : [{ record: 'login', fate: 'serves_others' }]
}

/** What must happen before a deletion is carried out. */
export type DeletionBarrier =
  | { reason: 'session_upcoming'; count: number; on: CalendarDate }
  | { reason: 'balance_open'; cents: Cents }
  | { reason: 'visit_open'; count: number }
  | { reason: 'owner_stays' }
  | { reason: 'removal_not_yet'; words: string; until: CalendarDate | null }
