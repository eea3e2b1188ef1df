import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { SessionPage, TimelineStep } from '../contract.ts'
import { sayDayFrom, sayTime } from '../design/say-day.ts'
import type { Mark, Step } from '../design/timeline.tsx'
import type { Place } from './practice-place.ts'

/** The server's steps as the page draws them: money that has arrived is green, what is late says so. */
export function stepsOfSession(session: SessionPage, place: Place): Step[] {
  return session.timeline.map((step, index) => ({
    id: `${step.kind}-${index}`,
    mark: markOf(step),
    name: step.words,
    when: whenOf(step, place.today),
    ...(step.at ? { words: sayTime(step.at, place.zone) } : {}),
    ...(step.evidence?.file || step.evidence?.text ? { evidence: <Evidence step={step} /> } : {}),
  }))
}

function markOf({ kind, state }: TimelineStep): Mark {
  if (state === 'expected') return 'wait'
  if (state === 'done' && kind === 'paid_to_you') return 'paid'
  return state
}

function whenOf({ state, on }: TimelineStep, today: CalendarDate): string {
  if (on === null) return state === 'late' ? 'Late' : 'Day open'
  const day = sayDayFrom(today, on)
  return state === 'late' ? `Due ${day}` : day
}

function Evidence({ step: { evidence } }: { step: TimelineStep }) {
  return (
    <dl>
      {evidence?.text ? (
        <>
          <dt>Says</dt>
          <dd>{evidence.text}</dd>
        </>
      ) : null}
      {evidence?.file ? (
        <>
          <dt>File</dt>
          <dd>{evidence.file.name}</dd>
          <dt>Its SHA-256</dt>
          <dd>{evidence.file.sha256}</dd>
        </>
      ) : null}
    </dl>
  )
}
