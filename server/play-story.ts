import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { asOperations } from '../database/act-as.ts'
import { zero } from '../libraries/money/index.ts'
import { deeds } from './due.ts'
import { roomRoutes } from './room-routes.ts'
import { seedStory } from './seed.ts'
import { readSettings } from './settings.ts'
import { type RunningServer, startServer } from './start.ts'
import {
  groupPractice,
  otherClient,
  type StorySettings,
  simulatedConfigs,
  soloPractice,
  storyBegins,
  storyCharacters,
  variantClients,
} from './story-network.ts'
import { type StoryOutcome, storyOutcome } from './story-outcome.ts'
import { storyPlayer } from './story-player.ts'
import { describeStory } from './story-timeline.ts'

export const variants = [
  'pays_in_june',
  'pays_late',
  'pays_less',
  'denies',
  'never_answers',
  'takes_back',
  'sends_twice',
] as const

export type Variant = (typeof variants)[number]

export type PlayedStory = { outcome: StoryOutcome; timeline: string }

/**
 * Plays one variant from confirmation to its last event: the real server on a database of its own in the folder's cluster,
 * the world outside as processes of their own, everything over HTTP and SFTP.
 */
export async function playVariant(folder: string, name: Variant, settings: StorySettings): Promise<PlayedStory> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const server = await startServer(
    { ...readSettings({ EVENKEEL_DATA: folder, PORT: '0' }), databaseName: `story_${name}` },
    {
      deeds,
      rooms: roomRoutes,
      seed: seedStory(settings, { withSessions: false }),
      characters: storyCharacters,
      simulated: simulatedConfigs(settings),
      clockBegins: storyBegins(settings),
      logger: pino({ level: 'fatal' }),
    },
  )
  try {
    return await play(server, folder, name, settings)
  } finally {
    await server.stop()
  }
}

async function play(server: RunningServer, folder: string, name: Variant, settings: StorySettings) {
  const player = storyPlayer(server.url)
  const sessionId = await player.confirm(soloPractice, variantClients[name], settings)
  // Where nothing was paid nothing is taken back, so nobody else's money is touched.
  const takesFromOthers = name === 'takes_back' && settings.otherRate > zero
  if (takesFromOthers) await player.confirm(groupPractice, otherClient, settings)
  let before = await player.now()
  for (let now = await player.nextEvent(); now !== before; now = await player.nextEvent()) before = now

  const { world, databases } = server
  await refuseTrouble(server)
  return asOperations(databases.operations, { user: null, now: world.clock.now() }, async (db) => {
    const filesFolder = join(folder, 'files', name)
    const played = { name, on: settings.on, practiceId: soloPractice.id, sessionId, filesFolder }
    const outcome = await storyOutcome(db, world, played)
    return { outcome, timeline: await describeStory(db, world, { ...played, outcome }) }
  })
}

/** A story in which something failed is no story: what a tick could not do is told instead of its figures. */
async function refuseTrouble({ databases }: RunningServer): Promise<void> {
  const troubles = await databases.operations.selectFrom('house.trouble').select(['deed', 'message']).execute()
  if (troubles.length === 0) return
  throw new Error(troubles.map(({ deed, message }) => `${deed}: ${message}`).join('\n'))
}
