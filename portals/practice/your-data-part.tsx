import { Button, Checkbox, Textarea } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type CalendarDate, dateIn, type Instant } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import type { DeletionLine, OwnDeletion } from '../deletion-contract.ts'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { sayDay } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { focusFirstWrong } from '../focus-first-wrong.ts'
import { useDeed } from '../use-deed.ts'
import type { Place } from './practice-place.ts'
import rows from './rows.module.css'
import styles from './team.module.css'

const deletionQuery = (practiceId: string) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'deletion'],
    queryFn: () =>
      answerOf<OwnDeletion>(api.GET('/api/practices/{practiceId}/deletion', { params: { path: { practiceId } } })),
  })

/** What is kept of whoever is signed in, as somebody who works here, and the request for its deletion. */
export function YourDataPart({ place }: { place: Place }) {
  const found = useQuery(deletionQuery(place.practiceId))
  if (found.error) return <TroubleNotice trouble={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <RowShapes rows={4} />
  const { lines, barriers, backups, latest } = found.data
  const isOpen = latest?.state === 'asked' || latest?.state === 'approved'
  return (
    <div className={page.stack}>
      {latest === null ? null : <OwnRequest place={place} latest={latest} />}
      <Section
        name="What is kept of you"
        remark={<p>As somebody who works here. What you wrote of clients belongs to their records.</p>}
      >
        <ul className={page.panel}>
          {lines.map((line) => (
            <Line key={line.record} line={line} />
          ))}
          <li className={[rows.row, rows.ended].join(' ')}>
            <div>
              <h3>Notes, confirmations and claims with your name</h3>
              <p className={rows.detail}>Kept as long as the record of each of your clients is.</p>
            </div>
          </li>
        </ul>
        <p className={page.quiet}>{backups}</p>
      </Section>
      {barriers.length === 0 ? null : (
        <Section name="What comes first">
          <div className={[page.panel, page.pad].join(' ')}>
            <ul className={styles.barriers}>
              {barriers.map(({ reason, words }) => (
                <li key={reason}>
                  <Icon name="wait" small />
                  <span>{words}</span>
                </li>
              ))}
            </ul>
          </div>
        </Section>
      )}
      {isOpen ? null : <AskForm place={place} days={found.data.answerDays} />}
    </div>
  )
}

// Of whoever works here little more than an address is kept; what it is called of clients would say too much.
const calledHere: Partial<Record<DeletionLine['record'], string>> = {
  contact: 'Your e-mail address, in invitations and letters',
  money: 'Claims, payouts and the books, with your name in them',
}

function Line({ line: { record, what, words, until, fate, source } }: { line: DeletionLine }) {
  return (
    <li className={[rows.row, rows.ended].join(' ')}>
      <div>
        <h3>{calledHere[record] ?? what}</h3>
        {fate === 'now' ? null : <p className={rows.detail}>{source === null ? words : `By ${source}.`}</p>}
      </div>
      <p className={rows.detail}>
        {fate === 'now' ? 'Goes' : until === null ? 'Stays' : `Until ${sayDay(until as CalendarDate)}`}
      </p>
    </li>
  )
}

function OwnRequest({ place, latest }: { place: Place; latest: NonNullable<OwnDeletion['latest']> }) {
  const back = useDeed<null, unknown>((_, key) =>
    answerOf(
      api.POST('/api/practices/{practiceId}/deletion-requests/{requestId}/withdrawals', {
        params: { path: { practiceId: place.practiceId, requestId: latest.id } },
        headers: { 'Idempotency-Key': key },
      }),
    ),
  )
  const isOpen = latest.state === 'asked' || latest.state === 'approved'
  return (
    <Section name="Your request">
      <div className={[page.panel, page.pad, page.form].join(' ')} role="status">
        <p>{sayRequest(latest, place.zone)}</p>
        {back.trouble ? <TroubleNotice trouble={back.trouble} deed="this" /> : null}
        {isOpen ? (
          <div className={page.buttons}>
            <Button variant="default" loading={back.busy} onClick={() => back.act(null)}>
              Take it back
            </Button>
          </div>
        ) : null}
      </div>
    </Section>
  )
}

function sayRequest({ state, askedAt, answerBy, endedAt, words }: NonNullable<OwnDeletion['latest']>, zone: string) {
  const day = (at: string) => sayDay(dateIn(at as Instant, zone))
  const by = sayDay(answerBy as CalendarDate)
  if (state === 'asked') return `Asked on ${day(askedAt)}. You hear from us by ${by}.`
  if (state === 'approved') return `Agreed. A second person carries it out, by ${by}.`
  if (state === 'withdrawn') return `You took it back on ${day(endedAt ?? askedAt)}. Nothing was deleted.`
  if (state === 'declined') return `Not carried out: ${words ?? ''} Nothing was deleted, and you can ask again.`
  return `Carried out on ${day(endedAt ?? askedAt)}.`
}

function AskForm({ place, days }: { place: Place; days: number }) {
  const [words, setWords] = useState('')
  const [sure, setSure] = useState(false)
  const [asked, setAsked] = useState(false)
  const ask = useDeed<{ words: string | null }, unknown>((body, key) =>
    answerOf(
      api.POST('/api/practices/{practiceId}/deletion-requests', {
        params: { path: { practiceId: place.practiceId } },
        headers: { 'Idempotency-Key': key },
        body,
      }),
    ),
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    if (sure) ask.act({ words: words.trim() === '' ? null : words.trim() })
    focusFirstWrong(event.currentTarget)
  }
  return (
    <Section name="Ask for deletion">
      <form className={[page.panel, page.pad, page.form].join(' ')} onSubmit={submit} noValidate>
        <p className={rows.sub}>
          We answer by letter within {days} days; two people of ours look at it. Your access here ends when it is
          carried out. Until then you can take it back; afterwards nothing brings back what went.
        </p>
        <Textarea
          label="Anything you want to tell us (optional)"
          autosize
          minRows={2}
          maxLength={500}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Checkbox
          label="I understand that what is deleted cannot come back"
          checked={sure}
          onChange={(event) => setSure(event.currentTarget.checked)}
          error={asked && !sure ? 'Tick this first.' : undefined}
        />
        {ask.trouble ? <TroubleNotice trouble={ask.trouble} deed="your request" /> : null}
        <div className={page.buttons}>
          <Button type="submit" variant="default" loading={ask.busy}>
            Ask for deletion
          </Button>
        </div>
      </form>
    </Section>
  )
}
