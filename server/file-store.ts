import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, Files, Ids, StoredFile } from '../business/world.ts'
import { encryptionOverhead } from '../database/encrypted-value.ts'
import { decryptBytes, encrypt } from '../database/encryption.ts'

/** The operator's files in house.file: recorded once by content, and followed by their outcomes. */
export function fileStore(operator: string, ids: Ids): Files {
  return {
    async record(db, { partner, direction, folder, name, bytes, at }) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const identity = { practice_id: operator, partner, direction, folder, name, sha256 }
      const id = ids.next()
      const made = await db
        .insertInto('house.file')
        .values({
          ...identity,
          id,
          bytes: await encrypt(db, 'house.file.bytes', [operator, id], bytes),
          recorded_at: at,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst()
      if (made !== undefined) return { id: made.id, sha256, isNew: true }
      const known = await db
        .selectFrom('house.file')
        .select('id')
        .where((row) => row.and(identity))
        .executeTakeFirstOrThrow()
      return { id: known.id, sha256, isNew: false }
    },

    async addOutcome(db, fileId, { outcome, detail = {}, at }) {
      await db
        .insertInto('house.file_outcome')
        .values({
          practice_id: operator,
          file_id: fileId,
          id: ids.next(),
          outcome,
          detail: JSON.stringify(detail),
          at,
        })
        .execute()
    },

    async without(db, outcome, { partner, direction }) {
      const { rows } = await sql<StoredFile>`
        with latest as (
          select distinct on (file_id) file_id, outcome from house.file_outcome
          where practice_id = ${operator} order by file_id, at desc, id desc
        )
        select file.id, file.partner, file.folder, file.name, file.sha256, file.bytes
        from house.file
        where file.practice_id = ${operator} and file.partner = ${partner} and file.direction = ${direction}
          and file.id not in (select file_id from latest where outcome = any(${outcome}::text[]))
        order by file.recorded_at, file.id
      `.execute(db)
      return Promise.all(rows.map((row) => opened(db, operator, row)))
    },

    async find(db, fileId) {
      const row = await filesOf(db, operator).where('id', '=', fileId).executeTakeFirst()
      return row === undefined ? null : opened(db, operator, row)
    },

    async all(db) {
      const rows = await filesOf(db, operator)
        .select(['direction', 'recorded_at as recordedAt'])
        .orderBy('recorded_at')
        .orderBy('id')
        .execute()
      return Promise.all(rows.map((row) => opened(db, operator, row)))
    },

    async sizes(db, { partner, direction, folder }) {
      const rows = await db
        .selectFrom('house.file')
        .select(['name', sql<number>`octet_length(bytes) - ${encryptionOverhead}::int`.as('size')])
        .where((row) => row.and({ practice_id: operator, partner, direction, folder }))
        .execute()
      const byName = Map.groupBy(rows, ({ name }) => name)
      return new Map([...byName].map(([name, of]) => [name, new Set(of.map(({ size }) => size))]))
    },
  }
}

async function opened<Row extends { id: string; bytes: Uint8Array }>(db: Db, operator: string, row: Row): Promise<Row> {
  return { ...row, bytes: await decryptBytes(db, 'house.file.bytes', [operator, row.id], row.bytes) }
}

function filesOf(db: Db, operator: string) {
  return db
    .selectFrom('house.file')
    .select(['id', 'partner', 'folder', 'name', 'sha256', 'bytes'])
    .where('practice_id', '=', operator)
}
