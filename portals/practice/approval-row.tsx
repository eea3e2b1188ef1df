import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { answerOf, api } from '../api.ts'
import { Dialog } from '../design/dialog.tsx'
import page from '../design/page.module.css'
import { sayDayFrom } from '../design/say-day.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import type { Place } from './practice-place.ts'
import rows from './rows.module.css'
import styles from './team.module.css'
import type { Team } from './team-queries.ts'

type Props = { approval: Team['approvals'][number]; place: Place }

/** Somebody who treats nobody asks to run the office: the owner agrees or does not. */
export function ApprovalRow({ approval, place }: Props) {
  const [opened, { open, close }] = useDisclosure(false)
  const deed = useDeed<{ answer: 'approved' | 'declined' }, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/practices/{practiceId}/admin-approvals/{approvalId}/answers', {
          params: { path: { practiceId: place.practiceId, approvalId: approval.id } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    close,
  )
  return (
    <li className={[rows.row, styles.member, styles.plain, styles.asks].join(' ')}>
      <div>
        <h3>{approval.name}</h3>
        <p className={rows.detail}>
          Asked on {sayDayFrom(place.today, approval.askedOn)} to work here as administrator. {approval.email} is a
          verified address.
        </p>
      </div>
      <div className={styles.deeds}>
        <Button onClick={open} aria-label={`Answer ${approval.name}`}>
          Answer
        </Button>
      </div>
      <Dialog name={`${approval.name} asks to run your office`} opened={opened} close={close}>
        <div className={page.form}>
          <p>
            An administrator sees every clinician’s calendar, clients and payments, and adds providers. They read no
            notes, confirm no sessions, and cannot change the bank account. You can remove their access at any time.
          </p>
          {deed.trouble ? <TroubleNotice trouble={deed.trouble} deed="your answer" /> : null}
          <div className={page.buttons}>
            <Button loading={deed.busy} onClick={() => deed.act({ answer: 'approved' })}>
              Approve
            </Button>
            <Button variant="default" disabled={deed.busy} onClick={() => deed.act({ answer: 'declined' })}>
              Decline
            </Button>
          </div>
        </div>
      </Dialog>
    </li>
  )
}
