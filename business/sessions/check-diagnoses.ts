import { type CalendarDate, holds, type Period } from '../../libraries/calendar/index.ts'
import catalogue from './data/diagnosis-codes.json' with { type: 'json' }

/** One ICD-10-CM code as it stands in a period. */
export type DiagnosisCode = Period & {
  code: string
  label: string
  category: string
  /** False where insurers often do not pay for it as the only diagnosis; left out where nothing is known. */
  oftenPaidAlone?: boolean
}

/** The codes that come with the product; the database holds the same rows, and those that came later. */
export const diagnosisCodes = catalogue.codes as unknown as readonly DiagnosisCode[]

export type DiagnosisReason =
  | 'no_diagnosis'
  | 'too_many_diagnoses'
  | 'unknown_diagnosis'
  | 'diagnosis_not_in_force'
  | 'duplicate_diagnosis'
  | 'often_not_paid_alone'

export type DiagnosisFinding = { field: string; code: DiagnosisReason; words: string }

export type DiagnosisCheck = { refusals: readonly DiagnosisFinding[]; warnings: readonly DiagnosisFinding[] }

// A professional claim carries one principal diagnosis and eleven more (837P 005010X222A1, 2300 HI).
const mostOnOneClaim = 12

/** Whether a session's diagnoses can stand on its claim: at least one, at most twelve, each once, each in force. */
export function checkDiagnoses({
  diagnoses,
  on,
  catalogue,
}: {
  diagnoses: readonly string[]
  on: CalendarDate
  catalogue: readonly DiagnosisCode[]
}): DiagnosisCheck {
  if (diagnoses.length === 0) return refused('diagnoses', 'no_diagnosis', 'Choose at least one diagnosis.')
  const refusals = diagnoses.flatMap((code, index) => findWrong(code, index, { diagnoses, on, catalogue }))
  if (diagnoses.length > mostOnOneClaim) {
    const words = `A claim holds at most ${mostOnOneClaim} diagnoses; you chose ${diagnoses.length}.`
    refusals.unshift({ field: 'diagnoses', code: 'too_many_diagnoses', words })
  }
  return { refusals, warnings: refusals.length > 0 ? [] : findWarnings(diagnoses, on, catalogue) }
}

function refused(field: string, code: DiagnosisReason, words: string): DiagnosisCheck {
  return { refusals: [{ field, code, words }], warnings: [] }
}

function findWrong(
  code: string,
  index: number,
  { diagnoses, on, catalogue }: Parameters<typeof checkDiagnoses>[0],
): DiagnosisFinding[] {
  const field = `diagnoses.${index}`
  if (diagnoses.indexOf(code) < index) {
    return [{ field, code: 'duplicate_diagnosis', words: `${code} is there twice. Keep it once.` }]
  }
  const rows = catalogue.filter((row) => row.code === code)
  if (rows.some((row) => holds(row, on))) return []
  if (rows.length > 0) {
    return [{ field, code: 'diagnosis_not_in_force', words: `${code} was not in force on ${on}.` }]
  }
  const meant = catalogue.find((row) => withoutDot(row.code) === withoutDot(code) && holds(row, on))
  const hint = meant === undefined ? '' : ` Did you mean ${meant.code} (${meant.label})?`
  return [{ field, code: 'unknown_diagnosis', words: `${code} is no diagnosis code that we know.${hint}` }]
}

function withoutDot(code: string): string {
  return code.replace('.', '').trim().toUpperCase()
}

function findWarnings(
  diagnoses: readonly string[],
  on: CalendarDate,
  catalogue: readonly DiagnosisCode[],
): DiagnosisFinding[] {
  const rows = diagnoses.map((code) => catalogue.find((row) => row.code === code && holds(row, on)))
  if (rows.some((row) => row?.oftenPaidAlone !== false)) return []
  const words = `Insurers often do not pay when ${diagnoses.join(', ')} stands alone. Add the diagnosis you treat, if there is one.`
  return [{ field: 'diagnoses', code: 'often_not_paid_alone', words }]
}
