import { Button, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import { answerOf, api } from '../api.ts'
import type { SessionPage } from '../contract.ts'
import { Dialog } from '../design/dialog.tsx'
import page from '../design/page.module.css'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import type { Place } from './practice-place.ts'

/** Takes a confirmation back as a whole, because the session did not take place; asks for the reason first. */
export function VoidSession({ session, place }: { session: SessionPage; place: Place }) {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button variant="subtle" onClick={open}>
        It did not take place
      </Button>
      <Dialog name="The session did not take place" opened={opened} close={close}>
        <VoidForm session={session} place={place} close={close} />
      </Dialog>
    </>
  )
}

function VoidForm({ session, place, close }: { session: SessionPage; place: Place; close: () => void }) {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const path = { practiceId: place.practiceId, sessionId: session.id }
  const takeBack = useDeed<{ reason: string }, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/practices/{practiceId}/sessions/{sessionId}/voids', {
          params: { path },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    close,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const said = reason.trim()
    setMissing(said === '')
    if (said !== '') takeBack.act({ reason: said })
  }
  return (
    <form className={page.form} onSubmit={submit}>
      <p>Nothing is billed, the client is charged nothing, and nothing is paid for it. This cannot be taken back.</p>
      <Textarea
        label="Why"
        description="Kept with the session; no details of the care, please."
        autosize
        minRows={2}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={missing && reason.trim() === '' ? 'Say why, in a few words.' : undefined}
      />
      {takeBack.trouble ? <TroubleNotice trouble={takeBack.trouble} deed="it" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={takeBack.busy}>
          Void the session
        </Button>
        <Button variant="default" onClick={close}>
          Keep it
        </Button>
      </div>
    </form>
  )
}
