import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, lazy, Suspense, useEffect, useState } from 'react'
import { ask } from '../api.ts'
import { useWords } from '../client/messages.ts'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { homeOf } from '../home-of.ts'
import { enterByPasskey, knowsPasskeys } from '../passkeys.ts'
import { houseQuery, meQuery } from '../queries.ts'
import { useDeed } from '../use-deed.ts'
import { doorWords } from './account-door-words.ts'
import { ClientDoor, DoorLanguage } from './client-door.tsx'
import { CodeForm } from './code-form.tsx'
import styles from './public.module.css'
import { PublicTop } from './public-top.tsx'
import { usePasskeyInField } from './use-passkey-in-field.ts'

// In a demonstration only; elsewhere its code is never fetched.
const DemonstrationDoors = lazy(async () => ({
  default: (await import('../demonstration/doors.tsx')).DemonstrationDoors,
}))

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
        <ClientDoor>
          <SignIn hasDoors={demonstration} />
        </ClientDoor>
        {demonstration ? (
          <Suspense fallback={<RowShapes rows={6} />}>
            <DemonstrationDoors />
          </Suspense>
        ) : null}
      </main>
    </div>
  )
}

/** In the language that was chosen here last: clients come in by this page too. */
function SignIn({ hasDoors }: { hasDoors: boolean }) {
  const say = useWords(doorWords)
  return (
    <div>
      <h1>{say('signIn')}</h1>
      {hasDoors ? (
        // On a phone the story's people stand far below the form.
        <a href="#personas" className={styles.around}>
          Or look around as somebody of the story
        </a>
      ) : null}
      <SignInForm />
      <DoorLanguage />
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
  const say = useWords(doorWords)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [missing, setMissing] = useState(false)
  const [half, setHalf] = useState(false)
  const enter = useEnter()
  const signIn = useDeed<{ email: string; password: string }, { twoFactorRedirect?: boolean }>(
    (body, key) => ask('/api/auth/sign-in/email', { body, key }),
    (answer) => (answer.twoFactorRedirect === true ? setHalf(true) : enter()),
  )
  const waiting = usePasskeyInField(enter)
  const byPasskey = useDeed<null, void>(async () => {
    try {
      await enterByPasskey()
    } catch (caught) {
      // What waited in the field gave way to this question.
      waiting.again()
      throw caught
    }
  }, enter)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(email.trim() === '' || password === '')
    if (email.trim() !== '' && password !== '') signIn.act({ email: email.trim(), password })
  }
  if (half) return <CodeForm entered={enter} />
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextInput
        type="email"
        label={say('email')}
        autoComplete="username webauthn"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={missing && email.trim() === '' ? say('lackEmail') : undefined}
      />
      <PasswordInput
        label={say('password')}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={missing && password === '' ? say('lackPresentPassword') : undefined}
        visibilityToggleButtonProps={{ 'aria-label': say('showPassword'), tabIndex: 0 }}
      />
      {signIn.trouble ? <TroubleNotice trouble={signIn.trouble} /> : null}
      <Button type="submit" loading={signIn.busy}>
        {say('signIn')}
      </Button>
      {knowsPasskeys() ? (
        <Button variant="default" loading={byPasskey.busy} onClick={() => byPasskey.act(null)}>
          {say('byPasskey')}
        </Button>
      ) : null}
      {byPasskey.trouble ? (
        <TroubleNotice trouble={byPasskey.trouble} />
      ) : waiting.trouble ? (
        <TroubleNotice trouble={waiting.trouble} />
      ) : null}
      <p className={styles.under}>
        <Link to="/forgot-password">{say('forgotAsk')}</Link> {say('newAsk')} <Link to="/sign-up">{say('signUp')}</Link>
      </p>
    </form>
  )
}
