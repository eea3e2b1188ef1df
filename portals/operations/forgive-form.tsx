import { Button, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type Cents, formatCents } from '../../libraries/money/index.ts'
import page from '../design/page.module.css'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { forgive, forgivenessPreviewQuery, type OfSession } from './client-money-queries.ts'
import { MoneyPreviewPart } from './money-preview.tsx'

/** All that a client still owes of a session is forgiven; what it does to both books is shown first. */
export function ForgiveForm({ session, owed, close }: { session: OfSession; owed: Cents; close: () => void }) {
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const preview = useQuery(forgivenessPreviewQuery(session))
  const deed = useDeed<{ cents: number; reason: string }, unknown>((body, key) => forgive(session, body, key), close)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (reason.trim() !== '' && preview.data?.refusal === null) deed.act({ cents: owed, reason: reason.trim() })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <p>
        {formatCents(owed)} that the client still owes is asked for no more. A payer’s contract may forbid to forgive
        shares as a habit: say what is special about this one. This cannot be taken back.
      </p>
      <MoneyPreviewPart preview={preview.data} first="What it does comes in a moment." />
      {preview.error ? <TroubleNotice trouble={preview.error} onRetry={() => void preview.refetch()} /> : null}
      <Textarea
        label="Why"
        description="Kept with your name; the practice sees it in its audit"
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={asked && reason.trim() === '' ? 'Say why, in a few words.' : undefined}
      />
      {deed.trouble ? <TroubleNotice trouble={deed.trouble} deed="it" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={deed.busy} disabled={preview.data?.refusal !== null}>
          Forgive {formatCents(owed)}
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
