import type { Article } from './article.ts'

export const articlesOnBilling: readonly Article[] = [
  {
    slug: 'where-your-client-is',
    topic: 'billing',
    title: 'Where your client is decides',
    summary: 'You need a license and a credential in the state where the client is during the session.',
    keeps: ['client-location-decides', 'no-other-place-matters', 'licensed-and-credentialed'],
    parts: [
      {
        kind: 'text',
        text: 'You can bill a session when, in the state where your client physically is at that hour, you are licensed and you are credentialed through us with the client’s plan. Where you sit does not matter, and where the client lives does not either.',
      },
      {
        kind: 'text',
        text: 'Both are needed. A license alone opens no plan, and a credential in one state opens no other.',
      },
      { kind: 'heading', text: 'California and New York' },
      {
        kind: 'text',
        text: 'You hold licenses in California and New York, and you are credentialed with the plan in California. So you see its clients while they are in California, and not while they are in New York.',
      },
      {
        kind: 'billing',
        name: 'A client in New York',
        story: 'Licensed in California and New York, credentialed with Aetna in California only.',
        facts: { client: 'NY/36061', plan: 'aetna', licensed: 'CA; NY', credentialed: 'aetna CA' },
        says: { outcome: 'not_billable', because: 'not_credentialed_in_state' },
      },
    ],
  },
  {
    slug: 'recording-a-location',
    topic: 'billing',
    title: 'Recording where a client is',
    summary: 'A telehealth session needs the client’s address: for care, for the claim, and for your pay.',
    keeps: ['location-recorded', 'new-location', 'address-on-file', 'guidance-per-place'],
    parts: [
      {
        kind: 'text',
        text: 'To confirm a telehealth session you choose the place where the client was, with its address. It is there for three reasons: so that care is lawful and help could be sent, so that the claim goes to the right insurer, and so that nothing stands between the session and your pay.',
      },
      { kind: 'heading', text: 'Adding a place' },
      {
        kind: 'list',
        items: [
          'You: open Clients, choose the client, and press New location.',
          'Your client: in their own account, under Locations, New location.',
        ],
      },
      { kind: 'heading', text: 'The county' },
      {
        kind: 'text',
        text: 'We read the county from the ZIP code. Only where a ZIP code lies in several counties, and a Blue plan differs between them, you are asked which it is. In two counties of Virginia two Blue plans share the land along a road; there a person says which of them serves the address, and we keep who said it, when, and how they knew. What was confirmed before stays as it was.',
      },
      {
        kind: 'billing',
        name: 'Fairfax County, which a road divides',
        story: 'A member of Blue Cross NC with BlueCard is near Fairfax; you are credentialed with CareFirst there.',
        facts: { client: 'VA/51059', plan: 'bcbs-nc BlueCard', licensed: 'VA', credentialed: 'carefirst VA' },
        says: { outcome: 'needs_information', because: 'service_area_boundary' },
      },
      { kind: 'heading', text: 'What you see then' },
      {
        kind: 'text',
        text: 'On the client’s page, Billing method shows one box for each place that is possible: every location of your practice, and every place where the client may join from. Each says whether a session there can be billed, by which route, why, and what would change it.',
      },
    ],
  },
  {
    slug: 'blue-plans',
    topic: 'billing',
    title: 'Blue plans at home and away',
    summary: 'Three ways: the home plan, BlueCard through the local Blue, and a plan’s virtual network.',
    keeps: ['blue-home-plan', 'bluecard', 'virtual-network', 'virtual-network-nobody-else', 'virtual-opt-in'],
    parts: [
      {
        kind: 'text',
        text: 'Blue Cross and Blue Shield are many companies, each with an area of its own: a state, some counties, in places the part of a county on one side of a road. Which of them counts for you depends on where the client is.',
      },
      { kind: 'heading', text: 'At home: their own plan' },
      {
        kind: 'text',
        text: 'While the client is in the area of their own Blue plan, you need a credential with that very plan, in that state. Another Blue of the same state does not do.',
      },
      {
        kind: 'billing',
        name: 'A client at home in California',
        story: 'The client’s plan is Blue Shield of California; you are credentialed with Anthem Blue Cross there.',
        facts: { client: 'CA', plan: 'bsca BlueCard', licensed: 'CA', credentialed: 'anthem-ca CA' },
        says: { outcome: 'not_billable', because: 'bluecard_not_in_home_area' },
      },
      { kind: 'heading', text: 'Away: BlueCard' },
      {
        kind: 'text',
        text: 'When the client is outside the area of their plan, and the plan takes part in BlueCard, you may bill through the Blue plan of the place where they are, if you are licensed there and credentialed with that local Blue.',
      },
      {
        kind: 'billing',
        name: 'A North Carolina member in New York',
        story: 'A member of Blue Cross NC with BlueCard is in Manhattan; you are credentialed with Anthem there.',
        facts: { client: 'NY/36061', plan: 'bcbs-nc BlueCard', licensed: 'NY', credentialed: 'anthem-ny NY' },
        says: { outcome: 'billable', because: 'bluecard_local_plan' },
      },
      {
        kind: 'text',
        text: 'It holds while they are in New York. Back in North Carolina the home plan counts again: change the place and see.',
      },
      { kind: 'heading', text: 'The virtual network' },
      {
        kind: 'text',
        text: 'Some plans keep a virtual network in states that are not theirs. You join it yourself, for a state in which you are licensed. Then you may see that plan’s members while they are in that state, even without the local Blue, and nobody else’s members.',
      },
      {
        kind: 'billing',
        name: 'A Massachusetts member in Texas',
        story: 'You are licensed in Texas and have joined the virtual network of Blue Cross of Massachusetts there.',
        facts: { client: 'TX', plan: 'bcbs-ma', licensed: 'TX', credentialed: 'bcbs-ma TX virtual' },
        says: { outcome: 'billable', because: 'virtual_network' },
      },
      {
        kind: 'text',
        text: 'You opt in under Insurance status, Virtual networks. Before you do, the page says from which day it holds and what it opens.',
      },
    ],
  },
  {
    slug: 'travel-commutes-and-moves',
    topic: 'billing',
    title: 'Vacations, commutes and moves',
    summary: 'Each session is asked about by itself: where is the client at that hour?',
    keeps: ['vacation', 'travel-and-commute', 'move-for-good', 'boards-decide'],
    parts: [
      { kind: 'heading', text: 'On vacation' },
      {
        kind: 'text',
        text: 'A client on vacation in another state is in that state. You need a license there. Some boards let you practice for a short time without one; each board has rules of its own, on continuing education too, and checking them is yours to do. Ask the board of that state before you meet; Insurance status leads to where the boards are listed.',
      },
      {
        kind: 'billing',
        name: 'A week in Florida',
        story: 'Licensed and credentialed with Aetna in New Jersey; the client is in Florida for a week.',
        facts: { client: 'FL', plan: 'aetna', licensed: 'NJ', credentialed: 'aetna NJ' },
        says: { outcome: 'not_billable', because: 'not_licensed_in_state' },
      },
      { kind: 'heading', text: 'Commuting' },
      {
        kind: 'text',
        text: 'A client who lives in one state and works in another may join from either, as long as you may bill in the state where they are at that hour. Choose the place for each session.',
      },
      {
        kind: 'billing',
        name: 'Lives in New Jersey, joins from the office in New York',
        story: 'Licensed and credentialed with Aetna in both states.',
        facts: { client: 'NY/36061', plan: 'aetna', licensed: 'NJ; NY', credentialed: 'aetna NJ; aetna NY' },
        says: { outcome: 'billable', because: 'credentialed_in_state' },
      },
      { kind: 'heading', text: 'Moving for good' },
      {
        kind: 'text',
        text: 'When a client moves, you need a license and a credential in the new state. If you do not want them, refer the client to somebody there who takes the plan: a good ending is care too.',
      },
      {
        kind: 'billing',
        name: 'Moved from California to Oregon',
        story: 'Licensed and credentialed with Aetna in California; the client lives in Oregon now.',
        facts: { client: 'OR', plan: 'aetna', licensed: 'CA; OR', credentialed: 'aetna CA' },
        says: { outcome: 'not_billable', because: 'not_credentialed_in_state' },
      },
      {
        kind: 'text',
        text: 'Before a client travels or moves, What if shows on a map where they could be seen, why not elsewhere, and who in the network could see them there: in your practice or in another.',
      },
      {
        kind: 'text',
        text: 'Each answer that says no also says what would change it, with the button that starts it: the licensing board of the state, what is known of practicing there for a while, asking us for a credential, or who could take the client over.',
      },
    ],
  },
  {
    slug: 'emergencies-out-of-state',
    topic: 'billing',
    title: 'An emergency in another state',
    summary: 'A crisis may be billed where routine care may not, case by case, if three things are written down.',
    keeps: ['crisis-out-of-state', 'crisis-as-crisis', 'crisis-told', 'crisis-address'],
    parts: [
      {
        kind: 'text',
        text: 'A client in a crisis calls from a state in which you hold no license. Helping comes first. Such a session may be billed as an exception, looked at case by case, when all of this is there:',
      },
      {
        kind: 'list',
        items: [
          'It is billed as a crisis session, with the crisis code 90839.',
          'Four questions are answered: what the presenting risk was, what you did, whom you engaged, how it ended.',
          'The exact address at which the client was at that moment is recorded.',
        ],
      },
      { kind: 'heading', text: 'What a record must say' },
      {
        kind: 'text',
        text: 'The page tells you on the spot when an answer says nothing: empty, “n/a”, one letter over and over, or a copy of another answer. Write here what you like and see.',
      },
      { kind: 'crisis' },
      { kind: 'heading', text: 'With and without its story' },
      {
        kind: 'billing',
        name: 'A crisis in Florida',
        story: 'Licensed and credentialed with Aetna in New Jersey; the client is in Florida, in crisis.',
        facts: { client: 'FL', plan: 'aetna', licensed: 'NJ', credentialed: 'aetna NJ', crisis: 'told' },
        says: { outcome: 'billable', because: 'crisis_exception' },
      },
      {
        kind: 'text',
        text: 'A person of ours reads each such record afterwards and says that it is in order, or what must follow; you see it on the session’s page. Your payday stays the same whatever they find.',
      },
    ],
  },
]
