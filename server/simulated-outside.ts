import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { getCompileCacheDir } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { tryLockAlone } from '../database/folder-lock.ts'
import { type ControlDoor, controlDoor } from './control-door.ts'
import { type Bringer, bringers } from './rests.ts'
import type { CardSettings, SftpSettings } from './settings.ts'
import { StartTrouble } from './start-trouble.ts'

/** What the simulated counterparts know; how they reach each other, and their passwords, are added here. */
export type SimulatedConfigs = { payers: readonly object[]; bank: object; cards: object }

/** The ids by which the simulated payers are named on claims. */
export function payersOf(configs: SimulatedConfigs | undefined): string[] {
  return PayerIds.parse(configs?.payers ?? []).map(({ payer }) => payer.id)
}

export type SimulatedOutside = {
  clearinghouse: SftpSettings
  bank: SftpSettings
  cards: CardSettings
  controls: ControlDoor[]
  /** Control addresses by name, for faults and orders. */
  addresses: Record<string, string>
  stop(): Promise<void>
}

const PayerIds = z.array(z.looseObject({ payer: z.looseObject({ id: z.string() }) }))

const ReadyLine = z.object({
  ready: z.literal(true),
  name: z.string(),
  control: z.url(),
  sftp: z.object({ host: z.string(), port: z.number(), hostKey: z.string() }).optional(),
  http: z.url().optional(),
})

type Ready = z.infer<typeof ReadyLine>
type Started = { child: ChildProcess; ready: Ready }

// Payers answer at the clearinghouse, which has no clock of its own; what payers and cards pay, the bank shows.
const brought: Readonly<Record<string, readonly Bringer[]>> = {
  clearinghouse: ['clearinghouse'],
  payer: ['clearinghouse'],
  bank: ['bank'],
  cards: [],
}

const programs = join(import.meta.dirname, '..', 'simulation')
const startTimeoutMs = 30_000
// They notice within milliseconds; one that is stuck in something is ended.
const formerPatienceMs = 5000

/** Starts the world outside as processes of their own, each on its folder; they end when this process does. */
export async function startSimulatedOutside(
  folder: string,
  configs: SimulatedConfigs,
  log: (line: string) => void,
): Promise<SimulatedOutside> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // Two servers on one world outside would play its days twice.
  const alone = tryLockAlone(join(folder, 'one-server.lock'))
  if (alone === null) {
    throw new StartTrouble('Another server runs on this data folder', [
      `${folder} is in use: stop that server first, or move its clock on its pages`,
    ])
  }
  await formerOnesGone(folder)
  const { operator, payer, cards: cardUser } = keptPasswords(folder)
  const users = { operator: { password: operator }, payer: { password: payer } }
  const children: ChildProcess[] = []
  const start = async (name: string, config: object): Promise<Ready> => {
    const { child, ready } = await startOne(folder, name, config, log)
    children.push(child)
    return ready
  }
  try {
    const [clearinghouse, bank] = await Promise.all([
      start('clearinghouse', { users }),
      start('bank', { ...configs.bank, users: { ...users, cards: { password: cardUser } } }),
    ])
    const [payerProcess, cards] = await Promise.all([
      start('payer', {
        payers: configs.payers.map((each) => ({
          ...each,
          clearinghouse: { ...doorOf(clearinghouse), user: 'payer', password: payer },
          bank: { ...doorOf(bank), user: 'payer', password: payer },
        })),
      }),
      start('cards', {
        ...configs.cards,
        secret: operator,
        bank: { ...doorOf(bank), user: 'cards', password: cardUser },
      }),
    ])
    const all = [clearinghouse, payerProcess, bank, cards]
    return {
      clearinghouse: { ...doorOf(clearinghouse), user: 'operator', password: operator },
      bank: { ...doorOf(bank), user: 'operator', password: operator },
      cards: { url: cards.http ?? cards.control, secret: operator },
      controls: all.map(({ name, control }) => controlDoor(name, control, brought[name] ?? bringers)),
      addresses: Object.fromEntries(all.map(({ name, control }) => [name, control])),
      async stop() {
        await stopAll(children)
        alone.release()
      },
    }
  } catch (error) {
    await stopAll(children)
    alone.release()
    throw error
  }
}

async function startOne(folder: string, name: string, config: object, log: (line: string) => void): Promise<Started> {
  const configFile = join(folder, `${name}.json`)
  writeFileSync(configFile, `${JSON.stringify(config, null, 2)}\n`, { mode: 0o600 })
  const args = [join(programs, `${name}.ts`), '--data', join(folder, name), '--config', configFile]
  const compiled = getCompileCacheDir()
  const env = compiled === undefined ? process.env : { ...process.env, NODE_COMPILE_CACHE: dirname(compiled) }
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'pipe'], env })
  writeFileSync(join(folder, `${name}.pid`), String(child.pid))
  // Writing to a process that has ended is no error of ours: its end is seen below.
  child.stdin.on('error', () => undefined)
  createInterface({ input: child.stderr }).on('line', (line) => log(`${name}: ${line}`))
  const ready = await new Promise<Ready>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${name} was not ready in ${startTimeoutMs} ms`)), startTimeoutMs)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code} before it was ready`)))
    createInterface({ input: child.stdout }).once('line', (line) => {
      clearTimeout(timer)
      try {
        resolve(ReadyLine.parse(JSON.parse(line)))
      } catch (error) {
        reject(error)
      }
    })
  })
  return { child, ready }
}

async function stopAll(children: ChildProcess[]): Promise<void> {
  await Promise.all(
    children.map(async (child) => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.stdin?.end()
      await ended
    }),
  )
}

// Partners of a server that was killed end when they notice; before that, nobody else may write into their folders.
async function formerOnesGone(folder: string): Promise<void> {
  for (const name of ['clearinghouse', 'bank', 'payer', 'cards']) {
    const file = join(folder, `${name}.pid`)
    if (!existsSync(file)) continue
    const pid = Number(readFileSync(file, 'utf8'))
    const giveUpAt = performance.now() + formerPatienceMs
    while (isPartnerOn(pid, join(folder, name))) {
      if (performance.now() > giveUpAt) process.kill(pid, 'SIGKILL')
      await pause(20)
    }
    rmSync(file, { force: true })
  }
}

/** Whether this process is still the one that plays in the folder, and not another program under its number. */
function isPartnerOn(pid: number, folder: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(folder)
  } catch {
    return false
  }
}

function doorOf({ name, sftp }: Ready): { host: string; port: number; hostKey: string } {
  if (sftp === undefined) throw new Error(`${name} told no SFTP door`)
  return sftp
}

const Passwords = z.object({ operator: z.string(), payer: z.string(), cards: z.string() })

function keptPasswords(folder: string): z.infer<typeof Passwords> {
  const file = join(folder, 'passwords.json')
  if (!existsSync(file)) {
    const some = () => randomBytes(18).toString('base64url')
    const made = { operator: some(), payer: some(), cards: some() }
    writeFileSync(file, JSON.stringify(made), { mode: 0o600, flush: true })
  }
  return Passwords.parse(JSON.parse(readFileSync(file, 'utf8')))
}
