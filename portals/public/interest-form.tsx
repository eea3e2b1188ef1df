import { Button, MultiSelect, NumberInput, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import states from '../../business/coverage/data/states.json' with { type: 'json' }
import { usZones } from '../../libraries/calendar/index.ts'
import { isNpi } from '../../libraries/npi/index.ts'
import { answerOf, api } from '../api.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { Trouble } from '../trouble.ts'
import { useDeed } from '../use-deed.ts'
import { CallTimes } from './call-times.tsx'
import { type Choices, choicesQuery, type JoiningKind } from './joining-queries.ts'
import styles from './public.module.css'
import { whenSent } from './public-form.tsx'

const kinds: { value: JoiningKind; label: string }[] = [
  { value: 'solo', label: 'Solo' },
  { value: 'new_group', label: 'New group' },
  { value: 'solo_to_group', label: 'Solo to group' },
]

const stateOptions = states.states.map(({ code, name }) => ({ value: code, label: name.replace(/^the /, '') }))

type Fields = {
  kind: JoiningKind
  givenName: string
  familyName: string
  email: string
  phone: string
  practiceName: string
  clinicians: number
  licenceFamily: string
  licenceState: string
  licenceNumber: string
  npi: string
  states: string[]
  planIds: string[]
  words: string
  slot: string
}

const empty: Omit<Fields, 'kind'> = {
  givenName: '',
  familyName: '',
  email: '',
  phone: '',
  practiceName: '',
  clinicians: 2,
  licenceFamily: '',
  licenceState: '',
  licenceNumber: '',
  npi: '',
  states: [],
  planIds: [],
  words: '',
  slot: '',
}

export type Sent = { givenName: string; email: string }
type Props = { choices: Choices; kind: JoiningKind; onSent: (sent: Sent) => void }

/** The interest form: who asks, where, for which plans, and when we may call. */
export function InterestForm({ choices, kind, onSent }: Props) {
  const [fields, setFields] = useState<Fields>({ ...empty, kind })
  const [asked, setAsked] = useState(false)
  const queries = useQueryClient()
  const set = (change: Partial<Fields>) => setFields((before) => ({ ...before, ...change }))
  const [zone, setZone] = useState(() => ownZone(choices.zone))
  const send = useDeed<Fields & { timeZone: string }, unknown>(
    (body) => answerOf(api.POST('/api/joining/applications', { body: sentOf(body) })),
    (_, { givenName, email }) => onSent({ givenName: givenName.trim(), email: email.trim() }),
  )
  const isTaken = send.trouble instanceof Trouble && send.trouble.problem.code === 'slot_taken'
  const lacks = lacking(fields, choices)
  const submit = () => {
    setAsked(true)
    if (Object.keys(lacks).length > 0) return
    send.act({ ...fields, timeZone: zone })
  }
  const faults = asked ? lacks : {}
  return (
    <form className={styles.form} onSubmit={whenSent(submit)} noValidate>
      <SegmentedControl
        aria-label="What you are"
        fullWidth
        data={kinds}
        value={fields.kind}
        onChange={(value) => set({ kind: value as JoiningKind })}
      />
      <Person fields={fields} set={set} faults={faults} />
      <Licence fields={fields} set={set} faults={faults} choices={choices} />
      <MultiSelect
        label="States where your clients are"
        data={stateOptions}
        searchable
        value={fields.states}
        onChange={(chosen) => set({ states: chosen })}
        error={faults.states}
      />
      <MultiSelect
        label="Plans of interest"
        description="None chosen means all of them."
        data={choices.plans.map(({ id, name }) => ({ value: id, label: name }))}
        searchable
        value={fields.planIds}
        onChange={(chosen) => set({ planIds: chosen })}
      />
      <Textarea
        label="Anything we should know"
        autosize
        minRows={2}
        maxLength={1000}
        value={fields.words}
        onChange={(event) => set({ words: event.currentTarget.value })}
      />
      <CallTimes
        choices={choices}
        zone={zone}
        setZone={setZone}
        chosen={fields.slot}
        choose={(slot) => set({ slot })}
        error={
          isTaken ? 'Somebody took this time a moment ago. Choose another; what you entered is kept.' : faults.slot
        }
        onOpen={() => void queries.invalidateQueries({ queryKey: choicesQuery.queryKey })}
        isTaken={isTaken}
      />
      {send.trouble && !isTaken ? <TroubleNotice trouble={send.trouble} deed="your form" /> : null}
      <Button type="submit" loading={send.busy}>
        Book the call
      </Button>
    </form>
  )
}

type Faults = Partial<Record<keyof Fields, string>>
type PartProps = { fields: Fields; set: (change: Partial<Fields>) => void; faults: Faults }

function Person({ fields, set, faults }: PartProps): ReactNode {
  const text = (name: 'givenName' | 'familyName' | 'email' | 'phone' | 'practiceName') => ({
    value: fields[name],
    error: faults[name],
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  })
  return (
    <>
      <div className={styles.pair}>
        <TextInput label="First name" autoComplete="given-name" {...text('givenName')} />
        <TextInput label="Last name" autoComplete="family-name" {...text('familyName')} />
      </div>
      <TextInput type="email" label="E-mail" autoComplete="email" {...text('email')} />
      <TextInput type="tel" label="Phone (optional)" autoComplete="tel" {...text('phone')} />
      <TextInput label="Name of the practice" autoComplete="organization" {...text('practiceName')} />
      {fields.kind === 'solo' ? null : (
        <NumberInput
          label="How many clinicians"
          min={1}
          max={500}
          allowDecimal={false}
          value={fields.clinicians}
          onChange={(count) => set({ clinicians: Number(count) || 0 })}
          error={faults.clinicians}
        />
      )}
    </>
  )
}

function Licence({ fields, set, faults, choices }: PartProps & { choices: Choices }): ReactNode {
  return (
    <>
      <div className={styles.pair}>
        <Select
          label="Your license"
          allowDeselect={false}
          data={choices.families.map(({ id, label }) => ({ value: id, label }))}
          value={fields.licenceFamily === '' ? null : fields.licenceFamily}
          onChange={(family) => set({ licenceFamily: family ?? '' })}
          error={faults.licenceFamily}
        />
        <Select
          label="License state"
          searchable
          allowDeselect={false}
          data={stateOptions}
          value={fields.licenceState === '' ? null : fields.licenceState}
          onChange={(state) =>
            set({ licenceState: state ?? '', ...(fields.states.length === 0 && state ? { states: [state] } : {}) })
          }
          error={faults.licenceState}
        />
      </div>
      <div className={styles.pair}>
        <TextInput
          label="License number (optional)"
          value={fields.licenceNumber}
          onChange={(event) => set({ licenceNumber: event.currentTarget.value })}
        />
        <TextInput
          label="NPI (optional)"
          inputMode="numeric"
          maxLength={10}
          value={fields.npi}
          onChange={(event) => set({ npi: event.currentTarget.value })}
          error={faults.npi}
        />
      </div>
    </>
  )
}

function lacking(fields: Fields, { slots }: Choices): Faults {
  const isOpen = slots.some((slot) => slot === fields.slot)
  return {
    ...(fields.givenName.trim() === '' ? { givenName: 'Enter your first name.' } : {}),
    ...(fields.familyName.trim() === '' ? { familyName: 'Enter your last name.' } : {}),
    ...(/^\S+@\S+\.\S+$/.test(fields.email.trim()) ? {} : { email: 'Enter an e-mail address.' }),
    ...(fields.practiceName.trim() === '' ? { practiceName: 'Enter the name, or your own.' } : {}),
    ...(fields.kind !== 'solo' && fields.clinicians < 1 ? { clinicians: 'Say how many.' } : {}),
    ...(fields.licenceFamily === '' ? { licenceFamily: 'Choose your license.' } : {}),
    ...(fields.licenceState === '' ? { licenceState: 'Choose the state.' } : {}),
    ...(fields.npi.trim() === '' || isNpi(fields.npi.trim()) ? {} : { npi: 'An NPI has ten digits.' }),
    ...(fields.states.length === 0 ? { states: 'Choose at least one state.' } : {}),
    ...(isOpen ? {} : { slot: 'Choose a time for the call.' }),
  }
}

// The window's zone where it is one of the country's, else the operator's.
function ownZone(operators: string): string {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  return usZones.includes(zone) ? zone : operators
}

function sentOf({ timeZone, ...fields }: Fields & { timeZone: string }) {
  const said = (text: string) => (text.trim() === '' ? null : text.trim())
  return {
    ...fields,
    clinicians: fields.kind === 'solo' ? 1 : fields.clinicians,
    phone: said(fields.phone),
    licenceNumber: said(fields.licenceNumber),
    npi: said(fields.npi),
    words: said(fields.words),
    timeZone,
  }
}
