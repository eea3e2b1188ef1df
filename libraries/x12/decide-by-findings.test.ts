import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { decideByFindings, readX12, to277CA, write277CA } from './index.ts'

const cases: [string, string][] = [
  ['claim_charge@CLM-2', '178'],
  ['diagnosis_code@HI-2', '255'],
  ['npi@NM1-9-rendering', '562'],
  ['bad_date@DTP-3', '21'],
]

test.each(cases)('the claim with %s comes back rejected with status %s, its neighbour is taken on', (name, status) => {
  const file = readX12(readFileSync(join(import.meta.dirname, `cases/bad/${name}.edi`)))
  const [transaction] = file.transactions
  if (transaction?.set !== '837P') throw new Error('the case holds claims')
  const header = {
    ...{ transactionControlNumber: '0001', reference: 'EV-1', sourceTrace: 'EV-1' },
    ...{ createdOn: '2026-04-16', createdAt: '08:00', receivedOn: '2026-04-15', processedOn: '2026-04-16' },
    source: { kind: 'payer' as const, name: 'EVERGREEN HEALTH', id: 'EVGRN' },
  }
  const answer = to277CA(transaction.batch, header, decideByFindings(file.findings, '2026-04-16'))
  expect(answer.providers.flatMap(({ claims }) => claims)).toMatchObject([
    { claimControlNumber: 'LK-1001', statuses: [{ codes: [{ category: 'A7', status }], action: 'U' }] },
    { claimControlNumber: 'LK-1002', statuses: [{ codes: [{ category: 'A2', status: '20' }], action: 'WQ' }] },
  ])
  const envelope = { ...transaction.envelope, usage: 'T' as const, version: undefined }
  expect(write277CA({ envelope, transactions: [answer] })).toMatchObject({ ok: true })
})
