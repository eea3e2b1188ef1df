import { OwnSecurity } from '../design/own-security.tsx'
import page from '../design/page.module.css'
import { OperatorLooks } from './operator-looks.tsx'
import type { Place } from './practice-place.ts'

/** How this member signs in, and who at the operator looked at the practice. */
export function SecurityPart({ place }: { place: Place }) {
  return (
    <div className={page.stack}>
      <OwnSecurity zone={place.zone} />
      <OperatorLooks place={place} />
    </div>
  )
}
