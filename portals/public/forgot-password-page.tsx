import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ask } from '../api.ts'
import { type Language, useLanguage, useWords } from '../client/messages.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { doorWords } from './account-door-words.ts'
import { AskedForLetter } from './asked-for-letter.tsx'
import { ClientDoor, DoorForm } from './client-door.tsx'
import styles from './public.module.css'
import { whenSent } from './public-form.tsx'

/** Ask for a letter with which the password can be set anew; whether there is an account is said in the letter only. */
export function ForgotPasswordPage() {
  return (
    <ClientDoor>
      <ForgotPassword />
    </ClientDoor>
  )
}

function ForgotPassword() {
  const say = useWords(doorWords)
  const language = useLanguage()
  const [email, setEmail] = useState('')
  const [tried, setTried] = useState(false)
  const [sentTo, setSentTo] = useState<string | null>(null)
  const forgot = useDeed<{ email: string; language: Language }, unknown>(
    (body, key) => ask('/api/password-resets', { body, key }),
    (_, asked) => setSentTo(asked.email),
  )
  const isAddress = /^\S+@\S+\.\S+$/.test(email.trim())
  const send = () => {
    setTried(true)
    if (isAddress) forgot.act({ email: email.trim(), language })
  }
  if (sentTo !== null) {
    return (
      <DoorForm name={say('lookMail')} intro={say('writtenTo', { email: sentTo })}>
        <AskedForLetter email={sentTo} again="/api/password-resets" language={language}>
          {say('forgotSent')}
        </AskedForLetter>
      </DoorForm>
    )
  }
  return (
    <DoorForm name={say('forgotTitle')} intro={say('forgotIntro')}>
      <form className={styles.form} onSubmit={whenSent(send)} noValidate>
        <TextInput
          type="email"
          label={say('email')}
          autoComplete="username"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={tried && !isAddress ? say('lackEmail') : undefined}
        />
        {forgot.trouble ? <TroubleNotice trouble={forgot.trouble} /> : null}
        <Button type="submit" loading={forgot.busy}>
          {say('sendLetter')}
        </Button>
      </form>
    </DoorForm>
  )
}
