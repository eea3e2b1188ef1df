import { createHash } from 'node:crypto'
import type { PostedPosting } from './posted-posting.ts'

/** The hash of a posting as it stands, with its transfers in order: any change to either changes it. */
export function hashPosting(posting: PostedPosting): string {
  const { transfers, ...head } = posting
  const lines = transfers.map(({ line, debit, credit, cents }) => [
    line,
    debit.kind,
    debit.subject,
    credit.kind,
    credit.subject,
    cents,
  ])
  const fields = [
    head.id,
    head.key,
    head.contentHash,
    head.kind,
    head.cause,
    head.subject,
    head.effectiveOn,
    head.payOn,
    head.recordedAt,
    head.recordedBy,
  ]
  return createHash('sha256')
    .update(JSON.stringify([fields, lines]))
    .digest('hex')
}

/** A seal hashes a closed batch in its order, over the seal before it; the first seal follows nothing. */
export function hashSeal(previousHash: string, postingHashes: readonly string[]): string {
  return createHash('sha256')
    .update([previousHash, ...postingHashes].join('\n'))
    .digest('hex')
}
