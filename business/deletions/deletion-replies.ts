import { z } from 'zod'
import type { DeletionBarrier, DeletionLine } from './decide-deletion.ts'
import type { OwnDeletion } from './deletion-case-flow.ts'
import { backupWords, recordWords, sayDeletionBarrier, sayDeletionLine } from './say-deletion.ts'

const Day = z.string().describe('YYYY-MM-DD')

export const states = [
  'asked',
  'approved',
  'withdrawn',
  'declined',
  'carried_out',
  'final_proposed',
  'final_approved',
  'final_carried_out',
] as const

const records = [
  'login',
  'contact',
  'letters',
  'card_photos',
  'cards',
  'video_room',
  'insurance',
  'forms',
  'care',
  'money',
  'looks',
  'request',
] as const

export const LineReply = z.strictObject({
  record: z.enum(records),
  fate: z.enum(['now', 'kept', 'serves_others']),
  what: z.string(),
  words: z.string(),
  count: z.int().nullable().describe('How many there are of what goes; null: not counted'),
  until: Day.nullable().describe('The first day on which it may go'),
  source: z.string().nullable(),
  certainty: z.enum(['known', 'likely', 'to_verify']).nullable(),
  isLongestOfAll: z.boolean().describe('No rule of the state is known, so the longest of all states counts'),
})

export const BarrierReply = z.strictObject({
  reason: z.enum(['session_upcoming', 'balance_open', 'visit_open', 'owner_stays', 'removal_not_yet']),
  words: z.string(),
  count: z.int().nullable(),
  cents: z.int().nullable(),
  on: Day.nullable(),
})

export const OwnReply = z.strictObject({
  lines: z.array(LineReply),
  barriers: z.array(BarrierReply),
  backups: z.string(),
  answerDays: z.int().describe('Within how many days a request is answered'),
  latest: z
    .strictObject({
      id: z.uuid(),
      askedAt: z.string(),
      answerBy: Day,
      state: z.enum(states),
      words: z.string().nullable(),
      endedAt: z.string().nullable(),
    })
    .nullable(),
})

export function ownReply({ lines, barriers, latest, answerDays }: OwnDeletion): z.input<typeof OwnReply> {
  return { lines: lines.map(lineReply), barriers: barriers.map(barrierReply), backups: backupWords, answerDays, latest }
}

export function lineReply(line: DeletionLine): z.input<typeof LineReply> {
  const { record, fate } = line
  const count = line.fate === 'now' ? line.count : null
  const said = { record, fate, count, what: recordWords[record], words: sayDeletionLine(line) }
  if (line.fate !== 'kept') return { ...said, until: null, source: null, certainty: null, isLongestOfAll: false }
  const { source, certainty, isLongestOfAll } = line.rule
  return { ...said, until: line.until, source, certainty, isLongestOfAll }
}

export function barrierReply(barrier: DeletionBarrier): z.input<typeof BarrierReply> {
  const { reason } = barrier
  return {
    reason,
    words: sayDeletionBarrier(barrier),
    count: 'count' in barrier ? barrier.count : null,
    cents: 'cents' in barrier ? barrier.cents : null,
    on: 'on' in barrier ? barrier.on : 'until' in barrier ? barrier.until : null,
  }
}
