import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ask } from '../api.ts'
import { useDeed } from '../use-deed.ts'
import styles from './own-security.module.css'
import page from './page.module.css'
import { TroubleNotice } from './trouble-notice.tsx'

/** New codes to keep on paper, shown this once; those from before count no more. */
export function BackupCodes() {
  const [password, setPassword] = useState('')
  const [asked, setAsked] = useState(false)
  const make = useDeed<{ password: string }, { backupCodes: string[] }>(
    (body, key) => ask('/api/auth/two-factor/generate-backup-codes', { body, key }),
    () => {
      setPassword('')
      setAsked(false)
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (password !== '') make.act({ password })
  }
  return (
    <form className={[page.form, styles.further].join(' ')} onSubmit={submit} noValidate>
      <h3>Codes on paper</h3>
      <PasswordInput
        label="Password, for new codes on paper"
        description="Each opens your account once, when the phone is lost. Those that you have count no more then."
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={asked && password === '' ? 'Enter your password.' : undefined}
        visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password', tabIndex: 0 }}
      />
      {make.trouble ? <TroubleNotice trouble={make.trouble} deed="the codes" /> : null}
      {make.answer ? (
        <>
          <p role="status">Write these down now: they are not shown again.</p>
          <ul className={styles.codes} aria-label="Codes on paper">
            {make.answer.backupCodes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <div className={page.buttons}>
        <Button type="submit" variant="default" loading={make.busy}>
          Make new codes
        </Button>
      </div>
    </form>
  )
}
