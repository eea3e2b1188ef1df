import { expect, test } from 'vitest'
import { abilitiesOf, type PracticeRole } from '../practices/abilities-of.ts'
import { mayChangeRole } from './may-change-role.ts'

const member = (memberId: string, ...roles: PracticeRole[]) => ({ memberId, roles, may: abilitiesOf(roles) })
const ines = member('ines', 'owner', 'clinician')
const sam = member('sam', 'admin')
const theo = member('theo', 'clinician')
const bea = member('bea', 'biller')

// biome-ignore format: a table
test.each([
  // who asks                                            by    of    role          change   owners  answer
  ['an owner makes an administrator',                    ines, theo, 'admin',      'given', 1,      null],
  ['an owner removes administrator access',              ines, sam,  'admin',      'taken', 1,      null],
  ['an administrator makes a biller',                    sam,  theo, 'biller',     'given', 1,      null],
  ['an administrator makes an administrator',            sam,  theo, 'admin',      'given', 1,      'owner_decides'],
  ['an administrator makes themselves an owner',         sam,  sam,  'owner',      'given', 1,      'owner_decides'],
  ['an administrator makes themselves a supervisor',     sam,  sam,  'supervisor', 'given', 1,      'own_role'],
  ['an administrator removes another one’s access',      sam,  bea,  'admin',      'taken', 1,      'owner_decides'],
  ['the last owner gives the practice up',               ines, ines, 'owner',      'taken', 1,      'last_owner'],
  ['one of two owners steps back',                       ines, ines, 'owner',      'taken', 2,      null],
  ['to treat clients is given',                          ines, bea,  'clinician',  'given', 1,      'not_a_given_role'],
] as const)('%s', (_, by, of, role, change, owners, answer) => {
  expect(mayChangeRole({ by, of, role, change, owners })).toBe(answer)
})
