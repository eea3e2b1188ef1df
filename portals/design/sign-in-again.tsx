import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState, useSyncExternalStore } from 'react'
import { ask } from '../api.ts'
import { answerSignIn, isAskedToSignIn, listenForSignIn } from '../ask-to-sign-in.ts'
import type { Me } from '../contract.ts'
import { enterByPasskey, knowsPasskeys } from '../passkeys.ts'
import { houseQuery, personasQuery } from '../queries.ts'
import { Trouble } from '../trouble.ts'
import { Dialog } from './dialog.tsx'
import page from './page.module.css'
import { TroubleNotice } from './trouble-notice.tsx'

/** Lets the same person in again where their session ended or must be proved, over the page that they work on. */
export function SignInAgain({ me }: { me: Me }) {
  const isAsked = useSyncExternalStore(listenForSignIn, isAskedToSignIn)
  return (
    <Dialog name="Sign in again" opened={isAsked} close={() => answerSignIn(false)} above>
      <AgainForm me={me} />
    </Dialog>
  )
}

function AgainForm({ me }: { me: Me }) {
  const house = useQuery(houseQuery)
  const isDemonstration = house.data?.mode === 'demonstration'
  const personas = useQuery({ ...personasQuery, enabled: isDemonstration })
  const queries = useQueryClient()
  const [password, setPassword] = useState('')
  const [half, setHalf] = useState(false)
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const persona = personas.data?.find(({ name }) => name === me.user.name)
  const enter = async (send: () => Promise<unknown>) => {
    setBusy(true)
    setTrouble(null)
    try {
      if ((await send()) === 'half') return
      answerSignIn(true)
      void queries.invalidateQueries()
    } catch (caught) {
      if (!(caught instanceof Trouble)) throw caught
      setTrouble(caught)
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (half) {
      void enter(() => ask('/api/auth/two-factor/verify-totp', { body: { code: code.replace(/\s/g, '') } }))
      return
    }
    const body = { email: me.user.email, password }
    void enter(async () => {
      const answer = await ask<{ twoFactorRedirect?: boolean }>('/api/auth/sign-in/email', { body })
      if (answer.twoFactorRedirect !== true) return 'in'
      setHalf(true)
      return 'half'
    })
  }
  return (
    <form className={page.form} onSubmit={submit}>
      <p>
        What you entered is still here, and nothing was recorded twice. Sign in as {me.user.name}, and it goes on from
        where you stopped.
      </p>
      {persona ? (
        <div className={page.buttons}>
          <Button
            data-autofocus
            loading={busy}
            onClick={() => void enter(() => ask(`/api/demonstration/personas/${persona.id}/sign-in`, { body: {} }))}
          >
            Continue as {me.user.name}
          </Button>
        </div>
      ) : (
        <>
          {half ? (
            <TextInput
              label="Code from your authenticator app"
              inputMode="numeric"
              autoComplete="one-time-code"
              value={code}
              onChange={(event) => setCode(event.currentTarget.value)}
            />
          ) : null}
          <PasswordInput
            label={`Password of ${me.user.email}`}
            autoComplete="current-password"
            data-autofocus
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <div className={page.buttons}>
            <Button type="submit" loading={busy}>
              Sign in and continue
            </Button>
            {half || !knowsPasskeys() ? null : (
              <Button
                variant="default"
                disabled={busy}
                onClick={() => void enter(() => enterByPasskey({ as: me.user.id }))}
              >
                Use a passkey
              </Button>
            )}
          </div>
        </>
      )}
      {trouble ? <TroubleNotice trouble={trouble} /> : null}
    </form>
  )
}
