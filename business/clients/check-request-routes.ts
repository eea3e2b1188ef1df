import { z } from 'zod'
import { dateIn } from '../../libraries/calendar/index.ts'
import { Refusal, type Routes } from '../routes.ts'
import { actForPerson } from './act-for-person-store.ts'
import { ownClient } from './own-client-flow.ts'
import { policyInForce, recordCheckRequest } from './policy-store.ts'

const Params = z.object({ practiceId: z.uuid(), personId: z.uuid() })
const Asked = z.strictObject({ id: z.uuid() })

/** POST …/coverage-check-requests: asks the operator to check a client's insurance with the payer before others. */
export const checkRequestRoutes: Routes = async (app, world) => {
  const schema = {
    tags: ['clients'],
    summary: 'Asks that a client’s insurance be checked now',
    params: Params,
    response: { 201: Asked },
  }
  app.post('/practices/:practiceId/clients/:personId/coverage-check-requests', { schema }, async (request, reply) => {
    const { db, who, params } = request
    const at = world.clock.now()
    const today = dateIn(at, world.zone)
    await ownClient(db, who, params.personId, today)
    const policy = await policyInForce(db, params.personId, today)
    if (policy === null) throw nothingToCheck()
    const { personId } = params
    const asked = { personId, id: world.ids.next(), policyId: policy.id, at, by: who.userId }
    await actForPerson(db, personId, () => recordCheckRequest(db, asked))
    return reply.code(201).send({ id: asked.id })
  })
}

function nothingToCheck(): Refusal {
  const detail =
    'No insurance of this client is on file for today, so there is nothing to check. Ask them for it first.'
  return new Refusal({ status: 409, code: 'no_plan_in_force', detail })
}
