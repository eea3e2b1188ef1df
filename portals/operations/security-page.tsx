import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { answerOf, api } from '../api.ts'
import { OwnSecurity } from '../design/own-security.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { Section } from '../design/section.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { useOperatorClock } from './use-operator-clock.ts'

/** How the operator's people sign in, and how they help somebody who lost the second factor. */
export function SecurityPage() {
  const { zone } = useOperatorClock()
  return (
    <>
      <PageHead name="Security" title="Security">
        Your own sign-in, and help for whoever lost phone and codes.
      </PageHead>
      <div className={page.stack}>
        <OwnSecurity zone={zone} />
        <ResetFactor />
      </div>
    </>
  )
}

type Reset = { email: string; reason: string }

function ResetFactor() {
  const [said, setSaid] = useState<Reset>({ email: '', reason: '' })
  const [asked, setAsked] = useState(false)
  const [done, setDone] = useState('')
  const reset = useDeed<Reset, unknown>(
    (body, key) =>
      answerOf(api.POST('/api/operations/two-factor-resets', { headers: { 'Idempotency-Key': key }, body })),
    (_, { email }) => {
      setDone(`${email} was signed out everywhere, and sets up a second factor at the next sign-in.`)
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
          Make sure who asks, by a call to the number on file. They are written to, and the audit keeps your reason.
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
    </Section>
  )
}
