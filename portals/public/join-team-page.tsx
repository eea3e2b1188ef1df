import { Button, PasswordInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { ask } from '../api.ts'
import { sayRole } from '../design/say-role.ts'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { meQuery } from '../queries.ts'
import { useDeed } from '../use-deed.ts'
import { type Invited, invitedQuery } from './joining-queries.ts'
import styles from './public.module.css'
import { PublicForm, tokenOfLink, whenSent, wordsAbout } from './public-form.tsx'

/** Where the letter of a team leads: what one is invited to, and the password that makes it one's own. */
export function JoinTeamPage() {
  const [token] = useState(tokenOfLink)
  const invited = useQuery({ ...invitedQuery(token), enabled: token !== '' })
  if (token === '' || invited.error) {
    return (
      <PublicForm name="This invitation cannot be used" intro="A link works once, and for the invited address alone.">
        <div className={styles.form}>
          {invited.error ? <TroubleNotice trouble={invited.error} /> : null}
          <p>
            You joined already? <Link to="/sign-in">Sign in</Link>. Otherwise ask the practice to invite you again.
          </p>
        </div>
      </PublicForm>
    )
  }
  if (!invited.data) {
    return (
      <PublicForm name="Join a team">
        <RowShapes rows={3} />
      </PublicForm>
    )
  }
  return <JoinForm invited={invited.data} token={token} />
}

function JoinForm({ invited, token }: { invited: Invited; token: string }) {
  const [password, setPassword] = useState('')
  const queries = useQueryClient()
  const navigate = useNavigate()
  const join = useDeed<{ token: string; password: string }, { practiceId: string }>(
    (body, key) => ask('/api/team-invitations/acceptances', { body, key }),
    async ({ practiceId }) => {
      await queries.fetchQuery({ ...meQuery, staleTime: 0 })
      await navigate({ to: '/practice/$practiceId', params: { practiceId }, replace: true })
    },
  )
  return (
    <PublicForm
      name={`Join ${invited.practiceName}`}
      intro={`Hello ${invited.name}. You are invited as ${invited.roles.map((role) => sayRole(role).toLowerCase()).join(' and ')}, with ${invited.email}.`}
    >
      <form className={styles.form} onSubmit={whenSent(() => join.act({ token, password }))} noValidate>
        <PasswordInput
          label="Password"
          description="New here: choose at least twelve characters. You have an account with this address: enter its password."
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={wordsAbout(join.trouble, 'password')}
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password', tabIndex: 0 }}
        />
        {join.trouble && wordsAbout(join.trouble, 'password') === undefined ? (
          <TroubleNotice trouble={join.trouble} />
        ) : null}
        <Button type="submit" loading={join.busy} disabled={password === ''}>
          Join the team
        </Button>
      </form>
    </PublicForm>
  )
}
