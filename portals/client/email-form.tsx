import { Button, PasswordInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ask } from '../api.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { focusFirstWrong } from '../focus-first-wrong.ts'
import { useDeed } from '../use-deed.ts'
import { accountWords } from './account-words.ts'
import styles from './client-part.module.css'
import { useWords } from './messages.ts'

/** Another e-mail address: it holds once the link in the letter to it was opened. */
export function EmailForm() {
  const say = useWords(accountWords)
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
    return <p role="status">{say('emailWritten', { email: email.trim() })}</p>
  }
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <TextInput
        type="email"
        label={say('newEmail')}
        autoComplete="email"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={tried && !isAddress ? say('lackEmail') : undefined}
      />
      <PasswordInput
        label={say('yourPassword')}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={tried && password === '' ? say('lackPassword') : undefined}
        visibilityToggleButtonProps={{ 'aria-label': say('showPassword'), tabIndex: 0 }}
      />
      {change.trouble ? <TroubleNotice trouble={change.trouble} /> : null}
      <div className={styles.actions}>
        <Button type="submit" loading={change.busy}>
          {say('sendLetter')}
        </Button>
      </div>
    </form>
  )
}
