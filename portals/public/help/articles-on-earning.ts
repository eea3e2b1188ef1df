import type { Article } from './article.ts'

export const articlesOnEarning: readonly Article[] = [
  {
    slug: 'how-evenkeel-earns',
    topic: 'earning',
    title: 'How Evenkeel earns',
    summary: 'Free for practices and clients. We keep a share of what an insurer pays, after your pay has been set.',
    keeps: ['free-of-charge', 'share-after-your-rate', 'share-by-contract', 'where-the-share-goes'],
    parts: [
      {
        kind: 'text',
        text: 'Joining costs nothing, staying costs nothing, and there is no fee hidden in between: not for practices, and not for clients. A client pays what their plan asks of them, and nothing to us.',
      },
      { kind: 'heading', text: 'Your rate first, our share second' },
      {
        kind: 'text',
        text: 'With each insurer we hold a contract that says what a session pays. Out of it your rate is set first. What the contract leaves beyond your rate is our share: a small part of the insurer’s payment for a session that could be billed, and only where the contract allows one.',
      },
      {
        kind: 'text',
        text: 'So our share differs from contract to contract. Under a weak contract it can be nothing, and where the contract pays less than your rate we add the difference. Your rate is the same either way. Try it:',
      },
      { kind: 'share' },
      { kind: 'heading', text: 'Where our share goes' },
      {
        kind: 'list',
        items: [
          'Credentialing, and the work with plans that opens and keeps contracts.',
          'Claims and support with billing: sending, following up, correcting.',
          'Reliable payments: money for your payday before the insurer has paid, and for claims that are denied.',
          'Tools and systems: what you are looking at, and what runs behind it.',
          'The people who do all this.',
        ],
      },
      {
        kind: 'text',
        text: 'What came in and where it went, for the whole network, stands on our first page, added up from the books.',
      },
    ],
  },
  {
    slug: 'how-you-are-paid',
    topic: 'earning',
    title: 'How and when you are paid',
    summary: 'Twice a month on fixed days, whether or not the insurer has paid. A denied claim is our loss.',
    keeps: ['paid-on-schedule', 'april-8', 'denial-is-our-loss'],
    parts: [
      {
        kind: 'text',
        text: 'A session that you confirm from the 1st to the 15th is paid on the last day of that month; one confirmed later is paid on the 15th of the next. Where banks are closed on that day, the money arrives on the banking day before.',
      },
      { kind: 'heading', text: 'A session of 8 April' },
      {
        kind: 'text',
        text: 'You see a client on 8 April and confirm the session at once. On 30 April you are paid. The insurer pays in June, in July, or never: you keep the money. Choose a day of your own and what the insurer does:',
      },
      { kind: 'payday' },
      { kind: 'heading', text: 'Why it does not depend on the insurer' },
      {
        kind: 'text',
        text: 'Insurers take weeks to answer, and sometimes months. We pay you from our own money on your payday and wait in your place.',
      },
      {
        kind: 'text',
        text: 'If the claim is denied, that is our loss and not yours. You need not send anything again: correcting and appealing a claim is our work. If an insurer takes a payment back a year later, that is between us and the insurer too.',
      },
      {
        kind: 'text',
        text: 'On each session’s page, “Explain everything” shows every payment, every posting in the books and every file, with the day on which it happened.',
      },
    ],
  },
  {
    slug: 'how-rates-are-made',
    topic: 'earning',
    title: 'How rates are made and negotiated',
    summary: 'By license, plan, place and service. You hear yours before you join, and we argue for better ones.',
    keeps: ['rates-vary', 'rates-before-joining', 'consultant-call', 'contracts-run-for-years', 'what-plans-want'],
    parts: [
      {
        kind: 'text',
        text: 'What a session pays you depends on four things: your license, the client’s plan, the place where the client is, and the service. Two clinicians with different licenses can be paid differently for the same hour, and one clinician differently in two states.',
      },
      {
        kind: 'text',
        text: 'A practice can ask for a call with a practice consultant. In that first call, before you join anything, the consultant tells you the rates for your practice. Once you have joined, they stand in Settings, under Rates and agreement, with the days from which they hold.',
      },
      {
        kind: 'text',
        text: 'You ask for the call on the page For practices: who you are, your license, your states and plans, and a time that suits you. What you were told is kept with its day, and you get it in writing.',
      },
      { kind: 'heading', text: 'How we negotiate' },
      {
        kind: 'text',
        text: 'Contracts with insurers often run for several years, so what we agree on has to hold for long. We argue with what a network can show over those years:',
      },
      {
        kind: 'list',
        items: [
          'Where it reaches: care in places that have too little of it.',
          'How soon an appointment can be had.',
          'How clients fare.',
          'Measures of quality that the plan itself counts.',
        ],
      },
      {
        kind: 'text',
        text: 'And we listen to what plans want: access in more areas, networks as diverse as the people they serve, clinicians for special needs, and fewer visits to emergency rooms.',
      },
      { kind: 'years' },
      {
        kind: 'text',
        text: 'Each contract has the same figures by its own years, with its rates and what it brought, before the people who negotiate it. What a contract pays stays between insurer and us; what it pays you stands in Settings, under Rates and agreement.',
      },
    ],
  },
  {
    slug: 'credentialing-and-support',
    topic: 'earning',
    title: 'Credentialing and support',
    summary: 'Getting you into a plan’s network is free and our work from start to finish.',
    keeps: ['credentialing-is-ours', 'support-and-articles'],
    parts: [
      {
        kind: 'text',
        text: 'Before an insurer pays for your sessions it must know you: that is credentialing. We do it for you from start to finish, at no cost, and faster where the plan lets us.',
      },
      {
        kind: 'text',
        text: 'While a plan has decided but not yet put you into its own system, you may already see its clients: the claim waits, and your payday does not.',
      },
      {
        kind: 'text',
        text: 'Insurance status says where you may bill and how far each application is: asked for, applied for, granted, and known to the plan’s own system. Each step is told there on its day.',
      },
      { kind: 'heading', text: 'When you need somebody' },
      {
        kind: 'text',
        text: 'People of ours answer questions about claims, payments and rates. These articles say how we earn, how we argue with insurers and how we pay; each example in them runs the rule that also runs for you.',
      },
    ],
  },
]
