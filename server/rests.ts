import type { Deed } from '../business/world.ts'
import { dateIn, type Instant } from '../libraries/calendar/index.ts'

type Known<T> = { changes: number; outside: number; at: Instant; answer: T }
type Asked = Pick<Deed, 'name' | 'nextDue' | 'workComesFrom'>

/**
 * Who was found to have nothing to do, while the clock is on its way: nobody needs to be asked again before their moment
 * whom nothing that happened since can have given work. With every new day everybody is asked.
 */
export class Rests {
  readonly #zone: string
  readonly #found = new Map<string, Known<'nothing'>>()
  readonly #dues = new Map<string, Known<Instant | null>>()
  #changes = 0
  #outside = 0
  #told: number | null = null

  constructor(zone: string) {
    this.#zone = zone
  }

  /** Something happened here that may have given anybody work. */
  changed(): void {
    this.#changes += 1
  }

  /** The world outside did something, or may have. */
  changedOutside(): void {
    this.#changes += 1
    this.#outside += 1
  }

  /** Everybody outside was told of a moment. */
  toldOutside(): void {
    this.#told = this.#changes
  }

  /** Whether nothing has happened since everybody outside was told last: we brought them nothing. */
  broughtNothing(): boolean {
    return this.#told === this.#changes
  }

  /** A deed was asked and had nothing to do. */
  foundNothing({ name }: Asked, at: Instant): void {
    this.#found.set(name, { ...this.#now(), at, answer: 'nothing' })
  }

  /** A deed did something, or failed: what was known of it holds no more. */
  stirred({ name }: Asked): void {
    this.#found.delete(name)
  }

  /** Whether a deed can have nothing to do at this moment. */
  rests(deed: Asked, now: Instant): boolean {
    const found = this.#found.get(deed.name)
    if (found === undefined || !this.#isSameDay(found.at, now)) return false
    if (deed.workComesFrom === 'outside') return found.outside === this.#outside
    if (found.changes !== this.#changes) return false
    return deed.workComesFrom === 'others' || this.dueOf(deed, now) !== undefined
  }

  /** When a deed is due next, as far as it was told and nothing has changed that; undefined: it must be asked. */
  dueOf({ name }: Asked, now: Instant): Instant | null | undefined {
    const due = this.#dues.get(name)
    if (due === undefined || due.changes !== this.#changes || !this.#isSameDay(due.at, now)) return undefined
    return due.answer === null || due.answer > now ? due.answer : undefined
  }

  toldDue({ name }: Asked, at: Instant, due: Instant | null): void {
    this.#dues.set(name, { ...this.#now(), at, answer: due })
  }

  #now() {
    return { changes: this.#changes, outside: this.#outside }
  }

  #isSameDay(one: Instant, other: Instant): boolean {
    return dateIn(one, this.#zone) === dateIn(other, this.#zone) && one.slice(0, 10) === other.slice(0, 10)
  }
}
