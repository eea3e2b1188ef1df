import { interned } from './odd-text.ts'
import { keyOf, type Segment } from './segment.ts'

const slots = 1 << 12

/** Where a name is remembered: letters and digits of its last two characters, and a few bits of the first. */
function slotOf(key: number): number {
  return (key ^ (key >>> 3) ^ (key >>> 11)) & (slots - 1)
}

/** The key of a name of two or three letters, as `keyOf` makes it of text. */
export function keyOfBytes(data: Uint8Array, start: number, size: number): number {
  const key = ((data[start] as number) << 8) | (data[start + 1] as number)
  return size === 2 ? key : (key << 8) | (data[start + 2] as number)
}

/** The names that segments had so far: each is read once, and found again by its key. */
export class SegmentNames {
  #ids = new Map<number, string>()
  /** The names met last, by some bits of their keys. */
  #metKeys = new Int32Array(slots)
  #metNames: string[] = new Array(slots).fill('')

  /** Gives the segment the name with this key, if it was met before. */
  recall(segment: Segment, key: number): boolean {
    const slot = slotOf(key)
    if (key === 0 || this.#metKeys[slot] !== key) return false
    segment.id = this.#metNames[slot] as string
    segment.key = key
    segment.named = true
    return true
  }

  give(segment: Segment, id: string): void {
    const key = keyOf(id)
    const known = this.#ids.get(key)
    segment.id = known ?? interned(id.length > 12 ? id.slice(0, 12) : id)
    segment.key = key
    segment.named = known !== undefined || /^[A-Z][A-Z0-9]{1,2}$/.test(id)
    if (!segment.named) return
    if (this.#ids.size < 1000) this.#ids.set(key, segment.id)
    this.#metKeys[slotOf(key)] = key
    this.#metNames[slotOf(key)] = segment.id
  }
}
