/** A letter to somebody about their own account: plain text, no health data, one link at most. */
export type AccountLetter = { subject: string; body: string }

const signature = '\n\nEvenkeel\n'
const notYou = 'If this was not you, you need not do anything.'

function confirmAddress(to: { name: string; link: string }): AccountLetter {
  return {
    subject: 'Confirm your e-mail address',
    body: `Hello ${to.name},

to finish your Evenkeel account, open this link within 24 hours and enter the password that you chose:

${to.link}

The link works once. ${notYou}${signature}`,
  }
}

/** To somebody who has a login, for instance with a practice, and now asks for a client account too. */
function confirmWithLogin(to: { name: string; link: string }): AccountLetter {
  return {
    subject: 'Add a client account to your login',
    body: `Hello ${to.name},

you already sign in to Evenkeel with this address. To see appointments of your own with the same login, open this link within 24 hours and enter the password that you sign in with (not a new one):

${to.link}

The link works once. ${notYou}${signature}`,
  }
}

function accountExists(to: { signIn: string; forgot: string }): AccountLetter {
  return {
    subject: 'You already have an account',
    body: `Hello,

somebody asked for an Evenkeel account with this address. You already have one: sign in at

${to.signIn}

If you do not know your password any more, set a new one at

${to.forgot}

Nothing was changed. ${notYou}${signature}`,
  }
}

function resetPassword(to: { link: string }): AccountLetter {
  return {
    subject: 'Set a new password',
    body: `Hello,

to set a new password for Evenkeel, open this link within one hour:

${to.link}

The link works once. Whoever is signed in with the old password is signed out then. ${notYou}${signature}`,
  }
}

function noAccountToReset(to: { signUp: string }): AccountLetter {
  return {
    subject: 'There is no account with this address',
    body: `Hello,

somebody asked for a new password for this address, but no Evenkeel account uses it. If it was you, you may have signed up with another address. To sign up with this one:

${to.signUp}

${notYou}${signature}`,
  }
}

function passwordChanged(to: { forgot: string }): AccountLetter {
  return {
    subject: 'Your password was changed',
    body: `Hello,

the password of your Evenkeel account was changed just now. If this was not you, set a new one at once, which signs everybody out:

${to.forgot}${signature}`,
  }
}

/** To whoever lost phone and codes, after the operator made sure who they are. */
export function twoFactorsResetLetter(to: { name: string }): AccountLetter {
  return {
    subject: 'Your second factor was taken away',
    body: `Hello ${to.name},

our staff took the second factor from your Evenkeel account, since you asked for it. You were signed out everywhere; at your next sign-in you set up an authenticator app anew.

If you did not ask for this, set a new password at once and answer this letter.${signature}`,
  }
}

export function passkeyAddedLetter(): AccountLetter {
  return {
    subject: 'A passkey was added to your account',
    body: `Hello,

a passkey was added to your Evenkeel account just now; with it one signs in without a password. If this was you, all is well.

If it was not, sign in at once, remove it under Security, sign out all other devices, and change your password.${signature}`,
  }
}

export function passkeyRemovedLetter(): AccountLetter {
  return {
    subject: 'A passkey was removed from your account',
    body: `Hello,

a passkey was removed from your Evenkeel account just now; it opens nothing any more. If this was you, all is well.

If it was not, sign in at once, sign out all other devices under Security, and change your password.${signature}`,
  }
}

export function passkeyStoppedLetter(): AccountLetter {
  return {
    subject: 'A passkey of yours was stopped',
    body: `Hello,

somebody tried to sign in to your Evenkeel account with what seems to be a copy of a passkey of yours. They were refused, and that passkey opens nothing any more.

Sign in another way, remove it under Security, and add a new one. If nothing else opens your account, an owner of your practice or our staff can help.${signature}`,
  }
}

/** To somebody who gave the account another authenticator app. */
export function appReplacedLetter(): AccountLetter {
  return {
    subject: 'Your authenticator app was replaced',
    body: `Hello,

your Evenkeel account now asks for the codes of another authenticator app; those of the former one count no more. If this was you, all is well.

If it was not, answer this letter at once.${signature}`,
  }
}

/** To a member whose second factor an owner of their practice took away. */
export function factorTakenLetter(to: { name: string; practiceName: string }): AccountLetter {
  return {
    subject: 'Your second factor was taken away',
    body: `Hello ${to.name},

an owner of ${to.practiceName} took the second factor from your Evenkeel account, since your phone was lost. You were signed out everywhere; at your next sign-in you set up a new one. Your password is as it was.

If you did not ask for this, set a new password at once and speak with the practice.${signature}`,
  }
}

function confirmNewAddress(to: { link: string }): AccountLetter {
  return {
    subject: 'Confirm your new e-mail address',
    body: `Hello,

somebody asked to use this address for their Evenkeel account. To confirm it, open this link within 24 hours:

${to.link}

The link works once. ${notYou}${signature}`,
  }
}

/** To the former address, as soon as the new one holds. */
function addressChanged(): AccountLetter {
  return {
    subject: 'Your e-mail address was changed',
    body: `Hello,

your Evenkeel account now uses another e-mail address, which was confirmed. If this was not you, answer this letter at once.${signature}`,
  }
}

/** The letters about one's own account that are written in every language. */
export const english = {
  confirmAddress,
  confirmWithLogin,
  accountExists,
  resetPassword,
  noAccountToReset,
  passwordChanged,
  confirmNewAddress,
  addressChanged,
}
