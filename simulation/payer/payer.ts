import { addMinutes, dateIn, earliest, type Instant } from '../../libraries/calendar/index.ts'
import type { Behaviour } from './behaviours.ts'
import type { ListedFile } from './file-partner.ts'
import { earliestSteps } from './next-step.ts'
import type { PayerConfig } from './payer-config.ts'
import {
  applyPayerEvent,
  emptyPayerState,
  type PayerEvent,
  type PayerState,
  type PlannedFile,
  unsentFiles,
} from './payer-state.ts'
import { type OutgoingFile, remitDueClaims } from './remit-due-claims.ts'
import { takeClaimFile } from './take-claim-file.ts'

const zone = 'America/New_York'
/** How long the payer waits, on its clock, before it tries a partner again that failed; doubled each time, up to a day. */
const retryMinutes = 15
const longestRetryMinutes = 24 * 60

export type Partner = {
  list(folder: string): Promise<ListedFile[]>
  read(path: string): Promise<Uint8Array>
  write(path: string, bytes: Uint8Array): Promise<void>
}

/** What the payer needs around it: its partners, its journal, and a place for the bytes of files to send. */
export type PayerWorld = {
  partners: Record<PlannedFile['to'], Partner>
  journal: { append: (event: PayerEvent) => void }
  outgoing: { keep(name: string, bytes: Uint8Array): void; read(name: string): Uint8Array }
  warn(message: string): void
}

/**
 * One payer at work. What it decides is journaled, with the files to send, before the first byte leaves; a file
 * without a recorded result is sent again only when the partner does not list it.
 */
export class Payer {
  readonly #config: PayerConfig
  readonly #world: PayerWorld
  readonly #state: PayerState
  /** Files that this process has never tried to send: the partner cannot have them. */
  readonly #fresh = new Set<string>()
  #retryAt: Instant | null = null
  #failures = 0

  constructor(config: PayerConfig, world: PayerWorld, events: Iterable<PayerEvent>) {
    this.#config = config
    this.#world = world
    this.#state = emptyPayerState(config.policies)
    for (const event of events) applyPayerEvent(this.#state, event)
  }

  nextDueAt(): Instant | null {
    const due = earliestSteps(this.#state, this.#config.pace)?.at ?? null
    if (this.#retryAt === null) return due
    return due === null ? this.#retryAt : earliest(due, this.#retryAt)
  }

  /** Does everything due up to now: sends what was left, fetches claims, answers them, pays what is due. */
  async advance(now: Instant, { looksForClaims = true } = {}): Promise<number> {
    // What failed before is tried again, whoever brought what.
    const looks = looksForClaims || this.#failures > 0
    this.#retryAt = null
    let did = await this.#sendFiles(now)
    if (looks) did += await this.#fetchClaims(now)
    did += await this.#sendFiles(now)
    const nextDue = () => earliestSteps(this.#state, this.#config.pace)
    for (let due = nextDue(); due !== null && due.at <= now; due = nextDue()) {
      const deed = remitDueClaims(this.#config, this.#state, due)
      if (!deed) break
      this.#record(deed.event, deed.files)
      did += await this.#sendFiles(now)
    }
    if (this.#retryAt === null) this.#failures = 0
    return did
  }

  /** Orders another behaviour for a claim control number, a member, or a member's session of a day. */
  behave(about: string, { behaviour, soon }: { behaviour: Behaviour; soon: boolean }, now: Instant): void {
    this.#record({ kind: 'behaves', about, behaviour, on: dateIn(now, zone), ...(soon ? { soon } : {}) }, [])
  }

  /** Orders a behaviour for the next claims that come. */
  behaveNext(order: { count: number; behaviour: Behaviour; soon: boolean }): void {
    this.#record({ kind: 'behaves_next', ...order }, [])
  }

  /** Claim files that were read here before. */
  filesRead(): Iterable<string> {
    return this.#state.filesRead.keys()
  }

  async #fetchClaims(now: Instant): Promise<number> {
    const { clearinghouse } = this.#world.partners
    let fetched = 0
    try {
      for (const { name, size } of await clearinghouse.list('out')) {
        if (this.#state.filesRead.get(name) === size) continue
        const bytes = await clearinghouse.read(`out/${name}`)
        const deed = takeClaimFile(this.#config, this.#state, { name, bytes, now })
        this.#record(deed.event, deed.files)
        fetched += 1
      }
    } catch (error) {
      this.#tryLater(now, 'the clearinghouse gave no claims', error)
    }
    return fetched
  }

  #record(event: PayerEvent, files: readonly OutgoingFile[]): void {
    for (const file of files) {
      this.#world.outgoing.keep(file.name, file.bytes)
      this.#fresh.add(file.name)
    }
    this.#world.journal.append(event)
    applyPayerEvent(this.#state, event)
  }

  async #sendFiles(now: Instant): Promise<number> {
    let sent = 0
    for (const to of ['clearinghouse', 'bank'] as const) {
      const files = unsentFiles(this.#state, to)
      if (files.length === 0) continue
      try {
        sent += await this.#sendTo(to, files)
      } catch (error) {
        this.#tryLater(now, `the ${to} took no file`, error)
      }
    }
    return sent
  }

  async #sendTo(to: PlannedFile['to'], files: readonly PlannedFile[]): Promise<number> {
    const partner = this.#world.partners[to]
    const doubtful = files.some(({ name }) => !this.#fresh.has(name))
    const there = new Map(doubtful ? (await partner.list('received')).map(({ name, size }) => [name, size]) : [])
    for (const { name } of files) {
      const bytes = this.#world.outgoing.read(name)
      if (this.#fresh.has(name) || there.get(name) !== bytes.length) {
        this.#fresh.delete(name)
        await partner.write(`in/${name}`, bytes)
      }
      this.#record({ kind: 'sent', to, name }, [])
    }
    return files.length
  }

  #tryLater(now: Instant, what: string, error: unknown): void {
    this.#retryAt ??= addMinutes(now, Math.min(retryMinutes * 2 ** this.#failures, longestRetryMinutes))
    this.#failures += 1
    this.#world.warn(`${what}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
