import { SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { addDays, isCalendarDate } from '../../libraries/calendar/index.ts'
import { ChangeForm } from './change-form.tsx'
import { type Licensee, sendTerms, type TermsChange, termsEffectQuery } from './credentialing-queries.ts'
import { useOperatorClock } from './use-operator-clock.ts'

type Area = Licensee['areas'][number]

const kinds = [
  { value: 'whole_state', label: 'Whole state' },
  { value: 'whole_state_except', label: 'All but some' },
  { value: 'counties', label: 'Some counties' },
]
const isKind = (value: string): value is Area['holds'] => kinds.some((kind) => kind.value === value)

/** What a licensee holds of a state from a day on; counties that a road divides stay as they were. */
export function AreaForm({ licenseeId, area, close }: { licenseeId: string; area: Area; close: () => void }) {
  const { today } = useOperatorClock()
  const isNarrow = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false })
  const [from, setFrom] = useState('')
  const [holds, setHolds] = useState<Area['holds']>(area.holds)
  const [typed, setTyped] = useState((area.holds === 'counties' ? area.counties : area.except).join(' '))
  const codes = typed.split(/[\s,;]+/).filter((code) => code !== '')
  const areCodes = codes.every((code) => /^\d{5}$/.test(code)) && (holds === 'whole_state' || codes.length > 0)
  const counties = holds === 'counties' ? codes : []
  const except = holds === 'whole_state_except' ? codes : []
  const change: TermsChange | null =
    isCalendarDate(from) && areCodes
      ? { kind: 'service_area', licenseeId, from, area: { state: area.state, holds, counties, except } }
      : null
  const weighed = useQuery(termsEffectQuery(change))
  return (
    <ChangeForm
      change={change}
      weighed={weighed}
      send={sendTerms}
      what="the area"
      source="Who says so, and where."
      withClinician
      close={close}
    >
      {(asked) => (
        <>
          <TextInput
            type="date"
            label="For services from"
            min={addDays(today, 1)}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
            error={asked && !isCalendarDate(from) ? 'Choose a day.' : undefined}
          />
          <SegmentedControl
            aria-label="What it holds"
            fullWidth
            orientation={isNarrow ? 'vertical' : 'horizontal'}
            data={kinds}
            value={holds}
            onChange={(value) => isKind(value) && setHolds(value)}
          />
          {holds === 'whole_state' ? null : (
            <Textarea
              label={holds === 'counties' ? 'Counties that it holds' : 'Counties that it does not hold'}
              description="Their codes of five digits (FIPS), with spaces between."
              autosize
              minRows={2}
              maxRows={6}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              error={areCodes ? undefined : 'Each county has a code of five digits; name at least one.'}
            />
          )}
        </>
      )}
    </ChangeForm>
  )
}
