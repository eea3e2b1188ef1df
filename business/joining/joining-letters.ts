type Letter = { subject: string; body: string }

/** To whoever sent the interest form: when the call is, and where they see what comes next. */
export function interestLetter(to: { name: string; consultant: string; when: string; link: string }): Letter {
  return {
    subject: `Your call with ${to.consultant} of Evenkeel`,
    body: `Hello ${to.name},

thank you for your interest. ${to.consultant}, your practice consultant, calls you on ${to.when}, and tells you in that call what you would be paid for each service.

What comes next, step by step:

${to.link}

The page is for you alone; do not pass this letter on. Joining costs nothing, and nothing is decided by the call.

Evenkeel
`,
  }
}

export function openedLetter(to: { name: string; practiceName: string; link: string; until: string }): Letter {
  return {
    subject: `${to.practiceName} is open at Evenkeel`,
    body: `Hello ${to.name},

your practice is open. Open this link until ${to.until} and choose a password, or enter the one you have here already:

${to.link}

A short checklist waits for you there: profile, license, NPI, malpractice insurance, CAQH, bank account, agreement.

Evenkeel
`,
  }
}
