import { Button, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { WorkDeed } from '../../business/operations/work-standing.ts'
import { addDays } from '../../libraries/calendar/index.ts'
import { ask } from '../api.ts'
import page from '../design/page.module.css'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { staffQuery } from './operations-queries.ts'
import { useOperatorClock } from './use-operator-clock.ts'

export type Work = {
  items: string[]
  deed: WorkDeed
  words: string | null
  until: string | null
  ownerId: string | null
}

const deeds: { value: WorkDeed; label: string; does: string }[] = [
  { value: 'noted', label: 'Note', does: 'Write it down' },
  { value: 'waits', label: 'Wait', does: 'Let it wait' },
  { value: 'appealed', label: 'Appeal', does: 'Note the appeal' },
  { value: 'taken', label: 'Assign', does: 'Assign' },
  { value: 'resolved', label: 'Resolve', does: 'Resolve' },
]

const hints: Record<WorkDeed, string> = {
  noted: 'What was said or done. No details of care.',
  waits: 'For whom, and what they do.',
  appealed: 'What was sent, and to whom.',
  taken: 'For whoever gets it, if anything must be said.',
  handed_back: '',
  resolved: 'Why it needs nobody any more. It comes back with the next news of it.',
}

/** Writes one deed down on each of these things; every one keeps its reason. */
export function WorkForm({ items, first = 'noted', close }: { items: string[]; first?: WorkDeed; close: () => void }) {
  const { today } = useOperatorClock()
  const staff = useQuery(staffQuery)
  const isNarrow = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false })
  const [deed, setDeed] = useState<WorkDeed>(first)
  const [words, setWords] = useState('')
  const [until, setUntil] = useState<string>('')
  const [owner, setOwner] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const work = useDeed<Work, { count: number }>((body, key) => ask('/api/operations/work', { body, key }), close)
  const needsDay = deed === 'waits' || deed === 'appealed'
  const lacksWords = deed !== 'taken' && words.trim() === ''
  const lacksDay = needsDay && until === ''
  const lacksOwner = deed === 'taken' && owner === null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (lacksWords || lacksDay || lacksOwner) return
    work.act({ items, deed, words: words.trim() || null, until: needsDay ? until : null, ownerId: owner })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <SegmentedControl
        aria-label="What is done"
        fullWidth
        orientation={isNarrow ? 'vertical' : 'horizontal'}
        value={deed}
        onChange={(value) => setDeed(value as WorkDeed)}
        data={deeds.map(({ value, label }) => ({ value, label }))}
      />
      {deed === 'taken' ? (
        <Select
          label="Who has it from now on"
          data={(staff.data ?? []).map(({ memberId, name }) => ({ value: memberId, label: name }))}
          value={owner}
          onChange={setOwner}
          error={asked && lacksOwner ? 'Choose somebody.' : undefined}
        />
      ) : null}
      {needsDay ? (
        <TextInput
          type="date"
          label={deed === 'appealed' ? 'Their answer is due by' : 'Until'}
          min={today}
          max={addDays(today, 730)}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
          error={asked && lacksDay ? 'Choose a day.' : undefined}
        />
      ) : null}
      <Textarea
        label={deed === 'resolved' ? 'Reason' : 'In a few words'}
        description={hints[deed]}
        autosize
        minRows={2}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        error={asked && lacksWords ? 'Say it in a few words.' : undefined}
      />
      {work.trouble ? <TroubleNotice trouble={work.trouble} deed="it" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={work.busy}>
          {deeds.find(({ value }) => value === deed)?.does}
          {items.length > 1 ? ` (${items.length})` : ''}
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
