import { z } from 'zod'
import { type CalendarDate, isCalendarDate } from '../../libraries/calendar/index.ts'
import { Refusal, type Routes } from '../routes.ts'
import { Day } from './claim-routes.ts'
import { previewSetting, setSetting, settings } from './settings-flow.ts'

export const DayAsked = z
  .string()
  .refine(isCalendarDate, 'a day as YYYY-MM-DD')
  .transform((day) => day as CalendarDate)

const Schedule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('semi_monthly'),
    cutOffDay: z.int(),
    firstHalfPaidOn: z.union([z.int(), z.literal('last_day_of_month')]),
    secondHalfPaidOnDay: z.int(),
  }),
  z.strictObject({ kind: z.literal('every_second_friday'), anchor: DayAsked, cutOffDaysBefore: z.int() }),
])

const Value = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('count'), value: z.int().min(1).max(3650), unit: z.enum(['days', 'hours']) }),
  z.strictObject({
    kind: z.literal('retry'),
    hoursBetween: z.int().min(1).max(2000),
    attemptsAtMost: z.int().min(1).max(20),
  }),
  z.strictObject({ kind: z.literal('schedule'), schedule: Schedule }),
])

const ValueReply = z.union([
  z.strictObject({ kind: z.literal('count'), value: z.int(), unit: z.enum(['days', 'hours']) }),
  z.strictObject({ kind: z.literal('retry'), hoursBetween: z.int(), attemptsAtMost: z.int() }),
  z.strictObject({ kind: z.literal('schedule'), schedule: z.record(z.string(), z.union([z.string(), z.number()])) }),
])

const SettingsReply = z.array(
  z.strictObject({
    id: z.string(),
    group: z.string(),
    name: z.string(),
    counts: z.string(),
    periods: z.array(
      z.strictObject({ from: Day, until: Day.nullable(), value: ValueReply, words: z.string(), source: z.string() }),
    ),
  }),
)

const NewBody = z.strictObject({
  id: z.string().min(1),
  value: Value,
  from: DayAsked,
  source: z.string().trim().min(1).max(500).describe('Whose decision it is, or where it is written'),
})

export const PreviewReply = z.strictObject({ words: z.array(z.string()), refusal: z.string().nullable() })

/** GET /operations/settings; POST a preview of a further value; POST the value itself. */
export const settingsRoutes: Routes = async (app, world) => {
  const tags = ['operations']
  const all = { tags, summary: 'Dated settings, with every value', response: { 200: SettingsReply } }
  app.get('/operations/settings', { schema: all }, async ({ db }) => {
    const found = await settings(db)
    return found.map((one) => ({
      ...one,
      periods: one.periods.map((period) => ({ ...period, value: { ...period.value } })),
    }))
  })

  const tried = { tags, summary: 'What a further value would change', body: NewBody, response: { 200: PreviewReply } }
  app.post('/operations/settings-preview', { schema: tried }, ({ db, body }) => previewSetting(db, world, body))

  const made = z.strictObject({ id: z.string() })
  const set = { tags, summary: 'Sets a further value from a day on', body: NewBody, response: { 201: made } }
  app.post('/operations/settings', { schema: set }, async ({ db, body }, reply) => {
    const refusal = await setSetting(db, world, body)
    if (refusal !== null) {
      throw new Refusal({ status: 422, code: 'setting_refused', detail: `${refusal} Nothing was changed.` })
    }
    return reply.code(201).send({ id: body.id })
  })
}
