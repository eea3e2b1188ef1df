import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { ask } from '../api.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import styles from './public.module.css'

/** What to do with the letter that was sent, and another one for whoever did not get it. */
export function AskedForLetter({ email, again, children }: { email: string; again: string; children: ReactNode }) {
  const resend = useDeed<{ email: string }, { sent: true }>(
    (body, key) => ask(again, { body, key }),
    () => undefined,
  )
  return (
    <div className={styles.form}>
      <p>{children}</p>
      <p>Nothing there after a few minutes? Look into the spam folder, or let us send it again.</p>
      {resend.trouble ? <TroubleNotice trouble={resend.trouble} /> : null}
      <Button variant="default" loading={resend.busy} onClick={() => resend.act({ email })}>
        Send it again
      </Button>
      <p role="status">{resend.answer ? 'Another letter is on its way; the newest link counts too.' : ''}</p>
    </div>
  )
}
