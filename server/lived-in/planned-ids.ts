import type { Ids } from '../../business/world.ts'

// Before any moment at which a demonstration runs, so that ids made later sort after these.
const firstMillisecond = Date.UTC(2024, 0, 1)

/** UUIDv7 in order, the same at every play: the played months then differ in nothing that the machine chose. */
export function plannedIds(): Ids {
  let made = 0
  return {
    next() {
      made += 1
      const time = (firstMillisecond + made).toString(16).padStart(12, '0')
      const tail = made.toString(16).padStart(12, '0')
      return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${tail}`
    },
  }
}
