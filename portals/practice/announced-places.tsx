import { calendarDate, dateInWords } from '../../libraries/calendar/index.ts'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import type { ClientWhatIf } from './insurance-queries.ts'
import { sayMethod } from './say-decision.ts'
import styles from './what-if.module.css'

/** Trips and moves that are on file: what each breaks from its day on, and what to do until then. */
export function AnnouncedPlaces({ announced }: { announced: ClientWhatIf['announced'] }) {
  return (
    <Section name="Announced trips and moves">
      <ul className={[page.panel, page.pad, styles.plans].join(' ')}>
        {announced.map(({ locationId, label, stateName, from, until, decision, sessionsFromThen }) => (
          <li key={locationId}>
            <b>
              {label}, {stateName}: from {dateInWords(calendarDate(from))}
              {until === null ? '' : ` until ${dateInWords(calendarDate(until))}`}
            </b>
            <span className={decision.outcome === 'not_billable' ? styles.lacking : styles.verdict}>
              {sayMethod(decision)}
            </span>
            <span>{decision.words}</span>
            <span>{sayUntilThen(decision.outcome, from, sessionsFromThen)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function sayUntilThen(
  outcome: ClientWhatIf['announced'][number]['decision']['outcome'],
  from: string,
  sessions: number,
): string {
  const day = dateInWords(calendarDate(from))
  const planned = sessions === 1 ? '1 session is planned' : `${sessions} sessions are planned`
  if (outcome === 'billable' || outcome === 'billable_held') return `Nothing to do: ${planned} from then on.`
  return `Until ${day} go on as now. ${planned} from then on: see below what would make them billable, or who could take over.`
}
