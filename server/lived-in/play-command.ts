import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { verifyBooks } from '../../business/payouts/verify-books-flow.ts'
import { asOperations } from '../../database/act-as.ts'
import { readSettings } from '../settings.ts'
import type { RunningServer } from '../start.ts'
import { wrappingKeysOf } from '../wrapping-keys-of.ts'
import { artefactFile, takeArtefact } from './artefact.ts'
import { playMonths } from './play-months.ts'

/** `play`: plays the months anew and keeps them as the file that every first start loads; exit 1 when they are not sound. */
export async function playCommand(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { to: { type: 'string' } } })
  const say = (line: string) => void process.stderr.write(`${line}\n`)
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-play-'))
  const began = Date.now()
  try {
    const taken = await playMonths(folder, { say }, async (server) => {
      const wrong = await whatIsWrong(server)
      for (const line of wrong) say(line)
      if (wrong.length > 0) return null
      const keys = wrappingKeysOf(readSettings({ EVENKEEL_DATA: folder }))
      return takeArtefact({ ownerUrl: server.databases.urls.owner, outside: join(folder, 'outside'), keys })
    })
    if (taken === null) return 1
    writeFileSync(values.to ?? artefactFile, taken)
    say(`${taken.length} bytes, played in ${Math.round((Date.now() - began) / 1000)} seconds`)
    return 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Every invariant that does not hold, and everything that a job could not do: a play that has any is thrown away. */
async function whatIsWrong({ databases, world }: RunningServer): Promise<string[]> {
  const { operations } = databases
  const troubles = await operations.selectFrom('house.trouble').select(['deed', 'message']).execute()
  const verified = await asOperations(operations, { user: null, now: world.clock.now() }, (db) =>
    verifyBooks(db, world),
  )
  return [
    ...troubles.map(({ deed, message }) => `${deed}: ${message}`),
    ...verified.faults.map(({ words, where }) => `${where}: ${words}`),
  ]
}
