import { Button, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { checkAddress } from '../../business/practices/check-address.ts'
import { answerOf, api } from '../api.ts'
import { Dialog } from '../design/dialog.tsx'
import { sayDay } from '../design/say-day.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { focusFirstWrong } from '../focus-first-wrong.ts'
import { useDeed } from '../use-deed.ts'
import { AddressPart, noAddress, sentAddress } from './address-part.tsx'
import type { Account } from './client-contract.ts'
import styles from './client-part.module.css'
import { useClientPlace } from './client-place.ts'
import { EmailForm } from './email-form.tsx'

type Person = Account['person']

/** Name, birth date, e-mail, phone and address, and the ways to change them. */
export function PersonalPart({ account: { person } }: { account: Account }) {
  const [asked, setAsked] = useState<'details' | 'email' | null>(null)
  const address = person.street === null ? null : `${person.street}, ${person.city}, ${person.state} ${person.zip}`
  const facts: [name: string, says: string][] = [
    ['Name', `${person.givenName} ${person.familyName}`],
    ['Preferred name', person.preferredName ?? 'The same'],
    ['Date of birth', person.dateOfBirth === null ? 'Not known' : sayDay(person.dateOfBirth)],
    ['E-mail', `${person.email ?? 'None'}${person.emailVerified ? ', confirmed' : ', not confirmed'}`],
    ['Phone', person.phone ?? 'None'],
    ['Address', address ?? 'Not entered yet'],
  ]
  return (
    <div className={styles.panel}>
      <dl className={styles.facts}>
        {facts.map(([name, says]) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.actions}>
        <Button variant="default" onClick={() => setAsked('details')}>
          Edit
        </Button>
        <Button variant="subtle" onClick={() => setAsked('email')}>
          Change e-mail
        </Button>
      </div>
      <Dialog name="Personal details" opened={asked === 'details'} close={() => setAsked(null)}>
        <DetailsForm person={person} onDone={() => setAsked(null)} />
      </Dialog>
      <Dialog name="Change e-mail" opened={asked === 'email'} close={() => setAsked(null)}>
        <EmailForm />
      </Dialog>
    </div>
  )
}

const sexes = [
  { value: 'F', label: 'Female' },
  { value: 'M', label: 'Male' },
  { value: 'U', label: 'Not stated' },
]

function DetailsForm({ person, onDone }: { person: Person; onDone: () => void }) {
  const { personId } = useClientPlace()
  const [fields, setFields] = useState({
    givenName: person.givenName,
    familyName: person.familyName,
    preferredName: person.preferredName ?? '',
    phone: person.phone ?? '',
    sex: person.sex as string,
  })
  const { street, city, state, zip } = person
  const [address, setAddress] = useState({
    ...noAddress,
    ...(street === null ? {} : { street, city: city ?? '', state: state ?? '', zip: zip ?? '' }),
  })
  const [tried, setTried] = useState(false)
  const empty = Object.values(address).every((text) => text === '')
  const faults = empty ? [] : checkAddress({ label: 'Home', ...sentAddress(address) })
  const body = {
    givenName: fields.givenName.trim(),
    familyName: fields.familyName.trim(),
    preferredName: fields.preferredName.trim() === '' ? null : fields.preferredName.trim(),
    phone: fields.phone.trim(),
    sex: fields.sex as Person['sex'],
    address: empty ? null : sentAddress(address),
  }
  const lacks: Partial<Record<keyof typeof fields, string>> = {
    ...(body.givenName === '' ? { givenName: 'Enter the first name.' } : {}),
    ...(body.familyName === '' ? { familyName: 'Enter the last name.' } : {}),
    ...(body.phone.replace(/\D/g, '').length >= 10 ? {} : { phone: 'Enter a phone number with its area code.' }),
  }
  const record = useDeed<typeof body, unknown>(
    (content, key) =>
      answerOf(
        api.POST('/api/clients/{personId}/details', {
          params: { path: { personId } },
          headers: { 'Idempotency-Key': key },
          body: content,
        }),
      ),
    onDone,
  )
  const field = (name: 'givenName' | 'familyName' | 'preferredName' | 'phone') => ({
    value: fields[name],
    error: tried ? lacks[name] : undefined,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget
      setFields((before) => ({ ...before, [name]: value }))
    },
  })
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(lacks).length === 0 && faults.length === 0) record.act(body)
    else focusFirstWrong(event.currentTarget)
  }
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <div className={styles.pair}>
        <TextInput label="First name" description="As on your insurance." {...field('givenName')} />
        <TextInput label="Last name" description="As on your insurance." {...field('familyName')} />
      </div>
      <TextInput label="Preferred name" description="What people here call you." {...field('preferredName')} />
      <TextInput type="tel" label="Phone" autoComplete="tel" {...field('phone')} />
      <Select
        label="Sex, as the insurer has it"
        data={sexes}
        allowDeselect={false}
        value={fields.sex}
        onChange={(sex) => setFields((before) => ({ ...before, sex: sex ?? 'U' }))}
      />
      <AddressPart
        address={address}
        onChange={setAddress}
        wrong={(name) => (tried ? faults.find((fault) => fault.field === name)?.words : undefined)}
      />
      {record.trouble ? <TroubleNotice trouble={record.trouble} deed="your details" /> : null}
      <div className={styles.actions}>
        <Button type="submit" loading={record.busy}>
          Save details
        </Button>
      </div>
    </form>
  )
}
