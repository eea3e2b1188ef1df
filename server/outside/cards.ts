import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type CardAnswer, type CardProcessor, OutsideTrouble } from '../../business/world.ts'
import type { CardSettings } from '../settings.ts'

const ChargeReply = z.discriminatedUnion('status', [
  z.object({ status: z.literal('captured'), id: z.string() }),
  z.object({ status: z.literal('declined'), id: z.string(), declineCode: z.string() }),
])
const KeptReply = z.object({
  token: z.string().startsWith('tok_'),
  brand: z.string(),
  lastFour: z.string().regex(/^\d{4}$/),
  expiresMonth: z.int(),
  expiresYear: z.int(),
})
const TokenReply = z.discriminatedUnion('status', [
  KeptReply.extend({ status: z.literal('kept') }),
  z.object({ status: z.literal('declined'), declineCode: z.string() }),
])
const RefundReply = z.object({ status: z.literal('succeeded'), id: z.string() })

const timeoutMs = 20_000

/** The card processor over HTTP: the same key again answers what the first request did. */
export function openCards({ url, secret }: CardSettings, witness: (point: string) => void): CardProcessor {
  const post = async <T>(path: string, key: string, body: object, reply: z.ZodType<T>): Promise<T> => {
    try {
      const answer = await fetch(`${url.replace(/\/+$/, '')}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key, authorization: `Bearer ${secret}` },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'error',
      })
      if (!answer.ok) throw new Error(`answered ${answer.status} ${await codeOf(answer)}`)
      return reply.parse(await answer.json())
    } catch (error) {
      throw new OutsideTrouble('cards', `${path}: ${error instanceof Error ? error.message : 'failed'}`, {
        cause: error,
      })
    }
  }
  return {
    async tokenise(card) {
      // A card handed over twice is kept twice and charged by neither: the key need not outlive this request.
      const answer = await post('/v1/tokens', randomUUID(), card, TokenReply)
      if (answer.status === 'declined') return { outcome: 'declined', declineCode: answer.declineCode }
      const { status: _, ...kept } = answer
      return { outcome: 'kept', ...kept }
    },
    async card(token) {
      try {
        const answer = await fetch(`${url.replace(/\/+$/, '')}/v1/tokens/${encodeURIComponent(token)}`, {
          headers: { authorization: `Bearer ${secret}` },
          signal: AbortSignal.timeout(timeoutMs),
          redirect: 'error',
        })
        if (answer.status === 404) return null
        if (!answer.ok) throw new Error(`answered ${answer.status} ${await codeOf(answer)}`)
        return KeptReply.parse(await answer.json())
      } catch (error) {
        const said = error instanceof Error ? error.message : 'failed'
        throw new OutsideTrouble('cards', `/v1/tokens: ${said}`, { cause: error })
      }
    },
    async charge({ key, token, cents, reference }) {
      const answer = await post('/v1/charges', key, { amountCents: cents, token, reference }, ChargeReply)
      witness('card-charged')
      return cardAnswer(answer)
    },
    async refund({ key, chargeId, cents }) {
      const { id } = await post('/v1/refunds', key, { chargeId, amountCents: cents }, RefundReply)
      witness('card-refunded')
      return { processorId: id }
    },
  }
}

function cardAnswer(answer: z.infer<typeof ChargeReply>): CardAnswer {
  if (answer.status === 'captured') return { outcome: 'captured', processorId: answer.id }
  return { outcome: 'declined', processorId: answer.id, declineCode: answer.declineCode }
}

async function codeOf(answer: Response): Promise<string> {
  const body: unknown = await answer.json().catch(() => null)
  const told = z.object({ error: z.object({ code: z.string() }) }).safeParse(body)
  return told.success ? told.data.error.code : ''
}
