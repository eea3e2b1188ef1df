import { expect, test } from 'vitest'
import { calendarDate, type Period } from '../../libraries/calendar/index.ts'
import type { Standing } from './apply-change.ts'
import { type ChangeReason, type KnownAround, refuseChange, type StaffEntry } from './refuse-change.ts'

const owner = { practiceId: 'practice', memberId: 'member' }
const during = (from: string, until: string | null = null): Period => ({
  from: calendarDate(from),
  until: until === null ? null : calendarDate(until),
})
const standing: Standing = {
  authorities: [
    { ...owner, id: 'ny', state: 'NY', kind: 'license', number: 'NY-1', during: during('2025-01-01', '2026-06-01') },
    { ...owner, id: 'oh', state: 'OH', kind: 'license', number: null, during: during('2025-01-01') },
  ],
  credentials: [
    credential({ id: 'aetna', networkId: 'aetna', status: 'active', during: during('2025-01-01') }),
    credential({ id: 'waits', networkId: 'cigna', status: 'pending', during: null }),
    credential({ id: 'over', networkId: 'humana', status: 'terminated', during: during('2025-01-01') }),
  ],
  exclusions: [{ id: 'excluded', ...during('2024-01-01', '2024-06-01') }],
}

function credential(over: Partial<Standing['credentials'][number]>): Standing['credentials'][number] {
  const base = { ...owner, id: '', networkId: '', state: 'NY', via: 'direct' as const, status: 'active' as const }
  return { ...base, during: null, payerReady: null, ...over }
}

const known: KnownAround = {
  networks: new Set(['aetna', 'cigna', 'humana']),
  family: 'counselor',
  compacts: ['OH', 'AZ'].map((state) => ({
    name: 'Counseling Compact',
    families: ['counselor'],
    state,
    since: calendarDate('2026-01-05'),
  })),
}

const license = (state: string, period: Period): StaffEntry => {
  return { kind: 'add_authority', state, authority: 'license', number: null, during: period }
}
const privilege = (state: string, from: string): StaffEntry => {
  return { kind: 'add_authority', state, authority: 'compact_privilege', number: null, during: during(from) }
}
const applies = (over: Partial<Extract<StaffEntry, { kind: 'add_credential' }>>): StaffEntry => {
  const base = { kind: 'add_credential' as const, networkId: 'aetna', state: 'NJ', via: 'direct' as const }
  return { ...base, status: 'active', during: during('2026-01-01'), payerReady: null, ...over }
}
const changes = (
  credentialId: string,
  over: Partial<Extract<StaffEntry, { kind: 'change_credential' }>>,
): StaffEntry => {
  const base = { kind: 'change_credential' as const, credentialId, status: 'active' as const, payerReady: null }
  return { ...base, during: during('2025-01-01'), ...over }
}

test.each<[string, StaffEntry, ChangeReason | null]>([
  ['a license of another state', license('NJ', during('2026-01-01')), null],
  ['a license that begins on the day on which the other ends', license('NY', during('2026-06-01')), null],
  ['a license that begins a day too early', license('NY', during('2026-05-31')), 'period_overlaps'],
  ['a license that ends before it begins', license('NJ', during('2026-01-01', '2025-12-31')), 'period_backwards'],
  [
    'a license that ends on the day on which it begins',
    license('NJ', during('2026-01-01', '2026-01-01')),
    'period_backwards',
  ],
  ['a license of no state', license('XX', during('2026-01-01')), 'state_unknown'],
  [
    'a renewed license',
    { kind: 'change_authority', authorityId: 'ny', during: during('2025-01-01', '2028-06-01') },
    null,
  ],
  [
    'a license as it is',
    { kind: 'change_authority', authorityId: 'ny', during: during('2025-01-01', '2026-06-01') },
    'nothing_changes',
  ],
  [
    'a license that nobody has',
    { kind: 'change_authority', authorityId: 'tx', during: during('2025-01-01') },
    'standing_not_found',
  ],
  ['a license that was entered by mistake', { kind: 'withdraw_authority', authorityId: 'ny' }, null],
  ['a privilege where the compact is in force', privilege('AZ', '2026-02-01'), null],
  ['a privilege before the compact is in force there', privilege('AZ', '2026-01-04'), 'compact_not_in_force'],
  ['a privilege where no compact is', privilege('NJ', '2026-02-01'), 'compact_not_in_force'],
  [
    'a privilege in the only state of the compact with a license',
    privilege('OH', '2026-02-01'),
    'home_license_missing',
  ],
  ['a credential in another state', applies({}), null],
  ['a credential with a network that nobody knows', applies({ networkId: 'nobody' }), 'network_unknown'],
  ['a credential that overlaps', applies({ state: 'NY' }), 'period_overlaps'],
  ['the same network by a virtual network beside it', applies({ state: 'NY', via: 'virtual_network' }), null],
  ['an active credential without a first day', applies({ during: null }), 'period_missing'],
  ['an application without a day', applies({ status: 'pending', during: null }), null],
  [
    'a second application',
    applies({ networkId: 'cigna', state: 'NY', status: 'pending', during: null }),
    'application_waits_already',
  ],
  ['a credential after one that ended', applies({ networkId: 'humana', state: 'NY' }), null],
  [
    'a payer that is ready before the first day',
    applies({ payerReady: calendarDate('2025-12-31') }),
    'payer_ready_too_early',
  ],
  ['a payer that names its day', changes('aetna', { payerReady: calendarDate('2026-04-20') }), null],
  ['a credential as it is', changes('aetna', {}), 'nothing_changes'],
  ['an application that is granted', changes('waits', { during: during('2026-04-01') }), null],
  ['an exclusion', { kind: 'add_exclusion', during: during('2026-01-01') }, null],
  ['an exclusion within another', { kind: 'add_exclusion', during: during('2024-05-01') }, 'period_overlaps'],
  [
    'an exclusion that ended on another day',
    { kind: 'change_exclusion', exclusionId: 'excluded', during: during('2024-01-01', '2024-07-01') },
    null,
  ],
  ['an exclusion that was entered by mistake', { kind: 'withdraw_exclusion', exclusionId: 'excluded' }, null],
  ['an exclusion that nobody has', { kind: 'withdraw_exclusion', exclusionId: 'other' }, 'standing_not_found'],
])('%s', (_, change, code) => {
  const refusal = refuseChange(standing, change, known)
  expect(refusal?.code ?? null).toBe(code)
  if (refusal !== null) expect(refusal.words).toMatch(/^[A-Z0-9].*\.$/)
})

test('a privilege of another profession’s compact is none', () => {
  expect(refuseChange(standing, privilege('AZ', '2026-02-01'), { ...known, family: 'social_work' })?.code).toBe(
    'compact_not_in_force',
  )
})
