import { type CalendarDate, holds, type Period } from '../../libraries/calendar/index.ts'
import rules from './data/service-rules.json' with { type: 'json' }
import type { Certainty } from './service-code.ts'

/** Codes among which the minutes choose, shortest first; `shorterFor`: codes for which this is what a short session is. */
export type Ladder = { name: string; codes: readonly string[]; shorterFor: readonly string[] }

/** A code whose units follow from the session's minutes, counted from its start, beside the code that comes first. */
export type UnitRule = Period & {
  code: string
  after: string | null
  firstUnitFrom: number
  everyMinutes: number
  certainty: Certainty
}

/** Codes that do not go together in one session: any two of `one`, or any of `one` with any of `other`. */
export type Conflict = Period & {
  one: readonly string[]
  other: readonly string[] | null
  certainty: Certainty
  words: string
  instead?: Readonly<Record<string, string>>
}

export const ladders: readonly Ladder[] = rules.ladders

const unitRules = rules.unitsByTime as unknown as readonly UnitRule[]
const conflicts = rules.conflicts as unknown as readonly Conflict[]
const levelByDecision = new Set(rules.levelByDecision)
const notTimedBySession = new Set(rules.notTimedBySession)

/** The rule by which minutes make units of a code, in a session that has these codes; null if its units are not timed. */
export function unitRuleOf(code: string, codes: ReadonlySet<string>, on: CalendarDate): UnitRule | null {
  const inForce = unitRules.filter((rule) => rule.code === code && holds(rule, on))
  return inForce.find((rule) => rule.after === null || codes.has(rule.after)) ?? inForce[0] ?? null
}

export function conflictsOn(on: CalendarDate): readonly Conflict[] {
  return conflicts.filter((conflict) => holds(conflict, on))
}

/** A visit whose level follows from the decisions made or from time, as the clinician chooses. */
export function isLevelByDecision(category: string): boolean {
  return levelByDecision.has(category)
}

/** A service that is counted over a calendar month and says nothing about one session's minutes. */
export function isTimedBySession(category: string): boolean {
  return !notTimedBySession.has(category)
}

/** Whether a service may be given by telehealth. */
export function telehealthUse(code: string): 'may' | 'never' | 'only' | 'depends_on_payer' {
  if (rules.telehealth.never.includes(code)) return 'never'
  if (rules.telehealth.only.includes(code)) return 'only'
  return rules.telehealth.dependsOnPayer.includes(code) ? 'depends_on_payer' : 'may'
}

/** One of the codes that most sessions are; offered first. */
export function isInCommonUse(code: string): boolean {
  return rules.inCommonUse.includes(code)
}
