import { calendarDate } from '../../libraries/calendar/index.ts'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { capital, sayCount, sayDay } from '../design/say-day.ts'
import { RowShapes } from '../design/shapes.tsx'
import styles from './credentialing.module.css'
import type { Turned, Weighed } from './credentialing-queries.ts'
import { sayWhy } from './say-reason.ts'
import { turnOf, turns, turnWords } from './say-standing.ts'

type Props = {
  /** What the server says of the change as it stands; undefined until it has answered. */
  weighed: Weighed | undefined
  /** Whether everything is entered that the server can be asked about. */
  isWhole: boolean
  /** Where sessions of several clinicians turn, each says whose it is. */
  withClinician?: boolean
}

/** What a change would turn around, told before it is saved: which sessions, whose, when, and why; or why it may not be. */
export function EffectList({ weighed, isWhole, withClinician = false }: Props) {
  return (
    <div className={styles.effect} aria-live="polite">
      <h3>What it turns around</h3>
      {!isWhole ? (
        <p className={page.quiet}>Fill in what stands above to see which sessions change.</p>
      ) : weighed === undefined ? (
        <RowShapes rows={1} />
      ) : weighed.refusal !== null ? (
        <p className={[page.hint, page.no].join(' ')}>
          <Icon name="lack" small />
          {weighed.refusal.words}
        </p>
      ) : weighed.turned.length === 0 ? (
        <p>
          {weighed.looked === 0
            ? 'No session is planned or unbilled.'
            : `None of ${weighed.looked} planned and unbilled sessions changes.`}
        </p>
      ) : (
        <>
          {turns.map((turn) => {
            const of = weighed.turned.filter((one) => turnOf(one) === turn)
            return of.length === 0 ? null : <Group key={turn} words={turnWords[turn]} of={of} {...{ withClinician }} />
          })}
          {weighed.count > weighed.turned.length ? (
            <p>
              And {weighed.count - weighed.turned.length} more: {weighed.count} of {weighed.looked} planned and unbilled
              sessions change.
            </p>
          ) : null}
        </>
      )}
    </div>
  )
}

function Group({
  words,
  of,
  withClinician,
}: {
  words: (count: string) => string
  of: Turned[]
  withClinician: boolean
}) {
  const count = `${capital(sayCount(of.length))} ${of.length === 1 ? 'session' : 'sessions'}`
  return (
    <section>
      <h4>{words(count)}</h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1) */}
      <ul tabIndex={0} aria-label={words(count)}>
        {of.map((one) => (
          <li key={one.sessionId}>
            <b>
              {one.clientName}, {sayDay(calendarDate(one.serviceOn))}
            </b>
            {withClinician ? `, with ${one.clinicianName}` : ''}
            {one.isConfirmed ? <span className={styles.mark}>confirmed</span> : null}
            <span>{sayWhy(one.after)}</span>
            {one.heldAfter === null ? null : <span>Its claim waits until {sayDay(calendarDate(one.heldAfter))}.</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
