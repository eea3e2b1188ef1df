import type { CodeFinding, CodeInSession } from './check-service-codes.ts'
import { verdictFor } from './find-code-misuse.ts'
import { type ServiceCode, worksAs } from './service-code.ts'
import { isLevelByDecision, isTimedBySession, ladders, unitRuleOf } from './service-rules.ts'

/**
 * Whether the session was long enough for a code, or long enough for a better one. The minutes are those from start to
 * stop: beside a medical visit they hold both, so an add-on is only ever too long there, never too short.
 */
export function findTimeMismatch(inSession: CodeInSession): CodeFinding[] {
  const { line, row, session } = inSession
  if (!isTimedBySession(row.category)) return []
  const unitRule = unitRuleOf(line.code, session.codes, session.on)
  if (unitRule !== null) return wrongUnitsForTime(inSession, unitRule)
  if (isLevelByDecision(row.category)) return belowLevel(inSession)
  if (row.minutesMin !== null && session.minutes < row.minutesMin) return [tooShort(inSession)]
  return tooLong(inSession)
}

function wrongUnitsForTime(
  { line, row, session }: CodeInSession,
  rule: NonNullable<ReturnType<typeof unitRuleOf>>,
): CodeFinding[] {
  const { minutes } = session
  const earned = minutes < rule.firstUnitFrom ? 0 : Math.floor((minutes - rule.firstUnitFrom) / rule.everyMinutes) + 1
  const most = row.maxPerDay === null ? earned : Math.min(earned, row.maxPerDay)
  if (line.units > earned) {
    const words =
      earned === 0
        ? `${minutes} minutes are too short for ${line.code}: its first unit begins at ${rule.firstUnitFrom} minutes.`
        : `${minutes} minutes make ${earned} of ${line.code}, not ${line.units}.`
    const suggestion = earned === 0 ? {} : { suggestion: { code: line.code, units: most } }
    const because = earned === 0 ? ('time_not_met' as const) : ('too_many_units_for_time' as const)
    return [{ verdict: verdictFor(rule.certainty), because, words, ...suggestion }]
  }
  if (line.units >= most) return []
  const words = `${minutes} minutes make ${most} of ${line.code}; you entered ${line.units}.`
  return [{ verdict: 'warned', because: 'time_fits_more_units', words, suggestion: { code: line.code, units: most } }]
}

function belowLevel({ line, row, session }: CodeInSession): CodeFinding[] {
  if (row.minutesMin === null || session.minutes >= row.minutesMin) return []
  const words = `${session.minutes} minutes are below the ${row.minutesMin} of ${line.code}: keep it only if the decisions made in the visit reach this level.`
  return [{ verdict: 'warned', because: 'time_below_level', words }]
}

function tooShort(inSession: CodeInSession): CodeFinding {
  const { line, row, session } = inSession
  const fitting = fittingCode(inSession)
  const needs = `${line.code} needs at least ${row.minutesMin} minutes`
  const words =
    fitting === null
      ? `${needs}; this session had ${session.minutes}.`
      : `${needs}; ${session.minutes} minutes fit ${fitting.code} (${rangeOf(fitting)}).`
  const suggestion = fitting === null ? {} : { suggestion: { code: fitting.code, units: 1 } }
  return { verdict: verdictFor(row.certainty), because: 'time_not_met', words, ...suggestion }
}

function tooLong(inSession: CodeInSession): CodeFinding[] {
  const { line, row, session } = inSession
  if (row.minutesMax === null || session.minutes <= row.minutesMax || isBesideVisit(inSession)) return []
  const further = [...session.inForce.values()].find((code) => isFurtherTimeOf(code, inSession))
  if (further !== undefined) return moreTime(inSession, further)
  const fitting = fittingCode(inSession)
  if (fitting === null) return []
  return [
    {
      verdict: 'warned',
      because: 'time_fits_a_longer_code',
      words: `${session.minutes} minutes fit ${fitting.code} (${rangeOf(fitting)}); ${line.code} is for ${rangeOf(row)}.`,
      suggestion: { code: fitting.code, units: 1 },
    },
  ]
}

function isFurtherTimeOf(code: ServiceCode, { line, session }: CodeInSession): boolean {
  return unitRuleOf(code.code, session.codes, session.on)?.after === line.code
}

function moreTime({ line, session }: CodeInSession, further: ServiceCode): CodeFinding[] {
  const rule = unitRuleOf(further.code, session.codes, session.on)
  if (rule === null || session.codes.has(further.code) || session.minutes < rule.firstUnitFrom) return []
  const earned = Math.floor((session.minutes - rule.firstUnitFrom) / rule.everyMinutes) + 1
  const units = Math.min(earned, further.maxPerDay ?? earned)
  const words = `${session.minutes} minutes are more than ${line.code} alone: add ${units} of ${further.code}.`
  return [{ verdict: 'warned', because: 'time_fits_more_units', words, suggestion: { code: further.code, units } }]
}

function isBesideVisit({ row, session }: CodeInSession): boolean {
  return (row.addonTo ?? []).some((base) => session.codes.has(base))
}

/** The code of the same ladder whose minutes hold the session's, in force that day and open to the licence. */
function fittingCode({ line, session }: CodeInSession): ServiceCode | null {
  const ladder = ladders.find(({ codes, shorterFor }) => codes.includes(line.code) || shorterFor.includes(line.code))
  const as = worksAs(session.family)?.as ?? []
  for (const code of ladder?.codes ?? []) {
    const row = session.inForce.get(code)
    if (row === undefined || code === line.code) continue
    const open = row.who.includes('any') || as.some((one) => row.who.includes(one))
    if (open && holdsMinutes(row, session.minutes)) return row
  }
  return null
}

function holdsMinutes({ minutesMin, minutesMax }: ServiceCode, minutes: number): boolean {
  return (minutesMin === null || minutesMin <= minutes) && (minutesMax === null || minutes <= minutesMax)
}

function rangeOf({ minutesMin, minutesMax }: ServiceCode): string {
  if (minutesMax === null) return `${minutesMin ?? 0} minutes or more`
  return `${minutesMin ?? 0} to ${minutesMax} minutes`
}
