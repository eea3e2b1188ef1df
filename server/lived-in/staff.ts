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
    what: 'keeps the money: balances, what payers owe, the next payday',
    landing: '/operations/treasury',
  },
  {
    id: id(63),
    userId: id(73),
    email: 'teddy@evenkeel.example',
    name: 'Teddy Almond',
    what: 'advises practices: finds any session and explains it',
    landing: '/operations/claims',
  },
] as const

/** Everybody whom a visitor of the lived-in network may be. */
export const livedInCharacters: readonly Character[] = [
  ...storyCharacters,
  ...livedInStaff.map(({ email, what, landing }) => ({ email, what, landing })),
]
