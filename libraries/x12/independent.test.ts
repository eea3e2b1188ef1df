import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { disagreements, segmentsByAnother } from './independent/read-by-another.ts'
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

const files = readdirSync(folder).filter((name) => /^(claims|remittance|acknowledged|payment|payer)/.test(name))

test.each(files)('another reader sees in %s, written again, what we see', async (name) => {
  for (const transaction of readX12(readFileSync(join(folder, name))).transactions) {
    const written = rewritten(transaction)
    if (written === null) continue
    if (!written.ok) throw new Error(JSON.stringify(written.findings))
    const ours = segmentsIn([written.bytes]).segments.map((segment) =>
      segment.elements.map((element) => element.trim()),
    )
    expect(await segmentsByAnother(written.bytes)).toEqual(ours)
    if (transaction.set === '837P') expect(await disagreements(written.bytes, '837p')).toEqual([])
    if (transaction.set === '835') expect(await disagreements(written.bytes, '835')).toEqual([])
  }
})

const faults: ['837p' | '835', string, string][] = [
  ['837p', 'missing_segment@REF-tax.edi', 'REF of 2010AA is missing'],
  ['837p', 'missing_segment@SV1.edi', 'SV1 of 2400 is missing'],
  ['837p', 'missing_loop@NM1-payer.edi', 'loop 2010BB is missing'],
  ['835', 'unknown_segment@XYZ.edi', 'XYZ'],
  ['835', 'missing_segment@PER-technical.edi', 'PER of 1000A is missing'],
  ['835', 'missing_element@CLP-7.edi', 'CLP07'],
  ['835', 'bad_code@CLP-2.edi', 'CLP02'],
]

test.each(faults)('the other reader names the fault of the %s in %s too', async (set, name, words) => {
  const said = await disagreements(readFileSync(join(folder, '../bad', name)), set)
  expect(said.join('\n')).toContain(words)
})
