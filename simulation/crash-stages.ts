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
  { name: 'takeback', until: '2026-12-01T12:00:00.000Z' },
  { name: 'end', until: '2027-04-01T12:00:00.000Z' },
] as const

export type StageName = (typeof stages)[number]['name']

export type Prepared = {
  env: NodeJS.ProcessEnv
  /** The data folder as it stood when the stage began. */
  snapshots: Map<StageName, string>
  undisturbed: Map<StageName, Standing>
  /** From the copy of the data to the end of the stage. */
  playedMs: Map<StageName, number>
}

/**
 * Plays the story once without a crash, as far as the runs need it, and keeps what it came to at their ends. The server
 * is stopped only where a run begins: a database is copied while nobody writes to it.
 */
export async function prepareStages(
  folder: string,
  runs: readonly { from: StageName; to: StageName }[],
  env: NodeJS.ProcessEnv,
): Promise<Prepared> {
  const prepared: Prepared = { env, snapshots: new Map(), undisturbed: new Map(), playedMs: new Map() }
  const data = openFolder(join(folder, 'undisturbed'))
  let server = await startCrashServer(data, {}, env)
  await prepareStory(server, data)
  const last = stages.findLastIndex(({ name }) => runs.some(({ to }) => to === name))
  for (const { name, until } of stages.slice(0, last + 1)) {
    const began = performance.now()
    if (runs.some(({ from }) => from === name)) {
      await server.stop()
      prepared.snapshots.set(name, await copyData(data, join(folder, `before-${name}`)))
      server = await startCrashServer(data, {}, env)
    }
    if (name === 'claims') await confirmStory(server)
    await advanceTo(server, until)
    prepared.playedMs.set(name, performance.now() - began)
    if (runs.some(({ to }) => to === name)) prepared.undisturbed.set(name, await standingOf(data, env))
  }
  await server.stop()
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
