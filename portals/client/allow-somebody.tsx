import { Button, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import { answerOf, api } from '../api.ts'
import { Dialog } from '../design/dialog.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import styles from './client-part.module.css'
import { useClientPlace } from './client-place.ts'
import { householdWords } from './household-words.ts'
import { useWords } from './messages.ts'

/** A grown person lets another login act for them, until a day or until they end it. */
export function AllowSomebody() {
  const { personId } = useClientPlace()
  const say = useWords(householdWords)
  const [opened, { open, close }] = useDisclosure(false)
  const [email, setEmail] = useState('')
  const [lastDay, setLastDay] = useState('')
  const [asked, setAsked] = useState(false)
  const allow = useDeed<{ email: string; lastDay: string | null }, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/clients/{personId}/permissions', {
          params: { path: { personId } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    () => {
      setEmail('')
      setAsked(false)
      close()
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (email.trim() !== '') allow.act({ email: email.trim(), lastDay: lastDay === '' ? null : lastDay })
  }
  return (
    <>
      <Button variant="default" onClick={open}>
        {say('allow')}
      </Button>
      <Dialog name={say('allow')} opened={opened} close={close}>
        <form className={styles.form} onSubmit={submit} noValidate>
          <p>{say('allowLead')}</p>
          <TextInput
            label={say('allowEmail')}
            type="email"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={asked && email.trim() === '' ? say('missing') : undefined}
          />
          <TextInput
            label={say('allowLastDay')}
            type="date"
            value={lastDay}
            onChange={(event) => setLastDay(event.currentTarget.value)}
          />
          {allow.trouble ? <TroubleNotice trouble={allow.trouble} /> : null}
          <div className={styles.actions}>
            <Button type="submit" loading={allow.busy}>
              {say('allowAct')}
            </Button>
            <Button variant="default" onClick={close}>
              {say('cancel')}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
