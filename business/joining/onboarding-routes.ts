import { z } from 'zod'
import { Refusal, type Routes } from '../routes.ts'
import { onboardingOf } from './onboarding-flow.ts'
import { markedSteps, recordOnboardingMark } from './onboarding-store.ts'

const PracticeParams = z.object({ practiceId: z.uuid() })
const Items = z.array(
  z.strictObject({
    step: z.enum(['profile', 'licence', 'npi', 'malpractice_insurance', 'caqh', 'bank_account', 'agreement']),
    done: z.boolean(),
    by: z.enum(['you_say', 'we_see']),
    words: z.string().nullable(),
  }),
)

const tags = ['joining']
const path = '/practices/:practiceId/onboarding'

/** A new practice's checklist: what we see for ourselves, and what it says it has done. */
export const onboardingRoutes: Routes = async (app, world) => {
  const seen = { schema: { tags, summary: 'What is still to do', params: PracticeParams, response: { 200: Items } } }
  app.get(path, seen, ({ db, who }) => onboardingOf(db, who.practiceId))

  const body = z.strictObject({
    step: z.enum(markedSteps),
    words: z.string().trim().min(1, 'Say in a few words what was done').max(200),
  })
  const done = { 201: z.strictObject({ done: z.literal(true) }) }
  const marked = { schema: { tags, summary: 'Say that a step is done', params: PracticeParams, body, response: done } }
  app.post(`${path}/marks`, marked, async (request, reply) => {
    const { practiceId, userId: by } = request.who
    const mark = { practiceId, ...request.body, at: world.clock.now(), by }
    if (!(await recordOnboardingMark(request.db, mark))) {
      const detail = 'This step is done already; nothing was changed.'
      throw new Refusal({ status: 409, code: 'step_done_already', detail })
    }
    return reply.code(201).send({ done: true as const })
  })
}
