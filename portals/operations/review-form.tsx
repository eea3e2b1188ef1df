import { Button, Radio, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ReviewPage } from '../../business/operations/review-page.ts'
import { crisisPrompts } from '../../business/sessions/check-crisis-record.ts'
import { dateIn } from '../../libraries/calendar/index.ts'
import { ask } from '../api.ts'
import page from '../design/page.module.css'
import { sayDay, sayTime } from '../design/say-day.ts'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import styles from './review-form.module.css'
import { useOperatorClock } from './use-operator-clock.ts'

type Props = { practiceId: string; reviewId: string; close: () => void }
type Finding = ReviewPage['decisions'][number]['finding']

const saysFinding: Record<Finding, string> = { in_order: 'In order', follow_up: 'Follow-up needed' }

/** The record of a crisis exception as its clinician wrote it, and the reviewer's word on it. */
export function ReviewForm({ practiceId, reviewId, close }: Props) {
  const path = `/api/operations/compliance-reviews/${practiceId}/${reviewId}`
  const review = useQuery({ queryKey: ['operations', 'review', reviewId], queryFn: () => ask<ReviewPage>(path) })
  if (review.error) return <TroubleNotice trouble={review.error} onRetry={() => void review.refetch()} />
  if (review.data === undefined) return <RowShapes rows={4} />
  return (
    <>
      <Record review={review.data} />
      <DecisionForm path={path} close={close} />
    </>
  )
}

function Record({ review }: { review: ReviewPage }) {
  const { zone } = useOperatorClock()
  const day = sayDay(review.serviceOn)
  const facts = [
    ['Session', `${day}, ${sayTime(review.startsAt, zone)} to ${sayTime(review.stoppedAt, zone)}`],
    ['Who', `${review.client}, with ${review.clinician}, ${review.practice}`],
    ['Where', review.address ?? review.stateName],
    ['Codes', review.codes.join(', ')],
    ...(review.record === null ? [] : crisisPrompts.map(({ prompt, asks }) => [asks, review.record?.[prompt] ?? ''])),
    ['The note', review.note ?? 'None is signed'],
  ]
  return (
    <>
      <p>Billed as a crisis exception. You have opened this client’s record for this review; the audit shows it.</p>
      <dl className={styles.record}>
        {facts.map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      {review.decisions.length > 0 ? (
        <ul className={styles.said} aria-label="What was found before">
          {review.decisions.map(({ finding, words, at, by }) => (
            <li key={at}>
              {sayDay(dateIn(at, zone))}, {by}: {saysFinding[finding]}
              {words === null ? '.' : `. ${words}`}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}

function DecisionForm({ path, close }: { path: string; close: () => void }) {
  const [finding, setFinding] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState(false)
  const decide = useDeed<{ finding: string; words: string | null }, unknown>(
    (body, key) => ask(`${path}/decisions`, { body, key }),
    close,
  )
  const lacksWords = finding === 'follow_up' && words.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (finding !== null && !lacksWords) decide.act({ finding, words: words.trim() || null })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <Radio.Group
        label="What you find"
        value={finding}
        onChange={setFinding}
        error={asked && finding === null ? 'Say what you find.' : undefined}
      >
        <Radio mt={8} value="in_order" label="In order: it shows a crisis, and what was done" />
        <Radio mt={8} value="follow_up" label="Follow-up needed" />
      </Radio.Group>
      <Textarea
        label={finding === 'follow_up' ? 'What must follow' : 'Remark'}
        description="The practice reads it on the session’s page. The pay stays as it was promised."
        autosize
        minRows={2}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        error={asked && lacksWords ? 'Say what must follow; the practice reads it.' : undefined}
      />
      {decide.trouble ? <TroubleNotice trouble={decide.trouble} deed="your finding" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={decide.busy}>
          Record what I found
        </Button>
        <Button variant="default" onClick={close}>
          Not now
        </Button>
      </div>
    </form>
  )
}
