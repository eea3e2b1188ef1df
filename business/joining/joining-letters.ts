type Letter = { subject: string; body: string }
type ToApplicant = { name: string; consultant: string; when: string; callLink: string }

/** To whoever sent the interest form: when the call is, and where they see what comes next. */
export function interestLetter(to: ToApplicant & { link: string }): Letter {
  return {
    subject: `Your call with ${to.consultant} of Evenkeel`,
    body: `Hello ${to.name},

thank you for your interest. ${to.consultant}, your practice consultant, calls you on ${to.when}, and tells you in that call what you would be paid for each service.

What comes next, step by step:

${to.link}

To move the call, to call it off, or to put it into your calendar:

${to.callLink}

These pages are for you alone; do not pass this letter on. Joining costs nothing, and nothing is decided by the call.

Evenkeel
`,
  }
}

/** To whoever sent the form again while their application is open: nothing is done twice, and they choose between two calls. */
export function sentAgainLetter(to: ToApplicant & { link: string; sentOn: string; standsOn: string | null }): Letter {
  const choice =
    to.standsOn === null
      ? `${to.consultant} calls you on ${to.when}. To move that call or to call it off:`
      : `Your call with ${to.consultant} stays on ${to.standsOn}. The time that you chose now, ${to.when}, is held for you beside it. To take it instead, or to let it go:`
  return {
    subject: 'We have your form already',
    body: `Hello ${to.name},

you sent us the form on ${to.sentOn}, and that application is open: what you wrote now was added to it, and nothing begins a second time.

${choice}

${to.callLink}

What comes next, step by step:

${to.link}

If it was not you who sent the form again, do nothing.

Evenkeel
`,
  }
}

/** To the applicant, whoever moved the call; what they use from now on is this letter's link. */
export function callMovedLetter(to: ToApplicant): Letter {
  return {
    subject: `Your call with ${to.consultant} of Evenkeel has a new time`,
    body: `Hello ${to.name},

${to.consultant} calls you on ${to.when}.

To move the call, to call it off, or to put it into your calendar:

${to.callLink}

The links of earlier letters no longer change it.

Evenkeel
`,
  }
}

export function callOffLetter(to: ToApplicant): Letter {
  return {
    subject: `Your call with ${to.consultant} of Evenkeel does not take place`,
    body: `Hello ${to.name},

the call on ${to.when} does not take place. Your application stays open. To choose another time:

${to.callLink}

Evenkeel
`,
  }
}

const newsOfCall = {
  booked: 'An applicant booked a call with you',
  moved: 'An applicant moved a call with you',
  cancelled: 'An applicant called off a call with you',
}

/** To the consultant; who the applicant is stands on the page, not in the letter. */
export function consultantCallLetter(news: keyof typeof newsOfCall, to: { when: string; link: string }): Letter {
  return {
    subject: newsOfCall[news],
    body: `${newsOfCall[news]}: ${to.when}.

${to.link}

Evenkeel
`,
  }
}

/** To a consultant in the morning: how much is due, and where it stands. It names nobody. */
export function followUpLetter(to: { dueToday: number; overdue: number; link: string }): Letter {
  const many = (count: number) => (count === 1 ? 'one follow-up' : `${count} follow-ups`)
  const parts = [
    ...(to.dueToday > 0 ? [`${many(to.dueToday)} due today`] : []),
    ...(to.overdue > 0 ? [`${many(to.overdue)} overdue`] : []),
  ]
  return {
    subject: `Follow-ups: ${parts.join(', ')}`,
    body: `You have ${parts.join(' and ')}:

${to.link}

Evenkeel
`,
  }
}

/** To an owner: a paper of the practice is looked at, asked for again, or ends. It says not whose and not what stands in it. */
export function documentLetter(
  news: { kind: 'asked_again' } | { kind: 'ends'; on: string },
  to: { what: string; link: string },
): Letter {
  const subject =
    news.kind === 'ends' ? `A ${to.what} of your practice ends on ${news.on}` : `Please send a ${to.what} again`
  const body =
    news.kind === 'ends'
      ? `A ${to.what} that we have of your practice is in force until ${news.on}. Send us the one that follows it before that day, so that nothing is held:`
      : `We looked at the ${to.what} that you sent and ask for it again. Why stands beside it:`
  return { subject, body: `${body}\n\n${to.link}\n\nEvenkeel\n` }
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
