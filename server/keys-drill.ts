import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { backUp } from '../database/backup.ts'
import { keyRows, openedKeys } from '../database/data-keys.ts'
import { startEmbeddedServer } from '../database/embedded-server.ts'
import { openRows } from '../database/open-rows.ts'
import { restore } from '../database/restore.ts'
import {
  KeyTrouble,
  keyFileName,
  makeWrappingKey,
  readWrappingKeys,
  unwrapKey,
  type WrappingKeys,
} from '../database/wrapping-keys.ts'
import { settingsWith } from './command-settings.ts'
import type { Settings } from './settings.ts'
import { placeKeys, wrappingKeysOf } from './wrapping-keys-of.ts'
import { WrongUse } from './wrong-use.ts'

const say = (line: string) => void process.stderr.write(`${line}\n`)

/** One step of the rehearsal as it is told, and whether it went as it must. */
type Step = { holds: boolean; words: string }

/**
 * `keys drill`: on a copy, everything that must go well on the day when it counts. The copy is a backup made now, or the
 * one named by --from with its --keys; --on-this-copy takes the database that DATABASE_URL names, restored from a dump.
 */
export async function keysDrill(args: string[]): Promise<number> {
  const options = { from: { type: 'string' }, keys: { type: 'string' }, 'on-this-copy': { type: 'boolean' } } as const
  const { settings, values } = settingsWith(args, options)
  const { from, keys } = values as { from?: string; keys?: string }
  if ((from === undefined) !== (keys === undefined)) throw new WrongUse('--from DIR and --keys FILE come together')
  const wrappingKeys =
    keys === undefined ? wrappingKeysOf(settings) : () => readWrappingKeys(readFileSync(keys, 'utf8'))
  const begun = Date.now()
  const steps = await (settings.database === null
    ? onRestored(settings, { from: from ?? null, wrappingKeys })
    : onNamedCopy(settings, values['on-this-copy'] === true))
  for (const { holds, words } of steps) process.stdout.write(`${holds ? 'holds' : 'FAILS'}  ${words}\n`)
  const holds = steps.every((step) => step.holds)
  const verdict = holds ? 'The drill holds' : 'The drill failed'
  process.stdout.write(`${verdict}: ${steps.length} steps in ${Math.round((Date.now() - begun) / 1000)} seconds.\n`)
  return holds ? 0 : 1
}

async function onRestored(
  settings: Settings,
  { from, wrappingKeys }: { from: string | null; wrappingKeys: WrappingKeys },
): Promise<Step[]> {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-drill-'))
  try {
    const backup = from ?? join(folder, 'backup')
    const ids = wrappingKeys().map(({ id }) => id)
    if (from === null) await backUp({ data: settings.dataFolder, to: backup, keys: ids, say })
    const copy = join(folder, 'copy')
    const { files } = await restore({ from: backup, data: copy, say })
    const server = await startEmbeddedServer({ folder: join(copy, 'database'), say })
    try {
      const run = (words: string[], env: Record<string, string> = {}) =>
        command([...words, '--data', copy], { EVENKEEL_MODE: 'demonstration', ...env })
      const locked = await run(['keys', 'status'])
      const refused: Step = {
        holds: locked.code === 2 && locked.errors.includes('encryption keys are missing'),
        words: 'without its keys the copy does not start, and the refusal names what is missing',
      }
      placeKeys(join(copy, keyFileName), wrappingKeys())
      const restored: Step = {
        holds: true,
        words: `a backup of ${files.length} files was restored, with the keys ${ids.join(', ')} beside it`,
      }
      return [
        restored,
        refused,
        ...(await rehearse({ ownerUrl: server.ownerUrl(settings.databaseName), wrappingKeys, run })),
      ]
    } finally {
      await server.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function onNamedCopy(settings: Settings, isCopy: boolean): Promise<Step[]> {
  if (!isCopy || settings.database === null) {
    const words =
      'Restore your dump into a new database, let DATABASE_URL name that one, and say --on-this-copy: the drill rotates its keys'
    throw new WrongUse(words)
  }
  const run = (words: string[], env: Record<string, string> = {}) =>
    command(words, { ...ofThisProcess(), EVENKEEL_MODE: 'demonstration', ...env })
  // The copy is no production, whatever the settings say of the house that it was taken from.
  return rehearse({ ownerUrl: settings.database.owner, wrappingKeys: wrappingKeysOf(settings), run })
}

type Ran = { code: number | null; signal: NodeJS.Signals | null; output: string; errors: string }
type Rehearsal = {
  ownerUrl: string
  wrappingKeys: WrappingKeys
  run: (words: string[], env?: Record<string, string>) => Promise<Ran>
}

async function rehearse({ ownerUrl, wrappingKeys, run }: Rehearsal): Promise<Step[]> {
  const steps: Step[] = []
  const before = await openAll(ownerUrl, wrappingKeys)
  steps.push(opens('before the rotation', before))
  const killed = await run(['keys', 'rotate'], { EVENKEEL_CRASH_AT: 'encrypted-batch:3' })
  const half = await openAll(ownerUrl, wrappingKeys)
  steps.push({ holds: killed.signal === 'SIGKILL', words: 'a rotation was killed in its third batch' })
  steps.push(opens(`after the kill, under ${half.keysInUse} data keys`, half))
  const finished = await run(['keys', 'rotate'])
  const after = await openAll(ownerUrl, wrappingKeys)
  steps.push({ holds: finished.code === 0, words: `the next run finished it: ${lastLine(finished)}` })
  steps.push(opens(`after the rotation, under ${after.keysInUse} data keys`, after))
  steps.push({
    holds: after.values >= before.values,
    words: `no value is gone: ${before.values} before, ${after.values} after`,
  })
  steps.push({ holds: after.retiredInUse === 0, words: 'nothing stands under a retired data key' })
  steps.push(await withAnotherKey(ownerUrl, wrappingKeys))
  for (const words of [
    ['ledger', 'verify'],
    ['audit', 'verify'],
  ]) {
    const verified = await run(words)
    steps.push({ holds: verified.code === 0, words: `${words.join(' ')}: ${lastLine(verified)}` })
  }
  return steps
}

type All = { values: number; plain: number; troubles: string[]; keysInUse: number; retiredInUse: number }

function opens(when: string, { values, plain, troubles }: All): Step {
  const [first] = troubles
  const words = `${values - troubles.length - plain} of ${values} values open ${when}`
  return {
    holds: troubles.length === 0 && plain === 0 && values > 0,
    words: first === undefined ? words : `${words}; not ${first}`,
  }
}

function openAll(ownerUrl: string, wrappingKeys: WrappingKeys): Promise<All> {
  return asOwner(ownerUrl, async (client) => {
    const { all } = await openedKeys(client, { wrappingKeys })
    const { keysInUse, ...opened } = await openRows(client, all)
    const retired = (await keyRows(client)).filter(({ retired_at }) => retired_at !== null)
    const retiredInUse = retired.filter(({ number }) => keysInUse.has(number)).length
    return { ...opened, keysInUse: keysInUse.size, retiredInUse }
  })
}

// Of the same name and other bytes: whoever has everything but the key has nothing.
function withAnotherKey(ownerUrl: string, wrappingKeys: WrappingKeys): Promise<Step> {
  return asOwner(ownerUrl, async (client) => {
    const others = wrappingKeys().map(({ id }) => ({ id, bytes: makeWrappingKey().bytes }))
    const rows = await keyRows(client)
    const unwrapped = rows.filter((row) => {
      try {
        unwrapKey(others, row)
        return true
      } catch (error) {
        if (error instanceof KeyTrouble && error.kind === 'wrong_key') return false
        throw error
      }
    })
    const guessed = new Map(rows.map(({ number }) => [number, { number, bytes: makeWrappingKey().bytes }]))
    const { values, plain, troubles } = await openRows(client, guessed)
    return {
      holds: unwrapped.length === 0 && plain === 0 && troubles.length === values,
      words: `with other keys of the same names none of ${rows.length} data keys and none of ${values} values opens`,
    }
  })
}

async function asOwner<T>(ownerUrl: string, deed: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return await deed(client)
  } finally {
    await client.end()
  }
}

function lastLine({ output, errors }: Ran): string {
  return (output.trim() || errors.trim()).split('\n').at(-1) ?? ''
}

function ofThisProcess(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

// Of the settings of this process only what the system needs: a copy must reach neither the database nor the partners.
function command(words: string[], env: Record<string, string>): Promise<Ran> {
  const { PATH = '', HOME = '', TMPDIR } = process.env
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...words], {
      env: { PATH, HOME, ...(TMPDIR === undefined ? {} : { TMPDIR }), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const ran: Ran = { code: null, signal: null, output: '', errors: '' }
    child.stdout.on('data', (piece) => (ran.output += piece))
    child.stderr.on('data', (piece) => (ran.errors += piece))
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ ...ran, code, signal }))
  })
}
