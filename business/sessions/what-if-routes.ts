import { z } from 'zod'
import { dateIn } from '../../libraries/calendar/index.ts'
import { Day } from '../credentialing/credentialing-change.ts'
import type { Routes } from '../routes.ts'
import { type BillingDecision, BriefDecisionReply as Brief, briefDecision } from './describe-decision.ts'
import { clientWhatIf, clinicianWhatIf, colleaguesFor } from './what-if-flow.ts'

const PracticeParams = z.object({ practiceId: z.uuid() })
const ClientParams = PracticeParams.extend({ personId: z.uuid() })
const MemberParams = PracticeParams.extend({ memberId: z.uuid() })
const Named = z.strictObject({ memberId: z.uuid(), name: z.string() })

const ClientReply = z.strictObject({
  on: z.string(),
  clinician: Named,
  planName: z.string(),
  states: z.array(
    z.strictObject({
      state: z.string(),
      stateName: z.string(),
      decision: Brief,
      counties: z
        .array(z.strictObject({ fips: z.string(), name: z.string() }))
        .describe('Where Blue plans differ within the state: the counties that may be asked about'),
    }),
  ),
  announced: z.array(
    z.strictObject({
      locationId: z.uuid(),
      label: z.string(),
      state: z.string(),
      stateName: z.string(),
      from: z.string(),
      until: z.string().nullable(),
      decision: Brief,
      sessionsThen: z.int().describe('How many sessions are planned on its days'),
    }),
  ),
})
const ClinicianReply = z.strictObject({
  on: z.string(),
  clinician: Named,
  states: z.array(
    z.strictObject({
      state: z.string(),
      stateName: z.string(),
      plans: z.array(z.strictObject({ planId: z.string(), planName: z.string(), decision: Brief })),
    }),
  ),
})
const ColleaguesReply = z.strictObject({
  colleagues: z.array(
    Named.extend({ practiceName: z.string(), isOwnPractice: z.boolean(), family: z.string(), decision: Brief }),
  ),
  temporary: z
    .array(
      z.strictObject({
        state: z.string(),
        families: z.array(z.string()),
        days: z.int().nullable(),
        per: z.string().nullable(),
        how: z.string(),
        note: z.string().nullable(),
        certainty: z.enum(['certain', 'likely', 'to_verify']),
        source: z.string(),
      }),
    )
    .describe('What is known of practising there for a while: to check with the board, nothing is decided by it'),
  board: z
    .strictObject({ name: z.string(), url: z.string(), title: z.string().nullable() })
    .nullable()
    .describe('Where the boards that license the clinician’s family are listed, and the licence’s title there'),
})
const tags = ['what if']

/** What if: where a client could be seen, where a clinician could see whom, and who else could. */
export const whatIfRoutes: Routes = async (app, world) => {
  const practice = '/practices/:practiceId'
  const today = () => dateIn(world.clock.now(), world.zone)
  app.get(
    `${practice}/clients/:personId/what-if`,
    {
      schema: {
        tags,
        summary: 'In which states a client could be seen on a day',
        params: ClientParams,
        querystring: z.strictObject({
          on: Day.optional(),
          memberId: z.uuid().optional(),
          countyFips: z.string().length(5).optional(),
        }),
        response: { 200: ClientReply },
      },
    },
    async (request) => {
      const { on = today(), memberId, countyFips } = request.query
      const { personId } = request.params
      const { states, announced, ...rest } = await clientWhatIf(request.db, world, request.who, {
        personId,
        on,
        memberId,
        countyFips,
      })
      return { ...rest, states: states.map(briefly), announced: announced.map(briefly) }
    },
  )
  app.get(
    `${practice}/clients/:personId/colleagues`,
    {
      schema: {
        tags,
        summary: 'Who in the network can see this client there',
        params: ClientParams,
        querystring: z.strictObject({
          on: Day.optional(),
          state: z.string().length(2),
          countyFips: z.string().length(5).optional(),
        }),
        response: { 200: ColleaguesReply },
      },
    },
    async (request) => {
      const { on = today(), state, countyFips = null } = request.query
      const asked = { personId: request.params.personId, on, state, countyFips }
      const { colleagues, ...known } = await colleaguesFor(request.db, world, request.who, asked)
      return { colleagues: colleagues.map(briefly), ...known }
    },
  )
  app.get(
    `${practice}/members/:memberId/what-if`,
    {
      schema: {
        tags,
        summary: 'Where a clinician could see members of which plan on a day',
        params: MemberParams,
        querystring: z.strictObject({ on: Day.optional() }),
        response: { 200: ClinicianReply },
      },
    },
    async (request) => {
      const { on = today() } = request.query
      const { states, ...rest } = await clinicianWhatIf(request.db, world, request.who, {
        on,
        memberId: request.params.memberId,
      })
      return { ...rest, states: states.map(({ plans, ...state }) => ({ ...state, plans: plans.map(briefly) })) }
    },
  )
}

type Described = { decision: BillingDecision }

/** Without the trace: a map of sixty answers would carry sixty of them. */
function briefly<T extends Described>(one: T): T & { decision: z.infer<typeof Brief> } {
  return { ...one, decision: briefDecision(one.decision) } as T & { decision: z.infer<typeof Brief> }
}
