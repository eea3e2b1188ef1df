import { Checkbox } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { Trouble } from '../trouble.ts'

const mayBeAccepted = ['unavailable', 'outside_working_hours', 'client_double_booked']

/** The conflicts of a refusal, by their codes: those that may be accepted, and whether all may. */
export function conflictsIn(trouble: Error | null): { codes: string[]; isAcceptable: boolean } {
  const because = trouble instanceof Trouble ? (trouble.problem.because ?? []) : []
  const codes = [...new Set(because.map(({ code }) => code))]
  return { codes, isAcceptable: codes.length > 0 && codes.every((code) => mayBeAccepted.includes(code)) }
}

type Props = { trouble: Error; deed: string; accepted: boolean; accept: (accepted: boolean) => void }

/**
 * Says why a time was not taken. What the clinician may weigh can be accepted, and then the same is asked again; what
 * somebody else changed meanwhile is fetched, so that the page beside shows it.
 */
export function ConflictNotice({ trouble, deed, accepted, accept }: Props) {
  const queries = useQueryClient()
  const { isAcceptable } = conflictsIn(trouble)
  useEffect(() => {
    if (trouble instanceof Trouble && trouble.problem.status === 409) void queries.invalidateQueries()
  }, [trouble, queries])
  return (
    <>
      <TroubleNotice trouble={trouble} deed={deed} />
      {isAcceptable ? (
        <Checkbox
          label="I know; take this time all the same"
          checked={accepted}
          onChange={(event) => accept(event.currentTarget.checked)}
        />
      ) : null}
    </>
  )
}
