import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import type { ClientPage, ListedSession } from './practice-answers.ts'
import type { Place } from './practice-place.ts'
import { sessionListQuery } from './practice-queries.ts'
import rows from './rows.module.css'
import { SessionRows } from './session-rows.tsx'

const shown = 25

/** What is planned with a client, and what was held, with the money of each session. */
export function ClientSessions({ client, place }: { client: ClientPage; place: Place }) {
  const asked = { show: 'all' as const, client: client.personId, limit: shown + 1 }
  const sessions = useQuery(sessionListQuery(place.practiceId, asked))
  if (sessions.error) return <TroubleNotice trouble={sessions.error} onRetry={() => void sessions.refetch()} />
  if (!sessions.data) return <RowShapes rows={4} />
  const { upcoming, past } = divide(sessions.data.slice(0, shown))
  return (
    <div className={page.stack}>
      <Section name="Upcoming">
        {upcoming.length === 0 ? (
          <p className={rows.sub}>Nothing is planned. Add the next session to see it here.</p>
        ) : (
          <SessionRows name="Upcoming" sessions={upcoming} place={place} />
        )}
      </Section>
      <Section name="Past">
        {past.length === 0 ? (
          <p className={rows.sub}>No session has been held yet.</p>
        ) : (
          <SessionRows name="Past" sessions={past} place={place} />
        )}
        {sessions.data.length > shown ? (
          <p className={rows.pager}>
            <Link
              to="/practice/$practiceId/sessions"
              params={{ practiceId: place.practiceId }}
              search={{ show: 'all', client: client.personId, page: 2 }}
            >
              Earlier sessions
            </Link>
          </p>
        ) : null}
      </Section>
    </div>
  )
}

function divide(sessions: readonly ListedSession[]): { upcoming: ListedSession[]; past: ListedSession[] } {
  return {
    upcoming: sessions.filter(({ state }) => state === 'upcoming').toReversed(),
    past: sessions.filter(({ state }) => state !== 'upcoming'),
  }
}
