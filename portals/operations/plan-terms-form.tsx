import { Button, Checkbox, MultiSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { stateCodes, stateName } from '../../business/coverage/service-areas.ts'
import { addDays, isCalendarDate } from '../../libraries/calendar/index.ts'
import page from '../design/page.module.css'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { type PlanWithTerms, sendTerms, type TermsChange, termsEffectQuery } from './credentialing-queries.ts'
import { EffectList } from './effect-list.tsx'
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
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const acceptedStates = isEverywhere ? ('all' as const) : states
  const change: TermsChange | null = isCalendarDate(from)
    ? { kind: 'plan_terms', planId: plan.id, from, blueCard, acceptedStates }
    : null
  const weighed = useQuery(termsEffectQuery(change))
  const deed = useDeed<{ change: TermsChange; reason: string }, unknown>(sendTerms, close)
  const isSaid = reason.trim().length >= 3
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (change === null || !isSaid || weighed.data?.refusal !== null || weighed.isPlaceholderData) return
    deed.act({ change, reason: reason.trim() })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
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
      {weighed.error ? <TroubleNotice trouble={weighed.error} /> : null}
      <EffectList weighed={weighed.data} isWhole={change !== null} withClinician />
      <Textarea
        label="Why"
        description="Where it is agreed or written."
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={asked && !isSaid ? 'Say it in a few words: it is kept with the terms.' : undefined}
      />
      {deed.trouble ? <TroubleNotice trouble={deed.trouble} deed="the terms" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={deed.busy}>
          Save
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
