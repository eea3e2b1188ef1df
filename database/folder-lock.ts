import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'

export type Held = { release: () => void }

const busy = 5

/** Waits until nobody else holds the lock file, in this process or another. A process that dies lets go of it. */
export async function lockAlone(file: string, patienceMs = 120_000): Promise<Held> {
  const giveUpAt = performance.now() + patienceMs
  for (;;) {
    const held = tryLockAlone(file)
    if (held !== null) return held
    if (performance.now() > giveUpAt) throw new Error(`${file} is held by another process for too long`)
    await pause(20)
  }
}

/** The lock alone, or null when anyone else holds it. */
export function tryLockAlone(file: string): Held | null {
  return take(file, 'begin exclusive')
}

/** The lock together with others: it keeps everyone from having it alone. Null while someone has it alone. */
export function tryLockTogether(file: string): Held | null {
  return take(file, 'begin; select count(*) from sqlite_master')
}

// SQLite holds its file by locks of the operating system, which end with the process, whatever ends it; Node has no
// other door to them. Nothing is ever written to the file.
function take(file: string, statement: string): Held | null {
  const lock = new DatabaseSync(file, { timeout: 0 })
  try {
    lock.exec(statement)
    return { release: () => lock.close() }
  } catch (error) {
    lock.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === busy) return null
    throw error
  }
}
