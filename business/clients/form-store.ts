import { sql } from 'kysely'
import { decrypt, encrypt } from '../../database/encryption.ts'
import { rangeText } from '../../database/read-column.ts'
import type { CalendarDate, Instant, Period } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { Form } from './standard-forms.ts'

/** Brings a wording into the database; one that is there stays as it was. */
export async function recordForm(db: Db, form: Form & { during: Period; source: string }): Promise<void> {
  await db
    .insertInto('clients.form')
    .values({ ...form, during: rangeText(form.during) })
    .onConflict((conflict) => conflict.columns(['id', 'version']).doNothing())
    .execute()
}

/** The newest wording of each standard form on a day. */
export async function formsInForce(db: Db, on: CalendarDate): Promise<Form[]> {
  return db
    .selectFrom('clients.form')
    .distinctOn('id')
    .select(['id', 'version', 'title', 'body', 'sha256'])
    .where(sql<boolean>`during @> ${on}::date`)
    .orderBy('id')
    .orderBy('version', 'desc')
    .execute()
}

export type Signature = {
  personId: string
  formId: string
  version: number
  sha256: string
  typedName: string
  signedAt: Instant
}

export async function recordSignature(db: Db, signature: Signature & { id: string; userId: string }): Promise<void> {
  await db
    .insertInto('clients.form_signature')
    .values({
      person_id: signature.personId,
      id: signature.id,
      form_id: signature.formId,
      version: signature.version,
      sha256: signature.sha256,
      typed_name: await encrypt(
        db,
        'clients.form_signature.typed_name',
        [signature.personId, signature.id],
        signature.typedName,
      ),
      user_id: signature.userId,
      signed_at: signature.signedAt,
    })
    .execute()
}

/** What these people have signed, the newest first. */
export async function signaturesOf(db: Db, personIds: readonly string[]): Promise<Signature[]> {
  if (personIds.length === 0) return []
  const rows = await db
    .selectFrom('clients.form_signature')
    .select(['id', 'person_id as personId', 'form_id as formId', 'version', 'sha256', 'typed_name as typedName'])
    .select('signed_at as signedAt')
    .where('person_id', 'in', [...personIds])
    .orderBy('signed_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return Promise.all(
    rows.map(async ({ id, ...row }) => ({
      ...row,
      typedName: await decrypt(db, 'clients.form_signature.typed_name', [row.personId, id], row.typedName),
    })),
  )
}

/** Which of these people have signed every standard form in the wording of that day. */
export async function peopleWithFormsSigned(
  db: Db,
  personIds: readonly string[],
  on: CalendarDate,
): Promise<Set<string>> {
  const forms = await formsInForce(db, on)
  const signatures = await signaturesOf(db, personIds)
  const hasSigned = (personId: string) =>
    forms.every((form) => signatures.some((each) => each.personId === personId && isOf(each, form)))
  return new Set(personIds.filter(hasSigned))
}

/** Whether a signature stands below exactly this wording. */
export function isOf(signature: Signature, form: Form): boolean {
  return signature.formId === form.id && signature.version === form.version && signature.sha256 === form.sha256
}
