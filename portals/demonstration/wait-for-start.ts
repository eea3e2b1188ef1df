import { ask } from '../api.ts'
import type { Switchboard } from './demonstration-queries.ts'

const everyMs = 300
const patienceMs = 120_000

/** Waits until the server has been started anew, and answers after how many milliseconds; throws when it stays away. */
export async function waitForStart(former: string): Promise<number> {
  const began = performance.now()
  while (performance.now() - began < patienceMs) {
    const now = await ask<Switchboard>('/api/demonstration/switchboard').catch(() => null)
    if (now !== null && now.boot !== former) return performance.now() - began
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
  throw new Error('the server has not come back')
}
