import { randomUUID } from 'node:crypto'
import { type Standing, standing } from '../../business/operations/standing-flow.ts'
import { testDepositsWhere } from '../../business/payouts/test-deposit-store.ts'
import type { Db, World } from '../../business/world.ts'
import { asOperations } from '../../database/act-as.ts'
import { type CalendarDate, dateIn } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import type { Persona } from '../demonstration-routes.ts'
import {
  findPage,
  type Happening,
  type Letter,
  latestHappenings,
  lettersSent,
  type SwitchableSession,
  switchableSessions,
} from './demonstration-report-store.ts'
import { sayHappening } from './say-happening.ts'
import { type ClaimStands, claimStands, type SwitchName } from './switches.ts'
import { thingsToTry } from './things-to-try.ts'
import { triedThings } from './tried-things.ts'
import { type SwitchDoors, turnSwitch } from './turn-switch.ts'

export type OfferedThing = {
  id: string
  title: string
  what: string
  /** Who one is while doing it; null where nobody has to be signed in. */
  persona: Persona | null
  path: string
  done: boolean
}

export type OfferedSession = Pick<
  SwitchableSession,
  'id' | 'practiceName' | 'clientName' | 'startsAt' | 'payerName'
> & {
  stands: ClaimStands | 'to_confirm'
}

/** What a visitor of the demonstration may do beside signing in: try, read letters, break things, start over. */
export type DemonstrationDoors = {
  /** Another one at every start, so that a page can tell that the server has been started anew. */
  boot: string
  /** This server stands at the beginning because somebody started over. */
  startedOver: boolean
  things(personas: readonly Persona[]): Promise<OfferedThing[]>
  tried(id: string): boolean
  letters(find: string): Promise<Letter[]>
  /** What a practice's own bank would show of our test deposit; empty until it is there. */
  statementOf(bankAccountId: string): Promise<{ on: CalendarDate; text: string; cents: Cents }[]>
  sessions(): Promise<OfferedSession[]>
  happenings(): Promise<Happening[]>
  standing(): Promise<Standing>
  turn(name: SwitchName, sessionId: string | null): Promise<{ words: string }>
  /** Null where the database is not our own. */
  startOver: (() => void) | null
  /** Ends the process; null where nobody would start it again. */
  die: (() => void) | null
}

type Given = Omit<SwitchDoors, 'operations' | 'world'> & {
  operations: Db
  world: World
  triedFile: string
  emailOf: (persona: Persona) => string | null
  startOver: (() => void) | null
  startedOver: boolean
}

export function demonstrationDoors(given: Given): DemonstrationDoors {
  const { operations, world, startOver, die } = given
  const tried = triedThings(given.triedFile)
  const read = <T>(deed: (db: Db) => Promise<T>) =>
    asOperations(operations, { user: null, now: world.clock.now() }, deed)
  return {
    boot: randomUUID(),
    startedOver: given.startedOver,
    async things(personas) {
      const done = tried.all()
      const offered = await read(async (db) => {
        const found: OfferedThing[] = []
        for (const { id, title, what, as, page } of thingsToTry) {
          const persona = as === null ? null : (personas.find((each) => given.emailOf(each) === as) ?? null)
          const path = await findPage(db, page)
          if (path === null || (as !== null && persona === null)) continue
          found.push({ id, title, what, persona, path, done: done.has(id) })
        }
        return found
      })
      return offered
    },
    tried(id) {
      if (!thingsToTry.some((thing) => thing.id === id)) return false
      tried.add(id)
      return true
    },
    letters: (find) => read((db) => lettersSent(db, find)),
    async statementOf(bankAccountId) {
      const today = dateIn(world.clock.now(), world.zone)
      const deposits = await read((db) => testDepositsWhere(db, { bankAccountId }))
      return deposits
        .filter(({ settlesOn }) => settlesOn <= today)
        .map(({ settlesOn, code, cents }) => ({ on: settlesOn, text: `EVENKEEL ACCTVERIFY ${code}`, cents }))
    },
    async sessions() {
      const sessions = await read((db) => switchableSessions(db, { now: world.clock.now() }))
      return sessions.map((session) => {
        const { id, practiceName, clientName, startsAt, payerName } = session
        const stands = session.confirmedAt === null ? 'to_confirm' : claimStands(session)
        return { id, practiceName, clientName, startsAt, payerName, stands }
      })
    },
    happenings: async () => (await read((db) => latestHappenings(db))).map(sayHappening),
    standing: () => read(async (db) => standing(db, world, await filesCounted(db))),
    turn: (name, sessionId) => turnSwitch(given, name, sessionId),
    startOver,
    die,
  }
}

async function filesCounted(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('house.file')
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
