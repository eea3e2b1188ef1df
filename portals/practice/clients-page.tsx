import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { dateIn } from '../../libraries/calendar/index.ts'
import type { Client } from '../contract.ts'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDayFrom, sayTime } from '../design/say-day.ts'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { AddClients } from './add-clients.tsx'
import { ClinicianFilter } from './clinician-filter.tsx'
import { NewLocation } from './new-location.tsx'
import { type Place, usePlace } from './practice-place.ts'
import { type ClientsShown, clientListQuery } from './practice-queries.ts'
import { ReadinessMarks } from './readiness.tsx'
import rows from './rows.module.css'
import { sortClients } from './sort-clients.ts'

const route = getRouteApi('/practice/$practiceId/clients')

const tabs: { show: ClientsShown; name: string; empty: string }[] = [
  { show: 'active', name: 'Active', empty: 'Nobody has a session with you yet. Plan the first one with a prospect.' },
  { show: 'prospect', name: 'Prospects', empty: 'Whom you add stands here until their first session is planned.' },
  {
    show: 'archived',
    name: 'Archived',
    empty: 'Nobody is archived. Their records stay, and any of them can be reopened.',
  },
]

/** Every client of the practice on three lists, with what is missing of each; which list and what is searched is in the address. */
export function ClientsPage() {
  const place = usePlace()
  const { show = 'active', q = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const clients = useQuery(clientListQuery(place.practiceId, show, place.clinician))
  const mayPlan = show !== 'archived' && place.membership.may.planning !== 'none'
  const tab = tabs.find((each) => each.show === show)
  const found = clients.data ? sortClients(clients.data, q) : undefined
  return (
    <>
      <PageHead name="Clients" title="Clients" actions={<AddClients place={place} />}>
        Whom you care for, and what is still missing before a session with them can be billed.
      </PageHead>
      <nav className={page.tabs} aria-label="Which clients">
        {tabs.map((each) => (
          <Link
            key={each.show}
            to="/practice/$practiceId/clients"
            params={{ practiceId: place.practiceId }}
            search={{ ...(each.show === 'active' ? {} : { show: each.show }), ...(q === '' ? {} : { q }) }}
            activeOptions={{ exact: true }}
            aria-current={each.show === show ? 'page' : undefined}
          >
            {each.name}
          </Link>
        ))}
      </nav>
      <div className={rows.filters}>
        <TextInput
          type="search"
          label="Search"
          placeholder="Name, plan or member ID"
          value={q}
          onChange={(event) => {
            const said = event.currentTarget.value
            void navigate({
              search: { ...(show === 'active' ? {} : { show }), ...(said === '' ? {} : { q: said }) },
              replace: true,
              resetScroll: false,
            })
          }}
        />
        <ClinicianFilter place={place} />
      </div>
      {clients.error ? (
        <TroubleNotice trouble={clients.error} onRetry={() => void clients.refetch()} />
      ) : found === undefined ? (
        <RowShapes rows={5} />
      ) : found.length === 0 ? (
        <div className={[page.panel, page.empty].join(' ')}>
          <h2>{q === '' ? 'Nobody here' : 'Nobody of that name'}</h2>
          <p>{q === '' ? tab?.empty : 'Search for another name, or look at the other lists.'}</p>
        </div>
      ) : (
        <ul className={page.panel} aria-label={`${tab?.name ?? ''} clients`}>
          {found.map((client) => (
            <ClientRow key={client.personId} client={client} place={place} mayPlan={mayPlan} />
          ))}
        </ul>
      )}
    </>
  )
}

function ClientRow({ client, place, mayPlan }: { client: Client; place: Place; mayPlan: boolean }) {
  const { personId, name, planName, clinicians } = client
  return (
    <li className={[rows.row, rows.client].join(' ')}>
      <div>
        <h2 className={page.rowName}>
          <Link to="/practice/$practiceId/clients/$personId" params={{ practiceId: place.practiceId, personId }}>
            {name}
          </Link>
        </h2>
        <p className={rows.detail}>
          {planName ?? 'No plan on file'}
          {place.membership.kind === 'group' ? `. ${clinicians.map((each) => each.name).join(', ')}` : ''}
        </p>
      </div>
      <ReadinessMarks readiness={client.readiness} name={name} />
      <p className={rows.when}>{sayMeeting(client, place)}</p>
      {mayPlan ? <NewLocation client={client} place={place} inRow /> : null}
    </li>
  )
}

function sayMeeting({ lastAt, nextAt }: Client, { today, zone }: Place) {
  if (nextAt !== null) {
    return (
      <>
        <b>Next: {sayDayFrom(today, dateIn(nextAt, zone))}</b> {sayTime(nextAt, zone)}
      </>
    )
  }
  if (lastAt !== null) return `Last met ${sayDayFrom(today, dateIn(lastAt, zone))}`
  return 'No session yet'
}
