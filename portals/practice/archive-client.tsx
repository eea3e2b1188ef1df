import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { answerOf, api } from '../api.ts'
import { Dialog } from '../design/dialog.tsx'
import page from '../design/page.module.css'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import type { ClientPage } from './practice-answers.ts'
import type { Place } from './practice-place.ts'

type Props = { client: ClientPage; place: Place }

/** Puts a client away, or takes them up again; what was recorded of them stays either way. */
export function ArchiveClient({ client, place }: Props) {
  const [opened, { open, close }] = useDisclosure(false)
  const path = { practiceId: place.practiceId, personId: client.personId }
  const set = useDeed<{ archived: boolean }, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/practices/{practiceId}/clients/{personId}/archivings', {
          params: { path },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    close,
  )
  if (client.standing === 'archived') {
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
        Archive
      </Button>
      <Dialog name={`Archive ${client.name}`} opened={opened} close={close}>
        <div className={page.form}>
          <p>
            {client.name} leaves your list. Sessions, notes and payments stay, sessions that wait are still confirmed,
            and you can reopen them at any time. Nobody is written to.
          </p>
          {set.trouble ? <TroubleNotice trouble={set.trouble} deed="it" /> : null}
          <div className={page.buttons}>
            <Button loading={set.busy} onClick={() => set.act({ archived: true })}>
              Archive
            </Button>
            <Button variant="default" onClick={close}>
              Keep on the list
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}
