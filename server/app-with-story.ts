import { appOnTestDatabase } from './app-on-test-database.ts'
import { seedStory } from './seed.ts'
import { aprilStory } from './story-network.ts'

/** For tests: the real app on a database with the story network, and requests as its people. */
export async function appWithStory() {
  const house = await appOnTestDatabase()
  const { app, database, world, signIn } = house
  await seedStory(aprilStory, { withSessions: false })({ operations: database.operations, world, signIn })

  /** Requests of one login; a post has a key of its own unless one is named. */
  const as = async (userId: string) => {
    const cookie = ((await signIn.enterAs(userId)) ?? []).map((line) => line.split(';')[0]).join('; ')
    return {
      get: (url: string) => app.inject({ method: 'GET', url, headers: { cookie } }),
      post: (url: string, payload: object, key: string = crypto.randomUUID()) =>
        app.inject({ method: 'POST', url, payload, headers: { cookie, 'idempotency-key': key } }),
    }
  }
  return { ...house, as }
}

export type StoryHouse = Awaited<ReturnType<typeof appWithStory>>
export type Requests = Awaited<ReturnType<StoryHouse['as']>>
