import { chmodSync, mkdirSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { startCrashServer } from './crash-server.ts'
import { type Standing, standingOf } from './crash-standing.ts'
import { advanceTo, confirmStory, prepareStory } from './crash-story.ts'

/** The parts of the story, in order: each run begins with the snapshot of one, and is compared at its end or a later one's. */
export const stages = [
  { name: 'claims', until: '2026-04-29T12:00:00.000Z' },
  { name: 'payday', until: '2026-06-01T12:00:00.000Z' },
  { name: 'answers', until: '2026-08-01T12:00:00.000Z' },
  { name: 'end', until: '2027-04-01T12:00:00.000Z' },
] as const

export type StageName = (typeof stages)[number]['name']

export type Prepared = {
  env: NodeJS.ProcessEnv
  /** The data folder as it stood when the stage began. */
  snapshots: Map<StageName, string>
  undisturbed: Map<StageName, Standing>
  /** From the start of the server's process to the end of the stage. */
  playedMs: Map<StageName, number>
}

/** Plays the story once without a crash, through the last of the stages asked for, and keeps what it came to. */
export async function prepareStages(folder: string, last: StageName, env: NodeJS.ProcessEnv): Promise<Prepared> {
  const prepared: Prepared = { env, snapshots: new Map(), undisturbed: new Map(), playedMs: new Map() }
  const data = openFolder(join(folder, 'undisturbed'))
  const server = await startCrashServer(data, {}, env)
  await prepareStory(server, data)
  await server.stop()
  for (const { name, until } of stages) {
    prepared.snapshots.set(name, await copyData(data, join(folder, `before-${name}`)))
    const began = performance.now()
    const playing = await startCrashServer(data, {}, env)
    if (name === 'claims') await confirmStory(playing)
    await advanceTo(playing, until)
    prepared.playedMs.set(name, performance.now() - began)
    prepared.undisturbed.set(name, await standingOf(data, env))
    await playing.stop()
    if (name === last) break
  }
  return prepared
}

/** A copy of a data folder whose server is not running. */
export async function copyData(from: string, to: string): Promise<string> {
  await cp(from, openFolder(to), { recursive: true })
  chmodSync(to, 0o711)
  return to
}

// Others may pass through: as root the database runs as another user, who must reach its folder.
function openFolder(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  chmodSync(folder, 0o711)
  return folder
}
