import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { Browser } from 'playwright-core'
import { testDatabase, testKeys } from '../database/test-database.ts'
import { printWrappingKeys } from '../database/wrapping-keys.ts'
import { deeds } from '../server/due.ts'
import { openPortals } from '../server/open-portals.ts'
import { roomRoutes } from '../server/room-routes.ts'
import { seedStoryNetwork } from '../server/seed.ts'
import { readSettings } from '../server/settings.ts'
import { type RunningServer, type StartParts, startServer } from '../server/start.ts'
import { aprilStory, simulatedConfigs, storyCharacters } from '../server/story-network.ts'
import { launchBrowser } from './browser.ts'

/** For browser tests: the real server with its simulated partners on a database of its own, and a Chromium. */
export type FlowHouse = {
  server: RunningServer
  browser: Browser
  /** Its data folder; below `outside` each partner has one of its own. */
  folder: string
  close(): Promise<void>
}

export async function openFlowHouse(parts: Partial<StartParts> = {}): Promise<FlowHouse> {
  const [portals, database, browser] = await Promise.all([
    openPortals(() => undefined),
    testDatabase(),
    launchBrowser(),
  ])
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-browser-'))
  const { owner, portal, operations, sign_in } = database.urls
  const settings = {
    ...readSettings({ EVENKEEL_DATA: folder, PORT: '0' }),
    database: { owner, portal, operations, signIn: sign_in },
    encryptionKeys: printWrappingKeys(testKeys()),
  }
  const server = await startServer(settings, {
    deeds,
    rooms: roomRoutes,
    seed: seedStoryNetwork,
    characters: storyCharacters,
    simulated: simulatedConfigs(aprilStory),
    portalsFolder: portals.folder,
    logger: pino({ level: 'silent' }),
    ...parts,
  })
  const close = async () => {
    await browser.close()
    await server.stop()
    await database.close()
    portals.letGo()
    rmSync(folder, { recursive: true, force: true })
  }
  return { server, browser, folder, close }
}
