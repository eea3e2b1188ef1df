import { expect, test } from 'vitest'
import { calendarDate } from '../../libraries/calendar/index.ts'
import type { Authority } from './authority-store.ts'
import { credentialStanding } from './credential-standing.ts'
import type { Credential } from './credential-store.ts'

const on = calendarDate('2026-04-08')
const tomorrow = calendarDate('2026-04-09')
const since = { from: calendarDate('2025-01-01'), until: null }
const license: Authority = {
  practiceId: 'p',
  memberId: 'm',
  id: 'l',
  state: 'NY',
  kind: 'license',
  number: null,
  during: since,
}
const active: Credential = {
  practiceId: 'p',
  memberId: 'm',
  id: 'c',
  networkId: 'aetna',
  state: 'NY',
  via: 'direct',
  status: 'active',
  during: since,
  payerReady: on,
}

test.each<[string, Partial<Credential>, Authority[], string]>([
  ['in force and known to the payer', {}, [license], 'in_force'],
  ['the payer knows it tomorrow', { payerReady: tomorrow }, [license], 'held'],
  ['nobody knows when the payer will', { payerReady: null }, [license], 'held'],
  ['applied for', { status: 'pending', during: null }, [license], 'pending'],
  ['it begins tomorrow', { during: { from: tomorrow, until: null } }, [license], 'to_come'],
  ['its last day is today', { during: { ...since, until: tomorrow } }, [license], 'in_force'],
  ['its last day was yesterday', { during: { ...since, until: on } }, [license], 'ended'],
  ['terminated', { status: 'terminated' }, [license], 'ended'],
  ['no license at all', {}, [], 'no_authority'],
  ['a license in another state', {}, [{ ...license, state: 'NJ' }], 'no_authority'],
  ['a Blue plan at home in the state', { networkId: 'anthem-ny' }, [license], 'in_force'],
  ['a Blue plan that is at home in another state', { networkId: 'horizon-nj' }, [license], 'not_at_home'],
  ['its virtual network', { networkId: 'horizon-nj', via: 'virtual_network' }, [license], 'in_force'],
  ['a license that ended', {}, [{ ...license, during: { ...since, until: on } }], 'no_authority'],
])('%s', (_, over, authorities, standing) => {
  const said = credentialStanding({ ...active, ...over }, authorities, on)
  expect(said.standing).toBe(standing)
  expect(said.words).toMatch(/^[A-Z].*\.$/)
})
