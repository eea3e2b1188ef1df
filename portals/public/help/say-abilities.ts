import { type Abilities, type Area, areas, type PracticeRole } from '../../../business/practices/abilities-of.ts'

type Words = { [area in Area]: Partial<Record<Abilities[area], string>> }

const may: Words = {
  calendar: { own: 'see their own sessions', all: 'see everybody’s sessions' },
  planning: { own: 'plan in their own calendar', all: 'plan in every calendar, and look after the list of clients' },
  confirming: { own: 'confirm their own sessions', all: 'confirm anybody’s sessions' },
  clients: { own: 'see their own clients and their insurance', all: 'see every client and their insurance' },
  notes: { own: 'read their own notes', all: 'read every note' },
  money: { own: 'see their own pay', all: 'see all money' },
  bank: { see: 'see where the money goes', change: 'change the bank account' },
  status: { own: 'see where they may bill', all: 'see where everybody may bill' },
  settings: { change: 'change places and policies of the practice' },
  team: { run: 'add and archive people', decide: 'decide who administers' },
}

const mayNot: Partial<Record<Area, string>> = {
  confirming: 'confirm sessions',
  notes: 'read notes',
  money: 'see money',
  bank: 'see the bank account',
  team: 'change who works here',
}

/** What abilities come to in words, and what of the weightier things they do not reach. */
export function sayAbilities(abilities: Abilities): { may: string[]; mayNot: string[] } {
  const wordsOf = (area: Area) => (may[area] as Record<string, string>)[abilities[area]]
  return {
    may: areas.flatMap((area) => wordsOf(area) ?? []),
    mayNot: areas.flatMap((area) => (abilities[area] === 'none' ? (mayNot[area] ?? []) : [])),
  }
}

/** The roles of the example, as the reader finds them: the one whom most groups ask about. */
export const rolesAsked: readonly PracticeRole[] = ['admin']
