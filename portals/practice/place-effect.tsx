import { useQuery } from '@tanstack/react-query'
import { calendarDate } from '../../libraries/calendar/index.ts'
import page from '../design/page.module.css'
import { sayDay } from '../design/say-day.ts'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import styles from './place-effect.module.css'
import { type LocationEffect, locationEffectQuery, type PlaceChange } from './place-queries.ts'
import type { Place } from './practice-place.ts'
import { sayMethod } from './say-decision.ts'

type Props = { personId: string; place: Place; change: PlaceChange }

/** What a place, or its end, means for the client's virtual sessions: told before it is recorded. */
export function PlaceEffect({ personId, place, change }: Props) {
  const asked = useQuery(locationEffectQuery(place.practiceId, personId, change))
  if (asked.error) return <TroubleNotice trouble={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.data === undefined) return <RowShapes rows={1} />
  const { decision, turned } = asked.data
  const isOpen = decision?.outcome === 'billable' || decision?.outcome === 'billable_held'
  return (
    <section className={[page.panel, styles.effect].join(' ')} aria-label="What it means" aria-live="polite">
      {decision === null ? null : (
        <>
          <p className={isOpen ? styles.open : styles.lacking}>{sayMethod(decision)}</p>
          <p>{decision.words}</p>
        </>
      )}
      <p>{sayCount(change, asked.data)}</p>
      {turned.length === 0 ? null : (
        <ul>
          {turned.slice(0, 6).map(({ sessionId, serviceOn, before, after }) => (
            <li key={sessionId}>
              <b>{sayDay(calendarDate(serviceOn))}:</b> {sayMethod(after)}; {sayMethod(before).toLowerCase()} as it is
              now
            </li>
          ))}
        </ul>
      )}
      {turned.length > 6 ? <p>And {turned.length - 6} more.</p> : null}
    </section>
  )
}

const words: Record<PlaceChange['kind'], { when: string; held: string }> = {
  new_place: { when: ' on its days', held: ' if held there' },
  end_place: { when: ' after it', held: ' if held without it' },
  finding: { when: '', held: '' },
}

function sayCount({ kind }: PlaceChange, { looked, turned }: LocationEffect): string {
  const { when, held } = words[kind]
  if (looked === 0) return `No virtual session is planned${when}.`
  const planned = looked === 1 ? 'One virtual session is' : `${looked} virtual sessions are`
  if (turned.length === 0) return `${planned} planned${when}; nothing changes for ${looked === 1 ? 'it' : 'them'}.`
  const change = looked === 1 ? 'It changes' : `${turned.length} of them ${turned.length === 1 ? 'changes' : 'change'}`
  return `${planned} planned${when}. ${change}${held}:`
}
