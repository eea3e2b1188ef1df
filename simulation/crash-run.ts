import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type CrashOrder, ServerEnded, startCrashServer } from './crash-server.ts'
import { copyData, type Prepared, type StageName, stages } from './crash-stages.ts'
import { differences, standingOf } from './crash-standing.ts'
import { advanceTo, confirmStory } from './crash-story.ts'

export type CrashRun = {
  name: string
  /** A point, or a share of the time that the stage takes without a crash. */
  order: { crashAt: string } | { killWithin: number }
  /** The snapshot to begin with, and the stage at whose end books and partners are compared. */
  from: StageName
  to: StageName
}

export type CrashOutcome = {
  name: string
  /** False: the server was done before the moment to die came. */
  died: boolean
  /** In words, what is not as without the crash. */
  wrong: string[]
  repeats: string[]
  seconds: number
}

/**
 * Plays from a snapshot with a server that dies, starts it again, plays on, and compares with the undisturbed run. The
 * folder stays when something is wrong.
 */
export async function runCrash(folder: string, run: CrashRun, prepared: Prepared): Promise<CrashOutcome> {
  const began = performance.now()
  const outcome = (rest: Omit<CrashOutcome, 'name' | 'seconds'>): CrashOutcome => ({
    name: run.name,
    ...rest,
    seconds: (performance.now() - began) / 1000,
  })
  const snapshot = prepared.snapshots.get(run.from)
  const undisturbed = prepared.undisturbed.get(run.to)
  if (snapshot === undefined || undisturbed === undefined) throw new Error(`${run.from} to ${run.to} is not prepared`)
  const data = await copyData(snapshot, join(folder, run.name.replaceAll(/[: ]/g, '-')))
  try {
    const died = await playUntilItDies(data, run, prepared)
    const after = await playOn(data, run, prepared.env)
    const wrong = differences(undisturbed, after)
    if (!died && 'crashAt' in run.order) wrong.push('the point was never passed')
    if (wrong.length === 0) rmSync(data, { recursive: true })
    return outcome({ died, wrong, repeats: after.repeats })
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    return outcome({ died: true, wrong: [`the server could not go on: ${words}`], repeats: [] })
  }
}

async function playUntilItDies(data: string, run: CrashRun, { env, playedMs }: Prepared): Promise<boolean> {
  const order: CrashOrder =
    'crashAt' in run.order
      ? run.order
      : { killAfterMs: Math.round(run.order.killWithin * (playedMs.get(run.from) ?? 0)) }
  try {
    const server = await startCrashServer(data, order, env)
    await play(server, run)
    await server.stop()
    return false
  } catch (error) {
    if (error instanceof ServerEnded && error.signal === 'SIGKILL') return true
    throw error
  }
}

async function playOn(data: string, run: CrashRun, env: NodeJS.ProcessEnv) {
  const server = await startCrashServer(data, {}, env)
  try {
    await play(server, run)
    return await standingOf(data, env)
  } finally {
    await server.stop()
  }
}

async function play(server: Awaited<ReturnType<typeof startCrashServer>>, { from, to }: CrashRun): Promise<void> {
  if (from === 'claims') await confirmStory(server)
  const until = stages.find(({ name }) => name === to)?.until
  if (until === undefined) throw new Error(`there is no stage ${to}`)
  await advanceTo(server, until)
}
