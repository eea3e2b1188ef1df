import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ask } from '../api.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { focusFirstWrong } from '../focus-first-wrong.ts'
import { useDeed } from '../use-deed.ts'
import styles from './client-part.module.css'
import { useClientPlace } from './client-place.ts'

const toggle = { 'aria-label': 'Show or hide the password', tabIndex: 0 }

/** The login's address, and another password; whoever is signed in elsewhere is signed out by it. */
export function SignInPart() {
  const { me } = useClientPlace()
  const [open, setOpen] = useState(false)
  const [fields, setFields] = useState({ currentPassword: '', newPassword: '' })
  const [tried, setTried] = useState(false)
  const change = useDeed<typeof fields, unknown>(
    (body, key) => ask('/api/auth/change-password', { body: { ...body, revokeOtherSessions: true }, key }),
    () => {
      setOpen(false)
      setTried(false)
      setFields({ currentPassword: '', newPassword: '' })
    },
  )
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (fields.currentPassword !== '' && fields.newPassword.length >= 12) change.act(fields)
    else focusFirstWrong(event.currentTarget)
  }
  return (
    <div className={styles.panel}>
      <p className={styles.said}>You sign in as {me.user.email}.</p>
      <p role="status">{change.answer === undefined || open ? '' : 'Your new password holds, here and everywhere.'}</p>
      {open ? (
        <form className={styles.form} onSubmit={send} noValidate>
          <PasswordInput
            label="Present password"
            autoComplete="current-password"
            value={fields.currentPassword}
            onChange={(event) => setFields({ ...fields, currentPassword: event.currentTarget.value })}
            error={tried && fields.currentPassword === '' ? 'Enter your present password.' : undefined}
            visibilityToggleButtonProps={toggle}
          />
          <PasswordInput
            label="New password"
            description="At least twelve characters."
            autoComplete="new-password"
            value={fields.newPassword}
            onChange={(event) => setFields({ ...fields, newPassword: event.currentTarget.value })}
            error={tried && fields.newPassword.length < 12 ? 'Choose at least twelve characters.' : undefined}
            visibilityToggleButtonProps={toggle}
          />
          {change.trouble ? <TroubleNotice trouble={change.trouble} /> : null}
          <div className={styles.actions}>
            <Button type="submit" loading={change.busy}>
              Change password
            </Button>
            <Button variant="subtle" onClick={() => setOpen(false)}>
              Leave it
            </Button>
          </div>
        </form>
      ) : (
        <div className={styles.actions}>
          <Button variant="default" onClick={() => setOpen(true)}>
            Change password
          </Button>
        </div>
      )}
    </div>
  )
}
