import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { answerOf, api } from '../api.ts'
import { Dialog } from '../design/dialog.tsx'
import page from '../design/page.module.css'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import type { Place } from './practice-place.ts'
import type { TeamMember } from './team-queries.ts'

type Props = { member: TeamMember; place: Place }

/** Hides a provider and keeps everything of theirs, or takes them up again. */
export function ArchiveProvider({ member, place }: Props) {
  const [opened, { open, close }] = useDisclosure(false)
  const set = useDeed<{ archived: boolean }, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/practices/{practiceId}/team/{memberId}/archivings', {
          params: { path: { practiceId: place.practiceId, memberId: member.memberId } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    close,
  )
  if (member.standing === 'archived') {
    return (
      <>
        <Button loading={set.busy} onClick={() => set.act({ archived: false })}>
          Reopen
        </Button>
        {set.trouble ? <TroubleNotice trouble={set.trouble} deed="it" /> : null}
      </>
    )
  }
  return (
    <>
      <Button variant="default" onClick={open}>
        Archive provider
      </Button>
      <Dialog name={`Archive ${member.name}`} opened={opened} close={close}>
        <div className={page.form}>
          <p>
            {member.name} is hidden from your lists and calendars, and nothing new is planned with them. Their sessions,
            notes, clients and payments stay and open by their name. Sessions that wait stay on Home until they are
            confirmed or lapse, and pay goes on. You can reopen them at any time.
          </p>
          {set.trouble ? <TroubleNotice trouble={set.trouble} deed="it" /> : null}
          <div className={page.buttons}>
            <Button loading={set.busy} onClick={() => set.act({ archived: true })}>
              Archive provider
            </Button>
            <Button variant="default" onClick={close}>
              Keep on the team
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}
