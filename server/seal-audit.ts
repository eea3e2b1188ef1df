import type { Deed } from '../business/world.ts'
import { addHours, type Instant, instant } from '../libraries/calendar/index.ts'
import { sealAudit } from './audit-store.ts'

/** At the first tick of every hour the audit events of the hours before are sealed. No clock stops for it. */
export const sealAuditEvents: Deed = {
  name: 'seal-audit',
  givesWorkTo: 'nobody',
  restsUntil: (at) => addHours(startOfHour(at), 1),
  run: (db, world) => {
    const at = world.clock.now()
    return sealAudit(db, { at, before: startOfHour(at) })
  },
}

function startOfHour(at: Instant): Instant {
  return instant(`${at.slice(0, 13)}:00:00Z`)
}
