import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { answerOf, api } from '../api.ts'
import { Dialog } from '../design/dialog.tsx'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { membersQuery } from '../queries.ts'
import { useDeed } from '../use-deed.ts'
import type { Place } from './practice-place.ts'

/** Adds a client by name and e-mail; they fill in the rest themselves, in the client portal. */
export function AddClients({ place }: { place: Place }) {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button onClick={open} leftSection={<Icon name="plus" small />}>
        Add client
      </Button>
      <Dialog name="Add client" opened={opened} close={close}>
        <AddClientForm place={place} close={close} />
      </Dialog>
    </>
  )
}

type Fields = { givenName: string; familyName: string; email: string; clinicianMemberId: string; notify: boolean }
type Sent = Fields & { phone: null; dateOfBirth: null }

function AddClientForm({ place, close }: { place: Place; close: () => void }) {
  const navigate = useNavigate()
  const members = useQuery(membersQuery(place.practiceId))
  const clinicians = (members.data ?? []).filter(
    ({ clinician, memberId, standing }) =>
      clinician &&
      standing === 'active' &&
      (place.membership.may.planning === 'all' || memberId === place.membership.memberId),
  )
  const first = place.clinician ?? (place.membership.clinician ? place.membership.memberId : '')
  const [fields, setFields] = useState<Fields>({
    givenName: '',
    familyName: '',
    email: '',
    clinicianMemberId: first,
    notify: true,
  })
  const [asked, setAsked] = useState(false)
  const set = (change: Partial<Fields>) => setFields((before) => ({ ...before, ...change }))
  const add = useDeed<Sent, { personId: string }>(
    (body, key) =>
      answerOf(
        api.POST('/api/practices/{practiceId}/clients', {
          params: { path: { practiceId: place.practiceId } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    async ({ personId }) => {
      close()
      await navigate({
        to: '/practice/$practiceId/clients/$personId',
        params: { practiceId: place.practiceId, personId },
      })
    },
  )
  const wrong = {
    givenName: fields.givenName.trim() === '' ? 'Write the first name.' : undefined,
    familyName: fields.familyName.trim() === '' ? 'Write the last name.' : undefined,
    email: /^\S+@\S+\.\S+$/.test(fields.email.trim()) ? undefined : 'Write the e-mail address, as ada@mail.example.',
    clinicianMemberId: fields.clinicianMemberId === '' ? 'Say on whose list.' : undefined,
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (Object.values(wrong).some((words) => words !== undefined)) return
    add.act({ ...fields, email: fields.email.trim(), phone: null, dateOfBirth: null })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <p>Your client enters insurance, payment method and forms in the client portal; you see here what is missing.</p>
      <NameFields fields={fields} set={set} wrong={asked ? wrong : {}} />
      <TextInput
        type="email"
        label="E-mail"
        autoComplete="off"
        value={fields.email}
        onChange={(event) => set({ email: event.currentTarget.value })}
        error={asked ? wrong.email : undefined}
      />
      {clinicians.length > 1 ? (
        <Select
          label="On whose list"
          allowDeselect={false}
          data={clinicians.map(({ memberId, name }) => ({ value: memberId, label: name }))}
          value={fields.clinicianMemberId === '' ? null : fields.clinicianMemberId}
          onChange={(memberId) => set({ clinicianMemberId: memberId ?? '' })}
          error={asked ? wrong.clinicianMemberId : undefined}
        />
      ) : null}
      <Checkbox
        label="Write to the client now, with the way in"
        checked={fields.notify}
        onChange={(event) => set({ notify: event.currentTarget.checked })}
      />
      {add.trouble ? <TroubleNotice trouble={add.trouble} deed="the client" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={add.busy}>
          Add client
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

type NameProps = {
  fields: Fields
  set: (change: Partial<Fields>) => void
  wrong: { givenName?: string | undefined; familyName?: string | undefined }
}

function NameFields({ fields, set, wrong }: NameProps) {
  return (
    <div className={page.two}>
      <TextInput
        label="First name"
        data-autofocus
        autoComplete="off"
        value={fields.givenName}
        onChange={(event) => set({ givenName: event.currentTarget.value })}
        error={wrong.givenName}
      />
      <TextInput
        label="Last name"
        autoComplete="off"
        value={fields.familyName}
        onChange={(event) => set({ familyName: event.currentTarget.value })}
        error={wrong.familyName}
      />
    </div>
  )
}
