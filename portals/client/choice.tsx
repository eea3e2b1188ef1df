import { useId } from 'react'
import styles from './client-part.module.css'

/** One of a few, asked with a question: radios that look like buttons. */
export function Choice<Value extends string>({
  asks,
  options,
  value,
  onChange,
  hint,
  error,
}: {
  asks: string
  options: readonly { value: Value; name: string }[]
  value: Value | null
  onChange: (value: Value) => void
  hint?: string
  error?: string | undefined
}) {
  const name = useId()
  return (
    <fieldset>
      <legend className={styles.legend}>{asks}</legend>
      <div className={styles.choices}>
        {options.map((option) => (
          <label key={option.value}>
            <input
              aria-invalid={error !== undefined}
              type="radio"
              name={name}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            {option.name}
          </label>
        ))}
      </div>
      {hint === undefined ? null : <p className={styles.hint}>{hint}</p>}
      {error === undefined ? null : (
        <p className={styles.wrong} id={`${name}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  )
}
