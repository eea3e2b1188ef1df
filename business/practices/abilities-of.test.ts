import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Abilities, abilitiesOf, allows, areas, type MemberStanding, practiceRoles } from './abilities-of.ts'

const may = (roles: Parameters<typeof abilitiesOf>[0], standing?: MemberStanding) => abilitiesOf(roles, standing)

// biome-ignore format: a table
test.each([
  // who                              roles                        area         reach
  ['an owner',                        ['owner'],                   'bank',       'change'],
  ['an owner',                        ['owner'],                   'team',       'decide'],
  ['an administrator',                ['admin'],                   'money',      'all'],
  ['an administrator',                ['admin'],                   'notes',      'none'],
  ['an administrator',                ['admin'],                   'confirming', 'none'],
  ['an administrator',                ['admin'],                   'team',       'run'],
  ['a biller',                        ['biller'],                  'money',      'all'],
  ['a biller',                        ['biller'],                  'notes',      'none'],
  ['a biller',                        ['biller'],                  'planning',   'none'],
  ['a biller',                        ['biller'],                  'team',       'none'],
  ['a scheduler',                     ['scheduler'],               'calendar',   'all'],
  ['a scheduler',                     ['scheduler'],               'planning',   'all'],
  ['a scheduler',                     ['scheduler'],               'notes',      'none'],
  ['a scheduler',                     ['scheduler'],               'money',      'none'],
  ['a supervisor',                    ['supervisor'],              'notes',      'all'],
  ['a supervisor',                    ['supervisor'],              'bank',       'none'],
  ['a supervisor',                    ['supervisor'],              'money',      'none'],
  ['a clinician',                     ['clinician'],               'calendar',   'own'],
  ['a clinician',                     ['clinician'],               'clients',    'own'],
  ['a clinician',                     ['clinician'],               'money',      'own'],
  ['a clinician',                     ['clinician'],               'bank',       'none'],
  ['a clinician who runs the office', ['admin', 'clinician'],      'notes',      'own'],
  ['a clinician who runs the office', ['admin', 'clinician'],      'confirming', 'own'],
  ['a clinician who runs the office', ['admin', 'clinician'],      'calendar',   'all'],
  ['a clinician who supervises',      ['supervisor', 'clinician'], 'notes',      'all'],
  ['a clinician who supervises',      ['supervisor', 'clinician'], 'money',      'own'],
] as const)('%s (%j) reaches in %s as far as: %s', (_, roles, area, reach) => {
  expect(may(roles)[area]).toBe(reach)
})

test('an archived clinician finishes what was begun and begins nothing', () => {
  expect(may(['admin', 'clinician'], 'archived')).toMatchObject({
    calendar: 'own',
    confirming: 'own',
    money: 'own',
    planning: 'none',
    bank: 'none',
    team: 'none',
    settings: 'none',
  })
})

const roles = fc.subarray([...practiceRoles])
const standing = fc.constantFrom<MemberStanding>('active', 'archived', 'removed')

test('a further role never takes anything away, and a removed member may do nothing', () => {
  fc.assert(
    fc.property(roles, fc.constantFrom(...practiceRoles), standing, (held, more, stands) => {
      const before: Abilities = may(held, stands)
      expect(allows(may([...held, more], stands), before)).toBe(true)
      expect(allows(may(held), before)).toBe(true)
      expect(areas.filter((area) => may(held, 'removed')[area] !== 'none')).toEqual([])
    }),
  )
})

test('whoever reaches as far as is needed in every area is let in, and nobody who falls short in one', () => {
  expect(allows(may(['biller']), {})).toBe(true)
  expect(allows(may(['biller']), { money: 'own', bank: 'see' })).toBe(true)
  expect(allows(may(['biller']), { money: 'own', bank: 'change' })).toBe(false)
  expect(allows(may([]), { calendar: 'own' })).toBe(false)
})
