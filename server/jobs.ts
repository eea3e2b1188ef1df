import { type Runner, run, Logger as WorkerLogger } from 'graphile-worker'
import { type Kysely, sql } from 'kysely'
import type pg from 'pg'
import type { Logger } from 'pino'
import type { Db } from '../business/world.ts'
import { type TickDoors, tick } from './tick.ts'

export type Jobs = { stop(): Promise<void> }

const everyMinuteMs = 60_000

/**
 * Asks for a tick as soon as the transaction that asks is committed. However often it is asked, one waits. The tick's own
 * lock keeps it single: a named queue would stay locked for hours when a process dies in the middle of one.
 */
export async function tickSoon<T>(db: Kysely<T>): Promise<void> {
  await sql`
    select graphile_worker.add_job('tick', payload => '{}'::json, job_key => 'tick', max_attempts => 25)
  `.execute(db)
}

/**
 * Runs the jobs under the operations connection until stopped, asks for a tick every minute, and begins again when the
 * database was away.
 */
export function startJobs(pool: pg.Pool, doors: TickDoors, ticking: () => Promise<unknown> = () => tick(doors)): Jobs {
  let stopping = false
  let runner: Runner | null = null
  let wake = () => undefined as undefined
  const clockwork = setInterval(() => void askQuietly(doors.operations), everyMinuteMs)
  const running = (async () => {
    while (!stopping) {
      try {
        runner = await run(runnerOptions(pool, doors, ticking))
        endOnTrouble(runner)
        if (stopping) await runner.stop()
        else await tickSoon(doors.operations)
        await runner.promise
      } catch (error) {
        if (!stopping) doors.log.warn({ err: error }, 'the job runner stopped and begins again')
        // It may still run, and hold connections that the pool would wait for at the end.
        await runner?.stop().catch(() => undefined)
      }
      runner = null
      if (!stopping) await pause(1000, (early) => (wake = early))
    }
  })()
  return {
    async stop() {
      stopping = true
      clearInterval(clockwork)
      wake()
      await runner?.stop().catch(() => undefined)
      await running
    },
  }
}

// Its workers ask for the kinds of jobs once and keep the answer, a failure too (graphile-worker 0.18.0,
// dist/taskIdentifiers.js): a connection that broke right then would leave them failing for ever. A new runner asks anew.
function endOnTrouble(runner: Runner): void {
  runner.events.on('worker:getJob:error', () => void runner.stop().catch(() => undefined))
}

function runnerOptions(pool: pg.Pool, doors: TickDoors, ticking: () => Promise<unknown>) {
  return {
    pgPool: pool,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2000,
    logger: workerLogger(doors.log),
    // Without batches the runner does not wait for a job's completion to be recorded, and a connection that breaks right
    // then would end the process as an unhandled rejection (graphile-worker 0.18.0, dist/worker.js).
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    taskList: {
      tick: async () => {
        await ticking()
      },
    },
  }
}

// A database that is away loses nothing: the next minute, or the runner's next start, asks again.
async function askQuietly(operations: Db): Promise<void> {
  await tickSoon(operations).catch(() => undefined)
}

function workerLogger(log: Logger): WorkerLogger {
  return new WorkerLogger(() => (level, message) => {
    if (level === 'error') log.error(message)
    else if (level === 'warning') log.warn(message)
    else log.debug(message)
  })
}

function pause(ms: number, handOut: (early: () => undefined) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    handOut(() => {
      clearTimeout(timer)
      resolve()
      return undefined
    })
  })
}
