import { z } from 'zod'
import { addDays, type CalendarDate, dateIn } from '../../libraries/calendar/index.ts'
import { isState } from '../coverage/service-areas.ts'
import { Day } from '../credentialing/credentialing-change.ts'
import { Refusal, type Routes } from '../routes.ts'
import { BriefDecisionReply as Brief, briefDecision } from './describe-decision.ts'
import { EffectReply, effectReply } from './describe-effect.ts'
import { locationEffect, type PlaceChange } from './location-effect-flow.ts'

const ClientParams = z.object({ practiceId: z.uuid(), personId: z.uuid() })
const Change = z.union([
  z.strictObject({
    kind: z.literal('new_place'),
    state: z.string().length(2),
    zip: z.string().trim().max(9),
    countyFips: z
      .string()
      .regex(/^\d{5}$/)
      .nullable(),
    from: Day,
    lastDay: Day.nullable(),
  }),
  z.strictObject({ kind: z.literal('end_place'), locationId: z.uuid(), lastDay: Day }),
  z.strictObject({
    kind: z.literal('finding'),
    locationId: z.uuid(),
    countyFips: z.string().regex(/^\d{5}$/),
    servedBy: z.string().max(60).nullable(),
  }),
])
const Reply = EffectReply.extend({
  decision: Brief.nullable().describe(
    'Of the place on its first day, at the earliest today; null for an end, and without a plan',
  ),
})

/** POST …/location-effects: what a client's new place, its end or its county would do to the sessions that are planned. */
export const locationEffectRoutes: Routes = async (app, world) => {
  app.post(
    '/practices/:practiceId/clients/:personId/location-effects',
    {
      schema: {
        tags: ['clients'],
        summary: 'Which planned sessions a new location, its end or its county would turn around; nothing is recorded',
        params: ClientParams,
        body: z.strictObject({ change: Change }),
        response: { 200: Reply },
      },
    },
    async ({ db, who, params: { personId }, body }) => {
      const today = dateIn(world.clock.now(), world.zone)
      const asked = { personId, today, change: changeOf(body.change) }
      const { decision, ...effect } = await locationEffect(db, world, who, asked)
      return { ...effectReply(effect), decision: decision === null ? null : briefDecision(decision) }
    },
  )
}

function changeOf(said: z.infer<typeof Change>): PlaceChange {
  if (said.kind === 'finding') return said
  if (said.kind === 'end_place') {
    return { kind: 'end_place', locationId: said.locationId, until: dayAfter(said.lastDay) }
  }
  const { state, from, lastDay, zip, countyFips } = said
  if (!isState(state)) throw refused('state_unknown', `${state} is no state, district or territory of the US.`)
  if (lastDay !== null && lastDay < from) {
    throw refused('ends_before_it_begins', 'The last day lies before the first one. Correct one of them.')
  }
  const during = { from, until: lastDay === null ? null : dayAfter(lastDay) }
  return { kind: 'new_place', state, zip, countyFips, during }
}

const dayAfter = (day: CalendarDate) => addDays(day, 1)

function refused(code: string, detail: string): Refusal {
  return new Refusal({ status: 422, code, detail: `${detail} Nothing was recorded.` })
}
