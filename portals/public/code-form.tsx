import { Anchor, Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ask } from '../api.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import styles from './public.module.css'

/** The second step of signing in: the code of the app, or one of those kept on paper. */
export function CodeForm({ entered }: { entered: () => unknown }) {
  const [kind, setKind] = useState<'totp' | 'backup-code'>('totp')
  const [code, setCode] = useState('')
  const [asked, setAsked] = useState(false)
  const verify = useDeed<{ code: string }, unknown>(
    (body, key) => ask(`/api/auth/two-factor/verify-${kind}`, { body, key }),
    entered,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (code.trim() !== '') verify.act({ code: code.replace(/\s/g, '') })
  }
  const isApp = kind === 'totp'
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextInput
        label={isApp ? 'Code from your authenticator app' : 'One of your backup codes'}
        description={isApp ? 'Six digits, new every half minute.' : 'Each opens once.'}
        inputMode={isApp ? 'numeric' : 'text'}
        autoComplete="one-time-code"
        data-autofocus
        autoFocus
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={asked && code.trim() === '' ? 'Enter the code.' : undefined}
      />
      {verify.trouble ? <TroubleNotice trouble={verify.trouble} /> : null}
      <Button type="submit" loading={verify.busy}>
        Continue
      </Button>
      <p className={styles.under}>
        <Anchor
          component="button"
          type="button"
          onClick={() => {
            setKind(isApp ? 'backup-code' : 'totp')
            setCode('')
            setAsked(false)
            verify.forget()
          }}
        >
          {isApp ? 'Use a backup code' : 'Use the app'}
        </Anchor>{' '}
        Lost both? Evenkeel’s staff can take the second factor away, once they know that it is you.
      </p>
    </form>
  )
}
