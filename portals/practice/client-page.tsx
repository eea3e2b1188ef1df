import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { dateIn } from '../../libraries/calendar/index.ts'
import { ButtonLink } from '../design/button-link.tsx'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDay, sayTime } from '../design/say-day.ts'
import { PageShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { ArchiveClient } from './archive-client.tsx'
import { ClientBilling } from './client-billing.tsx'
import { ClientNotes } from './client-notes.tsx'
import { ClientSessions } from './client-sessions.tsx'
import type { ClientPage as Client } from './practice-answers.ts'
import { type Place, usePlace } from './practice-place.ts'
import { clientQuery } from './practice-queries.ts'
import type { ClientTab } from './practice-search.ts'
import { ReadinessMarks } from './readiness.tsx'
import { TransferClient } from './transfer-client.tsx'

const route = getRouteApi('/practice/$practiceId/clients/$personId')

const tabs: { tab: ClientTab; name: string }[] = [
  { tab: 'billing', name: 'Billing' },
  { tab: 'clinical', name: 'Clinical' },
  { tab: 'sessions', name: 'Sessions' },
]

/** One client: whether and where they can be billed, what was written about them, and their sessions. */
export function ClientPage() {
  const place = usePlace()
  const { personId } = route.useParams()
  const { tab = 'billing' } = route.useSearch()
  const found = useQuery(clientQuery(place.practiceId, personId))
  const params = { practiceId: place.practiceId, personId }
  if (found.error) {
    return (
      <>
        <ClientCrumbs practiceId={place.practiceId} />
        <PageHead name="This client cannot be shown" title="Client" />
        <TroubleNotice trouble={found.error} onRetry={() => void found.refetch()} />
      </>
    )
  }
  if (!found.data) return <PageShapes />
  const client = found.data
  return (
    <>
      <ClientCrumbs practiceId={place.practiceId} />
      <PageHead name={client.name} title="Client" actions={<Actions client={client} place={place} />}>
        {sayClient(client, place)}
      </PageHead>
      <div className={page.underHead}>
        <ReadinessMarks readiness={client.readiness} name={client.name} />
      </div>
      <nav className={page.tabs} aria-label="About this client">
        {tabs.map((each) => (
          <Link
            key={each.tab}
            to="/practice/$practiceId/clients/$personId"
            params={params}
            search={each.tab === 'billing' ? {} : { tab: each.tab }}
            activeOptions={{ exact: true }}
            aria-current={each.tab === tab ? 'page' : undefined}
            resetScroll={false}
          >
            {each.name}
          </Link>
        ))}
      </nav>
      {tab === 'billing' ? <ClientBilling client={client} place={place} /> : null}
      {tab === 'clinical' ? <ClientNotes client={client} place={place} /> : null}
      {tab === 'sessions' ? <ClientSessions client={client} place={place} /> : null}
    </>
  )
}

function ClientCrumbs({ practiceId }: { practiceId: string }) {
  return (
    <nav className={page.crumbs} aria-label="Breadcrumb">
      <Link to="/practice/$practiceId/clients" params={{ practiceId }}>
        Clients
      </Link>
      <Icon name="right" small />
      <span>Client</span>
    </nav>
  )
}

function Actions({ client, place }: { client: Client; place: Place }) {
  return (
    <>
      {client.standing === 'archived' ? null : (
        <ButtonLink
          to="/practice/$practiceId/sessions/add"
          params={{ practiceId: place.practiceId }}
          search={{ client: client.personId }}
          leftSection={<Icon name="plus" small />}
        >
          Add session
        </ButtonLink>
      )}
      {client.standing !== 'archived' && place.membership.kind === 'group' ? (
        <TransferClient client={client} place={place} />
      ) : null}
      <ArchiveClient client={client} place={place} />
    </>
  )
}

function sayClient({ standing, nextAt, lastAt, clinicians, planName }: Client, place: Place): string {
  const plan = planName ?? 'No plan on file'
  const whose = place.membership.kind === 'group' ? ` ${clinicians.map(({ name }) => name).join(', ')}.` : ''
  if (standing === 'archived') return `Archived. ${plan}.${whose} Reopen to plan another session.`
  if (nextAt !== null) {
    return `${plan}.${whose} Next session ${sayDay(dateIn(nextAt, place.zone))}, ${sayTime(nextAt, place.zone)}.`
  }
  if (lastAt !== null) return `${plan}.${whose} Last met ${sayDay(dateIn(lastAt, place.zone))}; nothing is planned.`
  return `${plan}.${whose} No session yet.`
}
