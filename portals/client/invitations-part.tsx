import { Button } from '@mantine/core'
import { answerOf, api } from '../api.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { accountWords } from './account-words.ts'
import type { Invitation } from './client-contract.ts'
import styles from './client-part.module.css'
import { useClientPlace } from './client-place.ts'
import { useWords } from './messages.ts'

/** Practices that would like to care for the client: without a yes they see nothing of the record. */
export function InvitationsPart({ invitations }: { invitations: readonly Invitation[] }) {
  return invitations.map((invitation) => <Asked key={invitation.invitationId} invitation={invitation} />)
}

function Asked({ invitation }: { invitation: Invitation }) {
  const { personId } = useClientPlace()
  const say = useWords(accountWords)
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
      <h2 id={`asked-${invitationId}`}>{say('invites', { practice: practiceName })}</h2>
      <p className={styles.said}>{say('invitesWords', { clinician: clinicianName, practice: practiceName })}</p>
      {answer.trouble ? <TroubleNotice trouble={answer.trouble} deed="your answer" /> : null}
      <div className={styles.actions}>
        <Button loading={answer.busy} onClick={() => answer.act({ accepts: true })}>
          {say('accept')}
        </Button>
        <Button variant="default" onClick={() => answer.act({ accepts: false })}>
          {say('decline')}
        </Button>
      </div>
    </section>
  )
}
