import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock, Ids, Outside, World } from '../business/world.ts'
import type { Instant } from '../libraries/calendar/index.ts'
import { makeIds } from './ids.ts'
import { makeWorld } from './make-world.ts'
import { type Databases, openDatabases } from './open-databases.ts'
import { demonstrationBegins, machineClock, openStandingClock, type StandingClock } from './operator-clock.ts'
import { ensureOperator } from './operator-store.ts'
import { outsideThatIsAway } from './outside-that-is-away.ts'
import type { Settings } from './settings.ts'
import { openSignIn, type SignIn } from './sign-in.ts'
import type { Seed } from './start.ts'

export type House = { databases: Databases; world: World }

/**
 * The house without doors, for one deed of the command line: databases, clock and files, nobody outside, no jobs. A server
 * on the same data goes on beside it.
 */
export async function inHouse<T>(
  settings: Settings,
  { seed }: { seed: Seed | null },
  deed: (house: House) => Promise<T>,
): Promise<T> {
  const databases = await openDatabases(settings, () => undefined)
  try {
    const parts = { databases, outside: outsideThatIsAway, clockBegins: demonstrationBegins }
    const { world } = await openWorld(settings, parts)
    const signIn = openSignInOf(settings, databases, { origins: () => [settings.url], newId: world.ids.next })
    await seed?.({ operations: databases.operations, world, signIn })
    return await deed({ databases, world })
  } finally {
    await databases.close()
  }
}

type WorldOf = {
  databases: Databases
  outside: Outside
  clockBegins: Instant
  witness?: World['witness']
  ids?: Ids
}

/** The world of the rooms: in a demonstration with the clock that stands, in production with the machine's. */
export async function openWorld(
  { mode, zone, operatorName }: Settings,
  { databases, outside, clockBegins, witness, ids = makeIds() }: WorldOf,
): Promise<{ world: World; standing: StandingClock | null }> {
  const { operations } = databases
  const standing = mode === 'demonstration' ? await openStandingClock(operations, clockBegins) : null
  const clock: Clock = standing ?? machineClock
  const operator = await ensureOperator(operations, { id: ids.next(), name: operatorName, zone, at: clock.now() })
  const world = makeWorld({ clock, ids, zone, operator, outside, ...(witness === undefined ? {} : { witness }) })
  return { world, standing }
}

export function openSignInOf(
  settings: Settings,
  databases: Databases,
  { origins, newId }: { origins: () => readonly string[]; newId: () => string },
): SignIn {
  return openSignIn({
    db: databases.signIn,
    mode: settings.mode,
    url: settings.url,
    origins,
    secret: settings.signInSecret ?? keptSecret(settings.dataFolder),
    newId,
  })
}

// The demonstration's own secret for session cookies: made once, so that a restart signs nobody out.
function keptSecret(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'sign-in-secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flush: true })
  return readFileSync(file, 'utf8')
}
