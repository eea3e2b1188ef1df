import { Refusal } from '../../business/routes.ts'

const nothing = 'Nothing was changed.'

/** The same for a passkey that is not known, was removed, or whose answer is wrong in any way: it says nothing of accounts. */
export function passkeyRefused(): Refusal {
  const detail =
    'This passkey opens nothing here: it may have been removed, or belong to another address. Sign in with your password, or try another passkey.'
  return new Refusal({ status: 401, code: 'passkey_refused', detail })
}

export function tooLate(): Refusal {
  const detail = `That took longer than five minutes, or was sent twice. Please try again. ${nothing}`
  return new Refusal({ status: 409, code: 'passkey_too_late', detail })
}

export function notVerified(): Refusal {
  const detail = `The passkey did not check that it is you, by fingerprint, face or PIN. Set that up on the device, or use another one. ${nothing}`
  return new Refusal({ status: 403, code: 'passkey_not_verified', detail })
}

export function stopped(): Refusal {
  const detail =
    'This passkey seems to have been copied: its counter went back. It opens nothing any more, and its owner was written to. Sign in another way, remove it, and add a new one.'
  return new Refusal({ status: 403, code: 'passkey_stopped', detail })
}

export function otherLogin(): Refusal {
  const detail = `This passkey belongs to another login. Use one of your own, or your password. ${nothing}`
  return new Refusal({ status: 403, code: 'passkey_of_another', detail })
}

export function tooOften(): Refusal {
  const detail = 'There were too many attempts to sign in. Wait a quarter of an hour, or sign in another way.'
  return new Refusal({ status: 429, code: 'too_many_attempts', detail })
}

export function notReadable(): Refusal {
  const detail = `What the passkey answered does not belong to this page. Please try again, at the address that you always use. ${nothing}`
  return new Refusal({ status: 422, code: 'passkey_not_valid', detail })
}

export function knownAlready(): Refusal {
  const detail = `This passkey is in use already. Choose another device, or another place to keep it. ${nothing}`
  return new Refusal({ status: 409, code: 'passkey_known', detail })
}

export function tooMany(): Refusal {
  const detail = `Twenty passkeys are the most that a login keeps. Remove one that you no longer use. ${nothing}`
  return new Refusal({ status: 409, code: 'passkeys_full', detail })
}

export function noSuchPasskey(): Refusal {
  const detail = `There is no such passkey; it may have been removed on another page. ${nothing}`
  return new Refusal({ status: 404, code: 'passkey_not_found', detail })
}

export function lastOne(why: 'last_way_in' | 'last_second_factor'): Refusal {
  const detail =
    why === 'last_way_in'
      ? `Nothing else opens your account. Set a password or add another passkey first. ${nothing}`
      : `This is your only second factor, and you see other people’s records. Add another passkey or set up an authenticator app first. ${nothing}`
  return new Refusal({ status: 409, code: why, detail })
}

/** Somebody who knows a password must not set up a factor of their own beside the owner's. */
export function factorFirst(): Refusal {
  const detail = `Sign in with your second factor first: a password alone does not change how you sign in. Whoever lost it asks an owner of their practice, or Evenkeel. ${nothing}`
  return new Refusal({ status: 403, code: 'second_factor_first', detail })
}
