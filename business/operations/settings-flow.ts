import { type CalendarDate, dateIn, dateInWords } from '../../libraries/calendar/index.ts'
import { retryRules, succeedRetryRule } from '../charges/index.ts'
import { answerLimits, succeedAnswerLimit } from '../claims/index.ts'
import type { AnswerLimitName } from '../claims/limit-of.ts'
import { payersAll, paySchedules, succeedPaySchedule } from '../contracts/index.ts'
import { checkSchedule } from '../payouts/check-schedule.ts'
import { type PaySchedule, paymentWindow } from '../payouts/payment-window.ts'
import type { AbsorptionDeadline } from '../remittances/absorption-due.ts'
import { absorptionDeadlineSources, succeedAbsorptionDeadline } from '../remittances/index.ts'
import { succeedTimeLimit, timeLimits } from '../sessions/index.ts'
import type { Db, World } from '../world.ts'
import type { Setting, SettingPeriod, SettingPreview, SettingValue } from './dated-setting.ts'
import { saySetting } from './say-setting.ts'

const limitNames: Readonly<Record<string, readonly [name: string, counts: string]>> = {
  confirm_within: ['A session may be confirmed for', 'sessions from that day on'],
  correct_within: ['A confirmation may be corrected for', 'confirmations from that day on'],
  share_increase_notice: ['A raised share is charged after', 'answers from that day on'],
}
const answerNames: Record<AnswerLimitName, readonly [name: string, counts: string]> = {
  acknowledgement: ['A payer acknowledges a claim within', 'claims sent from that day on'],
  answer: ['A payer answers a claim within', 'claims sent from that day on'],
  filing: ['A claim may be filed for', 'days of service from that day on'],
  filing_alarm: ['A held claim is told before its limit by', 'days of service from that day on'],
  appeal: ['A denial may be appealed for', 'answers from that day on'],
}
const lossNames: Record<AbsorptionDeadline['kind'], readonly [name: string, counts: string]> = {
  underpaid: ['What was underpaid is our loss after', 'answers from that day on'],
  denied: ['A denial is our loss after', 'answers from that day on'],
  silent: ['Silence is our loss after', 'claims sent from that day on'],
}

/** Every dated setting of the operator, with every value in its period and where it comes from. */
export async function settings(db: Db): Promise<Setting[]> {
  const payers = new Map((await payersAll(db)).map(({ id, name }) => [id, name]))
  const ofSessions = (await timeLimits(db)).map((row) => {
    const [name, counts] = limitNames[row.name] ?? [row.name.replaceAll('_', ' '), 'from that day on']
    return { id: `time_limit ${row.name}`, group: 'Sessions', name, counts, row, value: count(row.value, row.unit) }
  })
  const limits = await answerLimits(db)
  const ofPayers = [...limits.filter((row) => !isOwnFiling(row)), ...filingOf(limits, [...payers.keys()])].map(
    (row) => {
      const [general, counts] = answerNames[row.name]
      const name = row.payerId === '' ? general : `${payers.get(row.payerId) ?? row.payerId}: ${general.toLowerCase()}`
      const id = `answer_limit ${row.name} ${row.payerId}`.trim()
      return { id, group: 'Payers', name, counts, row, value: count(row.days, 'days') }
    },
  )
  const ofLosses = (await absorptionDeadlineSources(db)).map((row) => {
    const [name, counts] = lossNames[row.kind]
    return { id: `absorption ${row.kind}`, group: 'Losses', name, counts, row, value: count(row.days, 'days') }
  })
  const ofCards = (await retryRules(db)).map((row) => {
    const { hoursBetween, attemptsAtMost } = row
    const value = { kind: 'retry' as const, hoursBetween, attemptsAtMost }
    return {
      id: 'retry',
      group: 'Cards',
      name: 'A declined card is tried again',
      counts: 'tries from that day on',
      row,
      value,
    }
  })
  const ofPay = (await paySchedules(db)).map((row) => {
    const value = { kind: 'schedule' as const, schedule: row.schedule }
    return {
      id: 'pay_schedule',
      group: 'Pay',
      name: 'Practices are paid',
      counts: 'confirmations from that day on',
      row,
      value,
    }
  })
  const all = [...ofPay, ...ofSessions, ...ofPayers, ...ofLosses, ...ofCards]
  return [...Map.groupBy(all, ({ id }) => id).values()].map((same) => {
    const [{ id, group, name, counts } = { id: '', group: '', name: '', counts: '' }] = same
    const periods = same.map(({ row, value }) => periodOf(row, value))
    return { id, group, name, counts, periods: periods.toSorted((a, b) => (a.from < b.from ? -1 : 1)) }
  })
}

type Limit = Awaited<ReturnType<typeof answerLimits>>[number]

const isOwnFiling = ({ name, payerId }: Limit) => name === 'filing' && payerId !== ''

/** How long each payer takes claims: the general limit, until one of the payer's own begins. */
function filingOf(limits: readonly Limit[], payerIds: readonly string[]): Limit[] {
  const general = limits.filter(({ name, payerId }) => name === 'filing' && payerId === '')
  return payerIds.flatMap((payerId) => {
    const own = limits.filter((limit) => limit.name === 'filing' && limit.payerId === payerId)
    const first = own.map(({ from }) => from).sort()[0] ?? null
    const before = general.filter(({ from }) => first === null || from < first)
    const inherited = before.map((limit) => ({
      ...limit,
      payerId,
      until: first !== null && (limit.until === null || limit.until > first) ? first : limit.until,
      source: `The limit for every payer: ${limit.source}`,
    }))
    return [...inherited, ...own]
  })
}

function count(value: number, unit: 'days' | 'hours'): SettingValue {
  return { kind: 'count', value, unit }
}

function periodOf(
  { from, until, source }: { from: CalendarDate; until: CalendarDate | null; source: string },
  value: SettingValue,
): SettingPeriod {
  return { from, until, value, words: saySetting(value), source }
}

export type NewSetting = { id: string; value: SettingValue; from: CalendarDate; source: string }

/** What a new value would change; nothing is set. A value begins tomorrow or later: what has been is never changed. */
export async function previewSetting(db: Db, world: World, asked: NewSetting): Promise<SettingPreview> {
  const setting = (await settings(db)).find(({ id }) => id === asked.id)
  const today = dateIn(world.clock.now(), world.zone)
  if (setting === undefined) return { words: [], refusal: 'There is no such setting.' }
  if (asked.from <= today)
    return { words: [], refusal: 'A value begins tomorrow or later: what has been is not changed.' }
  const before = setting.periods.find(({ from, until }) => from <= asked.from && (until === null || until > asked.from))
  const refusal = findRefusal(setting, before, asked)
  if (refusal !== null) return { words: [], refusal }
  const until = before?.until ?? null
  const words = [
    `From ${dateInWords(asked.from)}: ${saySetting(asked.value)}${before === undefined ? '' : `, instead of ${before.words}`}.`,
    `It counts for ${setting.counts}; what began before keeps the former value.`,
    ...(until === null ? [] : [`It ends on ${dateInWords(until)}, where the next value begins.`]),
    ...(asked.value.kind === 'schedule' ? sayWindows(asked.value.schedule, asked.from) : []),
  ]
  return { words, refusal: null }
}

function findRefusal(setting: Setting, before: SettingPeriod | undefined, { value, from }: NewSetting): string | null {
  const shape = setting.periods[0]?.value
  if (shape !== undefined && shape.kind !== value.kind) return 'This setting has another kind of value.'
  if (shape?.kind === 'count' && value.kind === 'count' && shape.unit !== value.unit) {
    return `This setting counts in ${shape.unit}.`
  }
  if (before?.from === from) return 'Another value begins that very day already.'
  if (before?.words === saySetting(value)) return 'That is the value already.'
  if (value.kind !== 'schedule') return null
  const checked = checkSchedule(value.schedule, from)
  return checked.accepted ? null : checked.words
}

function sayWindows(schedule: PaySchedule, from: CalendarDate): string[] {
  const window = paymentWindow(from, schedule)
  return [
    `What is confirmed from ${dateInWords(from)} to ${dateInWords(window.lastDay)} is paid on ${dateInWords(window.payDate)}.`,
  ]
}

/** Sets a further value from a day on; the former one ends there and stays as it was. Null, or why it may not be. */
export async function setSetting(db: Db, world: World, asked: NewSetting): Promise<string | null> {
  const { refusal } = await previewSetting(db, world, asked)
  if (refusal !== null) return refusal
  const done = await succeed(db, world, asked)
  return done ? null : 'Another value begins that very day already.'
}

async function succeed(db: Db, world: World, { id, value, from, source }: NewSetting): Promise<boolean> {
  const [kind = '', name = '', payerId = ''] = id.split(' ')
  if (value.kind === 'retry') {
    const { hoursBetween, attemptsAtMost } = value
    return succeedRetryRule(db, { id: `retry-${world.ids.next()}`, hoursBetween, attemptsAtMost, from, source })
  }
  if (value.kind === 'schedule') {
    return succeedPaySchedule(db, { id: `schedule-${world.ids.next()}`, schedule: value.schedule, from, source })
  }
  switch (kind) {
    case 'time_limit':
      return succeedTimeLimit(db, { name, value: value.value, unit: value.unit, from, source })
    case 'answer_limit':
      return succeedAnswerLimit(db, { payerId, name: name as AnswerLimitName, days: value.value, from, source })
    default:
      return succeedAbsorptionDeadline(db, {
        kind: name as AbsorptionDeadline['kind'],
        days: value.value,
        from,
        source,
      })
  }
}
