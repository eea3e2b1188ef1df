import { Button, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import page from '../design/page.module.css'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { type Desk, type Entry, entryEffectQuery, sendEntry } from './credentialing-queries.ts'
import { EffectList } from './effect-list.tsx'

type Props = {
  desk: Desk
  /** The change as it is entered; null while a field is missing. */
  change: Entry | null
  /** Takes what was entered by mistake back; left out where there is nothing to take back. */
  withdrawal?: Entry
  close: () => void
  children: (asked: boolean) => ReactNode
}

/** The frame of every entry about a clinician: the fields, what they turn around, the reason, and saving. */
export function EntryForm({ desk, change, withdrawal, close, children }: Props) {
  const [asked, setAsked] = useState(false)
  const [reason, setReason] = useState('')
  const [isMistake, setMistake] = useState(false)
  // Who opened the form saw this many entries; another answer of the page must not hide that somebody entered one.
  const [seen] = useState(desk.seen)
  const entered = isMistake && withdrawal !== undefined ? withdrawal : change
  const weighed = useQuery(entryEffectQuery({ ...desk, seen }, entered))
  const deed = useDeed<{ change: Entry; reason: string }, unknown>(
    (body, key) => sendEntry({ ...desk, seen }, body, key),
    close,
  )
  const isSaid = reason.trim().length >= 3
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (entered === null || !isSaid || weighed.data?.refusal !== null || weighed.isPlaceholderData) return
    deed.act({ change: entered, reason: reason.trim() })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      {isMistake ? (
        <p>It counts as if it had never been entered. What was known before stays in the list.</p>
      ) : (
        children(asked)
      )}
      {weighed.error ? <TroubleNotice trouble={weighed.error} /> : null}
      <EffectList weighed={weighed.data} isWhole={entered !== null} />
      <Textarea
        label="Why"
        description="The letter, the register or the call that says so."
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={asked && !isSaid ? 'Say it in a few words: it is kept with the entry.' : undefined}
      />
      {deed.trouble ? <TroubleNotice trouble={deed.trouble} deed="the entry" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={deed.busy}>
          Save
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        {withdrawal === undefined ? null : (
          <Button variant="subtle" onClick={() => setMistake(!isMistake)}>
            {isMistake ? 'It was no mistake' : 'It was entered by mistake'}
          </Button>
        )}
      </div>
    </form>
  )
}
