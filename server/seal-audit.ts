import type { Deed } from '../business/world.ts'
import { instant } from '../libraries/calendar/index.ts'
import { sealAudit } from './audit-store.ts'

/** At the first tick of every hour the audit events of the hours before are sealed. No clock stops for it. */
export const sealAuditEvents: Deed = {
  name: 'seal-audit',
  givesWorkTo: 'nobody',
  run: (db, world) => {
    const at = world.clock.now()
    return sealAudit(db, { at, before: instant(`${at.slice(0, 13)}:00:00Z`) })
  },
}
