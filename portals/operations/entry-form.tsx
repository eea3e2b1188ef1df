import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ChangeForm } from './change-form.tsx'
import { type Desk, type Entry, entryEffectQuery, sendEntry } from './credentialing-queries.ts'

type Props = {
  desk: Desk
  /** The change as it is entered; null while a field is missing. */
  change: Entry | null
  /** Takes what was entered by mistake back; left out where there is nothing to take back. */
  withdrawal?: Entry
  close: () => void
  children: (asked: boolean) => ReactNode
}

/** The frame of every entry about a clinician, with a way to take back what was entered by mistake. */
export function EntryForm({ desk, change, withdrawal, close, children }: Props) {
  const [isMistake, setMistake] = useState(false)
  // Who opened the form saw this many entries; another answer of the page must not hide that somebody entered one.
  const [seen] = useState(desk.seen)
  const entered = isMistake && withdrawal !== undefined ? withdrawal : change
  const weighed = useQuery(entryEffectQuery({ ...desk, seen }, entered))
  return (
    <ChangeForm
      change={entered}
      weighed={weighed}
      send={(said, key) => sendEntry({ ...desk, seen }, said, key)}
      what="the entry"
      source="The letter, the register or the call that says so."
      close={close}
      buttons={
        withdrawal === undefined ? null : (
          <Button variant="subtle" onClick={() => setMistake(!isMistake)}>
            {isMistake ? 'It was no mistake' : 'It was entered by mistake'}
          </Button>
        )
      }
    >
      {(asked) =>
        isMistake ? (
          <p>It counts as if it had never been entered. What was known before stays in the list.</p>
        ) : (
          children(asked)
        )
      }
    </ChangeForm>
  )
}
