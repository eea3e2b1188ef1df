import type { Abilities } from '../world.ts'

/** What somebody may be in a practice. A member may hold several; each adds to what they may do, and none takes away. */
export const practiceRoles = ['owner', 'admin', 'biller', 'scheduler', 'supervisor', 'clinician'] as const
export type PracticeRole = (typeof practiceRoles)[number]

/** Archived members are hidden and finish what they began; removed ones are let in nowhere any more. */
export type MemberStanding = 'active' | 'archived' | 'removed'

/**
 * How far each ability can reach, from nothing on: `own` is what belongs to oneself as a clinician, `all` everybody's.
 * calendar: seeing sessions. planning: adding, moving and cancelling them, and looking after the list of clients.
 * confirming: saying what was done, with its note. clients: who they are, their insurance, where they can be billed.
 * notes: reading what was written about them. money: pay, rates and payouts. bank: where the money goes. status: licences,
 * credentials, networks. settings: places and policies of the practice. team: running it, or deciding who runs it.
 */
const reaches = {
  calendar: ['none', 'own', 'all'],
  planning: ['none', 'own', 'all'],
  confirming: ['none', 'own', 'all'],
  clients: ['none', 'own', 'all'],
  notes: ['none', 'own', 'all'],
  money: ['none', 'own', 'all'],
  bank: ['none', 'see', 'change'],
  status: ['none', 'own', 'all'],
  settings: ['none', 'change'],
  team: ['none', 'run', 'decide'],
} as const satisfies { [area in keyof Abilities]: readonly Abilities[area][] }

export type Area = keyof Abilities
export type { Abilities }
/** The least that something asks for; an area that is not named is not asked about. */
export type Needs = Partial<Abilities>

export const areas = Object.keys(reaches) as Area[]

// biome-ignore format: a table, one column for each area
const abilitiesOfRole: Record<PracticeRole, Abilities> = {
  owner:      can('all',  'all',  'all',  'all',  'all',  'all',  'change', 'all',  'change', 'decide'),
  admin:      can('all',  'all',  'none', 'all',  'none', 'all',  'see',    'all',  'change', 'run'),
  biller:     can('all',  'none', 'none', 'all',  'none', 'all',  'see',    'all',  'none',   'none'),
  scheduler:  can('all',  'all',  'none', 'all',  'none', 'none', 'none',   'all',  'none',   'none'),
  supervisor: can('all',  'none', 'none', 'all',  'all',  'none', 'none',   'all',  'none',   'none'),
  clinician:  can('own',  'own',  'own',  'own',  'own',  'own',  'none',   'own',  'none',   'none'),
}

const nothing = can('none', 'none', 'none', 'none', 'none', 'none', 'none', 'none', 'none', 'none')

// Whoever is archived confirms what took place and is paid for it, and begins nothing new.
const mostOf: Record<MemberStanding, Abilities | null> = {
  active: null,
  archived: can('own', 'none', 'own', 'own', 'own', 'own', 'none', 'own', 'none', 'none'),
  removed: nothing,
}

/** What a member may do: what any of their roles allows, within what their standing leaves. */
export function abilitiesOf(roles: readonly PracticeRole[], standing: MemberStanding = 'active'): Abilities {
  const allowed = roles.map((role) => abilitiesOfRole[role]).reduce((a, b) => join(a, b, Math.max), nothing)
  const most = mostOf[standing]
  return most === null ? allowed : join(allowed, most, Math.min)
}

/** Whether abilities reach as far as is needed, in every area that is named. */
export function allows(abilities: Abilities, needs: Needs): boolean {
  return areas.every((area) => rankOf(area, abilities[area]) >= rankOf(area, needs[area] ?? 'none'))
}

function join(a: Abilities, b: Abilities, choose: (a: number, b: number) => number): Abilities {
  const entries = areas.map((area) => [area, reaches[area][choose(rankOf(area, a[area]), rankOf(area, b[area]))]])
  return Object.fromEntries(entries) as Abilities
}

function rankOf(area: Area, reach: string): number {
  return (reaches[area] as readonly string[]).indexOf(reach)
}

function can(...reach: readonly string[]): Abilities {
  return Object.fromEntries(Object.keys(reaches).map((area, index) => [area, reach[index]])) as Abilities
}
