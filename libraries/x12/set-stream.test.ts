import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readX12, SetStream, write835 } from './index.ts'
import type { EnvelopeInput } from './model-envelope.ts'

const envelope: EnvelopeInput = {
  ...{ senderQualifier: 'ZZ', senderId: 'EVERGREEN', receiverQualifier: 'ZZ', receiverId: 'LAKESIDE' },
  ...{
    createdOn: '2026-04-18',
    createdAt: '06:00',
    usage: 'T',
    interchangeControlNumber: '1',
    groupControlNumber: '1',
  },
}

function remittance() {
  const file = join(import.meta.dirname, 'cases/ok/remittance-with-reversal-and-interest.edi')
  const [read] = readX12(readFileSync(file)).transactions
  if (read?.set !== '835') throw new Error('the case is a remittance')
  return read.remittance
}

test('payments written one by one make the same file as payments written together', () => {
  const payments = ['0001', '0002', '0003'].map((control) => ({ ...remittance(), transactionControlNumber: control }))
  let text = ''
  const stream = new SetStream(envelope, '835', (more) => {
    text += Buffer.from(more).toString('utf8')
  })
  for (const each of payments) expect(stream.add({ set: '835', remittance: each })).toEqual([])
  stream.end()
  const whole = write835({ envelope, transactions: payments })
  expect(whole.ok && whole.text).toBe(text)
})

test('a payment that does not balance is left out of the stream, and the file stays valid', () => {
  let text = ''
  const stream = new SetStream(envelope, '835', (more) => {
    text += Buffer.from(more).toString('utf8')
  })
  const wrong = { ...remittance(), transactionControlNumber: '0002' }
  wrong.payment.cents -= 7
  stream.add({ set: '835', remittance: { ...remittance(), transactionControlNumber: '0001' } })
  expect(stream.add({ set: '835', remittance: wrong })).toMatchObject([{ code: 'payment_balance', difference: -7 }])
  stream.end()
  expect(readX12(Buffer.from(text)).findings).toEqual([])
})
