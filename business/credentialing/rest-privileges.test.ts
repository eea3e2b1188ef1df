import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, calendarDate, holds, type Period } from '../../libraries/calendar/index.ts'
import type { Authority } from './authority-store.ts'
import { type CompactsAround, restPrivileges } from './rest-privileges.ts'

const during = (written: string): Period => {
  const [from = '', until = ''] = written.split(' to ')
  return { from: calendarDate(from), until: until === '' ? null : calendarDate(until) }
}
const held = (kind: Authority['kind'], state: string, period: Period): Authority => {
  return {
    practiceId: 'practice',
    memberId: 'member',
    id: `${kind} ${state}`,
    state,
    kind,
    number: null,
    during: period,
  }
}
const license = (state: string, written: string) => held('license', state, during(written))
const privilege = (state: string, written: string) => held('compact_privilege', state, during(written))

const compact = (name: string, families: string[], states: Record<string, string | null>) =>
  Object.entries(states).map(([state, since]) => ({
    name,
    families,
    state,
    since: since === null ? null : calendarDate(since),
  }))
const around: CompactsAround = {
  family: 'counselor',
  compacts: [
    ...compact('Counseling Compact', ['counselor'], { AZ: '2025-09-30', MN: '2025-09-30', OH: '2026-01-05', WI: null }),
    ...compact('PSYPACT', ['psychologist'], { NJ: '2022-01-01', TX: '2020-07-01' }),
    ...compact('Another compact', ['counselor'], { TX: '2020-01-01', UT: '2020-01-01' }),
  ],
}

const opens = (authorities: Authority[], known = around) =>
  restPrivileges({ authorities, credentials: [], exclusions: [] }, known)
    .authorities.filter(({ kind }) => kind === 'compact_privilege')
    .map(({ state, during: { from, until } }) => `${state} ${from} to ${until ?? ''}`.trim())

// biome-ignore format: a table reads by its lines
test.each<[string, Authority[], string[]]>([
  ['with the home license of another state of the compact', [license('AZ', '2020-01-01'), privilege('OH', '2026-02-01')], ['OH 2026-02-01 to']],
  ['without a license of any state', [privilege('OH', '2026-02-01')], []],
  ['with a license of a state that is not in the compact', [license('NY', '2020-01-01'), privilege('OH', '2026-02-01')], []],
  ['with a license of a state of another compact', [license('UT', '2020-01-01'), privilege('OH', '2026-02-01')], []],
  ['with a license of the very state only', [license('OH', '2020-01-01'), privilege('OH', '2026-02-01')], []],
  ['with a permit at home, not a license', [held('temporary_permit', 'AZ', during('2020-01-01')), privilege('OH', '2026-02-01')], []],
  ['another privilege is no home', [privilege('AZ', '2026-02-01'), privilege('OH', '2026-02-01')], []],
  ['in a state whose compact is not in force', [license('AZ', '2020-01-01'), privilege('CA', '2026-02-01')], []],
  ['in a state of another profession’s compact', [license('TX', '2020-01-01'), privilege('NJ', '2026-02-01')], []],
  ['before its compact was in force there', [license('AZ', '2020-01-01'), privilege('OH', '2025-10-01')], ['OH 2026-01-05 to']],
  ['before its compact was in force at home', [license('OH', '2020-01-01'), privilege('AZ', '2025-10-01')], ['AZ 2026-01-05 to']],
  ['where nobody knows since when it is in force', [license('AZ', '2020-01-01'), privilege('WI', '2025-10-01')], ['WI 2025-10-01 to']],
  ['a home license that lapses ends it', [license('AZ', '2020-01-01 to 2026-04-01'), privilege('OH', '2026-02-01')], ['OH 2026-02-01 to 2026-04-01']],
  ['a home license that had lapsed before', [license('AZ', '2020-01-01 to 2026-02-01'), privilege('OH', '2026-02-01')], []],
  ['a home license that came later', [license('AZ', '2026-03-01'), privilege('OH', '2026-02-01 to 2026-12-01')], ['OH 2026-03-01 to 2026-12-01']],
  ['a home license that was renewed at once', [license('AZ', '2020-01-01 to 2026-04-01'), license('AZ', '2026-04-01'), privilege('OH', '2026-02-01')], ['OH 2026-02-01 to']],
  ['a home license that was renewed after a gap', [license('AZ', '2020-01-01 to 2026-04-01'), license('AZ', '2026-05-01'), privilege('OH', '2026-02-01')], ['OH 2026-02-01 to 2026-04-01', 'OH 2026-05-01 to']],
  ['two homes, of which one lapses', [license('AZ', '2020-01-01 to 2026-04-01'), license('MN', '2020-01-01'), privilege('OH', '2026-02-01')], ['OH 2026-02-01 to']],
])('a compact privilege counts %s', (_, authorities, days) => {
  expect(opens(authorities)).toEqual(days)
})

test('licenses and permits stay as they are, and who holds no privilege is not looked at', () => {
  const standing = { authorities: [license('AZ', '2020-01-01')], credentials: [], exclusions: [] }
  expect(restPrivileges(standing, around)).toBe(standing)
  const both = [
    license('NY', '2020-01-01'),
    held('temporary_permit', 'FL', during('2026-01-01')),
    privilege('CA', '2026-01-01'),
  ]
  expect(restPrivileges({ ...standing, authorities: both }, around).authorities).toEqual(both.slice(0, 2))
})

test('on each day a privilege is open exactly when it, its compact there, and a home license of that compact are', () => {
  const first = calendarDate('2025-09-01')
  const day = fc.integer({ min: 0, max: 300 }).map((days) => addDays(first, days))
  const period = fc
    .tuple(day, fc.option(day))
    .map(([from, until]): Period => ({ from, until: until !== null && until > from ? until : null }))
  const state = fc.constantFrom('AZ', 'MN', 'OH', 'WI', 'TX', 'NY')
  const authority = fc
    .tuple(fc.constantFrom('license' as const, 'compact_privilege' as const), state, period)
    .map(([kind, where, when]) => held(kind, where, when))
  fc.assert(
    fc.property(fc.array(authority, { maxLength: 6 }), state, day, (authorities, there, on) => {
      const member = (name: string, where: string) =>
        around.compacts.some((one) => one.name === name && one.state === where && (one.since ?? on) <= on)
      const names = ['Counseling Compact', 'Another compact']
      const open = authorities.some(
        (one) =>
          one.kind === 'compact_privilege' &&
          one.state === there &&
          holds(one.during, on) &&
          names.some(
            (name) =>
              member(name, there) &&
              authorities.some(
                (home) =>
                  home.kind === 'license' && home.state !== there && holds(home.during, on) && member(name, home.state),
              ),
          ),
      )
      const rested = restPrivileges({ authorities, credentials: [], exclusions: [] }, around).authorities
      const isOpen = rested.some(
        (one) => one.kind === 'compact_privilege' && one.state === there && holds(one.during, on),
      )
      expect(isOpen).toBe(open)
    }),
  )
})
