import { type CalendarDate, minutesBetween } from '../../libraries/calendar/index.ts'
import { formatCents } from '../../libraries/money/index.ts'
import type { Confirmation, SessionPage, TimelineStep } from '../contract.ts'
import { sayDayFrom, sayDeadline, sayTime, sayZone } from '../design/say-day.ts'
import { sayTown } from '../design/say-town.ts'
import type { Mark, Step } from '../design/timeline.tsx'
import type { Place } from './practice-place.ts'
import { sayPlaceOf } from './say-session.ts'

/** The server's steps as the page draws them: money that has arrived is green, what is late says so. */
export function stepsOfSession(session: SessionPage, place: Place): Step[] {
  return session.timeline.map((step, index) => ({
    id: `${step.kind}-${index}`,
    mark: markOf(step),
    name: step.words,
    when: whenOf(step, place.today),
    ...wordsOf(step, session, place),
    ...(step.evidence?.file || step.evidence?.text ? { evidence: <Evidence step={step} /> } : {}),
  }))
}

/** What the step was, in a line of its own; else the time at which it happened. */
function wordsOf(step: TimelineStep, session: SessionPage, place: Place): { words?: string } {
  const { confirmation } = session
  const time = step.at ? sayTime(step.at, place.zone) : null
  if (confirmation !== null && step.state === 'done') {
    if (step.kind === 'seen') return { words: sayMeeting(confirmation, time) }
    if (step.kind === 'confirmed') {
      const closes = confirmation.editableUntil > place.now ? 'Changes are open until' : 'Changes closed on'
      return { words: `Note signed. ${closes} ${sayDeadline(confirmation.editableUntil, place.zone)}.` }
    }
    if (step.kind === 'claim_sent' && confirmation.payerCents !== null)
      return { words: `For ${formatCents(confirmation.payerCents)}. We follow it up.` }
  }
  if (time === null) return {}
  // What is still to come may be waited for from elsewhere: its hour names its wall.
  return { words: step.state === 'done' ? time : `${time} ${sayZone(place.zone)}` }
}

function sayMeeting({ startedAt, stoppedAt, codes, modality, location }: Confirmation, time: string | null): string {
  const where = location.city ? `${sayTown(location.city)}, ${location.state}` : location.state
  const said = [
    ...(time === null ? [] : [time]),
    `${minutesBetween(startedAt, stoppedAt)} minutes`,
    codes.map(({ code }) => code).join(' and '),
    `${sayPlaceOf(modality).toLowerCase()}, ${where}`,
  ]
  return `${said.join(', ')}.`
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
