import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isCalendarDate } from '../../libraries/calendar/index.ts'
import { type Desk, type DeskCredential, type Entry, networksQuery } from './credentialing-queries.ts'
import { EntryForm } from './entry-form.tsx'
import { PeriodFields, periodOf, typedFrom } from './period-fields.tsx'
import { statuses, vias } from './say-standing.ts'
import { StateField } from './state-field.tsx'

type Status = DeskCredential['status']
type Via = DeskCredential['via']
const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }))

/** A credential with a network in a state: applied for, granted with its days, known to the payer, or ended. */
export function CredentialForm({
  desk,
  held,
  first = null,
  close,
}: {
  desk: Desk
  held: DeskCredential | null
  /** What the clinician asked for: it is entered as applied for. */
  first?: { networkId: string; state: string } | null
  close: () => void
}) {
  const networks = useQuery(networksQuery)
  const [networkId, setNetworkId] = useState<string | null>(first?.networkId ?? null)
  const [state, setState] = useState<string | null>(first?.state ?? null)
  const [via, setVia] = useState<Via>('direct')
  const [status, setStatus] = useState<Status>(held?.status ?? (first === null ? 'active' : 'pending'))
  const [typed, setTyped] = useState(typedFrom(held))
  const [ready, setReady] = useState(held?.payerReady ?? '')
  const during = status === 'pending' && typed.from === '' ? null : periodOf(typed)
  const isDated = during !== null || (status === 'pending' && typed.from === '')
  const how = { status, during, payerReady: isCalendarDate(ready) ? ready : null }
  const change: Entry | null = !isDated
    ? null
    : held !== null
      ? { kind: 'change_credential', credentialId: held.id, ...how }
      : networkId === null || state === null
        ? null
        : { kind: 'add_credential', networkId, state, via, ...how }
  return (
    <EntryForm desk={desk} change={change} close={close}>
      {(asked) => (
        <>
          {held === null ? (
            <>
              <Select
                label="Network"
                placeholder="Type its name"
                searchable
                limit={60}
                data={(networks.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                value={networkId}
                onChange={setNetworkId}
                error={asked && networkId === null ? 'Choose the network.' : undefined}
              />
              <StateField
                value={state}
                onChange={setState}
                error={asked && state === null ? 'Choose the state.' : undefined}
              />
              <SegmentedControl
                aria-label="By which way"
                fullWidth
                data={options(vias)}
                value={via}
                onChange={(value) => setVia(value === 'direct' ? 'direct' : 'virtual_network')}
              />
            </>
          ) : null}
          <SegmentedControl
            aria-label="How it stands"
            fullWidth
            data={options(statuses)}
            value={status}
            onChange={(value) => setStatus(value as Status)}
          />
          <PeriodFields typed={typed} onChange={setTyped} asked={asked} isOptional={status === 'pending'} />
          {status === 'active' ? (
            <TextInput
              type="date"
              label="The payer takes claims from"
              description="Leave it open until the payer says so: sessions can be confirmed and are paid, and claims wait."
              value={ready}
              onChange={(event) => setReady(event.currentTarget.value)}
            />
          ) : null}
        </>
      )}
    </EntryForm>
  )
}
