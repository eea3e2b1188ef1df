import { Button } from '@mantine/core'
import { answerOf, api } from '../api.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import type { Invitation } from './client-contract.ts'
import styles from './client-part.module.css'
import { useClientPlace } from './client-place.ts'

/** Practices that would like to care for the client: without a yes they see nothing of the record. */
export function InvitationsPart({ invitations }: { invitations: readonly Invitation[] }) {
  return invitations.map((invitation) => <Asked key={invitation.invitationId} invitation={invitation} />)
}

function Asked({ invitation }: { invitation: Invitation }) {
  const { personId } = useClientPlace()
  const { invitationId, practiceName, clinicianName } = invitation
  const answer = useDeed<{ accepts: boolean }, unknown>((body, key) =>
    answerOf(
      api.POST('/api/clients/{personId}/invitations/{invitationId}/answers', {
        params: { path: { personId, invitationId } },
        headers: { 'Idempotency-Key': key },
        body,
      }),
    ),
  )
  return (
    <section className={styles.asked} aria-labelledby={`asked-${invitationId}`}>
      <h2 id={`asked-${invitationId}`}>{practiceName} would like to care for you</h2>
      <p className={styles.said}>
        {clinicianName} has added you. If you accept, {practiceName} sees your name, insurance, card photos, locations
        and forms; if you decline, they see nothing and are told that you declined.
      </p>
      {answer.trouble ? <TroubleNotice trouble={answer.trouble} deed="your answer" /> : null}
      <div className={styles.actions}>
        <Button loading={answer.busy} onClick={() => answer.act({ accepts: true })}>
          Accept
        </Button>
        <Button variant="default" onClick={() => answer.act({ accepts: false })}>
          Decline
        </Button>
      </div>
    </section>
  )
}
