import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { type Journal, openJournal, writeDurably } from '../journal.ts'
import { isFinishedName } from '../sftp-session.ts'

export type Side = 'operator' | 'payer'

/** `accepted` was handed on to the other side; `repeated` had been before; `refused` is an old name with other bytes. */
export type ExchangeEvent = { kind: 'accepted' | 'repeated' | 'refused'; from: Side; name: string; sha256: string }

/** Hands each file on once. A file is its sender, its name and its SHA-256; files stay where they are put. */
export class Exchange {
  readonly #folder: string
  readonly #journal: Journal<ExchangeEvent>
  readonly #accepted: Map<string, string>

  constructor(folder: string) {
    this.#folder = folder
    this.#journal = openJournal<ExchangeEvent>(join(folder, 'journal'))
    this.#accepted = new Map(
      this.#journal.events
        .filter(({ kind }) => kind === 'accepted')
        .map(({ from, name, sha256 }) => [`${from} ${name}`, sha256]),
    )
  }

  events(): readonly ExchangeEvent[] {
    return this.#journal.events
  }

  /** Takes one finished upload, by its path within the sender's folder; throws RangeError on a refusal. */
  take(from: Side, path: string): void {
    const name = posix.basename(path)
    if (posix.dirname(path) !== 'in') throw new RangeError(`files are put into in/, not ${path}`)
    const bytes = readFileSync(this.#path(from, 'in', name))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const before = this.#accepted.get(`${from} ${name}`)
    if (before === undefined) {
      this.#handOn({ from, name, sha256, bytes })
      return
    }
    if (before === sha256) {
      this.#journal.append({ kind: 'repeated', from, name, sha256 })
      return
    }
    writeDurably(this.#path(from, 'in', name), readFileSync(this.#path(from, 'received', name)))
    this.#journal.append({ kind: 'refused', from, name, sha256 })
    throw new RangeError(`${name} was received before with other content`)
  }

  /** Takes what lies in a side's in/ and has no journal line, in the order of names. */
  handOnWhatArrived(from: Side): void {
    const names = readdirSync(join(this.#folder, from, 'in'), { withFileTypes: true })
      .filter((entry) => entry.isFile() && isFinishedName(entry.name) && !this.#accepted.has(`${from} ${entry.name}`))
      .map(({ name }) => name)
      .toSorted()
    for (const name of names) this.take(from, `in/${name}`)
  }

  /** The bytes lie with the other side before the journal says so: a kill in between repeats the same bytes. */
  #handOn({ from, name, sha256, bytes }: { from: Side; name: string; sha256: string; bytes: Uint8Array }): void {
    writeDurably(this.#path(from === 'operator' ? 'payer' : 'operator', 'out', name), bytes)
    writeDurably(this.#path(from, 'received', name), bytes)
    this.#journal.append({ kind: 'accepted', from, name, sha256 })
    this.#accepted.set(`${from} ${name}`, sha256)
  }

  #path(side: Side, folder: 'in' | 'out' | 'received', name: string): string {
    return join(this.#folder, side, folder, name)
  }
}
