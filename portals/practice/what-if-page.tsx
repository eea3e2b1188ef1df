import { Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, Suspense, useRef } from 'react'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { clientsQuery, membersQuery } from '../queries.ts'
import { AnnouncedPlaces, stateAnswerId } from './announced-places.tsx'
import {
  type BriefDecision,
  type ClinicianWhatIf,
  clientWhatIfQuery,
  clinicianWhatIfQuery,
} from './insurance-queries.ts'
import { type Place, usePlace } from './practice-place.ts'
import rows from './rows.module.css'
import { StateAnswer } from './state-answer.tsx'
import styles from './what-if.module.css'

const UsMap = lazy(() => import('./us-map.tsx').then(({ UsMap }) => ({ default: UsMap })))
const route = getRouteApi('/practice/$practiceId/what-if')

/** What if: on any day, where could this client be seen, or where could this clinician see whom. */
export function WhatIfPage() {
  const place = usePlace()
  const { client, member, on } = route.useSearch()
  const navigate = route.useNavigate()
  const say = (search: { client?: string | undefined; member?: string | undefined; on?: string | undefined }) =>
    void navigate({
      search: (before) => ({ ...before, state: undefined, county: undefined, ...search }),
      replace: true,
      resetScroll: false,
    })
  const clients = useQuery(clientsQuery(place.practiceId))
  const day = on ?? place.today
  return (
    <>
      <PageHead name="What if" title="What if">
        Choose a client and a day to see where they could be seen, or leave the client out to see where a clinician
        could see whom. Nothing here changes anything.
      </PageHead>
      <div className={rows.filters}>
        <Select
          // A field that can be searched writes a name down once: it begins anew when the names have come.
          key={clients.data === undefined ? 'asking' : 'known'}
          label="Client"
          searchable
          allowDeselect={false}
          data={[
            { value: '', label: 'Nobody in particular' },
            ...(clients.data ?? []).map(({ personId, name }) => ({ value: personId, label: name })),
          ]}
          value={client ?? ''}
          onChange={(personId) => say({ client: personId || undefined })}
        />
        <TextInput
          type="date"
          label="On"
          value={day}
          onChange={(event) => {
            const said = event.currentTarget.value
            say({ on: said === '' || said === place.today ? undefined : said })
          }}
        />
        {client === undefined ? (
          <ClinicianChoice place={place} chosen={member} choose={(memberId) => say({ member: memberId })} />
        ) : null}
      </div>
      {client === undefined ? (
        <ForClinician place={place} on={day} />
      ) : (
        <ForClient
          place={place}
          client={{
            personId: client,
            name: clients.data?.find(({ personId }) => personId === client)?.name ?? 'Client',
          }}
          on={day}
        />
      )}
    </>
  )
}

function ClinicianChoice({
  place,
  chosen,
  choose,
}: {
  place: Place
  chosen: string | undefined
  choose: (memberId: string | undefined) => void
}) {
  const members = useQuery(membersQuery(place.practiceId))
  const clinicians = (members.data ?? []).filter(
    ({ clinician, memberId, standing }) =>
      clinician &&
      standing === 'active' &&
      (place.membership.may.status === 'all' || memberId === place.membership.memberId),
  )
  if (clinicians.length < 2) return null
  return (
    <Select
      label="Clinician"
      allowDeselect={false}
      data={clinicians.map(({ memberId, name }) => ({ value: memberId, label: name }))}
      value={
        chosen ??
        place.clinician ??
        (place.membership.clinician ? place.membership.memberId : clinicians[0]?.memberId) ??
        null
      }
      onChange={(memberId) => choose(memberId ?? undefined)}
    />
  )
}

function ForClient({ place, client, on }: { place: Place; client: { personId: string; name: string }; on: string }) {
  const { county: countyFips } = route.useSearch()
  const { personId } = client
  const asked = { personId, on, memberId: place.clinician, countyFips }
  const answer = useQuery(clientWhatIfQuery(place.practiceId, asked))
  if (answer.error) return <TroubleNotice trouble={answer.error} onRetry={() => void answer.refetch()} />
  if (!answer.data) return <RowShapes rows={5} />
  const { states, announced, planName, clinician } = answer.data
  return (
    <div className={page.stack}>
      {announced.length > 0 ? <AnnouncedPlaces announced={announced} /> : null}
      <States
        name={planName}
        remark={`Seen by ${clinician.name}`}
        states={states.map(({ state, stateName, decision }) => ({ state, stateName, outcome: decision.outcome }))}
        detail={(state) => {
          const found = states.find((each) => each.state === state)
          return found === undefined ? null : (
            <StateAnswer answer={found} place={place} client={client} memberId={clinician.memberId} on={on} />
          )
        }}
      />
    </div>
  )
}

function ForClinician({ place, on }: { place: Place; on: string }) {
  const { member } = route.useSearch()
  const members = useQuery(membersQuery(place.practiceId))
  const first = members.data?.find(({ clinician }) => clinician)?.memberId
  const asked = member ?? place.clinician ?? (place.membership.clinician ? place.membership.memberId : first)
  const answer = useQuery({ ...clinicianWhatIfQuery(place.practiceId, asked ?? '', on), enabled: asked !== undefined })
  if (answer.error) return <TroubleNotice trouble={answer.error} onRetry={() => void answer.refetch()} />
  if (!answer.data) return <RowShapes rows={5} />
  const { states, clinician } = answer.data
  return (
    <States
      name="Every plan"
      remark={`Where ${clinician.name} could see clients`}
      states={states.map((each) => ({ ...each, outcome: bestOf(each.plans.map(({ decision }) => decision.outcome)) }))}
      detail={(state) => {
        const found = states.find((each) => each.state === state)
        return found === undefined ? null : <PlansThere found={found} />
      }}
    />
  )
}

type Outcome = BriefDecision['outcome']
const order: readonly Outcome[] = ['billable', 'billable_held', 'needs_information', 'not_billable']

function bestOf(outcomes: readonly Outcome[]): Outcome {
  return order.find((each) => outcomes.includes(each)) ?? 'not_billable'
}

function PlansThere({ found: { stateName, plans } }: { found: ClinicianWhatIf['states'][number] }) {
  return (
    <section aria-label={stateName}>
      <h3>{stateName}</h3>
      <ul className={styles.plans}>
        {plans.map(({ planId, planName, decision }) => (
          <li key={planId}>
            <b>{planName}</b>
            <span>{decision.words}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const groups: { outcome: Outcome; name: string }[] = [
  { outcome: 'billable', name: 'Billable' },
  { outcome: 'billable_held', name: 'Billable; claims wait for the insurer' },
  { outcome: 'needs_information', name: 'Something must be known first' },
  { outcome: 'not_billable', name: 'Not billable' },
]

type Listed = { state: string; stateName: string; outcome: Outcome }

/** The map, and the same as a list of links by answer: each state opens its reasons beside it. */
function States({
  name,
  remark,
  states,
  detail,
}: {
  name: string
  remark: string
  states: readonly Listed[]
  detail: (state: string) => React.ReactNode
}) {
  const { state: chosen } = route.useSearch()
  const navigate = route.useNavigate()
  // On a phone the answer stands above the list: whoever chooses there is led to it.
  const beside = useRef<HTMLDivElement>(null)
  const choose = (state: string) =>
    void navigate({ search: (before) => ({ ...before, state, county: undefined }), replace: true, resetScroll: false })
  const best = bestOf(states.map(({ outcome }) => outcome))
  const shown = chosen ?? states.find(({ outcome }) => outcome === best)?.state ?? null
  return (
    <Section name={name} remark={<p>{remark}</p>}>
      <div className={styles.columns}>
        <div className={[page.panel, styles.map].join(' ')}>
          <Suspense fallback={<RowShapes rows={6} />}>
            <UsMap
              outcomes={new Map(states.map(({ state, outcome }) => [state, outcome]))}
              chosen={shown}
              choose={choose}
            />
          </Suspense>
        </div>
        <div className={[page.panel, styles.list].join(' ')}>
          {groups.map(({ outcome, name }) => {
            const those = states.filter((each) => each.outcome === outcome)
            if (those.length === 0) return null
            return (
              <div key={outcome} className={styles.group}>
                <h3>
                  <span className={styles.swatch} data-outcome={outcome} aria-hidden="true" />
                  {name}
                </h3>
                <ul>
                  {those.map(({ state, stateName }) => (
                    <li key={state}>
                      <Link
                        from="/practice/$practiceId/what-if"
                        to="."
                        search={(before) => ({ ...before, state, county: undefined })}
                        replace
                        resetScroll={false}
                        onClick={() =>
                          requestAnimationFrame(() => beside.current?.scrollIntoView({ block: 'nearest' }))
                        }
                        aria-current={state === shown ? 'true' : undefined}
                      >
                        {stateName}
                      </Link>
                    </li>
                  ))}
                </ul>
              </div>
            )
          })}
        </div>
        <div
          ref={beside}
          id={stateAnswerId}
          className={[page.panel, page.pad, styles.detail].join(' ')}
          aria-live="polite"
        >
          {shown === null ? <p>Choose a state.</p> : detail(shown)}
        </div>
      </div>
    </Section>
  )
}
