import { Button, Checkbox, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import { answerOf, api } from '../api.ts'
import { Dialog } from '../design/dialog.tsx'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { focusFirstWrong } from '../focus-first-wrong.ts'
import { useDeed } from '../use-deed.ts'
import type { Place } from './practice-place.ts'
import styles from './team.module.css'

export type OfficeRole = 'admin' | 'biller' | 'scheduler' | 'supervisor'

/** The roles of an office, with what each may do. */
export const officeRoles: { role: OfficeRole; name: string; words: string }[] = [
  { role: 'admin', name: 'Administrator', words: 'Everyone’s calendar, clients and payments, and the team; no notes.' },
  { role: 'biller', name: 'Biller', words: 'Clients’ insurance and all money; no notes, nothing is planned.' },
  { role: 'scheduler', name: 'Scheduler', words: 'Every calendar and client list; no notes, no money.' },
  { role: 'supervisor', name: 'Clinical supervisor', words: 'Reads every note; no money, no bank account.' },
]

type Props = { place: Place; decides: boolean }

/** Invites somebody who treats nobody, by e-mail. */
export function InviteToOffice({ place, decides }: Props) {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button variant="default" onClick={open} leftSection={<Icon name="mail" small />}>
        Invite to the office
      </Button>
      <Dialog name="Invite to the office" opened={opened} close={close}>
        <InviteForm place={place} decides={decides} close={close} />
      </Dialog>
    </>
  )
}

type Sent = { name: string; email: string; roles: OfficeRole[] }

function InviteForm({ place, decides, close }: Props & { close: () => void }) {
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [roles, setRoles] = useState<OfficeRole[]>([])
  const [asked, setAsked] = useState(false)
  const invite = useDeed<Sent, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/practices/{practiceId}/team/invitations', {
          params: { path: { practiceId: place.practiceId } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    close,
  )
  const hasEmail = /^\S+@\S+\.\S+$/.test(email.trim())
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    if (name.trim() !== '' && hasEmail && roles.length > 0) invite.act({ name, email, roles })
    focusFirstWrong(event.currentTarget)
  }
  // Who administers is decided by an owner alone.
  const offered = officeRoles.filter(({ role }) => decides || role !== 'admin')
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <TextInput
        label="Name"
        data-autofocus
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={asked && name.trim() === '' ? 'Write the name.' : undefined}
      />
      <TextInput
        type="email"
        label="E-mail"
        autoComplete="off"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={asked && !hasEmail ? 'Write the e-mail address, as ada@mail.example.' : undefined}
      />
      <Checkbox.Group
        label="Roles"
        value={roles}
        onChange={(chosen) => setRoles(chosen as OfficeRole[])}
        error={asked && roles.length === 0 ? 'Choose at least one role.' : undefined}
      >
        <div className={styles.choices}>
          {offered.map(({ role, name: label, words }) => (
            <Checkbox key={role} value={role} label={label} description={words} />
          ))}
        </div>
      </Checkbox.Group>
      {invite.trouble ? <TroubleNotice trouble={invite.trouble} deed="the invitation" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={invite.busy}>
          Send invitation
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
