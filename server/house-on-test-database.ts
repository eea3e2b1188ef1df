import { recordClearinghouse } from '../business/claims/clearinghouse-store.ts'
import { recordPayer } from '../business/contracts/plan-store.ts'
import { recordOperatorAccount } from '../business/payouts/bank-account-store.ts'
import { type Verified, verifyBooks } from '../business/payouts/verify-books-flow.ts'
import { recordBillingEntity } from '../business/practices/billing-entity-store.ts'
import type { Db, World } from '../business/world.ts'
import { asOperations } from '../database/act-as.ts'
import { type TestDatabase, testDatabase } from '../database/test-database.ts'
import { type CalendarDate, type Instant, instant, instantAt } from '../libraries/calendar/index.ts'
import { deeds } from './due.ts'
import { makeIds } from './ids.ts'
import { makeWorld } from './make-world.ts'
import { ensureOperator } from './operator-store.ts'
import { type OutsideInMemory, outsideInMemory } from './outside-in-memory.ts'
import { seedReferenceData } from './reference-data.ts'
import { clearinghouseId, entity, inForce, operatorAccount, payer, source, zone } from './story-network.ts'

/**
 * For tests of flows: the real database and stores, with an operator, one payer and one bank, and nobody else. The clock
 * stands where the test puts it; the world outside is folders and a card desk in memory.
 */
export type House = {
  database: TestDatabase
  world: World
  outside: OutsideInMemory
  /** Under the operations connection, at the clock's moment. */
  operations: Db
  as: <T>(deed: (tx: Db) => Promise<T>) => Promise<T>
  goTo: (moment: Instant) => void
  /** To a day at an hour of the operator's wall clock. */
  goToDay: (day: CalendarDate, at?: string) => void
  /** Everything that is due at the clock's moment, in the order of the house, until nothing is; a deed's error is thrown. */
  doWhatIsDue: () => Promise<void>
  verify: () => Promise<Verified>
  close: () => Promise<void>
}

export const longAgo = instant('2025-01-02T15:00:00Z')

export async function houseOnTestDatabase(begins: Instant = instant('2026-04-08T22:00:00Z')): Promise<House> {
  const database = await testDatabase()
  const ids = makeIds()
  let now = begins
  const clock = { now: () => now }
  const { operations } = database
  const operator = await ensureOperator(operations, { id: ids.next(), name: 'Evenkeel', zone, at: longAgo })
  const outside = outsideInMemory()
  const world = makeWorld({ clock, ids, zone, operator, outside })
  const as = <T>(deed: (tx: Db) => Promise<T>) => asOperations(operations, { user: null, now }, deed)
  const goTo = (moment: Instant) => {
    now = moment
  }
  await seedReferenceData(operations, now)
  await as(seedOperator)
  return {
    database,
    world,
    outside,
    operations,
    as,
    goTo,
    goToDay: (day, at = '12:00') => goTo(instantAt(day, at, zone)),
    doWhatIsDue: () => doWhatIsDue(operations, world),
    verify: () => as((tx) => verifyBooks(tx, world)),
    close: () => database.close(),
  }
}

/** Runs every deed at the clock's moment, in the order of the house, until none does anything. */
export async function doWhatIsDue(operations: Db, world: World): Promise<void> {
  for (let round = 0; round < 20; round += 1) {
    let did = 0
    for (const deed of deeds) did += await deed.run(operations, world)
    if (did === 0) return
  }
  throw new Error('the deeds did not come to rest')
}

async function seedOperator(db: Db): Promise<void> {
  await recordBillingEntity(db, { ...entity, during: inForce, source })
  await recordPayer(db, { ...payer, filingCode: 'CI', clearinghouseId, source })
  await recordClearinghouse(db, {
    id: clearinghouseId,
    name: 'LANTERN CLEARINGHOUSE',
    receiverId: 'LANTERN',
    submitterName: 'EVENKEEL',
    submitterId: 'EVENKEEL01',
    contactName: 'CLAIMS DESK',
    contactPhone: '5185550142',
    usage: 'T',
    during: inForce,
    source,
  })
  await recordOperatorAccount(db, { ...operatorAccount, during: inForce, source })
}
