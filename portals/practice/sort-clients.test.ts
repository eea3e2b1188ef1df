import { expect, test } from 'vitest'
import type { Client } from '../contract.ts'
import { sortClients } from './sort-clients.ts'

const client = (name: string, memberId: string): Client => ({
  personId: name,
  name,
  planName: 'Cedar Mutual PPO',
  memberId,
  readiness: { insurance: true, forms: true, paymentMethod: true, email: true, coverage: 'active' as const },
  locations: [],
  standing: 'active',
  clinicians: [],
  lastAt: null,
  nextAt: null,
})

const clients = [client('Clara Winslow', 'LESS1'), client('Ada Fenwick', 'PAYS1'), client('Basil Orchard', 'LATE1')]
const named = (search: string) => sortClients(clients, search).map(({ name }) => name)

test('clients stand by family name', () => {
  expect(named('')).toEqual(['Ada Fenwick', 'Basil Orchard', 'Clara Winslow'])
})

test('a search finds by the beginnings of name, plan and member ID, all words at once', () => {
  expect(named('fen')).toEqual(['Ada Fenwick'])
  expect(named('cedar win')).toEqual(['Clara Winslow'])
  expect(named('late1')).toEqual(['Basil Orchard'])
  expect(named('wick')).toEqual([])
})
