import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sayRefusalInSpanish, spanishRefusals } from './spanish-refusals.ts'

const root = join(import.meta.dirname, '../..')

/** What answers a client: their own doors, the way in, and what every door refuses with. */
const doors = [
  ...globSync('business/visits/*.ts', { cwd: root }),
  'business/clients/card-photo-routes.ts',
  'business/clients/household-routes.ts',
  'business/clients/invite-again-flow.ts',
  'business/clients/my-account-routes.ts',
  'business/charges/check-card.ts',
  'business/charges/my-card-routes.ts',
  'business/charges/my-insurance-routes.ts',
  'business/practices/check-address.ts',
  'server/account-routes.ts',
  'server/problem-documents.ts',
].filter((file) => !file.endsWith('.test.ts'))

// Told to a practice or to the operator by a function that stands in the same file.
const toOthers = new Set(['no_invitation_waits', 'invitation_letters_spent', 'invitation_sent_lately'])

const codesIn = (source: string) =>
  [...source.matchAll(/code: '(\w+)'|(?:refused|problem)\(\s*\d+,\s*'(\w+)'|gone\('(\w+)'/g)].map(
    ([, named, refused, gone]) => named ?? refused ?? gone ?? '',
  )

test('every refusal that a client can meet has its words in Spanish', () => {
  const met = new Set(doors.flatMap((file) => codesIn(readFileSync(join(root, file), 'utf8'))))
  expect(met.size).toBeGreaterThan(40)
  expect([...met].filter((code) => !toOthers.has(code) && spanishRefusals[code] === undefined).toSorted()).toEqual([])
})

test('a reason about a field is said by its field, and one that nobody knows is not made up', () => {
  expect(sayRefusalInSpanish('address_incomplete', 'body.zip')).toContain('código postal')
  expect(sayRefusalInSpanish('address_incomplete')).toContain('La dirección')
  expect(sayRefusalInSpanish('address_incomplete', 'planet')).toBeNull()
  expect(sayRefusalInSpanish('no_such_code')).toBeNull()
})
