import { expect, test } from 'vitest'
import { rolesAfter } from './roles-after.ts'

// biome-ignore format: a table
test.each([
  ['an owner who treats clients',                 'owner',     true,  [],                                                             ['owner', 'clinician']],
  ['an administrator who treats nobody',          'admin',     false, [],                                                             ['admin']],
  ['a clinician who was made administrator',      'clinician', true,  [{ role: 'admin', change: 'given' }],                           ['admin', 'clinician']],
  ['an administrator whose access was removed',   'admin',     false, [{ role: 'admin', change: 'taken' }],                           []],
  ['given, taken and given again',                'clinician', true,  [{ role: 'biller', change: 'given' }, { role: 'biller', change: 'taken' }, { role: 'biller', change: 'given' }], ['biller', 'clinician']],
  ['somebody of the operator holds no such role', 'operator_staff', false, [],                                                        []],
] as const)('%s', (_, role, clinician, changes, roles) => {
  expect(rolesAfter({ role, clinician }, changes)).toEqual(roles)
})
