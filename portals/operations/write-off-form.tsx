import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ask } from '../api.ts'
import page from '../design/page.module.css'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import styles from './operations.module.css'

type Claims = { practiceId: string; claimId: string }[]
type Done = { written: unknown[]; refused: { claimId: string; words: string }[] }

/** What payers have not paid of these claims becomes the operator's loss today; each keeps the reason. */
export function WriteOffForm({ claims, close }: { claims: Claims; close: () => void }) {
  const [because, setBecause] = useState('')
  const [asked, setAsked] = useState(false)
  const [refused, setRefused] = useState<Done['refused']>([])
  const deed = useDeed<{ because: string; claims: Claims }, Done>(
    (body, key) => ask('/api/operations/write-offs', { body, key }),
    (answer) => {
      setRefused(answer.refused)
      if (answer.refused.length === 0) close()
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (because.trim() !== '') deed.act({ because: because.trim(), claims })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <p>
        What the payer has not paid of {claims.length === 1 ? 'it' : 'each'} is our loss from today. After a denial the
        client gets back what they paid, unless the payer says it is theirs to pay. No practice’s pay changes. If the
        payer pays after all, the loss is taken back.
      </p>
      <Textarea
        label="Why it is given up"
        description="Kept with each claim. No details of care."
        autosize
        minRows={2}
        maxLength={500}
        value={because}
        onChange={(event) => setBecause(event.currentTarget.value)}
        error={asked && because.trim() === '' ? 'Say it in a few words.' : undefined}
      />
      {refused.length > 0 ? (
        <p role="alert" className={styles.need}>
          {refused.length === 1 ? 'One' : refused.length} could not be written off:{' '}
          {[...new Set(refused.map(({ words }) => words))].join(' ')}
        </p>
      ) : null}
      {deed.trouble ? <TroubleNotice trouble={deed.trouble} deed="it" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={deed.busy}>
          Write {claims.length === 1 ? 'it' : 'them'} off
        </Button>
        <Button variant="default" onClick={close}>
          {refused.length > 0 ? 'Close' : 'Cancel'}
        </Button>
      </div>
    </form>
  )
}
