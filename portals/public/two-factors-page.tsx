import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { ask } from '../api.ts'
import { sayDevice } from '../client/say-device.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { homeOf } from '../home-of.ts'
import { enterByPasskey, knowsPasskeys, makePasskey } from '../passkeys.ts'
import { meQuery } from '../queries.ts'
import { useDeed } from '../use-deed.ts'
import { useSignOut } from '../use-sign-out.ts'
import styles from './public.module.css'
import { PublicTop } from './public-top.tsx'
import { QrPicture } from './qr-picture.tsx'

type SetUp = { totpURI: string; backupCodes: string[] }

const route = getRouteApi('/two-factors')

/** Whoever sees other people's records sets up an authenticator app before the first one opens. */
export function TwoFactorsPage() {
  const { me } = route.useRouteContext()
  const known = useQuery({ ...meQuery, initialData: me })
  const [setUp, setSetUp] = useState<SetUp | null>(null)
  const signOut = useSignOut()
  useEffect(() => {
    document.title = 'Two factors, Evenkeel'
  }, [])
  return (
    <div className={styles.public}>
      <PublicTop />
      <main id="main" tabIndex={-1} className={[styles.sign, styles.alone].join(' ')}>
        <div>
          {known.data.twoFactors === 'needed' && known.data.factors.app ? (
            <>
              <h1>Sign in with your code</h1>
              <p className={styles.intro}>
                An authenticator app was set up since you signed in here. Sign out, and sign in with your password and
                its code.
              </p>
            </>
          ) : known.data.twoFactors === 'needed' && known.data.factors.passkeys > 0 ? (
            <>
              <h1>Use your passkey</h1>
              <UsePasskey userId={known.data.user.id} />
            </>
          ) : (
            <>
              <h1>Set up your second factor</h1>
              {setUp === null ? (
                <Begin needed={known.data.twoFactors === 'needed'} begun={setSetUp} />
              ) : (
                <Finish setUp={setUp} />
              )}
            </>
          )}
          <p className={styles.under}>
            <Button variant="subtle" onClick={() => signOut.act(null)}>
              Sign out
            </Button>
          </p>
        </div>
      </main>
    </div>
  )
}

/** Their password was right; the passkey is what opens records. */
function UsePasskey({ userId }: { userId: string }) {
  const home = useHome()
  const use = useDeed<null, void>(() => enterByPasskey({ as: userId }), home)
  return (
    <div className={styles.form}>
      <p>
        You see other people’s records, so a password alone does not open them. You have a passkey: use it on this
        device, or on your phone.
      </p>
      {use.trouble ? <TroubleNotice trouble={use.trouble} /> : null}
      <Button loading={use.busy} onClick={() => use.act(null)}>
        Use a passkey
      </Button>
      <p className={styles.under}>
        Lost it? An owner of your practice can take it away, or Evenkeel’s staff, once they know that it is you.
      </p>
    </div>
  )
}

/** Asks anew who that is, and opens their door. */
function useHome() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  return async () => {
    const me = await queries.fetchQuery({ ...meQuery, staleTime: 0 })
    await navigate({ href: homeOf(me) })
  }
}

/** In place of the app: a passkey is both factors by itself. */
function AddPasskey() {
  const home = useHome()
  const add = useDeed<string, void>((name, key) => makePasskey(name, key), home)
  if (!knowsPasskeys()) return null
  return (
    <div className={styles.other}>
      <p>Or sign in by finger, face or PIN from now on: a passkey is password and second factor in one.</p>
      {add.trouble ? <TroubleNotice trouble={add.trouble} /> : null}
      <Button variant="default" loading={add.busy} onClick={() => add.act(sayDevice(navigator.userAgent))}>
        Add a passkey instead
      </Button>
    </div>
  )
}

function Begin({ needed, begun }: { needed: boolean; begun: (setUp: SetUp) => void }) {
  const [password, setPassword] = useState('')
  const [asked, setAsked] = useState(false)
  const enable = useDeed<{ password: string }, SetUp>(
    (body, key) => ask('/api/auth/two-factor/enable', { body, key }),
    begun,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (password !== '') enable.act({ password })
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p>
        {needed
          ? 'You see other people’s records, so a password alone does not open them. It takes two minutes: an authenticator app on your phone shows a code, and you enter it here at each sign-in.'
          : 'An authenticator app on your phone shows a code, and you enter it at each sign-in.'}
      </p>
      <PasswordInput
        label="Your password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={asked && password === '' ? 'Enter your password.' : undefined}
        visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password', tabIndex: 0 }}
      />
      {enable.trouble ? <TroubleNotice trouble={enable.trouble} /> : null}
      <Button type="submit" loading={enable.busy}>
        Begin
      </Button>
      {needed ? <AddPasskey /> : null}
    </form>
  )
}

function Finish({ setUp: { totpURI, backupCodes } }: { setUp: SetUp }) {
  const home = useHome()
  const [code, setCode] = useState('')
  const [asked, setAsked] = useState(false)
  const secret = new URL(totpURI).searchParams.get('secret') ?? ''
  const verify = useDeed<{ code: string }, unknown>(
    (body, key) => ask('/api/auth/two-factor/verify-totp', { body, key }),
    home,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (code.trim() !== '') verify.act({ code: code.replace(/\s/g, '') })
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <ol className={styles.setUp}>
        <li>
          <p>Scan this with an authenticator app.</p>
          <QrPicture text={totpURI} name="Code for your authenticator app" />
          <p className={styles.under}>
            Or enter this key by hand: <code className={styles.key}>{secret.match(/.{1,4}/g)?.join(' ')}</code>
          </p>
        </li>
        <li>
          <p>Keep these codes on paper. Each opens your account once, when the phone is lost.</p>
          <ul className={styles.codes} aria-label="Backup codes">
            {backupCodes.map((each) => (
              <li key={each}>
                <code>{each}</code>
              </li>
            ))}
          </ul>
        </li>
        <li>
          <TextInput
            label="Code that the app shows now"
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            error={asked && code.trim() === '' ? 'Enter the six digits.' : undefined}
          />
        </li>
      </ol>
      {verify.trouble ? <TroubleNotice trouble={verify.trouble} /> : null}
      <Button type="submit" loading={verify.busy}>
        Finish
      </Button>
    </form>
  )
}
