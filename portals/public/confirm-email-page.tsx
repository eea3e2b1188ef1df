import { Button } from '@mantine/core'
import { useState } from 'react'
import { ask } from '../api.ts'
import { ButtonLink } from '../design/button-link.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import styles from './public.module.css'
import { PublicForm, tokenOfLink } from './public-form.tsx'

/** Where the letter to a new address leads: a button, since mail programs open links by themselves. */
export function ConfirmEmailPage() {
  const [token] = useState(tokenOfLink)
  const confirm = useDeed<{ token: string }, { done: true }>(
    (body, key) => ask('/api/email-changes/confirmations', { body, key }),
    () => undefined,
  )
  if (confirm.answer) {
    return (
      <PublicForm name="Your new address holds" intro="Sign in with it from now on. Your former address was told.">
        <ButtonLink to="/client/account">Go to your account</ButtonLink>
      </PublicForm>
    )
  }
  return (
    <PublicForm name="Confirm your new e-mail address" intro="From then on you sign in with it, and we write to it.">
      <div className={styles.form}>
        {confirm.trouble ? <TroubleNotice trouble={confirm.trouble} /> : null}
        <Button loading={confirm.busy} onClick={() => confirm.act({ token })}>
          Use this address
        </Button>
      </div>
    </PublicForm>
  )
}
