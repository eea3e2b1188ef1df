import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { answerOf, api } from '../api.ts'
import type { SessionPage, Signed } from '../contract.ts'
import page from '../design/page.module.css'
import { sayMoment } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import type { Place } from './practice-place.ts'
import styles from './session-note.module.css'

type Props = { session: SessionPage; note: NonNullable<SessionPage['note']>; place: Place }

/** The signed note, which nothing changes any more, and the addenda to it. */
export function SessionNote({ session, note, place }: Props) {
  return (
    <Section name="Note">
      <div className={[page.panel, page.pad, styles.note].join(' ')}>
        <SignedText signed={note} place={place} />
        {note.addenda.map((addendum) => (
          <div key={`${addendum.signedAt}-${addendum.body}`} className={styles.addendum}>
            <h3>Addendum</h3>
            <SignedText signed={addendum} place={place} />
          </div>
        ))}
        <AddAddendum session={session} place={place} />
      </div>
    </Section>
  )
}

function SignedText({ signed, place }: { signed: Signed; place: Place }) {
  return (
    <>
      <p className={styles.body}>{signed.body}</p>
      <p className={styles.by}>
        Signed by {signed.signedBy}, {sayMoment(signed.signedAt, place.zone)}
      </p>
    </>
  )
}

function AddAddendum({ session, place }: { session: SessionPage; place: Place }) {
  const [body, setBody] = useState('')
  const [missing, setMissing] = useState(false)
  const [opened, setOpened] = useState(false)
  const path = { practiceId: place.practiceId, sessionId: session.id }
  const sign = useDeed<{ body: string }, unknown>(
    (said, key) =>
      answerOf(
        api.POST('/api/practices/{practiceId}/sessions/{sessionId}/addenda', {
          params: { path },
          headers: { 'Idempotency-Key': key },
          body: said,
        }),
      ),
    () => {
      setBody('')
      setOpened(false)
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const said = body.trim()
    setMissing(said === '')
    if (said !== '') sign.act({ body: said })
  }
  return (
    <details className={styles.add} open={opened} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>Write an addendum</summary>
      <form onSubmit={submit}>
        <Textarea
          label="Addendum"
          description="It is signed as you send it and stands below the note; the note itself stays as it was signed."
          autosize
          minRows={3}
          value={body}
          onChange={(event) => setBody(event.currentTarget.value)}
          error={missing && body.trim() === '' ? 'Write the addendum first.' : undefined}
        />
        {sign.trouble ? <TroubleNotice trouble={sign.trouble} deed="the addendum" /> : null}
        <Button type="submit" variant="default" loading={sign.busy}>
          Sign the addendum
        </Button>
      </form>
    </details>
  )
}
