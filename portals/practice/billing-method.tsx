import { Button, Select, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { explainMissing, explainRemedy } from '../../business/coverage/explain-reason.ts'
import { networkName } from '../../business/coverage/service-areas.ts'
import { calendarDate } from '../../libraries/calendar/index.ts'
import { formatCents } from '../../libraries/money/index.ts'
import { ButtonLink } from '../design/button-link.tsx'
import { SidePanel } from '../design/dialog.tsx'
import { Icon, type IconName } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { sayDay } from '../design/say-day.ts'
import { sayTown } from '../design/say-town.ts'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import styles from './billing-method.module.css'
import type { BillingMethod, ClientPage, PlaceGuidance } from './practice-answers.ts'
import type { Place } from './practice-place.ts'
import { billingMethodQuery } from './practice-queries.ts'
import { type About, RemedyDoor } from './remedy-door.tsx'
import { nearestFirst } from './remedy-doors.ts'
import { sayMethod } from './say-decision.ts'
import { DecisionTrace } from './why-decision.tsx'

const route = getRouteApi('/practice/$practiceId/clients/$personId')

type Props = { client: ClientPage; place: Place }

/** One guidance box for every place where this client could be seen on a day: billable or not, why, and what would fix it. */
export function BillingMethodSection({ client, place }: Props) {
  const { on } = route.useSearch()
  const navigate = route.useNavigate()
  const [clinician, setClinician] = useState<string | undefined>(place.clinician)
  const method = useQuery(billingMethodQuery(place.practiceId, client.personId, { on, clinician }))
  const day = on ?? place.today
  return (
    <Section
      name="Billing method"
      remark={<p>Where {firstName(client)} can be seen, and how it is billed. It changes with place and date.</p>}
    >
      <div className={styles.asked}>
        <TextInput
          type="date"
          label="On"
          value={day}
          onChange={(event) => {
            const said = event.currentTarget.value
            const search = said === '' || said === place.today ? {} : { on: said }
            void navigate({ search, replace: true, resetScroll: false })
          }}
        />
        {(method.data?.clinicians.length ?? 0) > 1 ? (
          <Select
            label="With"
            allowDeselect={false}
            data={(method.data?.clinicians ?? []).map(({ memberId, name }) => ({ value: memberId, label: name }))}
            value={method.data?.clinician.memberId ?? null}
            onChange={(memberId) => setClinician(memberId ?? undefined)}
          />
        ) : null}
        <ButtonLink
          to="/practice/$practiceId/what-if"
          params={{ practiceId: place.practiceId }}
          search={{ client: client.personId }}
          variant="subtle"
          className={styles.whatIf}
        >
          What if they were elsewhere?
        </ButtonLink>
      </div>
      {method.error ? (
        <TroubleNotice trouble={method.error} onRetry={() => void method.refetch()} />
      ) : method.data ? (
        <Boxes method={method.data} client={client} place={place} />
      ) : (
        <RowShapes rows={2} />
      )}
    </Section>
  )
}

function Boxes({ method, client, place }: Props & { method: BillingMethod }) {
  if (method.plan === null) {
    return (
      <div className={[page.panel, page.empty].join(' ')}>
        <h3>No plan on file for {sayDay(calendarDate(method.on))}</h3>
        <p>Your client enters their insurance in the client portal. Then every place stands here with its answer.</p>
      </div>
    )
  }
  if (method.places.length === 0) {
    return (
      <div className={[page.panel, page.empty].join(' ')}>
        <h3>No place is known yet</h3>
        <p>Record where {firstName(client)} is during sessions; the answer stands here at once.</p>
      </div>
    )
  }
  return (
    <ul className={styles.boxes} aria-label="Places and their billing">
      {method.places.map((guidance) => (
        <li key={`${guidance.kind}-${guidance.locationId}`}>
          <GuidanceBox guidance={guidance} method={method} client={client} place={place} />
        </li>
      ))}
    </ul>
  )
}

const marks: Record<PlaceGuidance['decision']['outcome'], IconName> = {
  billable: 'done',
  billable_held: 'held',
  needs_information: 'lack',
  not_billable: 'no',
}

function GuidanceBox({ guidance, method, client, place }: Props & { guidance: PlaceGuidance; method: BillingMethod }) {
  const { decision, kind, locationId } = guidance
  const about: About = {
    where: 'guidance',
    client,
    memberId: method.clinician.memberId,
    on: method.on,
    asked: { locationId, personId: kind === 'client' ? client.personId : null },
  }
  const [opened, { open, close }] = useDisclosure(false)
  const name = nameOf(guidance)
  const asks = decision.missing as Parameters<typeof explainMissing>[0][]
  return (
    <article className={[page.panel, styles.box].join(' ')} data-outcome={decision.outcome} aria-label={name}>
      <Icon name={marks[decision.outcome]} className={styles.mark} />
      <div>
        <h3>{name}</h3>
        {guidance.address ? <p className={page.quiet}>{sayAddress(guidance.address)}</p> : null}
        <p className={styles.verdict}>{sayMethod(decision)}</p>
        <p>{decision.words}</p>
        {decision.claimTo === null ? null : <p>The claim goes to {networkName(decision.claimTo)}.</p>}
        {guidance.worth ? <Worth worth={guidance.worth} method={method} client={client} place={place} /> : null}
        {asks.length > 0 ? <p>We need to know {asks.map(explainMissing).join(' and ')}.</p> : null}
        {decision.remedies.length > 0 ? (
          <ul className={styles.remedies} aria-label={`What would fix it: ${name}`}>
            {nearestFirst(decision.remedies, 'guidance').map((remedy) => (
              <li key={JSON.stringify(remedy)}>
                <span>{explainRemedy(remedy)}</span>
                <RemedyDoor remedy={remedy} about={about} place={place} />
              </li>
            ))}
          </ul>
        ) : null}
        <Button variant="subtle" className={styles.why} onClick={open} aria-label={`Why: ${name}`}>
          Why
        </Button>
        <SidePanel name={`Why: ${name}`} opened={opened} close={close} wide>
          <DecisionTrace decision={decision} />
        </SidePanel>
      </div>
    </article>
  )
}

type WorthProps = Props & { worth: NonNullable<PlaceGuidance['worth']>; method: BillingMethod }

function Worth({ worth, method, client, place }: WorthProps) {
  const whose = method.clinician.memberId === place.membership.memberId ? 'You are' : 'Your practice is'
  const codes = worth.codes.join(' and ')
  return (
    <p>
      {whose} paid <b>{formatCents(worth.providerCents)}</b> for{' '}
      {worth.isLikeLastTime ? `a session like the last one (${codes})` : `60 minutes of therapy (${codes})`}.{' '}
      {firstName(client)} pays <b>{formatCents(worth.clientCents)}</b>.
    </p>
  )
}

function nameOf({ kind, label, city, state }: PlaceGuidance): string {
  const where = city ? `${sayTown(city)}, ${state}` : state
  return `${kind === 'client' ? 'Virtual' : 'In person'} · ${label}, ${where}`
}

/** ZIP codes are kept with nine digits; people read five. */
function sayAddress(address: string): string {
  return address.replace(/\b(\d{5})\d{4}\b/, '$1')
}

function firstName({ name }: ClientPage): string {
  return name.split(' ')[0] ?? name
}
