import type { Character } from '../demonstration.ts'
import { storyCharacters } from '../story-network.ts'

const id = (number: number) => `01960000-0000-7000-8000-${String(number).padStart(12, '0')}`

/** Who else works at the operator in the lived-in network, with what each of them looks after. */
export const livedInStaff = [
  {
    id: id(62),
    userId: id(72),
    email: 'nora@evenkeel.example',
    name: 'Nora Whitfield',
    title: 'Finance',
    what: 'keeps the money: balances, what payers owe, the next payday',
    landing: '/operations/treasury',
  },
  {
    id: id(63),
    userId: id(73),
    email: 'teddy@evenkeel.example',
    name: 'Teddy Almond',
    title: 'Consultant',
    what: 'advises practices: finds any session and explains it',
    landing: '/operations/claims',
  },
] as const

/** A client who has been coming since October, and may look at what became of it. */
const juneHathaway = {
  email: 'june.hathaway@mail.example',
  title: 'Client',
  what: 'sees Maya every Monday; what did it cost, and why?',
}

const titles: Readonly<Record<string, string>> = {
  'maya@juniper.example': 'Therapist',
  'ines@harborlane.example': 'Group owner',
  'theo@harborlane.example': 'Counselor',
  'sam@harborlane.example': 'Administrator',
  'robin@evenkeel.example': 'Biller',
}

const characters = storyCharacters.map((character) => ({ ...character, title: titles[character.email] ?? '' }))

/** Everybody whom a visitor of the lived-in network may be. */
export const livedInCharacters: readonly Character[] = [
  ...characters.filter(({ email }) => !email.endsWith('@evenkeel.example')),
  juneHathaway,
  ...characters.filter(({ email }) => email.endsWith('@evenkeel.example')),
  ...livedInStaff.map(({ email, title, what, landing }) => ({ email, title, what, landing })),
]
