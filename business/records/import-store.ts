import { decryptBytes, encrypt } from '../../database/encryption.ts'
import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { ImportStanding } from './import-preview.ts'

export type Upload = {
  practiceId: string
  id: string
  name: string
  sha256: string
  bytes: Uint8Array
  /** On whose list its clients go where a row names nobody. */
  memberId: string
  at: Instant
  by: string
}

export async function recordUpload(db: Db, upload: Upload): Promise<void> {
  await db
    .insertInto('records.upload')
    .values({
      practice_id: upload.practiceId,
      id: upload.id,
      name: upload.name,
      sha256: upload.sha256,
      bytes: await encrypt(db, 'records.upload.bytes', [upload.practiceId, upload.id], upload.bytes),
      member_id: upload.memberId,
      recorded_at: upload.at,
      recorded_by: upload.by,
    })
    .execute()
}

export async function uploadById(db: Db, practiceId: string, id: string): Promise<Upload | null> {
  const row = await db
    .selectFrom('records.upload')
    .select(['practice_id as practiceId', 'id', 'name', 'sha256', 'bytes', 'member_id as memberId'])
    .select(['recorded_at as at', 'recorded_by as by'])
    .where('practice_id', '=', practiceId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  return { ...row, bytes: await decryptBytes(db, 'records.upload.bytes', [practiceId, id], row.bytes) }
}

/** The files that a practice brought, the newest first. */
export async function importsOf(db: Db, practiceId: string): Promise<ImportStanding[]> {
  return db
    .selectFrom('records.upload as upload')
    .leftJoin('records.import as import', (join) =>
      join.onRef('import.practice_id', '=', 'upload.practice_id').onRef('import.upload_id', '=', 'upload.id'),
    )
    .leftJoin('records.import_undo as undo', (join) =>
      join.onRef('undo.practice_id', '=', 'upload.practice_id').onRef('undo.upload_id', '=', 'upload.id'),
    )
    .select(['upload.id', 'upload.name', 'upload.recorded_at as uploadedAt'])
    .select(['import.imported_at as importedAt', 'undo.undone_at as undoneAt'])
    .where('upload.practice_id', '=', practiceId)
    .orderBy('upload.id', 'desc')
    .execute()
}

type Deed = { practiceId: string; uploadId: string; at: Instant; by: string }

export async function recordImport(db: Db, { practiceId, uploadId, at, by }: Deed): Promise<void> {
  await db
    .insertInto('records.import')
    .values({ practice_id: practiceId, upload_id: uploadId, imported_at: at, imported_by: by })
    .execute()
}

export async function recordImportUndo(db: Db, { practiceId, uploadId, at, by }: Deed): Promise<void> {
  await db
    .insertInto('records.import_undo')
    .values({ practice_id: practiceId, upload_id: uploadId, undone_at: at, undone_by: by })
    .execute()
}

export type Made = { line: number; kind: 'client' | 'policy' | 'session'; personId: string; madeId: string }

export async function recordMade(db: Db, practiceId: string, uploadId: string, made: readonly Made[]): Promise<void> {
  for (let at = 0; at < made.length; at += 500) {
    const rows = made.slice(at, at + 500).map(({ line, kind, personId, madeId }) => {
      return { practice_id: practiceId, upload_id: uploadId, line, kind, person_id: personId, made_id: madeId }
    })
    await db.insertInto('records.import_made').values(rows).execute()
  }
}

export async function madeBy(db: Db, practiceId: string, uploadId: string): Promise<Made[]> {
  const rows = await db
    .selectFrom('records.import_made')
    .select(['line', 'kind', 'person_id as personId', 'made_id as madeId'])
    .where('practice_id', '=', practiceId)
    .where('upload_id', '=', uploadId)
    .orderBy('line')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as Made['kind'] }))
}
