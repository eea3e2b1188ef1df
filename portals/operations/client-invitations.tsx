import { Button } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Instant } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import page from '../design/page.module.css'
import { sayMoment } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { houseQuery } from '../queries.ts'
import { useDeed } from '../use-deed.ts'
import styles from './operations.module.css'
import { useOperatorClock } from './use-operator-clock.ts'

type Invited = {
  invitationId: string
  practiceName: string
  name: string
  email: string
  invitedAt: Instant
  letters: number
  lastLetterAt: Instant | null
  nextFrom: string
}

const invitationsQuery = queryOptions({
  queryKey: ['operations', 'client-invitations'],
  queryFn: () => answerOf<Invited[]>(api.GET('/api/operations/client-invitations')),
})

/** Clients whom a practice invited and who have not answered: when the last letter went, and another one. */
export function ClientInvitations() {
  const found = useQuery(invitationsQuery)
  if (found.error) return <TroubleNotice trouble={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <RowShapes rows={2} />
  return (
    <Section name="Invitations that wait for an answer">
      {found.data.length === 0 ? (
        <div className={[page.panel, page.empty].join(' ')}>
          <p>Everybody who was invited has answered.</p>
        </div>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1)
        <section className={[page.panel, styles.scroll].join(' ')} aria-label="Invited clients, table" tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Client</th>
                <th scope="col">Practice</th>
                <th scope="col">Last letter</th>
                <th scope="col">Send again</th>
              </tr>
            </thead>
            <tbody>
              {found.data.map((invited) => (
                <InvitedRow key={invited.invitationId} invited={invited} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Section>
  )
}

function InvitedRow({ invited }: { invited: Invited }) {
  const { zone } = useOperatorClock()
  const now = useQuery(houseQuery).data?.now ?? ''
  const { invitationId, name, email, practiceName, letters, lastLetterAt, nextFrom } = invited
  const again = useDeed<Record<string, never>, unknown>((body, key) =>
    answerOf(
      api.POST('/api/operations/client-invitations/{invitationId}/letters', {
        params: { path: { invitationId } },
        headers: { 'Idempotency-Key': key },
        body,
      }),
    ),
  )
  const isOpen = nextFrom === 'now' || (nextFrom !== 'never' && nextFrom <= now)
  return (
    <tr>
      <td>
        <b>{name}</b>
        <br />
        {email}
      </td>
      <td>{practiceName}</td>
      <td>
        {lastLetterAt === null ? 'None with a link yet' : sayMoment(lastLetterAt, zone)}
        {letters > 1 ? <span className={styles.dim}> ({letters} in all)</span> : null}
      </td>
      <td>
        {again.trouble ? <TroubleNotice trouble={again.trouble} deed="the letter" /> : null}
        {isOpen ? (
          <Button
            variant="subtle"
            loading={again.busy}
            aria-label={`Send the invitation of ${name} again`}
            onClick={() => again.act({})}
          >
            Send again
          </Button>
        ) : (
          <span className={styles.dim}>
            {nextFrom === 'never' ? 'The most there may be' : `From ${sayMoment(nextFrom as Instant, zone)}`}
          </span>
        )}
      </td>
    </tr>
  )
}
