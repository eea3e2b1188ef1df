import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ask } from '../api.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { focusFirstWrong } from '../focus-first-wrong.ts'
import { useDeed } from '../use-deed.ts'
import { accountWords } from './account-words.ts'
import styles from './client-part.module.css'
import { useClientPlace } from './client-place.ts'
import { useWords } from './messages.ts'

/** The login's address, and another password; whoever is signed in elsewhere is signed out by it. */
export function SignInPart() {
  const { me } = useClientPlace()
  const say = useWords(accountWords)
  const toggle = { 'aria-label': say('showPassword'), tabIndex: 0 }
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
      <p className={styles.said}>{say('signInAs', { email: me.user.email })}</p>
      <p role="status">{change.answer === undefined || open ? '' : say('passwordHolds')}</p>
      {open ? (
        <form className={styles.form} onSubmit={send} noValidate>
          <PasswordInput
            label={say('presentPassword')}
            autoComplete="current-password"
            value={fields.currentPassword}
            onChange={(event) => setFields({ ...fields, currentPassword: event.currentTarget.value })}
            error={tried && fields.currentPassword === '' ? say('lackPresentPassword') : undefined}
            visibilityToggleButtonProps={toggle}
          />
          <PasswordInput
            label={say('newPassword')}
            description={say('passwordRule')}
            autoComplete="new-password"
            value={fields.newPassword}
            onChange={(event) => setFields({ ...fields, newPassword: event.currentTarget.value })}
            error={tried && fields.newPassword.length < 12 ? say('lackNewPassword') : undefined}
            visibilityToggleButtonProps={toggle}
          />
          {change.trouble ? <TroubleNotice trouble={change.trouble} /> : null}
          <div className={styles.actions}>
            <Button type="submit" loading={change.busy}>
              {say('changePassword')}
            </Button>
            <Button variant="subtle" onClick={() => setOpen(false)}>
              {say('leaveIt')}
            </Button>
          </div>
        </form>
      ) : (
        <div className={styles.actions}>
          <Button variant="default" onClick={() => setOpen(true)}>
            {say('changePassword')}
          </Button>
        </div>
      )}
    </div>
  )
}
