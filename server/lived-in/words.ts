import { inesId, type LivedInClient } from './clients.ts'

const notes = [
  'Reviewed the week and the sleep diary; practised a breathing exercise for the evenings.',
  'Worked on worry about the job: listed what can be changed and what cannot, agreed on one small step.',
  'Talked through a conflict at home; role-played how to begin the conversation.',
  'Mood steadier than last time. Kept to the activity plan and adjusted two items.',
  'Looked at thoughts that come before panic; rehearsed staying with the feeling until it passes.',
  'Grief work: spoke about the anniversary, planned the day and whom to call.',
  'Went over the exposure ladder; the next rung is the short train ride.',
  'Noticed early signs of a relapse together and wrote down what helped in spring.',
]

const visits = [
  'Sleep better, appetite unchanged, no side effects named. Dose stays; back in two weeks.',
  'Mood improved, some restlessness in the mornings; moved the dose to the evening.',
  'Attention steady at work; blood pressure taken at home is in range. No change.',
  'Reviewed the taper plan; no withdrawal complaints so far.',
]

/** A short note of a session: invented, and nobody’s. */
export function noteFor(client: LivedInClient, chance: number): string {
  const of = client.clinicianId === inesId ? visits : notes
  return of[Math.floor(chance * of.length)] ?? ''
}

type Code = { code: string; modifiers: string[]; units: number }

/** What is billed for a client's n-th session of so many minutes. */
export function codesFor(client: LivedInClient, number: number, minutes: number): Code[] {
  const one = (code: string): Code => ({ code, modifiers: [], units: 1 })
  if (client.clinicianId === inesId) return number % 3 === 0 ? [one('99214')] : [one('99213')]
  if (minutes < 38) return [one('90832')]
  return minutes < 53 ? [one('90834')] : [one('90837')]
}
