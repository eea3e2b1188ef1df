import { z } from 'zod'
import { dateIn } from '../../libraries/calendar/index.ts'
import { Refusal, type Routes } from '../routes.ts'
import { checkCard } from './check-card.ts'
import { explainDecline } from './explain-decline.ts'
import { paymentMethodsOf, recordMethodChoice, recordPaymentMethod } from './payment-method-store.ts'

const mostCards = 2

const Params = z.object({ personId: z.uuid() })
const Made = z.strictObject({ id: z.uuid() })

const CardBody = z.strictObject({
  number: z.string().max(30),
  expiresMonth: z.int(),
  expiresYear: z.int(),
  securityCode: z.string().max(4),
})
const Kept = z.strictObject({ token: z.string(), brand: z.string(), lastFour: z.string() })
const MethodReply = z.strictObject({
  id: z.uuid(),
  brand: z.string(),
  lastFour: z.string(),
  expiresMonth: z.int().nullable(),
  expiresYear: z.int().nullable(),
  preferred: z.boolean().describe('The one that is charged'),
})

const tags = ['your account']
const path = '/clients/:personId'

/** The client's cards: handed to the card processor for a token, of which two are kept, one of them charged. */
export const myCardRoutes: Routes = async (app, world) => {
  const handedOver = { params: Params, body: CardBody, response: { 201: Kept } }
  const summary = 'Hand a card to the card processor'
  // Nothing of it is recorded here, not even a hash of the request: the number passes through.
  app.post(`${path}/card-tokens`, { schema: { tags, summary, ...handedOver } }, async (request, reply) => {
    const because = checkCard(request.body, dateIn(world.clock.now(), world.zone))
    if (because.length > 0) throw incomplete(because)
    const answer = await world.outside.cards.tokenise(request.body)
    if (answer.outcome === 'declined') throw declined(answer.declineCode)
    const { token, brand, lastFour } = answer
    return reply.code(201).send({ token, brand, lastFour })
  })

  const listed = { params: Params, response: { 200: z.array(MethodReply) } }
  app.get(`${path}/payment-methods`, { schema: { tags, summary: 'Your cards', ...listed } }, async (request) => {
    const methods = await paymentMethodsOf(request.db, [request.client.personId])
    return methods.map(({ id, brand, lastFour, expiresMonth = null, expiresYear = null }, place) => {
      return { id, brand, lastFour, expiresMonth, expiresYear, preferred: place === 0 }
    })
  })

  const body = z.strictObject({ token: z.string().max(200), replaces: z.uuid().nullable() })
  const added = { params: Params, body, response: { 201: Made } }
  app.post(`${path}/payment-methods`, { schema: { tags, summary: 'Add a card', ...added } }, async (request, reply) => {
    const { personId } = request.client
    const { token, replaces } = request.body
    const known = await paymentMethodsOf(request.db, [personId])
    if (replaces !== null && !known.some(({ id }) => id === replaces)) throw noSuchCard()
    if (replaces === null && known.length >= mostCards) throw tooMany()
    const card = await world.outside.cards.card(token)
    if (card === null) throw noSuchToken()
    const at = world.clock.now()
    const id = world.ids.next()
    await recordPaymentMethod(request.db, { personId, id, ...card, at })
    if (replaces !== null) {
      const removed = { personId, id: world.ids.next(), methodId: replaces, choice: 'removed' as const, at }
      await recordMethodChoice(request.db, removed)
    }
    return reply.code(201).send({ id })
  })

  const params = Params.extend({ methodId: z.uuid() })
  const choice = z.strictObject({ choice: z.enum(['preferred', 'removed']) })
  const chosen = { schema: { tags, summary: 'Charge this card first, or remove it', params, body: choice } }
  app.post(`${path}/payment-methods/:methodId/choices`, chosen, async (request, reply) => {
    const { personId } = request.client
    const { methodId } = request.params
    const known = await paymentMethodsOf(request.db, [personId])
    if (!known.some(({ id }) => id === methodId)) throw noSuchCard()
    if (request.body.choice === 'removed' && known.length === 1) throw onlyCard()
    const id = world.ids.next()
    await recordMethodChoice(request.db, { personId, id, methodId, ...request.body, at: world.clock.now() })
    return reply.code(201).send({ id })
  })
}

function incomplete(because: ReturnType<typeof checkCard>): Refusal {
  const detail = 'The card is not whole yet; nothing was recorded.'
  return new Refusal({ status: 422, code: 'card_incomplete', detail, because })
}

function declined(code: string): Refusal {
  return new Refusal({ status: 402, code: 'card_declined', detail: explainDecline(code) })
}

function tooMany(): Refusal {
  const detail = 'You have two cards here already. Replace one of them; nothing was recorded.'
  return new Refusal({ status: 409, code: 'two_cards_already', detail })
}

function onlyCard(): Refusal {
  const detail = 'This is your only card, and appointments need one. Replace it by another; nothing was changed.'
  return new Refusal({ status: 409, code: 'only_card', detail })
}

function noSuchCard(): Refusal {
  return new Refusal({ status: 404, code: 'card_not_found', detail: 'There is no such card of yours.' })
}

function noSuchToken(): Refusal {
  const detail = 'The card processor does not know this card any more. Enter it again; nothing was recorded.'
  return new Refusal({ status: 422, code: 'card_token_unknown', detail })
}
