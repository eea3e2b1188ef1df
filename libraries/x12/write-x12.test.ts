import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hasErrors, readX12, writeX12 } from './index.ts'

const own = join(import.meta.dirname, 'cases/ok')
const outside = join(import.meta.dirname, '../../../shared')
const sampled = ['270', '271', '276', '277', '277ca', '835', '837p', '999'].map((set) => `samples/x12/${set}`)
const folders = [own, ...['cases/x12/ok', ...sampled].map((each) => join(outside, each))]
const files = folders.flatMap((folder) =>
  existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [],
)

test.each(files)('%s, when valid, is the same byte for byte after it was read into its types', (name) => {
  const bytes = readFileSync(name)
  const file = readX12(bytes)
  if (hasErrors(file.findings)) return
  const written = writeX12(file)
  expect(written.ok && Buffer.from(written.bytes).equals(bytes)).toBe(true)
})

test('a changed payment is laid out anew, and everything around it stays as it was', () => {
  const text = readFileSync(join(own, 'remittance-with-reversal-and-interest.edi'), 'latin1')
  const set = text.slice(text.indexOf('ST*'), text.indexOf('GE*'))
  const other = set
    .replace('ST*835*0007', 'ST*835*0008')
    .replace('SE*54*0007', 'SE*54*0008')
    .replace('120*80', '120.0*80.00')
  const two = text.replace('GE*1', `${other}GE*2`)
  const file = readX12(Buffer.from(two))
  const [first] = file.transactions
  if (first?.set !== '835') throw new Error('a remittance was read')
  first.remittance.trace.number = 'EVG20260420-10'
  const written = writeX12(file)
  expect(written.ok && written.text).toBe(two.replace('EVG20260420-9', 'EVG20260420-10'))
})

test('a change that makes the payment wrong is refused', () => {
  const file = readX12(readFileSync(join(own, 'remittance-with-reversal-and-interest.edi')))
  const [first] = file.transactions
  if (first?.set !== '835') throw new Error('a remittance was read')
  first.remittance.payment.cents += 5
  expect(writeX12(file)).toMatchObject({ ok: false, findings: [{ code: 'payment_balance', difference: 5 }] })
})

test('what was not read from a file cannot be written back', () => {
  expect(() => writeX12({ interchanges: [], transactions: [], findings: [] })).toThrow(TypeError)
})
