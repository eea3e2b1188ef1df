import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import type { QueueName, QueueRow } from '../../business/operations/queue-names.ts'
import { Dialog } from '../design/dialog.tsx'
import { sayDayFrom } from '../design/say-day.ts'
import { CoverageForm } from './coverage-form.tsx'
import styles from './operations.module.css'
import { ResendForm } from './resend-form.tsx'
import { ReviewForm } from './review-form.tsx'
import { useOperatorClock } from './use-operator-clock.ts'
import { WorkForm } from './work-form.tsx'

/** What somebody does next about a row; where it waits for others, until when. */
export function RowAction({ queue, row }: { queue: QueueName; row: QueueRow }) {
  const { today } = useOperatorClock()
  const [opened, { open, close }] = useDisclosure(false)
  if (row.waitsUntil !== null)
    return <span className={styles.dim}>Waiting until {sayDayFrom(today, row.waitsUntil)}</span>
  if (row.next === null) {
    const until = queue === 'heldClaims' && row.deadline !== null ? ` until ${sayDayFrom(today, row.deadline)}` : ''
    return <span className={styles.dim}>Waiting{until}</span>
  }
  if (row.page?.kind === 'clinician' && row.page.practiceId !== null) {
    return (
      <Link
        className={styles.nextAction}
        to="/operations/credentialing/$practiceId/$memberId"
        params={{ practiceId: row.page.practiceId, memberId: row.page.id }}
        aria-label={`${row.next}: ${row.name}, ${row.code ?? row.reason}`}
      >
        {row.next}
      </Link>
    )
  }
  if (row.page?.kind === 'application') {
    return (
      <Link
        className={styles.nextAction}
        to="/operations/joining/$applicationId"
        params={{ applicationId: row.page.id }}
        aria-label={`${row.next}: ${row.name}`}
      >
        {row.next}
      </Link>
    )
  }
  if (row.page?.kind === 'document') {
    return (
      <Link className={styles.nextAction} to="/operations/joining/papers" aria-label={`${row.next}: ${row.name}`}>
        {row.next}
      </Link>
    )
  }
  if (row.page?.kind === 'deletion') {
    return (
      <Link
        className={styles.nextAction}
        to="/operations/deletions/$requestId"
        params={{ requestId: row.page.id }}
        aria-label={`${row.next}: ${row.name}`}
      >
        {row.next}
      </Link>
    )
  }
  if (row.page?.kind === 'removal') {
    return (
      <Link className={styles.nextAction} to="/operations/removals" aria-label={`${row.next}: ${row.name}`}>
        {row.next}
      </Link>
    )
  }
  if (row.page?.kind === 'admin_request') {
    return (
      <Link className={styles.nextAction} to="/operations/requests" aria-label={`${row.next}: ${row.name}`}>
        {row.next}
      </Link>
    )
  }
  if (row.page?.kind === 'remittance' || row.page?.kind === 'unmatched') {
    return (
      <Link
        className={styles.nextAction}
        to="/operations/remittances/$remittanceId"
        params={{ remittanceId: row.page.id }}
        aria-label={`${row.next}: ${row.name}`}
      >
        {row.next}
      </Link>
    )
  }
  const resends = queue === 'rejectedClaims' || row.next === 'Correct and resend'
  return (
    <>
      <Button variant="subtle" onClick={open} aria-label={`${row.next}: ${row.reason}, ${row.name}`}>
        {row.next}
      </Button>
      <Dialog name={row.next} opened={opened} close={close} wide={queue === 'coverageChecks'}>
        {queue === 'complianceReviews' && row.page?.practiceId != null ? (
          <ReviewForm practiceId={row.page.practiceId} reviewId={row.item.split(' ')[1] ?? ''} close={close} />
        ) : queue === 'coverageChecks' ? (
          <CoverageForm policyId={row.item.split(' ')[1] ?? ''} close={close} />
        ) : resends && row.page?.kind === 'claim' && row.page.practiceId !== null ? (
          <ResendForm practiceId={row.page.practiceId} claimId={row.page.id} close={close} />
        ) : (
          <WorkForm items={[row.item]} first={row.next === 'Start an appeal' ? 'appealed' : 'noted'} close={close} />
        )}
      </Dialog>
    </>
  )
}
