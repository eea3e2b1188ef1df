import { dateIn, instant } from '../../libraries/calendar/index.ts'
import page from '../design/page.module.css'
import { sayDay, sayTime } from '../design/say-day.ts'
import styles from './credentialing.module.css'
import type { DeskEntry } from './credentialing-queries.ts'
import { sayEntered, sayEntry } from './say-standing.ts'
import { useOperatorClock } from './use-operator-clock.ts'

/** Every entry about a clinician, the last first: what it says, who entered it, when, and why. */
export function EntryList({ entries }: { entries: DeskEntry[] }) {
  const { zone } = useOperatorClock()
  if (entries.length === 0) return <p className={[page.panel, page.empty].join(' ')}>Nothing was entered yet.</p>
  return (
    <ul className={[page.panel, styles.entries].join(' ')}>
      {entries.map((entry) => {
        const at = instant(entry.at)
        return (
          <li key={`${entry.id} ${entry.isFirst}`}>
            <time dateTime={entry.at}>
              {sayDay(dateIn(at, zone))}, {sayTime(at, zone)}
            </time>
            <div>
              <span>
                <b>{sayEntry(entry)}</b>: {sayEntered(entry)}
              </span>
              <span className={styles.why}>
                {entry.by ?? 'Brought in at the start'}
                {entry.reason === null ? '' : `: ${entry.reason}`}
              </span>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
