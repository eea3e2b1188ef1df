import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { instant } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import own from '../design/own-security.module.css'
import page from '../design/page.module.css'
import { sayMoment } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { type WaitingReset, waitingResetsQuery } from './reset-queries.ts'

type Reset = { email: string; reason: string }
type Outcome = { outcome: 'done' | 'waits_for_colleague' }

/** For somebody who lost phone and codes; of the operator's own staff one asks and another one does it. */
export function ResetFactor({ zone }: { zone: string }) {
  const [said, setSaid] = useState<Reset>({ email: '', reason: '' })
  const [asked, setAsked] = useState(false)
  const [done, setDone] = useState('')
  const reset = useDeed<Reset, Outcome>(
    (body, key) =>
      answerOf(api.POST('/api/operations/two-factor-resets', { headers: { 'Idempotency-Key': key }, body })),
    ({ outcome }, { email }) => {
      setDone(
        outcome === 'done'
          ? `${email} was signed out everywhere, and sets up a second factor at the next sign-in.`
          : `${email} works for Evenkeel, so a colleague of yours does it below, within a day.`,
      )
      setSaid({ email: '', reason: '' })
      setAsked(false)
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    setDone('')
    if (said.email.trim() !== '' && said.reason.trim().length >= 3) reset.act(said)
  }
  return (
    <Section name="Somebody lost their second factor">
      <form className={[page.panel, page.pad, page.form].join(' ')} onSubmit={submit} noValidate>
        <p>
          Make sure who asks, by a call to the number on file. Their app, codes and passkeys count no more, they are
          written to, and the audit keeps your reason. For one of our own staff it takes two of you.
        </p>
        <div className={page.two}>
          <TextInput
            label="E-mail address of the login"
            type="email"
            value={said.email}
            onChange={(event) => setSaid({ ...said, email: event.currentTarget.value })}
            error={asked && said.email.trim() === '' ? 'Whose is it?' : undefined}
          />
          <TextInput
            label="Why, and how you made sure"
            value={said.reason}
            onChange={(event) => setSaid({ ...said, reason: event.currentTarget.value })}
            error={asked && said.reason.trim().length < 3 ? 'Say it in a few words.' : undefined}
          />
        </div>
        {reset.trouble ? <TroubleNotice trouble={reset.trouble} deed="it" /> : null}
        <Button type="submit" variant="default" loading={reset.busy}>
          Take the second factor away
        </Button>
        <p role="status">{done}</p>
      </form>
      <Waiting zone={zone} />
    </Section>
  )
}

/** What a colleague asked for one of the staff; nothing is shown where nothing waits. */
function Waiting({ zone }: { zone: string }) {
  const waiting = useQuery(waitingResetsQuery)
  if (waiting.error) return <TroubleNotice trouble={waiting.error} onRetry={() => void waiting.refetch()} />
  if (waiting.data === undefined || waiting.data.length === 0) return null
  return (
    <ul className={[page.panel, own.waiting].join(' ')} aria-label="Waiting for a colleague">
      {waiting.data.map((reset) => (
        <WaitingRow key={reset.id} reset={reset} zone={zone} />
      ))}
    </ul>
  )
}

function WaitingRow({ reset, zone }: { reset: WaitingReset; zone: string }) {
  const { id, name, email, askedByName, reason, expiresAt, mayConfirm } = reset
  const confirm = useDeed<Record<string, never>, unknown>((body, key) =>
    answerOf(
      api.POST('/api/operations/two-factor-resets/{resetId}/confirmations', {
        params: { path: { resetId: id } },
        headers: { 'Idempotency-Key': key },
        body,
      }),
    ),
  )
  return (
    <li className={own.row}>
      <div>
        <h3>
          {name}, {email}
        </h3>
        <p className={own.detail}>
          {askedByName}: “{reason}”. Until {sayMoment(instant(expiresAt), zone)}, by the server’s own clock.
        </p>
        {confirm.trouble ? <TroubleNotice trouble={confirm.trouble} deed="it" /> : null}
      </div>
      {mayConfirm ? (
        <Button
          variant="default"
          loading={confirm.busy}
          onClick={() => confirm.act({})}
          aria-label={`Take the second factor of ${name} away`}
        >
          Take it away
        </Button>
      ) : (
        <span className={own.detail}>Somebody else does it</span>
      )}
    </li>
  )
}
