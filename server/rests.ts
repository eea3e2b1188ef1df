import type { Deed } from '../business/world.ts'
import { dateIn, type Instant } from '../libraries/calendar/index.ts'

type Known<T> = { change: number; outside: number; at: Instant; read: ReadonlySet<string>; answer: T }
/** Partners in whose folders something may lie for us. */
export type Bringer = Exclude<Deed['workComesFrom'], 'others' | undefined>

export const bringers: readonly Bringer[] = ['clearinghouse', 'bank']

type Asked = Pick<Deed, 'name' | 'nextDue' | 'workComesFrom' | 'restsUntil'>

const unheard: ReadonlySet<string> = new Set()

/**
 * Who was found to have nothing to do, while the clock is on its way: nobody needs to be asked again before their moment
 * whom nothing that happened since can have given work. What somebody depends on is heard, not declared: the tables that
 * they read when they were asked. With every new day on the operator's wall everybody is asked.
 */
export class Rests {
  readonly #zone: string
  readonly #found = new Map<string, Known<'nothing'>>()
  readonly #dues = new Map<string, Known<Instant | null>>()
  readonly #written = new Map<string, number>()
  readonly #brought = new Map<Bringer, number>()
  #change = 0
  #changedAll = 0
  #outside = 0

  constructor(zone: string) {
    this.#zone = zone
  }

  /** Something happened here that may have given anybody work. */
  changed(): void {
    this.#change += 1
    this.#changedAll = this.#change
  }

  /** Something happened in these tables alone; without any, nobody knows what. */
  wrote(tables: ReadonlySet<string>): void {
    this.#change += 1
    if (tables.size === 0) this.#changedAll = this.#change
    for (const table of tables) this.#written.set(table, this.#change)
  }

  /** Somebody outside did something, or may have: work for those who look where it then lies. */
  changedOutside(at: readonly Bringer[]): void {
    this.#outside += 1
    for (const bringer of at) this.#brought.set(bringer, this.#outside)
  }

  /** A deed was asked, read these tables and had nothing to do. */
  foundNothing({ name }: Asked, at: Instant, read = unheard): void {
    this.#found.set(name, { ...this.#now(), at, read, answer: 'nothing' })
  }

  /** A deed did something, or failed: what was known of it holds no more. */
  stirred({ name }: Asked): void {
    this.#found.delete(name)
  }

  /** Whether a deed can have nothing to do at this moment. */
  rests(deed: Asked, now: Instant): boolean {
    const found = this.#found.get(deed.name)
    if (found === undefined || !this.#isSameDay(found.at, now)) return false
    if (deed.restsUntil !== undefined && now < deed.restsUntil(found.at)) return true
    if (deed.workComesFrom === undefined) return this.#holds(found) && this.dueOf(deed, now) !== undefined
    if (deed.workComesFrom === 'others') return this.#holds(found)
    return (this.#brought.get(deed.workComesFrom) ?? 0) <= found.outside
  }

  /** When a deed is due next, as far as it was told and nothing has changed that; undefined: it must be asked. */
  dueOf({ name }: Asked, now: Instant): Instant | null | undefined {
    const due = this.#dues.get(name)
    if (due === undefined || !this.#holds(due) || !this.#isSameDay(due.at, now)) return undefined
    return due.answer === null || due.answer > now ? due.answer : undefined
  }

  toldDue({ name }: Asked, at: Instant, due: Instant | null, read = unheard): void {
    this.#dues.set(name, { ...this.#now(), at, read, answer: due })
  }

  // Whoever was not heard reading may have looked at anything.
  #holds({ change, read }: Known<unknown>): boolean {
    if (change < this.#changedAll) return false
    if (read.size === 0) return change === this.#change
    return [...read].every((table) => (this.#written.get(table) ?? 0) <= change)
  }

  #now() {
    return { change: this.#change, outside: this.#outside }
  }

  #isSameDay(one: Instant, other: Instant): boolean {
    return dateIn(one, this.#zone) === dateIn(other, this.#zone)
  }
}
