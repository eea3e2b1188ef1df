import { Button, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { ButtonLink } from '../design/button-link.tsx'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { clientsQuery, type Show } from '../queries.ts'
import { ClinicianFilter } from './clinician-filter.tsx'
import { type Place, usePlace } from './practice-place.ts'
import { sessionListQuery } from './practice-queries.ts'
import type { SessionsSearch } from './practice-search.ts'
import rows from './rows.module.css'
import { SessionRows } from './session-rows.tsx'

const route = getRouteApi('/practice/$practiceId/sessions')

const tabs: { show: Show; name: string; empty: string }[] = [
  { show: 'to_confirm', name: 'To confirm', empty: 'No session waits for you to confirm it.' },
  { show: 'confirmed', name: 'Confirmed', empty: 'You have not confirmed a session yet.' },
  { show: 'all', name: 'All', empty: 'There is no session yet. Add the first one that you have held or planned.' },
]

const perPage = 25

/** Every session of the practice: those to confirm, those confirmed, all. List, filters and page stand in the address. */
export function SessionsPage() {
  const place = usePlace()
  const search = route.useSearch()
  const { show = 'to_confirm', page: at = 1, client, from, to } = search
  const sessions = useQuery(
    sessionListQuery(place.practiceId, {
      show,
      clinician: place.clinician,
      client,
      from,
      to,
      limit: perPage + 1,
      offset: (at - 1) * perPage,
    }),
  )
  const tab = tabs.find((each) => each.show === show) ?? tabs[0]
  const params = { practiceId: place.practiceId }
  const isFiltered = client !== undefined || from !== undefined || to !== undefined
  const add = (
    <ButtonLink to="/practice/$practiceId/sessions/add" params={params} leftSection={<Icon name="plus" small />}>
      Add session
    </ButtonLink>
  )
  return (
    <>
      <PageHead name="Sessions" title="Sessions" actions={add}>
        Confirm a session within 30 days of it; from then on its payday is fixed.
      </PageHead>
      <nav className={page.tabs} aria-label="Which sessions">
        {tabs.map((each) => (
          <Link
            key={each.show}
            to="/practice/$practiceId/sessions"
            params={params}
            search={{ ...filtersOf(search), ...(each.show === 'to_confirm' ? {} : { show: each.show }) }}
            activeOptions={{ exact: true }}
            aria-current={each.show === show ? 'page' : undefined}
          >
            {each.name}
          </Link>
        ))}
      </nav>
      <Filters place={place} search={search} />
      {sessions.error ? (
        <TroubleNotice trouble={sessions.error} onRetry={() => void sessions.refetch()} />
      ) : sessions.data === undefined ? (
        <RowShapes rows={4} />
      ) : sessions.data.length === 0 ? (
        <div className={[page.panel, page.empty].join(' ')}>
          <h2>Nothing here</h2>
          <p>{isFiltered ? 'No session on this list is of that client and those days.' : tab?.empty}</p>
        </div>
      ) : (
        <SessionRows name={tab?.name ?? ''} sessions={sessions.data.slice(0, perPage)} place={place} />
      )}
      <Pager search={search} at={at} more={(sessions.data?.length ?? 0) > perPage} practiceId={place.practiceId} />
    </>
  )
}

/** What narrows a list down, without which list and which page. */
function filtersOf({ client, from, to }: SessionsSearch): SessionsSearch {
  return {
    ...(client === undefined ? {} : { client }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
}

function Filters({ place, search }: { place: Place; search: SessionsSearch }) {
  const navigate = route.useNavigate()
  const clients = useQuery(clientsQuery(place.practiceId))
  const { show, client, from, to } = search
  const set = (change: SessionsSearch) => {
    const said = { ...filtersOf({ ...search, ...change }), ...(show === undefined ? {} : { show }) }
    void navigate({ search: said, resetScroll: false })
  }
  const isFiltered = client !== undefined || from !== undefined || to !== undefined
  return (
    <div className={rows.filters}>
      <Select
        label="Client"
        placeholder="Everyone"
        searchable
        clearable
        data={(clients.data ?? []).map(({ personId, name }) => ({ value: personId, label: name }))}
        value={client ?? null}
        onChange={(personId) => set({ client: personId ?? undefined })}
        nothingFoundMessage="No client of that name is on your list."
      />
      <ClinicianFilter place={place} />
      <TextInput
        type="date"
        label="From"
        value={from ?? ''}
        onChange={(event) => set({ from: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        label="To"
        value={to ?? ''}
        onChange={(event) => set({ to: event.currentTarget.value || undefined })}
      />
      {isFiltered ? (
        <Button
          variant="subtle"
          className={rows.narrow}
          onClick={() => set({ client: undefined, from: undefined, to: undefined })}
        >
          Show all of them
        </Button>
      ) : null}
    </div>
  )
}

type PagerProps = { search: SessionsSearch; at: number; more: boolean; practiceId: string }

function Pager({ search, at, more, practiceId }: PagerProps) {
  if (at === 1 && !more) return null
  const to = (page: number): SessionsSearch => ({
    ...filtersOf(search),
    ...(search.show === undefined ? {} : { show: search.show }),
    ...(page === 1 ? {} : { page }),
  })
  return (
    <nav className={rows.pager} aria-label="Pages of this list">
      {at > 1 ? (
        <Link to="/practice/$practiceId/sessions" params={{ practiceId }} search={to(at - 1)}>
          Previous page
        </Link>
      ) : (
        <span />
      )}
      {more ? (
        <Link to="/practice/$practiceId/sessions" params={{ practiceId }} search={to(at + 1)}>
          Next page
        </Link>
      ) : null}
    </nav>
  )
}
