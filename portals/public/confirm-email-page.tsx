import { Button } from '@mantine/core'
import { useState } from 'react'
import { ask } from '../api.ts'
import { useWords } from '../client/messages.ts'
import { ButtonLink } from '../design/button-link.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { doorWords } from './account-door-words.ts'
import { ClientDoor, DoorForm } from './client-door.tsx'
import styles from './public.module.css'
import { tokenOfLink } from './public-form.tsx'

/** Where the letter to a new address leads: a button, since mail programs open links by themselves. */
export function ConfirmEmailPage() {
  return (
    <ClientDoor>
      <ConfirmEmail />
    </ClientDoor>
  )
}

function ConfirmEmail() {
  const say = useWords(doorWords)
  const [token] = useState(tokenOfLink)
  const confirm = useDeed<{ token: string }, { done: true }>(
    (body, key) => ask('/api/email-changes/confirmations', { body, key }),
    () => undefined,
  )
  if (confirm.answer) {
    return (
      <DoorForm name={say('newAddressDone')} intro={say('newAddressDoneIntro')}>
        <ButtonLink to="/client/account">{say('toAccount')}</ButtonLink>
      </DoorForm>
    )
  }
  return (
    <DoorForm name={say('newAddressTitle')} intro={say('newAddressIntro')}>
      <div className={styles.form}>
        {confirm.trouble ? <TroubleNotice trouble={confirm.trouble} /> : null}
        <Button loading={confirm.busy} onClick={() => confirm.act({ token })}>
          {say('useAddress')}
        </Button>
      </div>
    </DoorForm>
  )
}
