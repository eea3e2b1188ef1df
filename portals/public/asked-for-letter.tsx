import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { ask } from '../api.ts'
import { type Language, useWords } from '../client/messages.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { doorWords } from './account-door-words.ts'
import styles from './public.module.css'

/** What to do with the letter that was sent, and another one for whoever did not get it. */
export function AskedForLetter({
  email,
  again,
  language,
  children,
}: {
  email: string
  again: string
  /** Of the letter, where the page says it. */
  language?: Language
  children: ReactNode
}) {
  const say = useWords(doorWords)
  const resend = useDeed<{ email: string; language?: Language }, { sent: true }>(
    (body, key) => ask(again, { body, key }),
    () => undefined,
  )
  return (
    <div className={styles.form}>
      <p>{children}</p>
      <p>{say('nothingThere')}</p>
      {resend.trouble ? <TroubleNotice trouble={resend.trouble} /> : null}
      <Button
        variant="default"
        loading={resend.busy}
        onClick={() => resend.act({ email, ...(language === undefined ? {} : { language }) })}
      >
        {say('sendAgain')}
      </Button>
      <p role="status">{resend.answer ? say('anotherLetter') : ''}</p>
    </div>
  )
}
