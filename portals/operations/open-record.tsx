import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ask } from '../api.ts'
import page from '../design/page.module.css'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'

/** Asks why a client's record is opened; once for a record and a day, and kept in the audit. */
export function OpenRecord({ personId, why }: { personId: string; why: string }) {
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const open = useDeed<{ personId: string; reason: string }, unknown>((body, key) =>
    ask('/api/operations/record-openings', { body, key }),
  )
  const act = () => {
    setAsked(true)
    if (reason.trim() !== '') open.act({ personId, reason: reason.trim() })
  }
  return (
    <div className={page.form}>
      <p>{why} It is kept in the audit, and the practice and the client may see it.</p>
      <TextInput
        label="Why do you open the record?"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          act()
        }}
        error={asked && reason.trim() === '' ? 'Say why, in a few words.' : undefined}
      />
      {open.trouble ? <TroubleNotice trouble={open.trouble} deed="it" /> : null}
      <Button variant="default" onClick={act} loading={open.busy}>
        Open the record
      </Button>
    </div>
  )
}
