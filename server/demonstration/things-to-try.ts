/** One of the ten things to try: who one is while doing it, and what the page is found by. */
export type ThingToTry = {
  id: string
  title: string
  what: string
  /** The login of the story by its e-mail; null where nobody has to be signed in. */
  as: string | null
  page: PageToFind
}

/** The page, or how it is found among what is there now. */
export type PageToFind =
  | { kind: 'page'; path: string }
  | { kind: 'session_to_confirm'; memberId: string }
  | { kind: 'session_that_ended'; memberId: string; as: 'denied' | 'taken_back' }
  | { kind: 'remittance' }

const maya = 'maya@juniper.example'
const juniper = '01960000-0000-7000-8000-000000000011'
const harborLane = '01960000-0000-7000-8000-000000000012'
const mayaId = '01960000-0000-7000-8000-000000000021'

/** In the order in which they tell the story. */
export const thingsToTry: readonly ThingToTry[] = [
  {
    id: 'confirm',
    title: 'Confirm a session and see your payday',
    what: 'Maya met a client, and it waits for her. The page says what she will be paid, and when, before she signs.',
    as: maya,
    page: { kind: 'session_to_confirm', memberId: mayaId },
  },
  {
    id: 'denied',
    title: 'Be paid for a session that the insurer denied',
    what: 'Where the money goes, and whose loss it is. Hers it is not.',
    as: maya,
    page: { kind: 'session_that_ended', memberId: mayaId, as: 'denied' },
  },
  {
    id: 'payouts',
    title: 'Read half a year of paydays',
    what: 'Each payout opens its sessions, to the cent, with a statement to keep.',
    as: maya,
    page: { kind: 'page', path: `/practice/${juniper}/payments` },
  },
  {
    id: 'calendar',
    title: 'Look at a week',
    what: 'Theo’s week at Harbor Lane, with weekly repeats that keep their hour when the clocks change.',
    as: 'theo@harborlane.example',
    page: { kind: 'page', path: `/practice/${harborLane}/calendar` },
  },
  {
    id: 'clients',
    title: 'See who is not ready, and why',
    what: 'Sam runs the group’s office: insurance, forms, card and e-mail of each client, in words.',
    as: 'sam@harborlane.example',
    page: { kind: 'page', path: `/practice/${harborLane}/clients` },
  },
  {
    id: 'client',
    title: 'Be the client',
    what: 'What did my session cost, why, and what did my insurer say about it? On a phone, too.',
    as: 'june.hathaway@mail.example',
    page: { kind: 'page', path: '/client' },
  },
  {
    id: 'queues',
    title: 'Work what waits at the operator',
    what: 'Held, rejected, denied and silent claims, each with its reason, its age and the next step.',
    as: 'robin@evenkeel.example',
    page: { kind: 'page', path: '/operations' },
  },
  {
    id: 'remittance',
    title: 'Check an insurer’s payment to the cent',
    what: 'An 835 that adds up: what was paid for each claim, what was kept back, and the deposit it came with.',
    as: 'teddy@evenkeel.example',
    page: { kind: 'remittance' },
  },
  {
    id: 'treasury',
    title: 'See who pays for the wait',
    what: 'What each insurer owes by age, and the operator’s own money that the next payday needs.',
    as: 'nora@evenkeel.example',
    page: { kind: 'page', path: '/operations/treasury' },
  },
  {
    id: 'switchboard',
    title: 'Break something',
    what: 'Let the insurer deny, the bank return a payout, or the server die; and watch the books.',
    as: null,
    page: { kind: 'page', path: '/switchboard' },
  },
]
