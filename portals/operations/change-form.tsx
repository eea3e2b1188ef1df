import { Button, Textarea } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import page from '../design/page.module.css'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import type { Weighed } from './credentialing-queries.ts'
import { EffectList } from './effect-list.tsx'

type Props<Change> = {
  /** The change as it is entered; null while a field is missing. */
  change: Change | null
  /** What the server says that it would turn around. */
  weighed: UseQueryResult<Weighed>
  send: (said: { change: Change; reason: string }, key: string) => Promise<unknown>
  /** What is saved, as in "the entry". */
  what: string
  /** Where a reason comes from. */
  source: string
  /** Where sessions of several clinicians turn, each says whose it is. */
  withClinician?: boolean
  close: () => void
  /** Further buttons, behind saving and closing. */
  buttons?: ReactNode
  /** The fields; `asked` once somebody tried to save. */
  children: (asked: boolean) => ReactNode
}

/** The frame of every dated change that decides who may be billed: its fields, what they turn around, the reason, saving. */
export function ChangeForm<Change>(props: Props<Change>) {
  const { change, weighed, send, what, source, withClinician = false, close, buttons, children } = props
  const [asked, setAsked] = useState(false)
  const [reason, setReason] = useState('')
  const deed = useDeed<{ change: Change; reason: string }, unknown>(send, close)
  const isSaid = reason.trim().length >= 3
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (change === null || !isSaid || weighed.data?.refusal !== null || weighed.isPlaceholderData) return
    deed.act({ change, reason: reason.trim() })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      {children(asked)}
      {weighed.error ? <TroubleNotice trouble={weighed.error} /> : null}
      <EffectList weighed={weighed.data} isWhole={change !== null} withClinician={withClinician} />
      <Textarea
        label="Why"
        description={source}
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={asked && !isSaid ? `Say it in a few words: it is kept with ${what}.` : undefined}
      />
      {deed.trouble ? <TroubleNotice trouble={deed.trouble} deed={what} /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={deed.busy}>
          Save
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        {buttons}
      </div>
    </form>
  )
}
