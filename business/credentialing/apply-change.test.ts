import { expect, test } from 'vitest'
import { calendarDate } from '../../libraries/calendar/index.ts'
import { applyChange, type CredentialingChange, type Standing } from './apply-change.ts'

const owner = { practiceId: 'practice', memberId: 'member' }
const april = calendarDate('2026-04-08')
const may = calendarDate('2026-05-01')
const since = { from: calendarDate('2025-01-01'), until: null }
const standing: Standing = {
  authorities: [{ ...owner, id: 'license', state: 'NY', kind: 'license', number: null, during: since }],
  credentials: [
    {
      ...owner,
      id: 'direct',
      networkId: 'aetna',
      state: 'NY',
      via: 'direct',
      status: 'active',
      during: since,
      payerReady: april,
    },
    {
      ...owner,
      id: 'optin',
      networkId: 'bcbs-ma',
      state: 'TX',
      via: 'virtual_network',
      status: 'active',
      during: since,
      payerReady: april,
    },
  ],
  exclusions: [{ id: 'excluded', from: calendarDate('2024-01-01'), until: calendarDate('2024-06-01') }],
}
const pending = {
  networkId: 'cigna',
  state: 'NY',
  via: 'direct',
  status: 'pending',
  during: null,
  payerReady: null,
} as const

test.each<[string, CredentialingChange, (after: Standing) => unknown, unknown]>([
  [
    'a license is added',
    { kind: 'add_authority', state: 'TX', authority: 'license', number: 'X1', during: since },
    ({ authorities }) => authorities.map(({ state }) => state),
    ['NY', 'TX'],
  ],
  [
    'a license ends',
    { kind: 'change_authority', authorityId: 'license', during: { ...since, until: may } },
    ({ authorities }) => authorities[0]?.during.until,
    may,
  ],
  [
    'a credential is applied for',
    { kind: 'add_credential', ...pending },
    ({ credentials }) => credentials[2]?.status,
    'pending',
  ],
  [
    'a credential is known to the payer from a day',
    { kind: 'change_credential', credentialId: 'direct', status: 'active', during: since, payerReady: may },
    ({ credentials }) => credentials[0]?.payerReady,
    may,
  ],
  [
    'a license was entered by mistake',
    { kind: 'withdraw_authority', authorityId: 'license' },
    ({ authorities }) => authorities,
    [],
  ],
  [
    'an exclusion begins',
    { kind: 'add_exclusion', during: since },
    ({ exclusions }) => exclusions.map(({ from, until }) => [from, until]),
    [
      ['2024-01-01', '2024-06-01'],
      ['2025-01-01', null],
    ],
  ],
  [
    'an exclusion ends on another day',
    { kind: 'change_exclusion', exclusionId: 'excluded', during: since },
    ({ exclusions }) => exclusions,
    [{ id: 'excluded', ...since }],
  ],
  [
    'an exclusion was entered by mistake',
    { kind: 'withdraw_exclusion', exclusionId: 'excluded' },
    ({ exclusions }) => exclusions,
    [],
  ],
  [
    'an opt-in opens the virtual network, and the plan knows the clinician after its lead',
    { kind: 'opt_in', networkId: 'bcbs-ma', state: 'NY', from: april, leadDays: 10 },
    ({ credentials }) => [credentials[2]?.via, credentials[2]?.status, credentials[2]?.payerReady],
    ['virtual_network', 'active', '2026-04-18'],
  ],
  [
    'an opt-out ends it on its day',
    { kind: 'opt_out', optInId: 'optin', until: may },
    ({ credentials }) => credentials[1]?.during,
    { ...since, until: may },
  ],
  [
    'an opt-out before the first day leaves nothing of it',
    { kind: 'opt_out', optInId: 'optin', until: calendarDate('2024-12-01') },
    ({ credentials }) => credentials.map(({ id }) => id),
    ['direct'],
  ],
  [
    'a change of what is not there changes nothing',
    { kind: 'change_authority', authorityId: 'other', during: { from: april, until: may } },
    (after) => after,
    standing,
  ],
])('%s', (_, change, look, expected) => {
  const before = structuredClone(standing)
  expect(look(applyChange(standing, change, owner))).toEqual(expected)
  expect(standing).toEqual(before)
})
