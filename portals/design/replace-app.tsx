import { Button, TextInput } from '@mantine/core'
import { type FormEvent, lazy, Suspense, useState } from 'react'
import { answerOf, api } from '../api.ts'
import { useDeed } from '../use-deed.ts'
import styles from './own-security.module.css'
import page from './page.module.css'
import { RowShapes } from './shapes.tsx'
import { TroubleNotice } from './trouble-notice.tsx'

const QrPicture = lazy(async () => ({ default: (await import('../public/qr-picture.tsx')).QrPicture }))

/** A new phone: its app takes the place of the former one with its first code, and not before. */
export function ReplaceApp() {
  const [done, setDone] = useState(false)
  const [totpURI, setTotpURI] = useState<string | null>(null)
  const begin = useDeed<Record<string, never>, { totpURI: string }>(
    (body, key) => answerOf(api.POST('/api/me/authenticator-apps', { headers: { 'Idempotency-Key': key }, body })),
    (begun) => {
      setDone(false)
      setTotpURI(begun.totpURI)
    },
  )
  return (
    <div className={[page.form, styles.further].join(' ')}>
      <h3>Another phone</h3>
      {totpURI === null ? (
        <>
          <p>The app that you use now counts until the new one has shown its first code here.</p>
          {begin.trouble ? <TroubleNotice trouble={begin.trouble} /> : null}
          <p role="status">{done ? 'The new app counts from now on; the former one does not.' : ''}</p>
          <div className={page.buttons}>
            <Button variant="default" loading={begin.busy} onClick={() => begin.act({})}>
              Set up another phone
            </Button>
          </div>
        </>
      ) : (
        <Confirm
          totpURI={totpURI}
          replaced={() => {
            setTotpURI(null)
            setDone(true)
          }}
          leave={() => setTotpURI(null)}
        />
      )}
    </div>
  )
}

type ConfirmProps = { totpURI: string; replaced: () => void; leave: () => void }

function Confirm({ totpURI, replaced, leave }: ConfirmProps) {
  const [code, setCode] = useState('')
  const [asked, setAsked] = useState(false)
  const digits = code.replace(/\s/g, '')
  const isWhole = /^\d{6}$/.test(digits)
  const secret = new URL(totpURI).searchParams.get('secret') ?? ''
  const confirm = useDeed<{ code: string }, unknown>(
    (body, key) =>
      answerOf(api.POST('/api/me/authenticator-apps/confirmations', { headers: { 'Idempotency-Key': key }, body })),
    replaced,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (isWhole) confirm.act({ code: digits })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <p>Scan this with the app on the new phone.</p>
      <Suspense fallback={<RowShapes rows={3} />}>
        <QrPicture text={totpURI} name="Code for the new authenticator app" />
      </Suspense>
      <p className={styles.sub}>
        Or enter this key by hand: <code className={styles.key}>{secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <TextInput
        label="Code that the new app shows now"
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={asked && !isWhole ? 'Enter the six digits.' : undefined}
      />
      {confirm.trouble ? <TroubleNotice trouble={confirm.trouble} /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={confirm.busy}>
          Use the new phone
        </Button>
        <Button variant="subtle" onClick={leave}>
          Keep the former one
        </Button>
      </div>
    </form>
  )
}
