import { Button, Textarea } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { ask } from '../api.ts'
import page from '../design/page.module.css'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import styles from './operations.module.css'

export type Claims = { practiceId: string; claimId: string }[]

type Done = { refused: { claimId: string; words: string }[] }

type Props = {
  claims: Claims
  /** Where claims and reason are sent; it answers which claims were refused, and why. */
  path: string
  says: ReactNode
  label: string
  /** What is said of those that were refused, after their number: 'could not be sent'. */
  refusal: string
  does: string
  deed: 'it' | 'they'
  close: () => void
}

/** Something is done with one claim or many for one reason; closes once none was refused, else says why which were. */
export function ClaimsReasonForm({ claims, path, says, label, refusal, does, deed: named, close }: Props) {
  const [because, setBecause] = useState('')
  const [asked, setAsked] = useState(false)
  const [refused, setRefused] = useState<Done['refused']>([])
  const deed = useDeed<{ because: string; claims: Claims }, Done>(
    (body, key) => ask(path, { body, key }),
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
      <p>{says}</p>
      <Textarea
        label={label}
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
          {refused.length === 1 ? 'One' : refused.length} {refusal}:{' '}
          {[...new Set(refused.map(({ words }) => words))].join(' ')}
        </p>
      ) : null}
      {deed.trouble ? <TroubleNotice trouble={deed.trouble} deed={named} /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={deed.busy}>
          {does}
        </Button>
        <Button variant="default" onClick={close}>
          {refused.length > 0 ? 'Close' : 'Cancel'}
        </Button>
      </div>
    </form>
  )
}
