import { type CalendarDate, holds, type Instant, minutesBetween } from '../../libraries/calendar/index.ts'
import { findCodeConflicts } from './find-code-conflicts.ts'
import { findCodeMisuse } from './find-code-misuse.ts'
import { findTimeMismatch } from './find-time-mismatch.ts'
import type { ServiceCode } from './service-code.ts'

export type BilledCode = { code: string; modifiers: readonly string[]; units: number }

export type CodeReason =
  | 'no_codes'
  | 'unknown_code'
  | 'code_no_longer_in_force'
  | 'modifier_malformed'
  | 'units_not_whole'
  | 'units_over_maximum'
  | 'duplicate_code'
  | 'licence_may_not_use_it'
  | 'licence_family_unknown'
  | 'not_by_telehealth'
  | 'telehealth_only'
  | 'telehealth_depends_on_payer'
  | 'add_on_without_base'
  | 'not_in_same_session'
  | 'time_not_met'
  | 'time_fits_a_longer_code'
  | 'too_many_units_for_time'
  | 'time_fits_more_units'
  | 'time_below_level'

/** Something about one code, for the clinician to read; a suggestion is what would fit instead. */
export type CodeFinding = {
  verdict: 'blocked' | 'warned'
  because: CodeReason
  words: string
  suggestion?: { code: string; units: number }
}

export type CodeVerdict = {
  code: string
  verdict: 'ok' | 'warned' | 'blocked'
  because: CodeReason | null
  words: string
  suggestion?: { code: string; units: number }
  /** What else was found, after the deciding finding. */
  further: readonly CodeFinding[]
}

export type ServiceCheck = {
  verdict: 'ok' | 'warned' | 'blocked'
  /** Of the code that decides, the first of the worst; null when every code fits. */
  because: CodeReason | null
  words: string
  /** Whole minutes from start to stop. */
  minutes: number
  codes: readonly CodeVerdict[]
}

export type ServiceCodesAsked = {
  codes: readonly BilledCode[]
  startedAt: Instant
  stoppedAt: Instant
  modality: 'telehealth' | 'in_person'
  /** The clinician's licence family, as in data/licence-families.json. */
  family: string
  /** The rows of every period; those in force on the date of service count. */
  catalogue: readonly ServiceCode[]
  on: CalendarDate
}

/** A code beside its row in force, and the session around it. */
export type CodeInSession = {
  line: BilledCode
  row: ServiceCode
  session: SessionOfCodes
}

export type SessionOfCodes = {
  minutes: number
  modality: 'telehealth' | 'in_person'
  family: string
  codes: ReadonlySet<string>
  inForce: ReadonlyMap<string, ServiceCode>
  on: CalendarDate
}

/** Whether these service codes fit the session: each code with its verdict, the reason in words, and what would fit. */
export function checkServiceCodes(asked: ServiceCodesAsked): ServiceCheck {
  const session = sessionOf(asked)
  const codes = asked.codes.map((line, index) => {
    const isRepeated = asked.codes.slice(0, index).some((earlier) => earlier.code === line.code)
    return verdictOf(line.code, findingsOf(line, isRepeated, asked.catalogue, session))
  })
  return { ...deciding(codes), minutes: session.minutes, codes }
}

function deciding(codes: readonly CodeVerdict[]): Pick<ServiceCheck, 'verdict' | 'because' | 'words'> {
  if (codes.length === 0) {
    return { verdict: 'blocked', because: 'no_codes', words: 'Choose at least one service code.' }
  }
  const worst = codes.find(({ verdict }) => verdict === 'blocked') ?? codes.find(({ verdict }) => verdict === 'warned')
  if (worst === undefined) return { verdict: 'ok', because: null, words: 'The codes fit the session.' }
  return { verdict: worst.verdict, because: worst.because, words: worst.words }
}

function sessionOf({
  codes,
  startedAt,
  stoppedAt,
  modality,
  family,
  catalogue,
  on,
}: ServiceCodesAsked): SessionOfCodes {
  return {
    minutes: Math.floor(minutesBetween(startedAt, stoppedAt)),
    modality,
    family,
    codes: new Set(codes.map(({ code }) => code)),
    inForce: new Map(catalogue.filter((row) => holds(row, on)).map((row) => [row.code, row])),
    on,
  }
}

function findingsOf(
  line: BilledCode,
  isRepeated: boolean,
  catalogue: readonly ServiceCode[],
  session: SessionOfCodes,
): CodeFinding[] {
  const row = session.inForce.get(line.code)
  if (row === undefined) return [unknownCode(line.code, catalogue, session.on)]
  const findings: CodeFinding[] = isRepeated ? [duplicate(line.code)] : []
  const inSession = { line, row, session }
  return [...findings, ...findCodeMisuse(inSession), ...findCodeConflicts(inSession), ...findTimeMismatch(inSession)]
}

function unknownCode(code: string, catalogue: readonly ServiceCode[], on: CalendarDate): CodeFinding {
  const ended = catalogue.find((row) => row.code === code && row.until !== null && row.until <= on)
  if (ended === undefined) {
    return { verdict: 'blocked', because: 'unknown_code', words: `${code} is no service code in force on ${on}.` }
  }
  const instead = ended.use === undefined ? '' : ` Use instead: ${ended.use}.`
  const words = `${code} ended: sessions from ${ended.until} on can no longer use it.${instead}`
  return { verdict: 'blocked', because: 'code_no_longer_in_force', words }
}

function duplicate(code: string): CodeFinding {
  const words = `${code} is there twice. Enter it once, with its units.`
  return { verdict: 'blocked', because: 'duplicate_code', words }
}

function verdictOf(code: string, findings: readonly CodeFinding[]): CodeVerdict {
  const deciding = findings.find((finding) => finding.verdict === 'blocked') ?? findings[0]
  if (deciding === undefined) return { code, verdict: 'ok', because: null, words: `${code} fits.`, further: [] }
  return { code, ...deciding, further: findings.filter((finding) => finding !== deciding) }
}
