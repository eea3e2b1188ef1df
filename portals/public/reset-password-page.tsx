import { Button, PasswordInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ask } from '../api.ts'
import { useWords } from '../client/messages.ts'
import { ButtonLink } from '../design/button-link.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { doorWords } from './account-door-words.ts'
import { ClientDoor, DoorForm } from './client-door.tsx'
import styles from './public.module.css'
import { tokenOfLink, whenSent } from './public-form.tsx'

/** Where the letter's link leads: a new password, and everybody who was signed in is signed out. */
export function ResetPasswordPage() {
  return (
    <ClientDoor>
      <ResetPassword />
    </ClientDoor>
  )
}

function ResetPassword() {
  const say = useWords(doorWords)
  const [token] = useState(tokenOfLink)
  const [newPassword, setNewPassword] = useState('')
  const [tried, setTried] = useState(false)
  const reset = useDeed<{ token: string; newPassword: string }, unknown>(
    (body, key) => ask('/api/auth/reset-password', { body, key }),
    () => undefined,
  )
  if (reset.answer !== undefined) {
    return (
      <DoorForm name={say('resetDoneTitle')} intro={say('resetDoneIntro')}>
        <ButtonLink to="/sign-in">{say('signIn')}</ButtonLink>
      </DoorForm>
    )
  }
  const send = () => {
    setTried(true)
    if (newPassword.length >= 12) reset.act({ token, newPassword })
  }
  return (
    <DoorForm name={say('resetTitle')}>
      <form className={styles.form} onSubmit={whenSent(send)} noValidate>
        <PasswordInput
          label={say('newPassword')}
          description={say('passwordHint')}
          autoComplete="new-password"
          value={newPassword}
          onChange={(event) => setNewPassword(event.currentTarget.value)}
          error={tried && newPassword.length < 12 ? say('lackPassword') : undefined}
          visibilityToggleButtonProps={{ 'aria-label': say('showPassword'), tabIndex: 0 }}
        />
        {reset.trouble ? <TroubleNotice trouble={reset.trouble} /> : null}
        <Button type="submit" loading={reset.busy}>
          {say('setPassword')}
        </Button>
      </form>
      <p className={styles.under}>
        {say('linkTooOld')} <Link to="/forgot-password">{say('askAnother')}</Link>
      </p>
    </DoorForm>
  )
}
