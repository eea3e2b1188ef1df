import { decrypt, encrypt } from '../../database/encryption.ts'
import type { Instant } from '../../libraries/calendar/index.ts'
import type { Db } from '../world.ts'

export type Submission = {
  practiceId: string
  claimId: string
  attempt: number
  fileId: string
  fileName: string
  fileSha256: string
  interchangeNumber: number
  groupNumber: number
  transactionNumber: number
  batchReference: string
  segments: string
  recordedAt: Instant
}

export async function recordSubmission(db: Db, submission: Submission): Promise<void> {
  const row = [submission.practiceId, submission.claimId, submission.attempt]
  await db
    .insertInto('claims.submission')
    .values({
      practice_id: submission.practiceId,
      claim_id: submission.claimId,
      attempt: submission.attempt,
      file_id: submission.fileId,
      file_name: submission.fileName,
      file_sha256: submission.fileSha256,
      interchange_number: submission.interchangeNumber,
      group_number: submission.groupNumber,
      transaction_number: submission.transactionNumber,
      batch_reference: submission.batchReference,
      segments: await encrypt(db, 'claims.submission.segments', row, submission.segments),
      recorded_at: submission.recordedAt,
    })
    .execute()
}

type Where = { fileId: string } | { groupNumber: number } | { batchReference: string }

/** The claims of one file, by its id, its functional group's number (GS06, never used twice) or its batch reference (BHT03). */
export async function submissionsIn(db: Db, where: Where): Promise<Submission[]> {
  const rows = await db
    .selectFrom('claims.submission')
    .selectAll()
    .$if('fileId' in where, (query) => query.where('file_id', '=', 'fileId' in where ? where.fileId : ''))
    .$if('groupNumber' in where, (query) =>
      query.where('group_number', '=', 'groupNumber' in where ? where.groupNumber : 0),
    )
    .$if('batchReference' in where, (query) =>
      query.where('batch_reference', '=', 'batchReference' in where ? where.batchReference : ''),
    )
    .orderBy('practice_id')
    .orderBy('claim_id')
    .execute()
  return Promise.all(rows.map((row) => fromRow(db, row)))
}

export async function submissionsOf(db: Db, practiceId: string, claimId: string): Promise<Submission[]> {
  const rows = await db
    .selectFrom('claims.submission')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('claim_id', '=', claimId)
    .orderBy('attempt')
    .execute()
  return Promise.all(rows.map((row) => fromRow(db, row)))
}

type SubmissionRow = {
  practice_id: string
  claim_id: string
  attempt: number
  file_id: string
  file_name: string
  file_sha256: string
  interchange_number: number
  group_number: number
  transaction_number: number
  batch_reference: string
  segments: Uint8Array
  recorded_at: Instant
}

async function fromRow(db: Db, row: SubmissionRow): Promise<Submission> {
  const of = [row.practice_id, row.claim_id, row.attempt]
  return {
    practiceId: row.practice_id,
    claimId: row.claim_id,
    attempt: row.attempt,
    fileId: row.file_id,
    fileName: row.file_name,
    fileSha256: row.file_sha256,
    interchangeNumber: row.interchange_number,
    groupNumber: row.group_number,
    transactionNumber: row.transaction_number,
    batchReference: row.batch_reference,
    segments: await decrypt(db, 'claims.submission.segments', of, row.segments),
    recordedAt: row.recorded_at,
  }
}
