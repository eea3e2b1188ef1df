import { z } from 'zod'
import type { Instant } from '../libraries/calendar/index.ts'
import { cents, zero } from '../libraries/money/index.ts'
import { hasCheckDigit, schemeOf } from './card-number.ts'
import {
  type CardsEvent,
  type CardsState,
  type Charge,
  declineCodeFor,
  type Payout,
  type Refund,
  refundedOf,
} from './cards-state.ts'

export type CardsReply = { status: number; body: unknown }
export type CardsRequest = { method: string; path: string; query: URLSearchParams; key: string | null; body: unknown }
type Processor = { state: CardsState; now: () => Instant | null; happened: (event: CardsEvent) => void }

const amountCents = z.int().positive().transform(cents)
const chargeBody = z.strictObject({ amountCents, token: z.string().startsWith('tok_'), reference: z.string().min(1) })
const refundBody = z.strictObject({ chargeId: z.string(), amountCents })

const cardBody = z.strictObject({
  number: z.string().transform((number) => number.replace(/[\s-]/g, '')),
  expiresMonth: z.int().min(1).max(12),
  expiresYear: z.int(),
  securityCode: z.string().regex(/^\d{3,4}$/),
})

// Cards for trying things out, as processors have them: these are refused at once, and the last one takes every token
// but no charge.
const testCards: Record<string, string> = {
  '4000000000000002': 'card_declined',
  '4000000000000069': 'expired_card',
  '4000000000000127': 'incorrect_cvc',
  '4000000000009995': 'insufficient_funds',
}
const neverCharged = '4000000000000341'

/** What the processor answers; a POST that it accepts is in the journal before the answer is. */
export function answerRequest(processor: Processor, request: CardsRequest): CardsReply {
  const { method, path, query } = request
  const { state } = processor
  if (method === 'POST' && path === '/v1/charges')
    return once(processor, request, (at, key) => charge(processor, request.body, at, key))
  if (method === 'POST' && path === '/v1/refunds')
    return once(processor, request, (at, key) => refund(processor, request.body, at, key))
  if (method === 'POST' && path === '/v1/tokens') return tokenise(processor, request.body)
  if (method === 'GET' && path.startsWith('/v1/tokens/')) {
    const card = state.cards.get(decodeURIComponent(path.slice('/v1/tokens/'.length)))
    return card === undefined ? refusal(404, 'not_found', 'no such token') : { status: 200, body: card }
  }
  if (method === 'GET' && path === '/v1/charges') {
    const reference = query.get('reference')
    const found = [...state.charges.values()].filter((one) => reference === null || one.reference === reference)
    return {
      status: 200,
      body: { charges: found.map((one) => ({ ...replyOf(one), refundedCents: refundedOf(state, one.id) })) },
    }
  }
  const payout = method === 'GET' ? state.payouts.get(path.replace('/v1/payouts/', '')) : undefined
  return payout === undefined
    ? refusal(404, 'not_found', `no ${method} ${path}`)
    : { status: 200, body: payoutReply(payout) }
}

/** The number is looked at and forgotten: neither the journal nor an answer holds it. */
function tokenise({ state, happened }: Processor, body: unknown): CardsReply {
  const read = cardBody.safeParse(body)
  if (!read.success) return refusal(400, 'invalid_request', 'the body is no card')
  const { number, expiresMonth, expiresYear } = read.data
  if (!hasCheckDigit(number)) return { status: 200, body: { status: 'declined', declineCode: 'incorrect_number' } }
  const declineCode = testCards[number]
  if (declineCode !== undefined) return { status: 200, body: { status: 'declined', declineCode } }
  const letters = number === neverCharged ? 'tok_declined' : 'tok_kept'
  const token = `${letters}_${String(state.cards.size + 1).padStart(8, '0')}`
  const card = { token, brand: schemeOf(number), lastFour: number.slice(-4), expiresMonth, expiresYear }
  happened({ kind: 'tokenised', card })
  return { status: 201, body: { status: 'kept', ...card } }
}

type Keyed = { key: string; request: string }

/** The same key with the same body answers as the first time; with another body it is refused. */
function once(
  processor: Processor,
  { path, key, body }: CardsRequest,
  deed: (at: Instant, keyed: Keyed) => CardsReply,
): CardsReply {
  if (key === null || key === '')
    return refusal(400, 'idempotency_key_missing', 'a POST needs an Idempotency-Key header')
  const request = `${path} ${JSON.stringify(body)}`
  const before = processor.state.byKey.get(key)
  if (before !== undefined) {
    if (before.request !== request)
      return refusal(422, 'idempotency_key_reused', 'this key came with another request before')
    return { status: 201, body: replyOf(before.answered) }
  }
  const at = processor.now()
  if (at === null) return refusal(503, 'no_clock', 'the processor has not been told the time yet')
  return deed(at, { key, request })
}

function charge({ state, happened }: Processor, body: unknown, at: Instant, keyed: Keyed): CardsReply {
  const read = chargeBody.safeParse(body)
  if (!read.success) return refusal(400, 'invalid_request', z.prettifyError(read.error))
  const { amountCents: amount, token, reference } = read.data
  const made: Charge = {
    id: `ch_${String(state.charges.size + 1).padStart(8, '0')}`,
    at,
    token,
    reference,
    cents: amount,
    declineCode: declineCodeFor(state, token),
  }
  happened({ kind: 'charged', ...keyed, charge: made })
  return { status: 201, body: replyOf(made) }
}

function refund({ state, happened }: Processor, body: unknown, at: Instant, keyed: Keyed): CardsReply {
  const read = refundBody.safeParse(body)
  if (!read.success) return refusal(400, 'invalid_request', z.prettifyError(read.error))
  const { chargeId, amountCents: amount } = read.data
  const charged = state.charges.get(chargeId)
  if (charged === undefined || charged.declineCode !== null)
    return refusal(404, 'no_such_charge', 'nothing was captured under this id')
  if (refundedOf(state, chargeId) + amount > charged.cents)
    return refusal(422, 'refund_exceeds_charge', 'more than what is left of the charge')
  const made: Refund = {
    id: `re_${String(state.refunds.size + 1).padStart(8, '0')}`,
    at,
    chargeId,
    reference: charged.reference,
    cents: amount,
  }
  happened({ kind: 'refunded', ...keyed, refund: made })
  return { status: 201, body: replyOf(made) }
}

function replyOf(made: Charge | Refund): object {
  const { id, reference, cents: amount } = made
  const common = { id, reference, amountCents: amount }
  if ('chargeId' in made) return { ...common, chargeId: made.chargeId, status: 'succeeded' }
  if (made.declineCode === null) return { ...common, status: 'captured' }
  return { ...common, status: 'declined', declineCode: made.declineCode }
}

function payoutReply({ id, items, cents: total, on }: Payout): object {
  return { id, items, grossCents: total, feeCents: zero, netCents: total, on }
}

function refusal(status: number, code: string, message: string): CardsReply {
  return { status, body: { error: { code, message } } }
}
