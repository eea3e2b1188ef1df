/** Plain letters about who works where; nothing of care, one link at most. */
type Letter = { subject: string; body: string }

export function teamInvitationLetter(to: {
  name: string
  practiceName: string
  by: string
  as: string
  link: string
  until: string
}): Letter {
  return {
    subject: `${to.practiceName} invites you to Evenkeel`,
    body: `Hello ${to.name},

${to.by} of ${to.practiceName} asks you to join its team at Evenkeel: ${to.as}.

Open this link until ${to.until} and choose a password, or enter the one you have here already:

${to.link}

The link works once, and for this e-mail address alone. If you do not know ${to.practiceName}, you need not do anything.

Evenkeel
`,
  }
}

export function accessRequestedLetter(to: { name: string }): Letter {
  return {
    subject: 'Your request for access to a practice',
    body: `Hello ${to.name},

we have your request to work in a practice's office at Evenkeel. We find the practice and ask its owner; you hear from us when the owner has answered. Sign in to see how it stands.

Evenkeel
`,
  }
}

export function accessAnsweredLetter(to: { name: string; practiceName: string; approved: boolean }): Letter {
  const words = to.approved
    ? `the owner of ${to.practiceName} has agreed: you are an administrator there. Sign in with the login you have; your practice opens first, and your own account as a client stays as it is.`
    : `the owner of ${to.practiceName} has not agreed to your request. If you think that is a mistake, speak with the practice.`
  return { subject: 'Your request for access to a practice', body: `Hello ${to.name},\n\n${words}\n\nEvenkeel\n` }
}
