import type { Finding } from './finding.ts'
import type { Envelope } from './model-envelope.ts'
import type { ReadClaim } from './set-reader.ts'
import type { Transaction } from './transaction.ts'
import { X12Reader } from './x12-reader.ts'

/** What a stream hands on: claims as they come, then the set they stood in (without its claims), and findings. */
export type Streamed =
  | { kind: 'claim'; claim: ReadClaim; envelope: Envelope }
  | { kind: 'transaction'; transaction: Transaction }
  | { kind: 'finding'; finding: Finding }

/** Reads a file of any size claim by claim in constant memory. */
export async function* claimsIn(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Streamed> {
  let waiting: Streamed[] = []
  const reader = new X12Reader(
    {
      claim: (claim, envelope) => waiting.push({ kind: 'claim', claim, envelope }),
      transaction: (transaction) => waiting.push({ kind: 'transaction', transaction }),
      finding: (finding) => waiting.push({ kind: 'finding', finding }),
    },
    false,
  )
  for await (const piece of source) {
    reader.push(piece)
    yield* waiting
    waiting = []
  }
  reader.end()
  yield* waiting
}
