import { existsSync, renameSync, writeFileSync } from 'node:fs'
import type pg from 'pg'
import { asOperations } from '../database/act-as.ts'
import { asKeeper, isUnfinished, keyRows, rewrapDataKeys, rotateDataKeys } from '../database/data-keys.ts'
import { countValues } from '../database/encrypt-rows.ts'
import { makeWrappingKey, printWrappingKeys } from '../database/wrapping-keys.ts'
import { recordAudit } from './audit-store.ts'
import { settingsWith } from './command-settings.ts'
import { witnessThatCrashes } from './crash-point.ts'
import { makeIds } from './ids.ts'
import { type Databases, openDatabases } from './open-databases.ts'
import { clockAsItStands } from './operator-clock.ts'
import type { Settings } from './settings.ts'
import { keyFileOf, wrappingKeysOf } from './wrapping-keys-of.ts'
import { WrongUse } from './wrong-use.ts'

const say = (line: string) => void process.stderr.write(`${line}\n`)
const tell = (line: string) => void process.stdout.write(`${line}\n`)

/** `keys status [--json]`: which keys hold, and how many values stand under each; exit 1 while a rotation is unfinished. */
export async function keysStatus(args: string[]): Promise<number> {
  const { settings, values } = settingsWith(args, { json: { type: 'boolean' } })
  return within(settings, async ({ urls }) => {
    const status = await asKeeper({ ownerUrl: urls.owner }, (client) => statusOf(client, settings))
    if (values.json === true) tell(JSON.stringify(status))
    else for (const line of describeStatus(status)) tell(line)
    return status.finished ? 0 : 1
  })
}

/** `keys rotate`: new data keys, everything encrypted anew; exit 1 where a value does not open, with its place. */
export async function keysRotate(args: string[]): Promise<number> {
  const { settings } = settingsWith(args, {})
  return within(settings, async (databases) => {
    const witness = witnessThatCrashes(settings.crashAt, { trace: () => undefined })
    const rotated = await rotateDataKeys({
      ownerUrl: databases.urls.owner,
      wrappingKeys: wrappingKeysOf(settings),
      at: new Date(),
      onBatch: () => witness('encrypted-batch'),
    })
    const what = rotated.continued
      ? 'finished the rotation that was cut short'
      : `made the data keys ${rotated.made.join(', ')}`
    await keepInAudit(databases, `keys rotate: ${what}`)
    tell(`${what[0]?.toUpperCase()}${what.slice(1)}; ${rotated.rows} rows were encrypted anew.`)
    for (const trouble of rotated.troubles) say(trouble)
    return rotated.troubles.length === 0 ? 0 : 1
  })
}

/** `keys rewrap [--new]`: the data keys under the first of the operator's keys; no value changes. */
export async function keysRewrap(args: string[]): Promise<number> {
  const { settings, values } = settingsWith(args, { new: { type: 'boolean' } })
  return within(settings, async (databases) => {
    if (values.new === true) addOwnKey(settings)
    const { by, rewrapped } = await rewrapDataKeys({
      ownerUrl: databases.urls.owner,
      wrappingKeys: wrappingKeysOf(settings),
      at: new Date(),
    })
    await keepInAudit(databases, `keys rewrap: ${rewrapped} data keys by ${by}`)
    tell(`${rewrapped} data keys are wrapped with ${by} now. Keep the former keys as long as a backup needs them.`)
    return 0
  })
}

type Status = {
  wrappingKeys: { id: string; wraps: number[]; current: boolean }[]
  dataKeys: { number: number; purpose: string; madeAt: Date; retiredAt: Date | null; values: number }[]
  plain: number
  finished: boolean
}

async function statusOf(client: pg.ClientBase, settings: Settings): Promise<Status> {
  const rows = await keyRows(client)
  const counted = await countValues(client)
  return {
    wrappingKeys: wrappingKeysOf(settings)().map(({ id }, at) => ({
      id,
      current: at === 0,
      wraps: rows.filter((row) => row.wrapped_by === id).map(({ number }) => number),
    })),
    dataKeys: rows.map(({ number, purpose, made_at: madeAt, retired_at: retiredAt }) => {
      return { number, purpose, madeAt, retiredAt, values: counted.get(number) ?? 0 }
    }),
    plain: counted.get(0) ?? 0,
    finished: !(await isUnfinished(client)),
  }
}

function describeStatus({ wrappingKeys, dataKeys, plain, finished }: Status): string[] {
  const ours = wrappingKeys.map(({ id, wraps, current }) => {
    const what = wraps.length === 0 ? 'wraps nothing' : `wraps the data keys ${wraps.join(', ')}`
    return `  ${id}: ${what}${current ? ' (current)' : ''}`
  })
  const data = dataKeys.map(({ number, purpose, madeAt, retiredAt, values }) => {
    const retired = retiredAt === null ? 'current' : `retired ${retiredAt.toISOString().slice(0, 10)}`
    return `  ${number} ${purpose}: made ${madeAt.toISOString().slice(0, 10)}, ${retired}, ${values} values`
  })
  const stand = finished
    ? 'Everything is encrypted with the current data keys.'
    : 'A rotation was cut short: evenkeel keys rotate finishes it.'
  return [
    'Encryption keys',
    ...ours,
    'Data keys',
    ...data,
    ...(plain === 0 ? [] : [`${plain} values are plain.`]),
    stand,
  ]
}

// The file appears in one step with its former keys behind the new one: a server that runs reads it when it needs to.
function addOwnKey(settings: Settings): void {
  const file = keyFileOf(settings)
  if (settings.encryptionKeys !== null || settings.encryptionKeysFile !== null || !existsSync(file)) {
    throw new WrongUse(
      '--new is for a data folder’s own key file: put a new key first in yours (openssl rand -base64 32), then rewrap',
    )
  }
  const former = wrappingKeysOf(settings)()
  const draft = `${file}.${process.pid}.part`
  writeFileSync(draft, printWrappingKeys([makeWrappingKey(), ...former]), { mode: 0o600, flush: true })
  renameSync(draft, file)
}

async function within(settings: Settings, deed: (databases: Databases) => Promise<number>): Promise<number> {
  const databases = await openDatabases(settings, say)
  try {
    return await deed(databases)
  } finally {
    await databases.close()
  }
}

async function keepInAudit({ operations }: Databases, words: string): Promise<void> {
  const operator = await operations
    .selectFrom('practices.practice')
    .select('practice_id')
    .where('kind', '=', 'operator')
    .executeTakeFirst()
  if (operator === undefined) return
  const at = (await clockAsItStands(operations)).now()
  const event = { practiceId: operator.practice_id, id: makeIds().next(), at, userId: null, personId: null }
  await asOperations(operations, { user: null, now: at }, (db) =>
    recordAudit(db, [{ ...event, action: 'write keys', subject: words, reason: null }]),
  )
}
