import { useQuery } from '@tanstack/react-query'
import { dateIn } from '../../libraries/calendar/index.ts'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { sayDay } from '../design/say-day.ts'
import styles from './insurance-status.module.css'
import { credentialRequestsQuery } from './place-queries.ts'
import type { Place } from './practice-place.ts'

/** Credentials that were asked of the operator and are not applied for yet; once they are, they stand among the insurers. */
export function AskedCredentials({ memberId, place }: { memberId: string; place: Place }) {
  const requests = useQuery(credentialRequestsQuery(place.practiceId))
  const own = (requests.data ?? []).filter((each) => each.memberId === memberId)
  if (own.length === 0) return null
  return (
    <ul className={[styles.cards, styles.asked].join(' ')} aria-label="Asked for">
      {own.map(({ id, networkName, stateName, askedAt }) => (
        <li key={id} className={[page.panel, styles.card].join(' ')}>
          <Icon name="wait" className={styles.mark} />
          <div>
            <h3>
              {networkName}, {stateName}
            </h3>
            <p className={styles.standing}>Asked for</p>
            <p>
              On {sayDay(dateIn(askedAt as Place['now'], place.zone))}. We apply for it and tell you here what comes.
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}
