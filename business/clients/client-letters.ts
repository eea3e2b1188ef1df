import type { Language } from '../visits/say-date.ts'
import * as spanish from './client-letters-in-spanish.ts'

export type ClientLetter = { subject: string; body: string }
export type Named = { practiceName: string; clinicianName: string; givenName: string }
export type Invited = Named & { link: string }
export type Transferred = Named & { formerName: string; sessions: number }

/** To somebody whom a practice added: says nothing of care, and fits whoever has an account and whoever has none. */
export function invitationLetter(told: Invited, language: Language): ClientLetter {
  if (language === 'es') return spanish.invitationLetter(told)
  const { practiceName, clinicianName, givenName, link } = told
  return {
    subject: `${practiceName} invites you to Evenkeel`,
    body: `Hello ${givenName},

${clinicianName} of ${practiceName} has added you at Evenkeel, where appointments and what they cost are kept. Open this link to begin:

${link}

If you have an account with this e-mail address, sign in: you are asked whether ${practiceName} may see your record. If you have none, sign up with this address. A later letter takes the place of this one.

If you do not know ${practiceName}, you need not do anything.

Evenkeel
`,
  }
}

/** To a client whom another clinician of the same practice put on their list. */
export function recognisedLetter(told: Named, language: Language): ClientLetter {
  if (language === 'es') return spanish.recognisedLetter(told)
  const { practiceName, clinicianName, givenName } = told
  return {
    subject: `${clinicianName} of ${practiceName} has added you`,
    body: `Hello ${givenName},

${clinicianName} of ${practiceName}, where you are a client already, now has you on their list too. Your account stays as it is, and there is nothing for you to do.

If you did not expect this, ask ${practiceName}, or answer this letter.

Evenkeel
`,
  }
}

/** To a client whom one clinician of a practice gave into the hands of another. */
export function transferLetter(told: Transferred, language: Language): ClientLetter {
  if (language === 'es') return spanish.transferLetter(told)
  const { practiceName, clinicianName, givenName, formerName, sessions } = told
  const appointments =
    sessions === 0
      ? 'No appointment was planned; the next one is planned with you.'
      : `Your ${sessions === 1 ? 'appointment' : `${sessions} appointments`} to come ${sessions === 1 ? 'stays at its time' : 'stay at their times'}, with ${clinicianName}. Sign in to see ${sessions === 1 ? 'it' : 'them'}.`
  return {
    subject: `${clinicianName} of ${practiceName} looks after you from now on`,
    body: `Hello ${givenName},

from now on ${clinicianName} of ${practiceName} looks after you in the place of ${formerName}. ${appointments}

Your account, your insurance and what was agreed stay as they are. If you did not expect this, ask ${practiceName}, or answer this letter.

Evenkeel
`,
  }
}

/** To somebody whom a grown person allows to act for them: fits whoever has an account and whoever has none. */
export function permissionLetter(told: { givenName: string }, language: Language): ClientLetter {
  if (language === 'es') return spanish.permissionLetter(told)
  return {
    subject: `${told.givenName} would like you to act for them at Evenkeel`,
    body: `Hello,

${told.givenName} allows you to act for them at Evenkeel, where appointments and what they cost are kept.

If you have an account with this e-mail address, sign in: under Account, Household, you say yes or no. If you have none, choose My portal, then Patient portal, then Sign up, and use this address.

If you do not know them, you need not do anything.

Evenkeel
`,
  }
}

/** After a check of the plan; what it found stands behind the sign-in only. */
export function insuranceCheckedLetter(told: { givenName: string }, language: Language): ClientLetter {
  if (language === 'es') return spanish.insuranceCheckedLetter(told)
  return {
    subject: 'We have checked your insurance',
    body: `Hello ${told.givenName},

we have checked the insurance that you entered. Sign in to Evenkeel to see the answer, under Account.

Evenkeel
`,
  }
}

/** The operator could not confirm what was entered; what is asked stands behind the sign-in only. */
export function insuranceQuestionLetter(told: { givenName: string }, language: Language): ClientLetter {
  if (language === 'es') return spanish.insuranceQuestionLetter(told)
  return {
    subject: 'We have a question about what you entered',
    body: `Hello ${told.givenName},

we could not confirm something that you entered, and need a word from you. Sign in to Evenkeel to read what it is, under Checklist. It takes a few minutes.

Evenkeel
`,
  }
}
