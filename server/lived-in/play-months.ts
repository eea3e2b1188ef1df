import { join } from 'node:path'
import { pino } from 'pino'
import { asOperations } from '../../database/act-as.ts'
import { startEmbeddedServer } from '../../database/embedded-server.ts'
import { dateIn, type Instant, instantAt } from '../../libraries/calendar/index.ts'
import { deeds } from '../due.ts'
import { seedSessions } from '../seed.ts'
import { readSettings } from '../settings.ts'
import { type RunningServer, startServer } from '../start.ts'
import { aprilStory, storyBegins, zone } from '../story-network.ts'
import { playedMonths } from './habits.ts'
import { planDeeds } from './plan-deeds.ts'
import { plannedIds } from './planned-ids.ts'
import { livedInPlayer } from './player.ts'
import { livedInConfigs, seedLivedIn } from './seed-lived-in.ts'
import { livedInCharacters } from './staff.ts'

/** The moment at which the played months begin: the morning of the first day. */
export const playBegins: Instant = instantAt(playedMonths.from, '07:30', zone)

/**
 * Plays the months in a folder, through the real server and the real simulators, up to the moment at which the story
 * begins, and hands the server that stands there over before it is stopped.
 */
export async function playMonths<Answer>(
  folder: string,
  { until = storyBegins(aprilStory), say }: { until?: Instant; say: (line: string) => void },
  then: (server: RunningServer) => Promise<Answer>,
): Promise<Answer> {
  // A play that is cut short is played again: nothing here has to survive a loss of power.
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
  const database = await startEmbeddedServer({ folder: join(folder, 'database'), settings })
  try {
    const server = await startServer(readSettings({ EVENKEEL_DATA: folder, PORT: '0' }), {
      deeds,
      seed: seedLivedIn,
      characters: livedInCharacters,
      simulated: livedInConfigs(),
      clockBegins: playBegins,
      ids: plannedIds(),
      logger: pino({ level: 'error' }),
    })
    try {
      await play(server, { until, outsideFolder: join(folder, 'outside') }, say)
      return await then(server)
    } finally {
      await server.stop()
    }
  } finally {
    await database.stop()
  }
}

async function play(
  server: RunningServer,
  { until, outsideFolder }: { until: Instant; outsideFolder: string },
  say: (line: string) => void,
): Promise<void> {
  const perform = livedInPlayer(server, outsideFolder)
  let month = ''
  for (const deed of planDeeds({ from: playedMonths.from, until, seed: playedMonths.seed })) {
    await server.advance(deed.at)
    await perform(deed)
    const on = dateIn(deed.at, zone)
    if (on.slice(0, 7) !== month) say(`playing ${on}`)
    month = on.slice(0, 7)
  }
  await server.advance(until)
  const { databases, world } = server
  await asOperations(databases.operations, { user: null, now: world.clock.now() }, (db) =>
    seedSessions(db, world, aprilStory),
  )
}
