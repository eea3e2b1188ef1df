import { expect, test } from 'vitest'
import { marksOfSession } from './signed-in-by.ts'

const byPasskey = { signedInBy: 'passkey', passkeyId: '0190a1b2-0000-7000-8000-000000000001' }

test.each([
  ['a password', {}, '/sign-in/email', null, 'password'],
  ['a password and the app’s code', {}, '/two-factor/verify-totp', null, 'password_and_code'],
  ['a code kept on paper', {}, '/two-factor/verify-backup-code', null, 'password_and_paper_code'],
  ['a card of the demonstration', { signedInBy: 'card' }, undefined, null, 'card'],
  ['a passkey', byPasskey, undefined, null, 'passkey'],
  [
    'an app that was set up after the password',
    { signedInBy: 'password' },
    '/two-factor/verify-totp',
    null,
    'password_and_code',
  ],
  ['an app that was set up after a passkey', byPasskey, '/two-factor/verify-totp', null, 'passkey'],
  ['a password that was changed by somebody with a passkey', {}, '/change-password', byPasskey, 'passkey'],
  ['a password alone, whoever was signed in here before', {}, '/sign-in/email', byPasskey, 'password'],
  ['nothing that is known', { signedInBy: 'guess' }, undefined, null, null],
] as const)('a session says how somebody signed in: %s', (_, made, path, replaced, signedInBy) => {
  const marks = marksOfSession(made, { path, replaced })
  expect(marks.signedInBy).toBe(signedInBy)
  expect(marks.passkeyId !== null).toBe(signedInBy === 'passkey')
})
