import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkFiles, explainFile, readFileAsLines } from './cli.ts'

const cases = join(import.meta.dirname, 'cases')
const good = join(cases, 'ok/remittance-with-reversal-and-interest.edi')
const wrong = join(cases, 'bad/payment_balance@BPR-2.edi')

async function said(run: (out: (text: string) => void) => Promise<number>): Promise<{ code: number; text: string }> {
  let text = ''
  const code = await run((more) => {
    text += more
  })
  return { code, text }
}

test('checking a good file answers 0 and says so in one JSON line', async () => {
  const { code, text } = await said((out) => checkFiles([good], { json: true, out }))
  expect(code).toBe(0)
  expect(JSON.parse(text)).toEqual({ file: good, ok: true, findings: [] })
})

test('checking a wrong file answers 1 and names what is off by how much', async () => {
  const { code, text } = await said((out) => checkFiles([good, wrong], { out }))
  expect(code).toBe(1)
  expect(text).toContain('BPR02')
  expect(text).toContain('off by 10 cents')
})

test('a file that is not there is not a finding: what opening it throws comes through', async () => {
  const missing = join(cases, 'nowhere.edi')
  await expect(checkFiles([missing], { out: () => {} })).rejects.toMatchObject({ code: 'ENOENT', path: missing })
})

test('reading hands over each claim on its own line, then the payment', async () => {
  const { code, text } = await said((out) => readFileAsLines(good, { out }))
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(code).toBe(0)
  expect(lines.map((line) => line.kind)).toEqual(['claim', 'claim', 'claim', 'claim', 'transaction'])
  expect(lines[0].claim.claim.claimControlNumber).toBe('LK-1001')
})

test('explaining says in plain words what became of each claim', async () => {
  const { text } = await said((out) => explainFile(good, { out }))
  expect(text).toContain('Claim LK-0950 for TOVE LUND: denied, charged $185.00, paid $0.00')
  expect(text).toContain('pays LAKESIDE THERAPY GROUP $213.40 by ACH on 2026-04-20')
})
