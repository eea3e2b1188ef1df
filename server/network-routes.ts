import { z } from 'zod'
import { NetworkYearsReply } from '../business/operations/contract-routes.ts'
import { yearsOfNetwork } from '../business/operations/contract-years-flow.ts'
import { figuresOfNetwork } from '../business/payouts/network-figures-flow.ts'
import type { Api } from '../business/routes.ts'
import type { Db, World } from '../business/world.ts'
import { asOperations } from '../database/act-as.ts'

const Cents = z.int().describe('Whole cents')

const FiguresReply = z.strictObject({
  period: z.strictObject({ from: z.string(), until: z.string().nullable().describe('The first day after it') }),
  figures: z
    .strictObject({
      sessions: z.int(),
      insurersPaidCents: Cents,
      clientsPaidCents: Cents,
      stillOwedCents: Cents,
      practicesCents: Cents,
      operatorKeptCents: Cents.describe('After what was absorbed; negative: what the operator added'),
      absorbedCents: Cents,
    })
    .nullable()
    .describe('Null where too few clients or practices stand behind the sums'),
})

const keptMs = 30_000

/** GET /api/network/figures and /years: sums over the whole network, for anyone; asked for at most twice a minute. */
export function networkRoutes(app: Api, { operations, world }: { operations: Db; world: World }): void {
  const asked = <T>(deed: (db: Db) => Promise<T>) =>
    keptFor(world, () => asOperations(operations, { user: null, now: world.clock.now() }, deed))
  const schema = {
    tags: ['house'],
    summary: 'Where the money of the network’s sessions came from and went',
    response: { 200: FiguresReply },
  }
  app.get(
    '/api/network/figures',
    { schema },
    asked((db) => figuresOfNetwork(db, world)),
  )
  const years = {
    tags: ['house'],
    summary: 'What the network shows plans, by calendar year',
    response: { 200: NetworkYearsReply },
  }
  app.get(
    '/api/network/years',
    { schema: years },
    asked((db) => yearsOfNetwork(db, world)),
  )
}

/** The last answer again while it is fresh and of the same day. */
function keptFor<T>(world: World, ask: () => Promise<T>): () => Promise<T> {
  let last: { at: number; moment: string; answer: Promise<T> } | null = null
  return () => {
    const moment = world.clock.now()
    if (last !== null && performance.now() - last.at < keptMs && last.moment.slice(0, 10) === moment.slice(0, 10)) {
      return last.answer
    }
    const answer = ask()
    last = { at: performance.now(), moment, answer }
    answer.catch(() => {
      last = null
    })
    return answer
  }
}
