import { Button, PasswordInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ask } from '../api.ts'
import { ButtonLink } from '../design/button-link.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import styles from './public.module.css'
import { PublicForm, tokenOfLink, whenSent } from './public-form.tsx'

/** Where the letter's link leads: a new password, and everybody who was signed in is signed out. */
export function ResetPasswordPage() {
  const [token] = useState(tokenOfLink)
  const [newPassword, setNewPassword] = useState('')
  const [tried, setTried] = useState(false)
  const reset = useDeed<{ token: string; newPassword: string }, unknown>(
    (body, key) => ask('/api/auth/reset-password', { body, key }),
    () => undefined,
  )
  if (reset.answer !== undefined) {
    return (
      <PublicForm name="Your new password holds" intro="Whoever was signed in with the old one is signed out.">
        <ButtonLink to="/sign-in">Sign in</ButtonLink>
      </PublicForm>
    )
  }
  const send = () => {
    setTried(true)
    if (newPassword.length >= 12) reset.act({ token, newPassword })
  }
  return (
    <PublicForm name="Choose a new password">
      <form className={styles.form} onSubmit={whenSent(send)} noValidate>
        <PasswordInput
          label="New password"
          description="At least twelve characters. Three words that do not belong together are good."
          autoComplete="new-password"
          value={newPassword}
          onChange={(event) => setNewPassword(event.currentTarget.value)}
          error={tried && newPassword.length < 12 ? 'Choose at least twelve characters.' : undefined}
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password', tabIndex: 0 }}
        />
        {reset.trouble ? <TroubleNotice trouble={reset.trouble} /> : null}
        <Button type="submit" loading={reset.busy}>
          Set the password
        </Button>
      </form>
      <p className={styles.under}>
        The link is too old? <Link to="/forgot-password">Ask for another letter</Link>
      </p>
    </PublicForm>
  )
}
