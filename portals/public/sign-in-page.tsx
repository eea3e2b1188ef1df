import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { ask } from '../api.ts'
import type { Persona } from '../contract.ts'
import { Icon } from '../design/icon.tsx'
import { initialsOf } from '../design/initials-of.ts'
import { capital } from '../design/say-day.ts'
import { sayRole } from '../design/say-role.ts'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { homeOf } from '../home-of.ts'
import { houseQuery, meQuery, personasQuery } from '../queries.ts'
import { useDeed } from '../use-deed.ts'
import styles from './public.module.css'
import { PublicTop } from './public-top.tsx'

/** Sign in with e-mail and password; in the demonstration also as one of the story's people, by their card. */
export function SignInPage() {
  const house = useQuery(houseQuery)
  const demonstration = house.data?.mode === 'demonstration'
  useEffect(() => {
    document.title = 'Sign in, Evenkeel'
  }, [])
  return (
    <div className={styles.public}>
      <PublicTop />
      <main id="main" tabIndex={-1} className={[styles.sign, demonstration ? '' : styles.alone].join(' ')}>
        <div>
          <h1>Sign in</h1>
          <SignInForm />
        </div>
        {demonstration ? <Personas /> : null}
      </main>
    </div>
  )
}

/** Once the cookie is there: asks who that is, and opens their door. */
function useEnter() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return async () => {
    queries.removeQueries({ queryKey: ['practice'] })
    const me = await queries.fetchQuery({ ...meQuery, staleTime: 0 })
    await navigate({ href: homeOf(me) })
  }
}

function SignInForm() {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState(false)
  const enter = useEnter()
  const signIn = useDeed<{ email: string; password: string }, unknown>(
    (body, key) => ask('/api/auth/sign-in/email', { body, key }),
    enter,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(email.trim() === '' || password === '')
    if (email.trim() !== '' && password !== '') signIn.act({ email: email.trim(), password })
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextInput
        type="email"
        label="E-mail"
        autoComplete="username"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={missing && email.trim() === '' ? 'Enter your e-mail address.' : undefined}
      />
      <PasswordInput
        label="Password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={missing && password === '' ? 'Enter your password.' : undefined}
        visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password', tabIndex: 0 }}
      />
      {signIn.trouble ? <TroubleNotice trouble={signIn.trouble} /> : null}
      <Button type="submit" loading={signIn.busy}>
        Sign in
      </Button>
      <p className={styles.under}>
        <Link to="/forgot-password">Forgot your password?</Link> New here as a client?{' '}
        <Link to="/sign-up">Sign up</Link>
      </p>
    </form>
  )
}

function Personas() {
  const personas = useQuery(personasQuery)
  const enter = useEnter()
  const become = useDeed<{ id: string }, unknown>(
    ({ id }, key) => ask(`/api/demonstration/personas/${encodeURIComponent(id)}/sign-in`, { body: {}, key }),
    enter,
  )
  return (
    <section aria-labelledby="personas">
      <h2 id="personas">Or look around as somebody</h2>
      <p className={styles.lead}>
        This is a demonstration. Its practices, clients, insurers and bank are invented, and its clock moves only when
        you move it.
      </p>
      {personas.error ? <TroubleNotice trouble={personas.error} onRetry={() => void personas.refetch()} /> : null}
      {become.trouble ? <TroubleNotice trouble={become.trouble} /> : null}
      {personas.isPending ? <RowShapes rows={3} /> : null}
      <ul className={styles.personas}>
        {personas.data?.map((persona) => (
          <li key={persona.id}>
            <PersonaCard persona={persona} choose={() => become.act({ id: persona.id })} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function PersonaCard({ persona, choose }: { persona: Persona; choose: () => void }) {
  return (
    <button type="button" className={styles.persona} onClick={choose}>
      <span className={styles.face} aria-hidden="true">
        {initialsOf(persona.name)}
      </span>
      <span>
        <b>{persona.name}</b>
        <span>
          {sayRole(persona.role)}, {persona.practiceName}
        </span>
        <span>{capital(persona.what)}</span>
      </span>
      <Icon name="right" small />
    </button>
  )
}
