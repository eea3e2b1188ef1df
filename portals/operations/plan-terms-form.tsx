import { Checkbox, MultiSelect, SegmentedControl, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { stateCodes, stateName } from '../../business/coverage/service-areas.ts'
import { addDays, isCalendarDate } from '../../libraries/calendar/index.ts'
import { ChangeForm } from './change-form.tsx'
import { type PlanWithTerms, sendTerms, type TermsChange, termsEffectQuery } from './credentialing-queries.ts'
import { useOperatorClock } from './use-operator-clock.ts'

const wheres = [
  { value: 'all', label: 'In all states' },
  { value: 'some', label: 'In some states' },
]

/** What a plan accepts from a day on; which sessions of every practice it turns around is told before it is saved. */
export function PlanTermsForm({
  plan,
  now,
  close,
}: {
  plan: PlanWithTerms
  now: PlanWithTerms['terms'][number]
  close: () => void
}) {
  const { today } = useOperatorClock()
  const [from, setFrom] = useState('')
  const [isEverywhere, setEverywhere] = useState(now.acceptedStates === 'all')
  const [states, setStates] = useState<string[]>(now.acceptedStates === 'all' ? [] : [...now.acceptedStates])
  const [blueCard, setBlueCard] = useState(now.blueCard)
  const acceptedStates = isEverywhere ? ('all' as const) : states
  const change: TermsChange | null = isCalendarDate(from)
    ? { kind: 'plan_terms', planId: plan.id, from, blueCard, acceptedStates }
    : null
  const weighed = useQuery(termsEffectQuery(change))
  return (
    <ChangeForm
      change={change}
      weighed={weighed}
      send={sendTerms}
      what="the terms"
      source="Where it is agreed or written."
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
            error={asked && change === null ? 'Choose a day.' : undefined}
          />
          <SegmentedControl
            aria-label="Where it is accepted"
            fullWidth
            data={wheres}
            value={isEverywhere ? 'all' : 'some'}
            onChange={(value) => setEverywhere(value === 'all')}
          />
          {isEverywhere ? null : (
            <MultiSelect
              label="States"
              placeholder={states.length === 0 ? 'Type their names' : ''}
              searchable
              data={stateCodes().map((code) => ({ value: code, label: stateName(code) }))}
              value={states}
              onChange={setStates}
            />
          )}
          {plan.isBlue ? (
            <Checkbox
              label="Its members have BlueCard"
              checked={blueCard}
              onChange={(event) => setBlueCard(event.currentTarget.checked)}
            />
          ) : null}
        </>
      )}
    </ChangeForm>
  )
}
