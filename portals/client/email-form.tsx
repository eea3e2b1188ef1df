import { Button, PasswordInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ask } from '../api.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { focusFirstWrong } from '../focus-first-wrong.ts'
import { useDeed } from '../use-deed.ts'
import styles from './client-part.module.css'

/** Another e-mail address: it holds once the link in the letter to it was opened. */
export function EmailForm() {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const change = useDeed<{ email: string; password: string }, { sent: true }>((body, key) =>
    ask('/api/me/email-changes', { body, key }),
  )
  const isAddress = /^\S+@\S+\.\S+$/.test(email.trim())
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (isAddress && password !== '') change.act({ email: email.trim(), password })
    else focusFirstWrong(event.currentTarget)
  }
  if (change.answer) {
    return (
      <p role="status">
        We have written to {email.trim()}. Open the link in the letter within 24 hours; until then your present address
        holds.
      </p>
    )
  }
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <TextInput
        type="email"
        label="New e-mail"
        autoComplete="email"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={tried && !isAddress ? 'Enter an e-mail address.' : undefined}
      />
      <PasswordInput
        label="Your password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={tried && password === '' ? 'Enter your password.' : undefined}
        visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password', tabIndex: 0 }}
      />
      {change.trouble ? <TroubleNotice trouble={change.trouble} /> : null}
      <div className={styles.actions}>
        <Button type="submit" loading={change.busy}>
          Send the letter
        </Button>
      </div>
    </form>
  )
}
