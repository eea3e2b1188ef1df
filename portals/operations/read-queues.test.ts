import { expect, test } from 'vitest'
import { readQueues, sayCell } from './read-queues.ts'

test('a queue is shown with money in cents, days by their names, and no ids', () => {
  const row = { claim: 'K3J9', chargeCents: 15000, sentOn: '2026-04-10', reason: null, sessionId: 'x' }
  const [queue] = readQueues({ deniedClaims: { count: 1, rows: [row] } })
  expect(queue?.name).toBe('Denied claims')
  expect(queue?.columns.map(({ name }) => name)).toEqual(['Claim', 'Charge', 'Sent on', 'Reason'])
  expect(queue?.columns.map((column) => sayCell(column, row))).toEqual(['K3J9', '$150.00', 'Fri, Apr 10, 2026', '–'])
})
