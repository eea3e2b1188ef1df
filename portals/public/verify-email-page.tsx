import { Button, PasswordInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ask } from '../api.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { meQuery } from '../queries.ts'
import { Trouble } from '../trouble.ts'
import { useDeed } from '../use-deed.ts'
import styles from './public.module.css'
import { PublicForm, tokenOfLink, whenSent } from './public-form.tsx'

/**
 * Where the letter's link leads. The password is asked for, so that whoever signs up with somebody else's address does not
 * get in when that person opens the link.
 */
export function VerifyEmailPage() {
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
    <PublicForm name="Confirm your e-mail address" intro="One last step: enter the password that you chose.">
      <form className={styles.form} onSubmit={whenSent(() => confirm.act({ token, password }))} noValidate>
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password', tabIndex: 0 }}
        />
        {confirm.trouble ? <TroubleNotice trouble={confirm.trouble} /> : null}
        <Button type="submit" loading={confirm.busy} disabled={password === ''}>
          Confirm and sign in
        </Button>
      </form>
      <p className={styles.under}>
        You do not remember it? <Link to="/sign-up">Sign up again</Link> with the same address and choose another.
      </p>
    </PublicForm>
  )
}

function SpentLink() {
  return (
    <PublicForm
      name="This link cannot be used any more"
      intro="A link works once, for 24 hours. Perhaps you confirmed your address already."
    >
      <div className={styles.form}>
        <p>
          Try to <Link to="/sign-in">sign in</Link>. If that does not work, <Link to="/sign-up">sign up again</Link>{' '}
          with the same address and we write to you anew.
        </p>
      </div>
    </PublicForm>
  )
}
