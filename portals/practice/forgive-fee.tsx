import { Button, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import { type Cents, formatCents } from '../../libraries/money/index.ts'
import { ask } from '../api.ts'
import { Dialog } from '../design/dialog.tsx'
import page from '../design/page.module.css'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'

type Fee = { owed: Cents; paid: Cents }
type OfSession = { practiceId: string; sessionId: string }

/** The practice forgives a cancellation fee, and reads before what it does to the client and to its own pay. */
export function ForgiveFee({ session, fee }: { session: OfSession; fee: Fee }) {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button variant="default" onClick={open}>
        Forgive the fee
      </Button>
      <Dialog name="Forgive the fee" opened={opened} close={close}>
        <Form session={session} fee={fee} close={close} />
      </Dialog>
    </>
  )
}

function Form({ session, fee, close }: { session: OfSession; fee: Fee; close: () => void }) {
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const path = `/api/practices/${session.practiceId}/sessions/${session.sessionId}/fee-forgiveness`
  const forgive = useDeed<{ reason: string }, unknown>((body, key) => ask(path, { body, key }), close)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (reason.trim() !== '') forgive.act({ reason: reason.trim() })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <p>{sayEffect(fee)} This cannot be taken back.</p>
      <Textarea
        label="Why"
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={asked && reason.trim() === '' ? 'Say why, in a few words.' : undefined}
      />
      {forgive.trouble ? <TroubleNotice trouble={forgive.trouble} deed="it" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={forgive.busy}>
          Forgive it
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

function sayEffect({ owed, paid }: Fee): string {
  if (paid > 0) {
    return `The ${formatCents(paid)} that the client paid go back to their card, and come off your next payout.`
  }
  return `The client is asked for the ${formatCents(owed)} no more. Your pay does not change: you had none of it yet.`
}
