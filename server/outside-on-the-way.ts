import type { Outside } from '../business/world.ts'
import { dateIn, type Instant } from '../libraries/calendar/index.ts'
import type { ControlDoor } from './control-door.ts'
import type { Bringer, Rests } from './rests.ts'

type Doors = {
  doors: readonly ControlDoor[]
  rests: Rests
  /** The operator's. */
  zone: string
  witness: (point: string) => void
}

type Known = { at: Instant; dues: (Instant | null)[] }

/**
 * The world outside while the clock is on its way. A moment at which nobody outside has anything due, and to whom nobody
 * brought anything, is told them only when one of them is asked for something at it, and with every new day.
 */
export class OutsideOnTheWay {
  readonly #parts: Doors
  #known: Known | null = null
  #broughtNothing = false
  #behindAt: Instant | null = null
  #catchingUp: Promise<unknown> = Promise.resolve()

  constructor(parts: Doors) {
    this.#parts = parts
  }

  /** Somebody may have brought them something, or given one of them an order. */
  disturbed(): void {
    this.#broughtNothing = false
  }

  /** When they will have something to do: as they said themselves when they were told last, where nothing happened since. */
  async dues(): Promise<(Instant | null)[]> {
    return this.#trusted()?.dues ?? Promise.all(this.#parts.doors.map((door) => door.nextDueAt()))
  }

  /** Tells everybody the moment, now or when they are asked; answers how many things they did. */
  async tell(now: Instant): Promise<number> {
    const known = this.#trusted()
    if (known === null || this.#mayHaveWork(known, now)) return this.#tellAll(now)
    // Unless this is the moment that they were told last.
    if (known.at !== now) this.#behindAt = now
    return 0
  }

  #mayHaveWork({ at, dues }: Known, now: Instant): boolean {
    const isNewDay = dateIn(at, this.#parts.zone) !== dateIn(now, this.#parts.zone)
    return isNewDay || dues.some((due) => due !== null && due <= now)
  }

  /** Tells those who were not told of the present moment; answers how many things they did. */
  async catchUp(): Promise<number> {
    const now = this.#behindAt
    return now === null ? 0 : this.#tellAll(now)
  }

  /** The partners as deeds reach them: what is asked of them is stamped with the moment at which it is asked. */
  partners({ clearinghouse, bank, cards }: Outside): Outside {
    const first = async <T>(ask: () => Promise<T>): Promise<T> => {
      await this.#catchUpOnce()
      return ask()
    }
    // Whether it arrived or not: they must look.
    const bring = <T>(ask: () => Promise<T>): Promise<T> =>
      first(() => {
        this.disturbed()
        return ask()
      })
    const files = (partner: Outside['bank']): Outside['bank'] => ({
      list: (folder) => first(() => partner.list(folder)),
      sizes: (folder) => first(() => partner.sizes(folder)),
      get: (folder, name) => first(() => partner.get(folder, name)),
      put: (folder, name, bytes) => bring(() => partner.put(folder, name, bytes)),
    })
    return {
      clearinghouse: files(clearinghouse),
      bank: files(bank),
      cards: {
        tokenise: (card) => first(() => cards.tokenise(card)),
        card: (token) => first(() => cards.card(token)),
        charge: (charge) => bring(() => cards.charge(charge)),
        refund: (refund) => bring(() => cards.refund(refund)),
      },
    }
  }

  #trusted(): Known | null {
    return this.#broughtNothing ? this.#known : null
  }

  // Two who ask at once wait for the same telling.
  async #catchUpOnce(): Promise<void> {
    if (this.#behindAt !== null) this.#catchingUp = this.#tellAll(this.#behindAt)
    await this.#catchingUp
  }

  async #tellAll(now: Instant): Promise<number> {
    const { doors, rests, witness } = this.#parts
    this.#behindAt = null
    const broughtNothing = this.#broughtNothing
    const dues: (Instant | null)[] = []
    const brought: Bringer[] = []
    let did = 0
    try {
      for (const door of doors) {
        // Whom another one outside has brought something must look whatever we did.
        const told = await door.tell(now, { broughtNothing: broughtNothing && did === 0 })
        did += told.did
        dues.push(told.nextDueAt)
        if (told.did > 0) brought.push(...door.brings)
        witness(`told-${door.name}`)
      }
    } catch (error) {
      this.#behindAt = now
      throw error
    }
    this.#known = { at: now, dues }
    // Whoever did something may have brought it to one who was told before.
    this.#broughtNothing = did === 0
    if (did > 0) rests.changedOutside(brought)
    return did
  }
}
