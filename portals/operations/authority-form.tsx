import { SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Desk, DeskAuthority, Entry } from './credentialing-queries.ts'
import { EntryForm } from './entry-form.tsx'
import { PeriodFields, periodOf, typedFrom } from './period-fields.tsx'
import { authorityKinds } from './say-standing.ts'
import { StateField } from './state-field.tsx'

type Kind = DeskAuthority['kind']
const kinds = Object.entries(authorityKinds).map(([value, label]) => ({ value, label }))
const isKind = (value: string): value is Kind => value in authorityKinds

/** A licence, privilege or permit: entered, or its days changed. */
export function AuthorityForm({ desk, held, close }: { desk: Desk; held: DeskAuthority | null; close: () => void }) {
  const [kind, setKind] = useState<Kind>('license')
  const [state, setState] = useState<string | null>(null)
  const [number, setNumber] = useState('')
  const [typed, setTyped] = useState(typedFrom(held))
  const during = periodOf(typed)
  const change: Entry | null =
    during === null
      ? null
      : held !== null
        ? { kind: 'change_authority', authorityId: held.id, during }
        : state === null
          ? null
          : { kind: 'add_authority', state, authority: kind, number: number.trim() || null, during }
  const withdrawal: Entry | undefined = held === null ? undefined : { kind: 'withdraw_authority', authorityId: held.id }
  return (
    <EntryForm desk={desk} change={change} close={close} {...(withdrawal === undefined ? {} : { withdrawal })}>
      {(asked) => (
        <>
          {held === null ? (
            <>
              <SegmentedControl
                aria-label="What it is"
                fullWidth
                data={kinds}
                value={kind}
                onChange={(value) => isKind(value) && setKind(value)}
              />
              <StateField
                value={state}
                onChange={setState}
                error={asked && state === null ? 'Choose the state.' : undefined}
              />
              <TextInput
                label="Number, if it has one"
                maxLength={40}
                value={number}
                onChange={(event) => setNumber(event.currentTarget.value)}
              />
            </>
          ) : null}
          <PeriodFields typed={typed} onChange={setTyped} asked={asked} />
        </>
      )}
    </EntryForm>
  )
}
