import { createHash } from 'node:crypto'
import { decryptBytes, encrypt } from '../../database/encryption.ts'
import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'
import type { CardPhotoType } from './sniff-card-photo.ts'

export type CardPhotoRow = { id: string; side: 'front' | 'back'; contentType: CardPhotoType; recordedAt: Instant }

export async function recordCardPhoto(
  db: Db,
  photo: CardPhotoRow & { personId: string; bytes: Uint8Array; by: string },
): Promise<void> {
  await db
    .insertInto('clients.card_photo')
    .values({
      person_id: photo.personId,
      id: photo.id,
      side: photo.side,
      content_type: photo.contentType,
      sha256: createHash('sha256').update(photo.bytes).digest('hex'),
      bytes: await encrypt(db, 'clients.card_photo.bytes', [photo.personId, photo.id], photo.bytes),
      recorded_at: photo.recordedAt,
      recorded_by: photo.by,
    })
    .execute()
}

/** The newest picture of each side. */
export async function cardPhotosOf(db: Db, personId: string): Promise<CardPhotoRow[]> {
  const rows = await db
    .selectFrom('clients.card_photo')
    .distinctOn('side')
    .select(['id', 'side', 'content_type as contentType', 'recorded_at as recordedAt'])
    .where('person_id', '=', personId)
    .orderBy('side')
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, contentType: row.contentType as CardPhotoType }))
}

export async function cardPhoto(
  db: Db,
  personId: string,
  id: string,
): Promise<{ contentType: string; bytes: Uint8Array } | null> {
  const row = await db
    .selectFrom('clients.card_photo')
    .select(['content_type as contentType', 'bytes'])
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  const bytes = await decryptBytes(db, 'clients.card_photo.bytes', [personId, id], row.bytes)
  return { contentType: row.contentType, bytes }
}
