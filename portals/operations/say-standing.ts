import { addDays, calendarDate } from '../../libraries/calendar/index.ts'
import { sayDay } from '../design/say-day.ts'
import { sayFamily } from '../design/say-family.ts'
import type { DeskCredential, DeskEntry, Turned } from './credentialing-queries.ts'

/** "Social worker": one of those who belong to a family. */
export function sayProfession(family: string): string {
  return sayFamily(family).replace(/s$/, '')
}

export const authorityKinds = {
  license: 'License',
  compact_privilege: 'Compact privilege',
  temporary_permit: 'Temporary permit',
}
export const vias = { direct: 'Direct', virtual_network: 'Virtual network' }
export const statuses = { active: 'In force', pending: 'Applied for', terminated: 'Ended by the payer' }

/** Periods are kept by the first day without; people read the last day with. */
export function lastDayOf(until: string | null): string | null {
  return until === null ? null : addDays(calendarDate(until), -1)
}

export function sayLastDay(until: string | null): string {
  const last = lastDayOf(until)
  return last === null ? 'no end' : sayDay(calendarDate(last))
}

/** "Wed, Jan 1, 2020 to Mon, Dec 31, 2035"; "since Wed, Jan 1, 2020". */
export function sayPeriod({ from, until }: { from: string | null; until: string | null }): string {
  if (from === null) return 'no day yet'
  const first = sayDay(calendarDate(from))
  return until === null ? `since ${first}` : `${first} to ${sayLastDay(until)}`
}

const standings: Record<DeskCredential['standing'], string> = {
  in_force: 'In force',
  held: 'In force, claims held',
  pending: 'Applied for',
  to_come: 'To come',
  ended: 'Ended',
  no_authority: 'No license in force',
  not_at_home: 'Not at home in the state',
}

export function sayStanding({ standing }: DeskCredential): string {
  return standings[standing]
}

/** What an entry is about, as short as a list may say it. */
export function sayEntry(entry: DeskEntry): string {
  switch (entry.subject) {
    case 'authority':
      return `${entry.stateName} ${authorityKinds[entry.kind ?? 'license'].toLowerCase()}`
    case 'credential':
      return `${entry.networkName} in ${entry.stateName}`
    case 'opt_in':
      return `${entry.networkName} in ${entry.stateName}, virtual network`
    case 'exclusion':
      return 'Federal exclusion'
  }
}

/** What an entry says from then on. */
export function sayEntered(entry: DeskEntry): string {
  if (entry.subject === 'opt_in') return entry.isFirst ? `Opted in, ${sayPeriod(entry)}` : `Left; ${sayPeriod(entry)}`
  if (entry.from === null && !entry.isFirst && entry.status !== 'pending') return 'Taken back: entered by mistake'
  const parts = [
    entry.status === null || entry.status === 'active' ? null : statuses[entry.status],
    entry.status === 'pending' && entry.from === null ? null : sayPeriod(entry),
    entry.number === null || !entry.isFirst ? null : `number ${entry.number}`,
    entry.subject !== 'credential' || entry.status !== 'active'
      ? null
      : entry.payerReady === null
        ? 'the payer names no day'
        : `claims from ${sayDay(calendarDate(entry.payerReady))}`,
  ]
  const said = parts.filter((part) => part !== null).join('; ')
  return said.charAt(0).toUpperCase() + said.slice(1)
}

/** The ways in which sessions turn, the gravest first. */
export const turns = ['closed', 'waits', 'asks', 'opened', 'held', 'moved'] as const
export type Turn = (typeof turns)[number]

export function turnOf({ before, after }: Turned): Turn {
  if (after.outcome === 'not_billable') return 'closed'
  if (after.outcome === 'needs_information') return 'asks'
  const wasOpen = before.outcome === 'billable' || before.outcome === 'billable_held'
  if (after.outcome === 'billable_held')
    return wasOpen && before.outcome === 'billable' ? 'waits' : wasOpen ? 'moved' : 'held'
  return before.outcome === 'billable' ? 'moved' : 'opened'
}

export const turnWords: Record<Turn, (count: string) => string> = {
  closed: (count) => `${count} can no longer be billed`,
  waits: (count) => `${count} can be billed, and must wait for the payer now`,
  asks: (count) => `${count} can only be billed once more is known`,
  opened: (count) => `${count} can be billed`,
  held: (count) => `${count} can be confirmed, and must wait for the payer`,
  moved: (count) => `${count} can be billed as before, by another route or from another day`,
}
