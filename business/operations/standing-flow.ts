import { dateIn, type Instant } from '../../libraries/calendar/index.ts'
import type { Fault } from '../ledger/fault.ts'
import { postingCount } from '../ledger/index.ts'
import { verifyBooks } from '../payouts/index.ts'
import type { Db, World } from '../world.ts'

export type Standing = {
  /** Every book balances, and its seals hold. */
  booksBalance: boolean
  /** Whatever is due is in a payout, or has a hold with a name. */
  nobodyUnpaid: boolean
  /** Every payment of a payer is in the books to the cent, and the bank says the same. */
  nothingLost: boolean
  faults: { invariant: number; words: string; where: string }[]
  postings: number
  checkedAt: Instant
}

type Kept = { key: string; standing: Standing }

const kept = new WeakMap<World, Kept>()

// Which promise an invariant keeps (ARCHITECTURE.md, Invariants).
const promises: Record<Fault['invariant'], 'booksBalance' | 'nobodyUnpaid' | 'nothingLost'> = {
  1: 'booksBalance',
  2: 'nobodyUnpaid',
  3: 'nobodyUnpaid',
  4: 'nothingLost',
  5: 'booksBalance',
  6: 'booksBalance',
}

/**
 * Whether the books balance, nobody is unpaid and nothing is lost: the invariants recomputed from the rows. As long as
 * there is no further posting, no file and no other day, the last answer is given again, so it may be asked every second.
 */
export async function standing(db: Db, world: World, filesTaken: number): Promise<Standing> {
  const now = world.clock.now()
  const postings = await postingCount(db)
  const key = `${postings} ${filesTaken} ${dateIn(now, world.zone)}`
  const before = kept.get(world)
  if (before?.key === key) return before.standing
  const { faults } = await verifyBooks(db, world)
  const holds = (promise: (typeof promises)[1]) => !faults.some(({ invariant }) => promises[invariant] === promise)
  const answer: Standing = {
    booksBalance: holds('booksBalance'),
    nobodyUnpaid: holds('nobodyUnpaid'),
    nothingLost: holds('nothingLost'),
    faults: faults.map(({ invariant, words, where }) => ({ invariant, words, where })),
    postings,
    checkedAt: now,
  }
  kept.set(world, { key, standing: answer })
  return answer
}
