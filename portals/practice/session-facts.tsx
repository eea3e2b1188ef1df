import type { ReactNode } from 'react'
import { dateIn } from '../../libraries/calendar/index.ts'
import { formatCents } from '../../libraries/money/index.ts'
import type { SessionPage } from '../contract.ts'
import page from '../design/page.module.css'
import { sayDeadline, sayShortDay, sayTime, sayZone } from '../design/say-day.ts'
import { sayTown } from '../design/say-town.ts'
import { Section } from '../design/section.tsx'
import type { Place } from './practice-place.ts'
import { sayMethod } from './say-decision.ts'
import { sayPlaceOf } from './say-session.ts'
import { WhyDecision } from './why-decision.tsx'

/** The session in short: time, place, service, diagnosis, plan, pay. */
export function SessionFacts({ session, place }: { session: SessionPage; place: Place }) {
  const facts = [...timeAndPlace(session, place), ...confirmed(session, place), ...plan(session)]
  return (
    <Section name="Session">
      <dl className={page.facts}>
        {facts.map(([name, said]) => (
          <div key={name} className={page.fact}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      {session.confirmation ? (
        <WhyDecision decision={session.confirmation.decision} name="Why it is billed so" />
      ) : null}
    </Section>
  )
}

type Fact = [name: string, said: ReactNode]

function timeAndPlace(session: SessionPage, place: Place): Fact[] {
  const start = session.confirmation?.startedAt ?? session.startsAt
  const stop = session.confirmation?.stoppedAt ?? session.endsAt
  const location = session.confirmation?.location
  const where = location ? `, ${location.city ? `${sayTown(location.city)}, ` : ''}${location.state}` : ''
  return [
    ['Day', sayShortDay(dateIn(start, place.zone))],
    ['Time', `${sayTime(start, place.zone)} to ${sayTime(stop, place.zone)}, ${sayZone(place.zone)}`],
    ['Place', `${sayPlaceOf(session.confirmation?.modality ?? session.modality)}${where}`],
    ['Clinician', session.clinicianName],
  ]
}

function confirmed({ confirmation }: SessionPage, place: Place): Fact[] {
  if (confirmation === null) return []
  const codes = confirmation.codes.map(({ code, modifiers, units }) =>
    [code, ...modifiers].join(' ').concat(units > 1 ? `, ${units} units` : ''),
  )
  return [
    ['Service', codes.join('; ')],
    ['Diagnosis', confirmation.diagnoses.join(', ')],
    ['Billing', sayMethod(confirmation.decision)],
    ['Your pay', formatCents(confirmation.providerCents)],
    [
      'Changes',
      `${confirmation.editableUntil > place.now ? 'Open until' : 'Closed on'} ${sayDeadline(confirmation.editableUntil, place.zone)}`,
    ],
  ]
}

function plan({ policy }: SessionPage): Fact[] {
  if (policy === null) return [['Plan', 'None on file for that day']]
  return [
    ['Plan', `${policy.payerName}, ${policy.planName}`],
    ['Member ID', policy.memberId],
    ['Copay', `${formatCents(policy.copayCents)}, what the client pays each time`],
  ]
}
