import { Button, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { checkAddress } from '../../business/practices/check-address.ts'
import { sayDate } from '../../business/visits/say-date.ts'
import { answerOf, api } from '../api.ts'
import { Dialog } from '../design/dialog.tsx'
import { sayZip } from '../design/say-zip.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { focusFirstWrong } from '../focus-first-wrong.ts'
import { useDeed } from '../use-deed.ts'
import { accountWords } from './account-words.ts'
import { AddressPart, noAddress, sentAddress } from './address-part.tsx'
import type { Account } from './client-contract.ts'
import styles from './client-part.module.css'
import { useClientPlace } from './client-place.ts'
import { EmailForm } from './email-form.tsx'
import { useLanguage, useWords } from './messages.ts'
import { useFaults } from './use-faults.ts'

type Person = Account['person']

/** Name, birth date, e-mail, phone and address, and the ways to change them. */
export function PersonalPart({ account: { person } }: { account: Account }) {
  const [asked, setAsked] = useState<'details' | 'email' | null>(null)
  const language = useLanguage()
  const say = useWords(accountWords)
  const address =
    person.street === null ? null : `${person.street}, ${person.city}, ${person.state} ${sayZip(person.zip)}`
  const facts: [name: string, says: string][] = [
    [say('name'), `${person.givenName} ${person.familyName}`],
    [say('preferredName'), person.preferredName ?? say('theSame')],
    [say('dateOfBirth'), person.dateOfBirth === null ? say('notKnown') : sayDate(language, person.dateOfBirth)],
    [
      say('email'),
      say(person.emailVerified ? 'emailIsConfirmed' : 'emailNotConfirmed', { email: person.email ?? say('none') }),
    ],
    [say('phone'), person.phone ?? say('none')],
    [say('address'), address ?? say('notEntered')],
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
          {say('edit')}
        </Button>
        <Button variant="subtle" onClick={() => setAsked('email')}>
          {say('changeEmail')}
        </Button>
      </div>
      <Dialog name={say('personalDetails')} opened={asked === 'details'} close={() => setAsked(null)}>
        <DetailsForm person={person} onDone={() => setAsked(null)} />
      </Dialog>
      <Dialog name={say('changeEmail')} opened={asked === 'email'} close={() => setAsked(null)}>
        <EmailForm />
      </Dialog>
    </div>
  )
}

const sexes = [
  { value: 'F', key: 'female' },
  { value: 'M', key: 'male' },
  { value: 'U', key: 'notStated' },
] as const

function DetailsForm({ person, onDone }: { person: Person; onDone: () => void }) {
  const sayFault = useFaults()
  const { personId } = useClientPlace()
  const say = useWords(accountWords)
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
    ...(body.givenName === '' ? { givenName: say('lackFirstName') } : {}),
    ...(body.familyName === '' ? { familyName: say('lackLastName') } : {}),
    ...(body.phone.replace(/\D/g, '').length >= 10 ? {} : { phone: say('lackPhone') }),
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
        <TextInput label={say('firstName')} description={say('asOnInsurance')} {...field('givenName')} />
        <TextInput label={say('lastName')} description={say('asOnInsurance')} {...field('familyName')} />
      </div>
      <TextInput label={say('preferredName')} description={say('preferredHint')} {...field('preferredName')} />
      <TextInput type="tel" label={say('phone')} autoComplete="tel" {...field('phone')} />
      <Select
        label={say('sexAsInsurer')}
        data={sexes.map(({ value, key }) => ({ value, label: say(key) }))}
        allowDeselect={false}
        value={fields.sex}
        onChange={(sex) => setFields((before) => ({ ...before, sex: sex ?? 'U' }))}
      />
      <AddressPart
        address={address}
        onChange={setAddress}
        wrong={(name) => (tried ? sayFault(faults, name) : undefined)}
      />
      {record.trouble ? <TroubleNotice trouble={record.trouble} deed="your details" /> : null}
      <div className={styles.actions}>
        <Button type="submit" loading={record.busy}>
          {say('saveDetails')}
        </Button>
      </div>
    </form>
  )
}
