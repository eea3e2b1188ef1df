import { Select, TextInput } from '@mantine/core'
import states from '../../business/coverage/data/states.json' with { type: 'json' }
import { type AddressFault, checkAddress } from '../../business/practices/check-address.ts'
import page from '../design/page.module.css'

/** An address as it stands in the fields. */
export type AddressDraft = { label: string; street: string; city: string; state: string; zip: string }

export const noAddress: AddressDraft = { label: '', street: '', city: '', state: '', zip: '' }

type Props = {
  draft: AddressDraft
  set: (change: Partial<AddressDraft>) => void
  /** What is wrong, once somebody has tried to send it. */
  faults: readonly AddressFault[]
  named: string
}

/** Name, street, city, state and ZIP code; the same rule checks them here and at the server. */
export function AddressFields({ draft, set, faults, named }: Props) {
  const errorOf = (field: keyof AddressDraft) => faults.find((fault) => fault.field === field)?.words
  return (
    <>
      <TextInput
        label="Name of the place"
        placeholder={named}
        data-autofocus
        value={draft.label}
        onChange={(event) => set({ label: event.currentTarget.value })}
        error={errorOf('label')}
      />
      <TextInput
        label="Street and number"
        autoComplete="off"
        value={draft.street}
        onChange={(event) => set({ street: event.currentTarget.value })}
        error={errorOf('street')}
      />
      <div className={page.town}>
        <TextInput
          label="City"
          autoComplete="off"
          value={draft.city}
          onChange={(event) => set({ city: event.currentTarget.value })}
          error={errorOf('city')}
        />
        <Select
          label="State"
          searchable
          allowDeselect={false}
          data={states.states.map(({ code, name }) => ({ value: code, label: name.replace(/^the /, '') }))}
          value={draft.state === '' ? null : draft.state}
          onChange={(state) => set({ state: state ?? '' })}
          maxDropdownHeight={220}
          error={errorOf('state')}
        />
        <TextInput
          label="ZIP code"
          autoComplete="off"
          inputMode="numeric"
          value={draft.zip}
          onChange={(event) => set({ zip: event.currentTarget.value })}
          error={errorOf('zip')}
        />
      </div>
    </>
  )
}

/** The address as it is sent: trimmed, the ZIP code without its hyphen. */
export function addressOf(draft: AddressDraft): AddressDraft {
  return {
    label: draft.label.trim(),
    street: draft.street.trim(),
    city: draft.city.trim(),
    state: draft.state,
    zip: draft.zip.replace(/[\s-]/g, ''),
  }
}

export function faultsOf(draft: AddressDraft): AddressFault[] {
  return checkAddress(addressOf(draft))
}
