import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { z } from 'zod'
import type { Instant } from '../libraries/calendar/index.ts'
import { type CardsConfig, cardsConfig } from './cards-config.ts'
import { payoutFile } from './cards-payout-file.ts'
import { answerRequest, type CardsReply, type CardsRequest } from './cards-requests.ts'
import {
  applyEvent,
  type CardsEvent,
  type CardsState,
  nextDueAt,
  nextPayoutAt,
  noCards,
  payoutsAt,
} from './cards-state.ts'
import { openJournal } from './journal.ts'
import { FilePartner } from './payer/file-partner.ts'
import { bodyOf, listenAgain, type Outset, runSimulator, type Simulator } from './process.ts'

type Cards = {
  config: CardsConfig
  state: CardsState
  happened: (event: CardsEvent) => void
  bank: FilePartner
  /** The next charge or refund is done, and its answer lost. */
  faults: { closeNextBeforeReply: boolean }
}

const uploadAttempts = 3
const declineOrder = z.strictObject({
  token: z.string().startsWith('tok_').nullable(),
  declines: z.int().min(0).max(100),
})

/** The simulated card processor: charges and refunds over HTTP, and every evening the money over the bank. */
export async function startCards({ folder, config, now, inTurn }: Outset): Promise<Simulator> {
  const settings = cardsConfig.parse(config)
  const journal = openJournal<CardsEvent>(join(folder, 'journal.ndjson'))
  const state = noCards()
  for (const event of journal.events) applyEvent(state, event)
  const happened = (event: CardsEvent) => {
    journal.append(event)
    applyEvent(state, event)
  }
  const cards: Cards = {
    config: settings,
    state,
    happened,
    bank: new FilePartner(settings.bank),
    faults: { closeNextBeforeReply: false },
  }
  const server = httpDoor(cards, (request) => inTurn(() => answerRequest({ state, now, happened }, request)))
  const port = await listenAgain(server, folder, 'http')
  return {
    doors: { http: `http://127.0.0.1:${port}` },
    nextDueAt: () => nextDueAt(state),
    advance: (moment) => payOutUntil(cards, moment),
    routes: {
      'POST /behave': (body) =>
        inTurn(() => {
          const order = declineOrder.safeParse(body)
          if (!order.success) throw new RangeError('the body is {"token": "tok_…" or null, "declines": 1}')
          happened({ kind: 'declines', token: order.data.token, count: order.data.declines })
          return order.data
        }),
      'POST /faults': (body) => {
        const wanted =
          typeof body === 'object' && body !== null && 'closeNextBeforeReply' in body ? body.closeNextBeforeReply : null
        if (typeof wanted !== 'boolean') throw new RangeError('the body is {"closeNextBeforeReply": true}')
        cards.faults.closeNextBeforeReply = wanted
        return cards.faults
      },
    },
  }
}

/** Makes the payouts of every evening until now, and brings those to the bank that are not there yet. */
async function payOutUntil(cards: Cards, now: Instant): Promise<number> {
  const { state, happened } = cards
  let did = 0
  for (let moment = nextPayoutAt(state); moment !== null && moment <= now; moment = nextPayoutAt(state)) {
    for (const payout of payoutsAt(state, moment)) {
      happened({ kind: 'payout', payout })
      did += 1
    }
  }
  try {
    for (const id of [...state.unsent]) await send(cards, id)
  } finally {
    await cards.bank.close()
  }
  return did
}

/** Uploads under a passing name; the bank knows a repeat by its name and bytes, so sending again is safe. */
async function send(cards: Cards, id: string): Promise<void> {
  const payout = cards.state.payouts.get(id)
  if (payout === undefined) throw new Error(`no payout ${id}`)
  const file = Buffer.from(payoutFile(cards.config, payout))
  for (let attempt = 1; ; attempt += 1) {
    try {
      await cards.bank.write(`/in/${id}.ach`, file)
      break
    } catch (problem) {
      if (attempt === uploadAttempts) throw problem
    }
  }
  cards.happened({ kind: 'sent', id })
}

function httpDoor({ config, faults }: Cards, answer: (request: CardsRequest) => Promise<CardsReply>): Server {
  return createServer(async (incoming, outgoing) => {
    const reply = ({ status, body }: CardsReply) => {
      outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    try {
      const url = new URL(incoming.url ?? '/', 'http://127.0.0.1')
      const key = incoming.headers['idempotency-key']
      if (incoming.headers.authorization !== `Bearer ${config.secret}`) {
        return reply({
          status: 401,
          body: { error: { code: 'unauthorized', message: 'the bearer key is missing or wrong' } },
        })
      }
      const method = incoming.method ?? 'GET'
      const body = await bodyOf(incoming)
      const answered = await answer({
        method,
        path: url.pathname,
        query: url.searchParams,
        key: typeof key === 'string' ? key : null,
        body,
      })
      if (faults.closeNextBeforeReply && method === 'POST') {
        faults.closeNextBeforeReply = false
        incoming.socket.destroy()
        return
      }
      reply(answered)
    } catch (problem) {
      const message = problem instanceof Error ? problem.message : String(problem)
      reply({
        status: problem instanceof SyntaxError ? 400 : 500,
        body: { error: { code: 'invalid_request', message } },
      })
    }
  })
}

if (import.meta.main) await runSimulator('cards', startCards)
