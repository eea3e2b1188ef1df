import { keepBytes } from './as-read.ts'
import type { CodeSets } from './code-sets.ts'
import type { Finding } from './finding.ts'
import type { Interchange } from './model-envelope.ts'
import type { Transaction, X12File } from './transaction.ts'
import { X12Reader } from './x12-reader.ts'

/** Reads a whole file. Never throws on content: what was usable is handed over, and `findings` says what is wrong. */
export function readX12(bytes: Uint8Array, codeSets: CodeSets = {}): X12File {
  const interchanges: Interchange[] = []
  const transactions: Transaction[] = []
  const findings: Finding[] = []
  const reader = new X12Reader(
    {
      interchange: (interchange) => interchanges.push(interchange),
      transaction: (transaction) => transactions.push(transaction),
      finding: (finding) => findings.push(finding),
    },
    true,
    codeSets,
  )
  reader.push(bytes)
  reader.end()
  const file = { interchanges, transactions, findings }
  keepBytes(file, bytes)
  return file
}

/** Whether any finding is an error: then the file is refused. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error')
}
