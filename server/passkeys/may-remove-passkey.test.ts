import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayRemovePasskey } from './may-remove-passkey.ts'

const nothingElse = { passkeys: 0, hasPassword: false, hasApp: false, entersByCard: false, needsTwoFactors: false }

test.each([
  ['a client keeps the password', { hasPassword: true }, 'yes'],
  ['a member keeps password and app', { hasPassword: true, hasApp: true, needsTwoFactors: true }, 'yes'],
  ['a member keeps another passkey', { passkeys: 1, needsTwoFactors: true }, 'yes'],
  ['a member would keep a password alone', { hasPassword: true, needsTwoFactors: true }, 'last_second_factor'],
  ['nothing else opens the login', {}, 'last_way_in'],
  ['an app without a password opens nothing', { hasApp: true, needsTwoFactors: true }, 'last_way_in'],
  ['a character of the demonstration keeps the card', { entersByCard: true, needsTwoFactors: true }, 'yes'],
] as const)('%s', (_, others, answer) => {
  expect(mayRemovePasskey({ ...nothingElse, ...others })).toBe(answer)
})

test('one more way in never makes a passkey harder to remove', () => {
  const ways = fc.record({
    passkeys: fc.nat(3),
    hasPassword: fc.boolean(),
    hasApp: fc.boolean(),
    entersByCard: fc.boolean(),
    needsTwoFactors: fc.boolean(),
  })
  fc.assert(
    fc.property(ways, (others) => {
      fc.pre(mayRemovePasskey(others) === 'yes')
      for (const more of [{ passkeys: others.passkeys + 1 }, { hasPassword: true }, { hasApp: true }])
        expect(mayRemovePasskey({ ...others, ...more })).toBe('yes')
    }),
  )
})
