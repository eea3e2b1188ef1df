import { Select } from '@mantine/core'
import styles from './operations.module.css'

type Choice = { value: string; label: string }

const any = ''

/** One filter of a list, "Payer: any": what is chosen stands in the address. */
export function Filter({
  name,
  value,
  choices,
  onChoose,
}: {
  name: string
  value: string | undefined
  choices: readonly Choice[]
  onChoose: (value: string | undefined) => void
}) {
  const data = [
    { value: any, label: `${name}: any` },
    ...choices.map((choice) => ({ value: choice.value, label: choice.label })),
  ]
  return (
    <Select
      aria-label={name}
      className={styles.filter}
      data={data}
      value={value ?? any}
      allowDeselect={false}
      onChange={(chosen) => onChoose(chosen === null || chosen === any ? undefined : chosen)}
    />
  )
}
