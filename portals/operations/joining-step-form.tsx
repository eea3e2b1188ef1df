import { Button, Select, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { answerOf, api } from '../api.ts'
import page from '../design/page.module.css'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { sayStep } from './say-joining.ts'

const deeds = ['noted', 'call_held', 'call_missed', 'closed'] as const
type Deed = (typeof deeds)[number]

/** What the consultant did or heard. */
export function JoiningStepForm({ applicationId }: { applicationId: string }) {
  const [deed, setDeed] = useState<Deed>('noted')
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState(false)
  const step = useDeed<{ deed: Deed; words: string }, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/operations/joining/{applicationId}/steps', {
          params: { path: { applicationId } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    () => {
      setWords('')
      setAsked(false)
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (words.trim() !== '') step.act({ deed, words })
  }
  return (
    <form className={[page.form, page.after].join(' ')} onSubmit={submit} noValidate>
      <Select
        label="What happened"
        allowDeselect={false}
        data={deeds.map((each) => ({ value: each, label: sayStep(each) }))}
        value={deed}
        onChange={(each) => setDeed((each ?? 'noted') as Deed)}
      />
      <Textarea
        label="In words"
        autosize
        minRows={2}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        error={asked && words.trim() === '' ? 'Write a few words.' : undefined}
      />
      {step.trouble ? <TroubleNotice trouble={step.trouble} deed="the note" /> : null}
      <div className={page.buttons}>
        <Button type="submit" variant="default" loading={step.busy}>
          Write it down
        </Button>
      </div>
    </form>
  )
}
