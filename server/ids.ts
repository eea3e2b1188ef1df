import { randomBytes } from 'node:crypto'
import type { Ids } from '../business/world.ts'

/** UUIDv7 (RFC 9562 section 5.7): milliseconds, then a counter that rises within one millisecond, then randomness. */
export function makeIds(milliseconds: () => number = Date.now): Ids {
  let last = 0
  let counter = 0
  return {
    next() {
      const now = milliseconds()
      if (now > last) {
        last = now
        counter = randomBytes(2).readUInt16BE() & 0x7ff
      } else if (++counter > 0xfff) {
        last += 1
        counter = 0
      }
      return uuid7(last, counter, randomBytes(8))
    },
  }
}

function uuid7(milliseconds: number, counter: number, random: Buffer): string {
  random[0] = (random.readUInt8(0) & 0x3f) | 0x80
  const time = milliseconds.toString(16).padStart(12, '0')
  const tail = random.toString('hex')
  const middle = `7${counter.toString(16).padStart(3, '0')}`
  return `${time.slice(0, 8)}-${time.slice(8)}-${middle}-${tail.slice(0, 4)}-${tail.slice(4)}`
}
