import { Select } from '@mantine/core'
import { stateCodes, stateName } from '../../business/coverage/service-areas.ts'

/** A state, district or territory, by its name. */
export function StateField({
  value,
  onChange,
  error,
}: {
  value: string | null
  onChange: (state: string | null) => void
  error?: string | undefined
}) {
  return (
    <Select
      label="State"
      placeholder="Type its name"
      searchable
      data={stateCodes().map((code) => ({ value: code, label: stateName(code) }))}
      value={value}
      onChange={onChange}
      error={error}
    />
  )
}
