import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ask } from '../api.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { AskedForLetter } from './asked-for-letter.tsx'
import styles from './public.module.css'
import { PublicForm, whenSent } from './public-form.tsx'

/** Ask for a letter with which the password can be set anew; whether there is an account is said in the letter only. */
export function ForgotPasswordPage() {
  const [email, setEmail] = useState('')
  const [tried, setTried] = useState(false)
  const [sentTo, setSentTo] = useState<string | null>(null)
  const forgot = useDeed<{ email: string }, unknown>(
    (body, key) => ask('/api/password-resets', { body, key }),
    (_, asked) => setSentTo(asked.email),
  )
  const isAddress = /^\S+@\S+\.\S+$/.test(email.trim())
  const send = () => {
    setTried(true)
    if (isAddress) forgot.act({ email: email.trim() })
  }
  if (sentTo !== null) {
    return (
      <PublicForm name="Look into your mail" intro={`We have written to ${sentTo}.`}>
        <AskedForLetter email={sentTo} again="/api/password-resets">
          Open the link in the letter and choose a new password. The link works once, for one hour.
        </AskedForLetter>
      </PublicForm>
    )
  }
  return (
    <PublicForm name="Set a new password" intro="We write to your address, with a link to choose a new one.">
      <form className={styles.form} onSubmit={whenSent(send)} noValidate>
        <TextInput
          type="email"
          label="E-mail"
          autoComplete="username"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={tried && !isAddress ? 'Enter your e-mail address.' : undefined}
        />
        {forgot.trouble ? <TroubleNotice trouble={forgot.trouble} /> : null}
        <Button type="submit" loading={forgot.busy}>
          Send the letter
        </Button>
      </form>
    </PublicForm>
  )
}
