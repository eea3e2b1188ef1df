import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import { isNpi } from '../../libraries/npi/index.ts'
import { answerOf, api } from '../api.ts'
import { Dialog } from '../design/dialog.tsx'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { sayFamily } from '../design/say-family.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { focusFirstWrong } from '../focus-first-wrong.ts'
import { useDeed } from '../use-deed.ts'
import type { Place } from './practice-place.ts'
import { StateChoice } from './state-choice.tsx'

const families = [
  'psychologist',
  'social_work',
  'counselor',
  'marriage_family',
  'aprn',
  'physician',
  'physician_assistant',
]

const empty = {
  givenName: '',
  familyName: '',
  email: '',
  residenceState: '',
  licenceState: '',
  licenceFamily: '',
  licenceNumber: '',
  npi: '',
  portalAccess: true,
}
type Fields = typeof empty

/** Add provider: somebody who treats clients, with their license, and whether they sign in themselves. */
export function AddProvider({ place }: { place: Place }) {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button onClick={open} leftSection={<Icon name="plus" small />}>
        Add provider
      </Button>
      <Dialog name="Add provider" opened={opened} close={close}>
        <ProviderForm place={place} close={close} />
      </Dialog>
    </>
  )
}

function ProviderForm({ place, close }: { place: Place; close: () => void }) {
  const [fields, setFields] = useState<Fields>(empty)
  const [asked, setAsked] = useState(false)
  const set = (change: Partial<Fields>) => setFields((before) => ({ ...before, ...change }))
  const add = useDeed<Fields, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/practices/{practiceId}/team/providers', {
          params: { path: { practiceId: place.practiceId } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    close,
  )
  const lacks = lacking(fields)
  const errorOf = (name: keyof Fields) => (asked ? lacks[name] : undefined)
  const text = (name: Exclude<keyof Fields, 'portalAccess'>) => ({
    value: fields[name],
    error: errorOf(name),
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    if (Object.keys(lacks).length === 0) add.act(fields)
    focusFirstWrong(event.currentTarget)
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <div className={page.two}>
        <TextInput label="First name" data-autofocus {...text('givenName')} />
        <TextInput label="Last name" {...text('familyName')} />
      </div>
      <TextInput type="email" label="E-mail" description="With it they sign in." {...text('email')} />
      <StateChoice
        label="State of residence"
        value={fields.residenceState}
        choose={(residenceState) => set({ residenceState })}
        error={errorOf('residenceState')}
      />
      <div className={page.two}>
        <StateChoice
          label="License state"
          value={fields.licenceState}
          choose={(licenceState) => set({ licenceState })}
          error={errorOf('licenceState')}
        />
        <Select
          label="License type"
          allowDeselect={false}
          data={families.map((family) => ({ value: family, label: sayFamily(family) }))}
          value={fields.licenceFamily === '' ? null : fields.licenceFamily}
          onChange={(family) => set({ licenceFamily: family ?? '' })}
          error={errorOf('licenceFamily')}
        />
      </div>
      <div className={page.two}>
        <TextInput label="License number" {...text('licenceNumber')} />
        <TextInput label="NPI" inputMode="numeric" maxLength={10} {...text('npi')} />
      </div>
      <Checkbox
        label="Give portal access"
        description="They are invited by e-mail and see their own calendar, clients and pay. Without it, administrators keep their calendar."
        checked={fields.portalAccess}
        onChange={(event) => set({ portalAccess: event.currentTarget.checked })}
      />
      {add.trouble ? <TroubleNotice trouble={add.trouble} deed="the provider" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={add.busy}>
          Add provider
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

function lacking(fields: Fields): Partial<Record<keyof Fields, string>> {
  return {
    ...(fields.givenName.trim() === '' ? { givenName: 'Write the first name.' } : {}),
    ...(fields.familyName.trim() === '' ? { familyName: 'Write the last name.' } : {}),
    ...(/^\S+@\S+\.\S+$/.test(fields.email.trim()) ? {} : { email: 'Write the e-mail address, as ada@mail.example.' }),
    ...(fields.residenceState === '' ? { residenceState: 'Choose where they live.' } : {}),
    ...(fields.licenceState === '' ? { licenceState: 'Choose the state of the license.' } : {}),
    ...(fields.licenceFamily === '' ? { licenceFamily: 'Choose the license.' } : {}),
    ...(fields.licenceNumber.trim() === '' ? { licenceNumber: 'Write the number of the license.' } : {}),
    ...(isNpi(fields.npi.trim()) ? {} : { npi: 'Write the ten digits of the NPI.' }),
  }
}
