import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as x12 from './index.ts'
import { readX12, type Transaction, type Written } from './index.ts'
import type { EnvelopeInput } from './model-envelope.ts'

const folder = join(import.meta.dirname, 'cases/ok')

/** Files as our own writers lay them out: then what is read and written again is the same byte for byte. */
const files = readdirSync(folder).filter((name) =>
  /^(claims|remittance|acknowledged|interchange|payment|payer|eligibility|status)/.test(name),
)

function rewritten(envelope: EnvelopeInput, transaction: Transaction): Written {
  switch (transaction.set) {
    case '837P':
      return x12.write837P({ envelope, transactions: [transaction.batch] })
    case '835':
      return x12.write835({ envelope, transactions: [transaction.remittance] })
    case '999':
      return x12.write999({ envelope, transactions: [transaction.acknowledgement] })
    case '277CA':
      return x12.write277CA({ envelope, transactions: [transaction.acknowledgement] })
    case '270':
      return x12.write270({ envelope, transactions: [transaction.eligibility] })
    case '271':
      return x12.write271({ envelope, transactions: [transaction.eligibility] })
    case '276':
      return x12.write276({ envelope, transactions: [transaction.claimStatus] })
    case '277':
      return x12.write277({ envelope, transactions: [transaction.claimStatus] })
    case 'TA1':
      return x12.writeTA1({ envelope, acknowledgements: [transaction.acknowledgement] })
    case 'unsupported':
      throw new Error('the cases hold only sets that are read')
  }
}

test.each(files)('%s, read into its types and written again, is the same file', (name) => {
  const text = readFileSync(join(folder, name), 'utf8')
  const [transaction] = readX12(Buffer.from(text)).transactions
  if (transaction === undefined) throw new Error('the case holds a set')
  const { envelope } = transaction
  const written = rewritten({ ...envelope, usage: envelope.usage === 'P' ? 'P' : 'T' }, transaction)
  expect(written.ok ? written.text : written.findings).toBe(text)
})
