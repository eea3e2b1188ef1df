import { Select, TextInput } from '@mantine/core'
import states from '../../business/coverage/data/states.json' with { type: 'json' }
import { accountWords } from './account-words.ts'
import styles from './client-part.module.css'
import { useWords } from './messages.ts'

export type AddressEntered = { street: string; city: string; state: string; zip: string }

export const noAddress: AddressEntered = { street: '', city: '', state: '', zip: '' }

/** Street, town, state and ZIP code; `wrong` says what the check or the server found about a field. */
export function AddressPart({
  address,
  onChange,
  wrong,
}: {
  address: AddressEntered
  onChange: (address: AddressEntered) => void
  wrong: (field: keyof AddressEntered) => string | undefined
}) {
  const say = useWords(accountWords)
  const field = (name: keyof AddressEntered) => ({
    value: address[name],
    error: wrong(name),
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...address, [name]: event.currentTarget.value }),
  })
  return (
    <>
      <TextInput label={say('street')} autoComplete="street-address" {...field('street')} />
      <div className={styles.place}>
        <TextInput label={say('city')} autoComplete="address-level2" {...field('city')} />
        <Select
          label={say('state')}
          openOnFocus={false}
          searchable
          data={states.states.map(({ code, name }) => ({ value: code, label: name.replace(/^the /, '') }))}
          value={address.state === '' ? null : address.state}
          error={wrong('state')}
          onChange={(state) => onChange({ ...address, state: state ?? '' })}
        />
        <TextInput label={say('zip')} inputMode="numeric" autoComplete="postal-code" {...field('zip')} />
      </div>
    </>
  )
}

/** As it is sent: trimmed, the ZIP code without its hyphen. */
export function sentAddress({ street, city, state, zip }: AddressEntered): AddressEntered {
  return { street: street.trim(), city: city.trim(), state, zip: zip.replace(/[\s-]/g, '') }
}
