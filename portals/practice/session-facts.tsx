import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { dateIn } from '../../libraries/calendar/index.ts'
import { formatCents } from '../../libraries/money/index.ts'
import type { SessionPage } from '../contract.ts'
import page from '../design/page.module.css'
import { sayDeadline, sayShortDay, sayTime, sayZone } from '../design/say-day.ts'
import { sayTown } from '../design/say-town.ts'
import { Section } from '../design/section.tsx'
import { diagnosisCodesQuery, serviceCodesQuery } from '../queries.ts'
import type { Place } from './practice-place.ts'
import { sayMethod } from './say-decision.ts'
import { sayPlaceOf } from './say-session.ts'
import { WhyDecision } from './why-decision.tsx'

/** The session in short: time, place, service, diagnosis, plan, pay. */
export function SessionFacts({ session, place }: { session: SessionPage; place: Place }) {
  const labels = useCodeLabels(session, place)
  const facts = [...timeAndPlace(session, place), ...confirmed(session, place, labels), ...plan(session)]
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
    [
      'Client',
      <Link
        key="client"
        to="/practice/$practiceId/clients/$personId"
        params={{ practiceId: place.practiceId, personId: session.client.personId }}
      >
        {session.clientName}
      </Link>,
    ],
    ['Clinician', session.clinicianName],
  ]
}

/** What the codes of a confirmed session mean, as far as it is known by now. */
function useCodeLabels({ confirmation, startsAt }: SessionPage, place: Place): (code: string) => string {
  const on = dateIn(startsAt, place.zone)
  const services = useQuery({ ...serviceCodesQuery(place.practiceId, on), enabled: confirmation !== null })
  const diagnoses = useQueries({
    queries: (confirmation?.diagnoses ?? []).map((code) => diagnosisCodesQuery(place.practiceId, code)),
  })
  const known = [...(services.data ?? []), ...diagnoses.flatMap(({ data }) => data ?? [])]
  return (code) => {
    const label = known.find((each) => each.code === code)?.label
    return label === undefined ? '' : `, ${label}`
  }
}

function confirmed({ confirmation }: SessionPage, place: Place, labelOf: (code: string) => string): Fact[] {
  if (confirmation === null) return []
  const codes = confirmation.codes.map(
    ({ code, modifiers, units }) =>
      `${[code, ...modifiers].join(' ')}${labelOf(code)}${units > 1 ? `, ${units} units` : ''}`,
  )
  return [
    ['Service', codes.join('; ')],
    ['Diagnosis', confirmation.diagnoses.map((code) => `${code}${labelOf(code)}`).join('; ')],
    ['Billing', sayMethod(confirmation.decision)],
    ...(confirmation.providerCents === null ? [] : [['Your pay', formatCents(confirmation.providerCents)] as Fact]),
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
