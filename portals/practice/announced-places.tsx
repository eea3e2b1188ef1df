import { Link } from '@tanstack/react-router'
import { addDays, calendarDate, dateInWords } from '../../libraries/calendar/index.ts'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import type { ClientWhatIf } from './insurance-queries.ts'
import { sayMethod } from './say-decision.ts'
import styles from './what-if.module.css'

/** Where the page of What if shows one state's answer. */
export const stateAnswerId = 'state-answer'

/** Trips and moves that are on file: what each breaks on its days, and what to do until then. */
export function AnnouncedPlaces({ announced }: { announced: ClientWhatIf['announced'] }) {
  return (
    <Section name="Announced trips and moves">
      <ul className={[page.panel, page.pad, styles.plans].join(' ')}>
        {announced.map((place) => (
          <li key={place.locationId}>
            <b>
              {place.label}, {place.stateName}: {sayDays(place)}
            </b>
            <span className={isOpen(place) ? styles.verdict : styles.lacking}>{sayMethod(place.decision)}</span>
            <span>{place.decision.words}</span>
            <span>{sayUntilThen(place)}</span>
            <Link
              from="/practice/$practiceId/what-if"
              to="."
              search={(before) => ({ ...before, on: place.from, state: place.state, county: undefined })}
              resetScroll={false}
              onClick={() => requestAnimationFrame(showAnswer)}
            >
              {isOpen(place) ? 'That day on the map' : 'What would change it, and who could see them there'}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** On a phone the answer stands below: whoever asks for it is led there. */
function showAnswer(): void {
  document.getElementById(stateAnswerId)?.scrollIntoView({ block: 'nearest' })
}

type Announced = ClientWhatIf['announced'][number]

function isOpen({ decision: { outcome } }: Announced): boolean {
  return outcome === 'billable' || outcome === 'billable_held'
}

function sayDays({ from, until }: Announced): string {
  const begins = `from ${dateInWords(calendarDate(from))}`
  return until === null ? begins : `${begins} to ${dateInWords(addDays(calendarDate(until), -1))}`
}

function sayUntilThen(place: Announced): string {
  const { from, sessionsThen: count } = place
  const planned = `${count === 0 ? 'No session is' : count === 1 ? 'One session is' : `${count} sessions are`} planned on those days`
  if (isOpen(place)) return `${planned}. Nothing to do.`
  const until = `Until ${dateInWords(calendarDate(from))} go on as now.`
  if (count === 0) return `${until} ${planned}.`
  return `${until} ${planned}: move ${count === 1 ? 'it' : 'them'}, make the place billable, or hand over to somebody who can see them there.`
}
