import type { Application } from './joining-queries.ts'

export function sayJoiningKind({ kind, clinicians }: Pick<Application, 'kind' | 'clinicians'>): string {
  if (kind === 'solo') return 'Solo practice'
  const many = `${clinicians} clinicians`
  return kind === 'new_group' ? `New group, ${many}` : `Solo becoming a group, ${many}`
}

const states: Record<Application['state'], string> = {
  call_booked: 'A call is booked',
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
}

export function sayStep(deed: string): string {
  return deeds[deed] ?? deed
}
