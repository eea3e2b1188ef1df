import { Select } from '@mantine/core'
import states from '../../business/coverage/data/states.json' with { type: 'json' }

type Props = {
  label: string
  value: string
  choose: (state: string) => void
  error?: string | undefined
  description?: string
}

/** One state, found by writing. */
export function StateChoice({ label, value, choose, error, description }: Props) {
  return (
    <Select
      label={label}
      description={description}
      searchable
      allowDeselect={false}
      data={stateOptions}
      value={value === '' ? null : value}
      onChange={(state) => choose(state ?? '')}
      maxDropdownHeight={220}
      error={error}
    />
  )
}

export const stateOptions = states.states.map(({ code, name }) => ({ value: code, label: name.replace(/^the /, '') }))
