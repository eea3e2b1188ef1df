import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Api, Routes } from '../business/routes.ts'
import type { Db, Deed, Ids, World } from '../business/world.ts'
import type { Instant } from '../libraries/calendar/index.ts'
import { openAccounts } from './accounts.ts'
import { type AdvanceDoors, type Advanced, advanceClock, catchUp, tickBetweenAdvances } from './advance-clock.ts'
import { createApp } from './app.ts'
import { witnessThatCrashes } from './crash-point.ts'
import { demonstrationDoors } from './demonstration/demonstration-doors.ts'
import { triedFile } from './demonstration/tried-things.ts'
import { type Character, demonstrationOf } from './demonstration.ts'
import { startJobs } from './jobs.ts'
import { linksAt } from './links.ts'
import { makeLogger } from './make-logger.ts'
import { type Databases, openDatabases } from './open-databases.ts'
import { openSignInOf, openWorld } from './open-house.ts'
import { type OpenOutside, openOutside } from './open-outside.ts'
import { demonstrationBegins, type StandingClock } from './operator-clock.ts'
import { deliverMail } from './outside/mail.ts'
import type { Settings } from './settings.ts'
import type { SignIn } from './sign-in.ts'
import { payersOf, type SimulatedConfigs } from './simulated-outside.ts'
import { type Ticked, tick } from './tick.ts'

/** What a new database is filled with, each time the server starts: what is there already must stay as it is. */
export type Seed = (house: { operations: Db; world: World; signIn: SignIn }) => Promise<void>

export type StartParts = {
  /** What falls due, in the order in which it is done. */
  deeds: readonly Deed[]
  rooms?: readonly Routes[]
  seed?: Seed
  /** The characters whom a visitor of the demonstration may be. */
  characters?: readonly Character[]
  /** What the simulated world outside knows; only the demonstration has one. */
  simulated?: SimulatedConfigs
  /** The moment at which a new demonstration begins. */
  clockBegins?: Instant
  /** The demonstration's way back to the beginning: this server is stopped, and another starts on what it was. */
  startOver?: (() => void) | null
  /** It has just been taken. */
  startedOver?: boolean
  /** Makes the ids; another one gives the same ones at every play. */
  ids?: Ids
  portalsFolder?: string
  logger?: Logger
  say?: (line: string) => void
}

export type RunningServer = {
  url: string
  app: Api
  world: World
  databases: Databases
  signIn: SignIn
  /** Control addresses of the simulated processes by name; none where the outside is real. */
  outsideAddresses: Record<string, string>
  tick(): Promise<Ticked>
  /** Demonstration only. */
  advance(target: Instant | 'next_event'): Promise<Advanced>
  stop(): Promise<void>
}

/**
 * Environment to outside world, and everything between: databases, clock, simulated or real partners, seed, jobs, and the
 * app listening on 127.0.0.1. What was started is stopped again when a later step fails.
 */
export async function startServer(settings: Settings, parts: StartParts): Promise<RunningServer> {
  const { say = () => undefined, logger = makeLogger(settings.logLevel) } = parts
  const started: (() => Promise<void>)[] = []
  const stop = async () => {
    while (started.length > 0) await started.pop()?.()
  }
  const witness = witnessThatCrashes(settings.crashAt, logger)
  try {
    // Neither needs the other; what of them came up is stopped when the other did not.
    const [databases, outside] = await together(
      openDatabases(settings, say).then((databases) => {
        started.unshift(() => databases.close())
        return databases
      }),
      openOutside(settings, parts.simulated ?? null, { witness, logger }).then((outside) => {
        started.push(() => outside.close())
        return outside
      }),
    )
    const clockBegins = parts.clockBegins ?? demonstrationBegins
    const worldParts = { databases, outside: outside.outside, witness, clockBegins }
    const { world, standing } = await openWorld(settings, {
      ...worldParts,
      ...(parts.ids === undefined ? {} : { ids: parts.ids }),
    })
    const running = await run({ settings, parts, databases, outside, world, standing, logger, started })
    return { ...running, stop: once(stop) }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Waits for both even when one fails, so that nothing is still starting when the failure is told. */
async function together<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([one, other])
  return [await one, await other]
}

type Made = { settings: Settings; parts: StartParts; databases: Databases; outside: OpenOutside }

type Ready = Made & {
  world: World
  standing: StandingClock | null
  logger: Logger
  started: (() => Promise<void>)[]
}

async function run({ settings, parts, databases, outside, world: made, standing, logger, started }: Ready) {
  const { operations, portal } = databases
  const origins: string[] = [settings.url]
  // Where the port was chosen at the start, the address with it is the last that was added.
  const typed = () => (settings.port === 0 ? (origins[1] ?? settings.url) : settings.url)
  const world = { ...made, links: linksAt(typed) }
  const signIn = openSignInOf(settings, databases, { origins: () => origins, newId: world.ids.next })
  await parts.seed?.({ operations, world, signIn })

  const deeds = [...parts.deeds, deliverMail(settings.mail, world.ids)]
  const tickDoors = { operations, world, deeds, log: logger }
  let ordersGiven = 0
  const orders = () => ordersGiven
  const advanceDoors = standing === null ? null : { ...tickDoors, clock: standing, outside: outside.controls, orders }
  const accounts = openAccounts({ signInTables: databases.signIn, operations, signIn, world, url: typed })
  const app = await createApp({
    portal,
    operations,
    signIn,
    accounts,
    world,
    mode: settings.mode,
    demonstration:
      advanceDoors === null
        ? null
        : demonstrationOf({
            doors: advanceDoors,
            portal,
            signIn,
            characters: parts.characters ?? [],
            begins: parts.clockBegins ?? demonstrationBegins,
            others: (emailOf) =>
              demonstrationDoors({
                ...tickDoors,
                outsideAddresses: outside.addresses,
                payers: payersOf(parts.simulated),
                triedFile: triedFile(settings),
                emailOf,
                startOver: parts.startOver ?? null,
                startedOver: parts.startedOver ?? false,
                ordered: () => {
                  ordersGiven += 1
                },
                die: settings.supervised ? () => process.kill(process.pid, 'SIGKILL') : null,
              }),
          }),
    portalsFolder: parts.portalsFolder ?? join(settings.dataFolder, 'no-portals'),
    logger,
    origins: () => origins,
    databasePatienceSeconds: settings.databasePatienceSeconds,
    ...(parts.rooms === undefined ? {} : { rooms: parts.rooms }),
  })
  if (advanceDoors !== null) await catchUpAfterStart(advanceDoors)
  const ticking = () => (advanceDoors === null ? tick(tickDoors) : tickBetweenAdvances(advanceDoors))
  const jobs = startJobs(databases.jobs, tickDoors, ticking)
  started.push(() => jobs.stop())
  // The last to start is the first to stop: no request comes in any more while the jobs finish.
  started.push(() => app.close())
  const port = await listen(app, settings.port)
  if (settings.mode === 'demonstration') origins.push(`http://localhost:${port}`, `http://127.0.0.1:${port}`)
  const url = settings.port === 0 ? `http://localhost:${port}` : settings.url
  const advance = async (target: Instant | 'next_event') => {
    if (advanceDoors === null) throw new Error('In production the clock is the machine’s')
    return advanceClock(advanceDoors, target)
  }
  return {
    url,
    app,
    world,
    databases,
    signIn,
    outsideAddresses: outside.addresses,
    tick: ticking,
    advance,
  }
}

// What a crash left undone is done before anybody looks; a partner who does not answer must not keep the pages away.
async function catchUpAfterStart(doors: AdvanceDoors): Promise<void> {
  try {
    await catchUp(doors)
  } catch (error) {
    doors.log.error({ err: error }, 'what was due at the start could not all be done')
  }
}

async function listen(app: Api, port: number): Promise<number> {
  await app.listen({ host: '127.0.0.1', port })
  return (app.server.address() as AddressInfo).port
}

function once(deed: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null
  return () => {
    done ??= deed()
    return done
  }
}
