import type { CallConflict } from '../../business/joining/call-conflicts.ts'
import type { FollowUpWhy } from '../../business/joining/follow-ups-of.ts'
import type { CalendarDate } from '../../libraries/calendar/index.ts'
import { sayDayFrom } from '../design/say-day.ts'
import type { Application, FollowUp } from './joining-queries.ts'

export function sayJoiningKind({ kind, clinicians }: Pick<Application, 'kind' | 'clinicians'>): string {
  if (kind === 'solo') return 'Solo practice'
  const many = `${clinicians} clinicians`
  return kind === 'new_group' ? `New group, ${many}` : `Solo becoming a group, ${many}`
}

const states: Record<Application['state'], string> = {
  call_booked: 'A call is booked',
  no_call: 'The call was called off',
  call_passed: 'The call has passed',
  rates_told: 'Rates are told',
  opened: 'Open',
  closed: 'Closed',
}

export function sayJoiningState(state: Application['state']): string {
  return states[state]
}

const deeds: Record<string, string> = {
  noted: 'Note',
  call_held: 'Call held',
  call_missed: 'Nobody answered',
  closed: 'Closed',
  call_changed: 'Call changed',
  sent_again: 'Form sent again',
  followed_up: 'Followed up',
}

export function sayStep(deed: string): string {
  return deeds[deed] ?? deed
}

const whys: Record<FollowUpWhy, string> = {
  call_passed: 'The call has passed: write down how it went',
  call_held: 'The call was held: tell the rates in writing',
  call_missed: 'No call took place: call again',
  quote_sent: 'The rates were sent: ask what they think',
  stands_still: 'Nothing has happened: ask how it stands',
  set_by_hand: 'Set by you',
}

export function sayFollowUp({ why, words }: Pick<FollowUp, 'why' | 'words'>): string {
  return words ?? whys[why]
}

/** "Due today", "Overdue since Mon, Apr 13", "Mon, Apr 20". */
export function sayDue({ standing, dueOn }: Pick<FollowUp, 'standing' | 'dueOn'>, today: CalendarDate): string {
  if (standing === 'due_today') return 'Due today'
  return standing === 'overdue' ? `Overdue since ${sayDayFrom(today, dueOn)}` : sayDayFrom(today, dueOn)
}

const becauses: Record<FollowUp['because'], string> = {
  owner: '',
  owner_away: ', whose colleague is away',
  owner_left: ', whose colleague has left',
  no_owner: ', since nobody has called yet',
  nobody_here: '',
}

export function sayWhose({ memberName, because }: Pick<FollowUp, 'memberName' | 'because'>): string {
  return memberName === null ? 'Nobody is here: take it' : `${memberName}${becauses[because]}`
}

const conflicts: Record<CallConflict, string> = {
  consultant_away: 'falls on a time away',
  outside_hours: 'lies outside the hours',
  calls_overlap: 'overlaps another call',
}

export function sayConflict(why: CallConflict): string {
  return conflicts[why]
}
