import { useState } from 'react'
import type { Desk, Entry } from './credentialing-queries.ts'
import { EntryForm } from './entry-form.tsx'
import { PeriodFields, periodOf, typedFrom } from './period-fields.tsx'

/** A federal exclusion: while it is in force nothing of the clinician can be billed, whatever else they hold. */
export function ExclusionForm({
  desk,
  held,
  close,
}: {
  desk: Desk
  held: Desk['exclusions'][number] | null
  close: () => void
}) {
  const [typed, setTyped] = useState(typedFrom(held))
  const during = periodOf(typed)
  const change: Entry | null =
    during === null
      ? null
      : held === null
        ? { kind: 'add_exclusion', during }
        : { kind: 'change_exclusion', exclusionId: held.id, during }
  const withdrawal: Entry | undefined = held === null ? undefined : { kind: 'withdraw_exclusion', exclusionId: held.id }
  return (
    <EntryForm desk={desk} change={change} close={close} {...(withdrawal === undefined ? {} : { withdrawal })}>
      {(asked) => (
        <>
          <p>While it is in force nothing of theirs can be billed, whatever license or credential they hold.</p>
          <PeriodFields typed={typed} onChange={setTyped} asked={asked} />
        </>
      )}
    </EntryForm>
  )
}
