import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { dateIn } from '../../libraries/calendar/index.ts'
import page from '../design/page.module.css'
import { sayDay, sayMoment } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import type { ClientPage } from './practice-answers.ts'
import type { Place } from './practice-place.ts'
import { notesQuery } from './practice-queries.ts'
import rows from './rows.module.css'

/** The signed notes by date, each with its beginning; only who treats the client reads them. */
export function ClientNotes({ client, place }: { client: ClientPage; place: Place }) {
  const mayRead = place.membership.may.notes !== 'none'
  const notes = useQuery({ ...notesQuery(place.practiceId, client.personId), enabled: mayRead })
  if (!mayRead) {
    return (
      <div className={[page.panel, page.empty].join(' ')}>
        <h2>Notes are read by those who treat the client</h2>
        <p>Your role runs the office. Sessions, billing and places of this client are open to you.</p>
      </div>
    )
  }
  if (notes.error) return <TroubleNotice trouble={notes.error} onRetry={() => void notes.refetch()} />
  if (!notes.data) return <RowShapes rows={4} />
  if (notes.data.length === 0) {
    return (
      <div className={[page.panel, page.empty].join(' ')}>
        <h2>No note yet</h2>
        <p>A note is written and signed when you confirm a session; it stands here from then on.</p>
      </div>
    )
  }
  return (
    <Section name="Session notes" remark={<p className={page.small}>Only you and people you allow read them.</p>}>
      <ul className={page.panel}>
        {notes.data.map((note) => (
          <li key={note.sessionId} className={rows.row}>
            <div>
              <h3>
                <Link
                  to="/practice/$practiceId/sessions/$sessionId"
                  params={{ practiceId: place.practiceId, sessionId: note.sessionId }}
                >
                  {sayDay(dateIn(note.startsAt, place.zone))}
                </Link>
              </h3>
              <p className={rows.detail}>{note.begins}</p>
              <p className={page.quiet}>
                Signed by {note.signedBy}, {sayMoment(note.signedAt, place.zone)}
                {note.addenda === 0 ? '' : note.addenda === 1 ? '; one addendum' : `; ${note.addenda} addenda`}.
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
