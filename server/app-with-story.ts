import { verifyBooks } from '../business/payouts/verify-books-flow.ts'
import type { Db } from '../business/world.ts'
import { asOperations } from '../database/act-as.ts'
import { instantAt } from '../libraries/calendar/index.ts'
import { appOnTestDatabase } from './app-on-test-database.ts'
import { doWhatIsDue, type House } from './house-on-test-database.ts'
import { outsideInMemory } from './outside-in-memory.ts'
import { seedStory } from './seed.ts'
import { aprilStory, zone } from './story-network.ts'

/** For tests: the real app on a database with the story network, requests as its people, and its days. */
export async function appWithStory() {
  const outside = outsideInMemory()
  const { app, database, world, signIn, close, setClock, someone, someClient } = await appOnTestDatabase({ outside })
  const { operations } = database
  await seedStory(aprilStory, { withSessions: false })({ operations, world, signIn })

  /** Requests of one login; a post has a key of its own unless one is named. */
  const login = async (userId: string) => {
    const cookie = ((await signIn.enterAs(userId)) ?? []).map((line) => line.split(';')[0]).join('; ')
    return {
      cookie,
      get: (url: string) => app.inject({ method: 'GET', url, headers: { cookie } }),
      post: (url: string, payload: object, key: string = crypto.randomUUID()) =>
        app.inject({ method: 'POST', url, payload, headers: { cookie, 'idempotency-key': key } }),
    }
  }
  const as = <T>(deed: (tx: Db) => Promise<T>) => asOperations(operations, { user: null, now: world.clock.now() }, deed)
  const house: House = {
    database,
    world,
    outside,
    operations,
    as,
    goTo: setClock,
    goToDay: (day, at = '12:00') => setClock(instantAt(day, at, zone)),
    doWhatIsDue: () => doWhatIsDue(operations, world),
    verify: () => as((tx) => verifyBooks(tx, world)),
    close,
  }
  return { ...house, app, login, signIn, someone, someClient }
}

export type StoryHouse = Awaited<ReturnType<typeof appWithStory>>
export type Requests = Awaited<ReturnType<StoryHouse['login']>>
