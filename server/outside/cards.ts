import { z } from 'zod'
import { type CardProcessor, OutsideTrouble } from '../../business/world.ts'
import type { CardSettings } from '../settings.ts'

const ChargeReply = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('captured'), processorId: z.string() }),
  z.object({ outcome: z.literal('declined'), processorId: z.string(), declineCode: z.string() }),
])
const RefundReply = z.object({ processorId: z.string() })

const timeoutMs = 20_000

/** The card processor over HTTP: the same key again answers what the first request did. */
export function openCards({ url, secret }: CardSettings, witness: (point: string) => void): CardProcessor {
  const post = async (path: string, key: string, body: object): Promise<unknown> => {
    try {
      const answer = await fetch(new URL(path, url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key, authorization: `Bearer ${secret}` },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(timeoutMs),
      })
      if (!answer.ok) throw new Error(`answered ${answer.status}`)
      return await answer.json()
    } catch (error) {
      throw new OutsideTrouble('cards', `${path}: ${error instanceof Error ? error.message : 'failed'}`, {
        cause: error,
      })
    }
  }
  return {
    async charge({ key, token, cents, reference }) {
      const answer = ChargeReply.parse(await post('/charges', key, { token, cents, reference }))
      witness('card-charged')
      return answer
    },
    async refund({ key, chargeId, cents }) {
      const answer = RefundReply.parse(await post('/refunds', key, { chargeId, cents }))
      witness('card-refunded')
      return answer
    },
  }
}
