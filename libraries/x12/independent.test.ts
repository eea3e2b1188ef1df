import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { X12parser } from 'x12-parser'
import { readX12, segmentsIn, write277CA, write835, write837P, write999 } from './index.ts'
import type { EnvelopeInput, Written } from './model-envelope.ts'
import type { Transaction } from './transaction.ts'

const folder = join(import.meta.dirname, 'cases/ok')
const envelope: EnvelopeInput = {
  ...{ senderQualifier: 'ZZ', senderId: 'LAKESIDE', receiverQualifier: 'ZZ', receiverId: 'EVERGREEN' },
  ...{
    createdOn: '2026-04-15',
    createdAt: '09:30',
    usage: 'T',
    interchangeControlNumber: '7',
    groupControlNumber: '7',
  },
}

function rewritten(transaction: Transaction): Written | null {
  switch (transaction.set) {
    case '837P':
      return write837P({ envelope, transactions: [transaction.batch] })
    case '835':
      return write835({ envelope, transactions: [transaction.remittance] })
    case '999':
      return write999({ envelope, transactions: [transaction.acknowledgement] })
    case '277CA':
      return write277CA({ envelope, transactions: [transaction.acknowledgement] })
    default:
      return null
  }
}

/** What x12-parser makes of a file: name and elements of each segment, as the other reader sees them. */
async function readByAnother(text: string): Promise<string[][]> {
  const segments: string[][] = []
  for await (const segment of Readable.from([Buffer.from(text)]).pipe(new X12parser())) {
    const { name, ...elements } = segment as Record<string, unknown>
    if (typeof name !== 'string' || name === '') continue
    const read = [name.trim()]
    for (let index = 1; index in elements; index++) {
      const parts = [String(elements[index])]
      for (let part = 1; `${index}-${part}` in elements; part++) parts.push(String(elements[`${index}-${part}`]))
      read.push(parts.join(':'))
    }
    segments.push(read)
  }
  return segments
}

const files = readdirSync(folder).filter((name) => /^(claims|remittance|acknowledged|payment|payer)/.test(name))

test.each(files)('another reader sees in %s, written again, what we see', async (name) => {
  for (const transaction of readX12(readFileSync(join(folder, name))).transactions) {
    const written = rewritten(transaction)
    if (written === null) continue
    if (!written.ok) throw new Error(JSON.stringify(written.findings))
    const ours = segmentsIn([written.bytes]).segments.map((segment) =>
      segment.elements.map((element) => element.trim()),
    )
    expect(await readByAnother(written.text)).toEqual(ours)
  }
})
