import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { QuoteLine } from './quote-rates.ts'

export type ApplicationKind = 'solo' | 'new_group' | 'solo_to_group'

/** The interest form of a practice, as it was sent. */
export type Application = {
  /** The operator, who owns it. */
  practiceId: string
  id: string
  kind: ApplicationKind
  givenName: string
  familyName: string
  email: string
  phone: string | null
  practiceName: string
  clinicians: number
  licenceFamily: string
  licenceState: string
  licenceNumber: string | null
  npi: string | null
  states: string[]
  planIds: string[]
  words: string | null
  /** On whose wall they read a time; null: they did not say. */
  timeZone: string | null
  at: Instant
}

export async function recordApplication(db: Db, application: Application & { tokenSha256: string }): Promise<void> {
  await db
    .insertInto('joining.application')
    .values({
      practice_id: application.practiceId,
      id: application.id,
      kind: application.kind,
      given_name: application.givenName,
      family_name: application.familyName,
      email: application.email,
      phone: application.phone,
      practice_name: application.practiceName,
      clinicians: application.clinicians,
      licence_family: application.licenceFamily,
      licence_state: application.licenceState,
      licence_number: application.licenceNumber,
      npi: application.npi,
      states: application.states,
      plan_ids: application.planIds,
      words: application.words,
      time_zone: application.timeZone,
      token_hash: application.tokenSha256,
      recorded_at: application.at,
    })
    .execute()
}

/** Every application, the oldest first; of one token or one id, that one. */
export async function applicationsWhere(
  db: Db,
  only: { tokenSha256?: string; id?: string } = {},
): Promise<Application[]> {
  const rows = await db
    .selectFrom('joining.application')
    .selectAll()
    .$if(only.tokenSha256 !== undefined, (query) => query.where('token_hash', '=', only.tokenSha256 ?? ''))
    .$if(only.id !== undefined, (query) => query.where('id', '=', only.id ?? ''))
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    practiceId: row.practice_id,
    id: row.id,
    kind: row.kind as ApplicationKind,
    givenName: row.given_name,
    familyName: row.family_name,
    email: row.email,
    phone: row.phone,
    practiceName: row.practice_name,
    clinicians: row.clinicians,
    licenceFamily: row.licence_family,
    licenceState: row.licence_state,
    licenceNumber: row.licence_number,
    npi: row.npi,
    states: row.states,
    planIds: row.plan_ids,
    words: row.words,
    timeZone: row.time_zone,
    at: row.recorded_at,
  }))
}

export type StepDeed = 'noted' | 'call_held' | 'call_missed' | 'closed'
export type Step = { id: string; applicationId: string; deed: StepDeed; words: string; at: Instant; by: string }

export async function recordStep(db: Db, step: Step & { practiceId: string }): Promise<void> {
  const { practiceId: practice_id, id, applicationId: application_id, deed, words, at, by } = step
  const row = { practice_id, id, application_id, deed, words, recorded_at: at, recorded_by: by }
  await db.insertInto('joining.step').values(row).execute()
}

export async function steps(db: Db): Promise<Step[]> {
  const rows = await db
    .selectFrom('joining.step')
    .select(['id', 'application_id as applicationId', 'deed', 'words', 'recorded_at as at', 'recorded_by as by'])
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, deed: row.deed as StepDeed }))
}

/** Rates as they were told to somebody on a day; they stay what was said, whatever becomes of the contract. */
export type Quote = {
  id: string
  applicationId: string
  validOn: CalendarDate
  licenceFamily: string
  lines: QuoteLine[]
  at: Instant
}

export async function recordQuote(db: Db, quote: Quote & { practiceId: string; by: string }): Promise<void> {
  await db
    .insertInto('joining.quote')
    .values({
      practice_id: quote.practiceId,
      id: quote.id,
      application_id: quote.applicationId,
      valid_on: quote.validOn,
      licence_family: quote.licenceFamily,
      lines: JSON.stringify(quote.lines),
      recorded_at: quote.at,
      recorded_by: quote.by,
    })
    .execute()
}

export async function quotes(db: Db): Promise<Quote[]> {
  const rows = await db
    .selectFrom('joining.quote')
    .select(['id', 'application_id as applicationId', 'valid_on as validOn', 'licence_family as licenceFamily'])
    .select(['lines', 'recorded_at as at'])
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, lines: row.lines as unknown as QuoteLine[] }))
}

export type Opening = { applicationId: string; openedPracticeId: string; ownerMemberId: string; at: Instant }

/** False where the practice of this application has been opened already. */
export async function recordOpening(db: Db, opening: Opening & { practiceId: string; by: string }): Promise<boolean> {
  const made = await db
    .insertInto('joining.opening')
    .values({
      practice_id: opening.practiceId,
      application_id: opening.applicationId,
      opened_practice_id: opening.openedPracticeId,
      owner_member_id: opening.ownerMemberId,
      recorded_at: opening.at,
      recorded_by: opening.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function openings(db: Db): Promise<Opening[]> {
  return db
    .selectFrom('joining.opening')
    .select(['application_id as applicationId', 'opened_practice_id as openedPracticeId'])
    .select(['owner_member_id as ownerMemberId', 'recorded_at as at'])
    .orderBy('recorded_at')
    .execute()
}

/** The form once more from the same address: what was sent then, beside the application that it joined. */
export type FormAgain = { id: string; applicationId: string; form: object; at: Instant }

export async function recordFormAgain(db: Db, again: FormAgain & { practiceId: string }): Promise<void> {
  const { practiceId: practice_id, id, applicationId: application_id, form, at: recorded_at } = again
  const row = { practice_id, id, application_id, form: JSON.stringify(form), recorded_at }
  await db.insertInto('joining.form_again').values(row).execute()
}

export async function formsAgain(db: Db): Promise<FormAgain[]> {
  const rows = await db
    .selectFrom('joining.form_again')
    .select(['id', 'application_id as applicationId', 'form', 'recorded_at as at'])
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, form: row.form as object }))
}
