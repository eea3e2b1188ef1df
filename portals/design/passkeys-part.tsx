import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { answerOf, api } from '../api.ts'
import { sayDevice } from '../client/say-device.ts'
import { knowsPasskeys, makePasskey } from '../passkeys.ts'
import { useDeed } from '../use-deed.ts'
import { Dialog } from './dialog.tsx'
import { Icon } from './icon.tsx'
import page from './page.module.css'
import { type Passkey, passkeysQuery } from './passkey-queries.ts'
import { englishPasskeys, type PasskeyWords } from './passkey-words.ts'
import styles from './passkeys-part.module.css'
import { Section } from './section.tsx'
import { RowShapes } from './shapes.tsx'
import { TroubleNotice } from './trouble-notice.tsx'

type Props = { sayWhen: (moment: string) => string; words?: PasskeyWords }

/** What one signs in with instead of a password: added here, named, and removed. */
export function PasskeysPart({ sayWhen, words = englishPasskeys }: Props) {
  const passkeys = useQuery(passkeysQuery)
  const [adding, setAdding] = useState(false)
  const supported = knowsPasskeys()
  return (
    <Section
      name={words.heading}
      remark={
        supported ? (
          <Button variant="default" onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        ) : undefined
      }
    >
      <p className={styles.lead}>{supported ? words.lead : words.unsupported}</p>
      {passkeys.error ? (
        <TroubleNotice trouble={passkeys.error} onRetry={() => void passkeys.refetch()} />
      ) : passkeys.data === undefined ? (
        <RowShapes rows={1} />
      ) : passkeys.data.length === 0 ? (
        supported ? (
          <p className={[page.panel, page.pad, styles.none].join(' ')}>{words.none}</p>
        ) : null
      ) : (
        <ul className={page.panel} aria-label={words.heading}>
          {passkeys.data.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} sayWhen={sayWhen} words={words} />
          ))}
        </ul>
      )}
      <Dialog name={words.add} opened={adding} close={() => setAdding(false)}>
        <AddForm words={words} added={() => setAdding(false)} />
      </Dialog>
    </Section>
  )
}

function AddForm({ words, added }: { words: PasskeyWords; added: () => void }) {
  const [name, setName] = useState(() => sayDevice(navigator.userAgent))
  const [asked, setAsked] = useState(false)
  const add = useDeed<string, void>((wanted, key) => makePasskey(wanted, key), added)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (name.trim() !== '') add.act(name.trim())
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <p>{words.addLead}</p>
      <TextInput
        label={words.name}
        autoComplete="off"
        maxLength={60}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={asked && name.trim() === '' ? words.lackName : undefined}
      />
      {add.trouble ? <TroubleNotice trouble={add.trouble} /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={add.busy}>
          {words.go}
        </Button>
      </div>
    </form>
  )
}

type RowProps = { passkey: Passkey; sayWhen: Props['sayWhen']; words: PasskeyWords }

function PasskeyRow({ passkey, sayWhen, words }: RowProps) {
  const [doing, setDoing] = useState<'rename' | 'remove' | null>(null)
  const { name, createdAt, lastUsedAt, kept, isStopped, removal } = passkey
  const done = () => setDoing(null)
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <h3>{name}</h3>
        <p className={styles.detail}>{words.kept[kept]}</p>
        <p className={styles.detail}>
          {words.added(sayWhen(createdAt))}, {lastUsedAt === null ? words.neverUsed : words.used(sayWhen(lastUsedAt))}.
        </p>
        {isStopped ? (
          <p className={styles.stopped}>
            <Icon name="lack" small />
            {words.stopped}
          </p>
        ) : null}
        {removal === 'yes' ? null : <p className={styles.detail}>{words.stays[removal]}</p>}
      </div>
      {doing === 'rename' ? (
        <RenameForm passkey={passkey} words={words} done={done} />
      ) : (
        <div className={styles.deeds}>
          <Button variant="subtle" aria-label={words.renameIt(name)} onClick={() => setDoing('rename')}>
            {words.rename}
          </Button>
          {removal === 'yes' ? (
            <Button variant="subtle" aria-label={words.removeIt(name)} onClick={() => setDoing('remove')}>
              {words.remove}
            </Button>
          ) : null}
        </div>
      )}
      <Dialog name={words.removeTitle} opened={doing === 'remove'} close={done}>
        <RemoveForm passkey={passkey} words={words} done={done} />
      </Dialog>
    </li>
  )
}

type FormProps = { passkey: Passkey; words: PasskeyWords; done: () => void }

function RenameForm({ passkey, words, done }: FormProps) {
  const [name, setName] = useState(passkey.name)
  const rename = useDeed<{ name: string }, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/me/passkeys/{passkeyId}/names', {
          params: { path: { passkeyId: passkey.id } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    done,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') rename.act({ name: name.trim() })
  }
  return (
    <form className={styles.rename} onSubmit={submit} noValidate>
      <TextInput
        label={words.name}
        autoComplete="off"
        autoFocus
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={name.trim() === '' ? words.lackName : undefined}
      />
      {rename.trouble ? <TroubleNotice trouble={rename.trouble} /> : null}
      <div className={page.buttons}>
        <Button type="submit" variant="default" loading={rename.busy}>
          {words.save}
        </Button>
        <Button variant="subtle" onClick={done}>
          {words.leaveIt}
        </Button>
      </div>
    </form>
  )
}

function RemoveForm({ passkey, words, done }: FormProps) {
  const remove = useDeed<Record<string, never>, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/me/passkeys/{passkeyId}/removals', {
          params: { path: { passkeyId: passkey.id } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    done,
  )
  return (
    <div className={page.form}>
      <p>{words.removeLead(passkey.name)}</p>
      {remove.trouble ? <TroubleNotice trouble={remove.trouble} /> : null}
      <div className={page.buttons}>
        <Button loading={remove.busy} onClick={() => remove.act({})}>
          {words.remove}
        </Button>
        <Button variant="subtle" onClick={done}>
          {words.leaveIt}
        </Button>
      </div>
    </div>
  )
}
