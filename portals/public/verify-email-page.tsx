import { Button, PasswordInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ask } from '../api.ts'
import { useWords } from '../client/messages.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { meQuery } from '../queries.ts'
import { Trouble } from '../trouble.ts'
import { useDeed } from '../use-deed.ts'
import { doorWords } from './account-door-words.ts'
import { ClientDoor, DoorForm } from './client-door.tsx'
import styles from './public.module.css'
import { tokenOfLink, whenSent } from './public-form.tsx'

/**
 * Where the letter's link leads. The password is asked for, so that whoever signs up with somebody else's address does not
 * get in when that person opens the link.
 */
export function VerifyEmailPage() {
  return (
    <ClientDoor>
      <VerifyEmail />
    </ClientDoor>
  )
}

function VerifyEmail() {
  const say = useWords(doorWords)
  const [token] = useState(tokenOfLink)
  const [password, setPassword] = useState('')
  const queries = useQueryClient()
  const navigate = useNavigate()
  const confirm = useDeed<{ token: string; password: string }, unknown>(
    (body, key) => ask('/api/sign-up/confirmations', { body, key }),
    async () => {
      await queries.fetchQuery({ ...meQuery, staleTime: 0 })
      await navigate({ to: '/client/start', replace: true })
    },
  )
  const spent =
    token === '' || (confirm.trouble instanceof Trouble && confirm.trouble.problem.code === 'link_not_valid')
  if (spent) return <SpentLink />
  return (
    <DoorForm name={say('verifyTitle')} intro={say('verifyIntro')}>
      <form className={styles.form} onSubmit={whenSent(() => confirm.act({ token, password }))} noValidate>
        <PasswordInput
          label={say('password')}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': say('showPassword'), tabIndex: 0 }}
        />
        {confirm.trouble ? <TroubleNotice trouble={confirm.trouble} /> : null}
        <Button type="submit" loading={confirm.busy} disabled={password === ''}>
          {say('verify')}
        </Button>
      </form>
      <p className={styles.under}>
        {say('forgotIt')} <Link to="/sign-up">{say('signUpAgain')}</Link> {say('sameAddress')}
      </p>
    </DoorForm>
  )
}

function SpentLink() {
  const say = useWords(doorWords)
  return (
    <DoorForm name={say('spentTitle')} intro={say('spentIntro')}>
      <div className={styles.form}>
        <p>{say('spentTry')}</p>
        <p>
          <Link to="/sign-in">{say('signIn')}</Link>
        </p>
        <p>
          <Link to="/sign-up">{say('signUpAgain')}</Link>
        </p>
      </div>
    </DoorForm>
  )
}
