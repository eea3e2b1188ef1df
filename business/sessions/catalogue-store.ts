import { sql } from 'kysely'
import { endPeriodAt } from '../../database/end-period.ts'
import { rangeText } from '../../database/read-column.ts'
import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { DiagnosisCode } from './check-diagnoses.ts'
import type { ConfirmationLimit } from './confirmation-deadline.ts'
import type { Certainty, ServiceCode } from './service-code.ts'

/** Every service code in every period. */
export async function serviceCatalogue(db: Db): Promise<ServiceCode[]> {
  const rows = await db.selectFrom('sessions.service_code').selectAll().orderBy('code').execute()
  return rows.map((row) => ({
    ...row.during,
    code: row.code,
    label: row.label,
    category: row.category,
    minutesMin: row.minutes_min,
    minutesMax: row.minutes_max,
    minutesTypical: row.minutes_typical,
    who: row.who,
    addonTo: row.addon_to,
    maxPerDay: row.max_per_day,
    certainty: row.certainty as Certainty,
    source: row.source,
    ...(row.replaced_by === null ? {} : { use: row.replaced_by }),
  }))
}

export async function recordServiceCodes(db: Db, codes: readonly ServiceCode[]): Promise<void> {
  await db
    .insertInto('sessions.service_code')
    .values(
      codes.map((code) => ({
        code: code.code,
        label: code.label,
        category: code.category,
        minutes_min: code.minutesMin,
        minutes_max: code.minutesMax,
        minutes_typical: code.minutesTypical,
        who: [...code.who],
        addon_to: code.addonTo === null ? null : [...code.addonTo],
        max_per_day: code.maxPerDay,
        replaced_by: code.use ?? null,
        during: rangeText(code),
        certainty: code.certainty,
        source: code.source ?? 'data/service-codes.json',
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Every diagnosis in every period, or those whose code or label holds the words. */
export async function diagnosisCatalogue(db: Db, words?: string): Promise<DiagnosisCode[]> {
  const rows = await db
    .selectFrom('sessions.diagnosis_code')
    .select(['code', 'label', 'category', 'during', 'often_paid_alone'])
    .$if(words !== undefined, (query) =>
      query.where(
        sql<boolean>`strpos(lower(code || ' ' || replace(code, '.', '') || ' ' || label), lower(${words})) > 0`,
      ),
    )
    .orderBy('code')
    .execute()
  return rows.map(({ during, often_paid_alone, ...row }) => ({
    ...during,
    ...row,
    ...(often_paid_alone === null ? {} : { oftenPaidAlone: often_paid_alone }),
  }))
}

export async function recordDiagnosisCodes(db: Db, codes: readonly DiagnosisCode[], source: string): Promise<void> {
  await db
    .insertInto('sessions.diagnosis_code')
    .values(
      codes.map((code) => ({
        code: code.code,
        label: code.label,
        category: code.category,
        often_paid_alone: code.oftenPaidAlone ?? null,
        during: rangeText(code),
        source,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export type TimeLimitName = 'confirm_within' | 'correct_within' | 'share_increase_notice'

export type TimeLimit = ConfirmationLimit & {
  name: TimeLimitName
  value: number
  unit: 'days' | 'hours'
  source: string
}

export async function timeLimits(db: Db): Promise<TimeLimit[]> {
  const rows = await db.selectFrom('sessions.time_limit').selectAll().orderBy('name').execute()
  return rows.map(({ name, value, unit, during, source }) => ({
    ...during,
    name: name as TimeLimitName,
    value,
    days: value,
    unit: unit as 'days' | 'hours',
    source,
  }))
}

export async function recordTimeLimits(
  db: Db,
  limits: readonly {
    name: string
    value: number
    unit: 'days' | 'hours'
    from: string
    until: string | null
    source: string
  }[],
): Promise<void> {
  await db
    .insertInto('sessions.time_limit')
    .values(
      limits.map(({ name, value, unit, from, until, source }) => ({
        name,
        value,
        unit,
        during: rangeText({ from: from as CalendarDate, until: until as CalendarDate | null }),
        source,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** A further value of a time limit from a day on; false when one begins that very day. */
export async function succeedTimeLimit(
  db: Db,
  limit: { name: string; value: number; unit: 'days' | 'hours'; from: CalendarDate; source: string },
): Promise<boolean> {
  const key = sql<boolean>`name = ${limit.name}`
  const during = await endPeriodAt(db, 'sessions.time_limit', key, limit.from)
  if (during === null) return false
  const { name, value, unit, source } = limit
  await db
    .insertInto('sessions.time_limit')
    .values({ name, value, unit, during: rangeText(during), source })
    .execute()
  return true
}
