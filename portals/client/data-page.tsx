import { Button, Checkbox, Textarea } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { sayDate } from '../../business/visits/say-date.ts'
import { type CalendarDate, dateIn, type Instant } from '../../libraries/calendar/index.ts'
import { type Cents, formatCents } from '../../libraries/money/index.ts'
import { answerOf, api } from '../api.ts'
import type { DeletionBarrier, DeletionLine, OwnDeletion } from '../deletion-contract.ts'
import { PageHead } from '../design/page-head.tsx'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { SignInAgain } from '../design/sign-in-again.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { focusFirstWrong } from '../focus-first-wrong.ts'
import { useDeed } from '../use-deed.ts'
import styles from './client-part.module.css'
import { useClientPlace } from './client-place.ts'
import { dataWords } from './data-words.ts'
import { useLanguage, useWords } from './messages.ts'

const deletionQuery = (personId: string) =>
  queryOptions({
    queryKey: ['client', personId, 'deletion'],
    queryFn: () =>
      answerOf<OwnDeletion>(api.GET('/api/clients/{personId}/deletion', { params: { path: { personId } } })),
  })

/** What is kept of a client, until when and by which law, and the request for its deletion. */
export function DataPage() {
  const { personId, name, me } = useClientPlace()
  const say = useWords(dataWords)
  const found = useQuery(deletionQuery(personId))
  return (
    <>
      <PageHead name={say('title')} title={say('title')}>
        {say('lead')} {me.people.length > 1 ? say('about', { name }) : ''}
      </PageHead>
      {found.error ? (
        <TroubleNotice trouble={found.error} onRetry={() => void found.refetch()} />
      ) : found.data === undefined ? (
        <RowShapes rows={6} />
      ) : (
        <Shown deletion={found.data} />
      )}
      <SignInAgain me={me} />
    </>
  )
}

function Shown({ deletion }: { deletion: OwnDeletion }) {
  const say = useWords(dataWords)
  const { lines, barriers, latest } = deletion
  const isOpen = latest?.state === 'asked' || latest?.state === 'approved'
  const goesNow = lines.filter(({ fate }) => fate === 'now')
  const kept = lines.filter(({ fate }) => fate !== 'now')
  return (
    <>
      {latest === null ? null : <OwnRequest latest={latest} />}
      {barriers.length === 0 ? null : (
        <Section name={say('first')} remark={<p>{say('firstLead')}</p>}>
          <ul className={[styles.panel, styles.rows].join(' ')}>
            {barriers.map((barrier) => (
              <li key={barrier.reason}>
                <Barrier barrier={barrier} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section name={say('goesNow')}>
        <ul className={[styles.panel, styles.rows].join(' ')}>
          {goesNow.map((line) => (
            <li key={line.record}>
              <b>{say(line.record, { count: line.count ?? 0 })}</b>
            </li>
          ))}
        </ul>
      </Section>
      <Section name={say('kept')}>
        <ul className={[styles.panel, styles.rows].join(' ')}>
          {kept.map((line) => (
            <KeptLine key={line.record} line={line} />
          ))}
        </ul>
        <p className={styles.hint}>{say('backups')}</p>
      </Section>
      {isOpen ? null : <AskForm days={deletion.answerDays} />}
    </>
  )
}

function KeptLine({ line }: { line: DeletionLine }) {
  const say = useWords(dataWords)
  const language = useLanguage()
  const { record, until, source, certainty, isLongestOfAll } = line
  return (
    <li>
      <div>
        <b>{say(record, { count: line.count ?? 0 })}</b>
        {until === null ? null : (
          <span className={styles.until}>{say('until', { until: sayDate(language, until as CalendarDate) })}</span>
        )}
        <span>
          {until === null
            ? say('serves_others')
            : [
                say('by', { source: source ?? '' }),
                isLongestOfAll ? say('longest') : '',
                certainty === 'known' ? '' : say('unsure'),
              ]
                .filter((words) => words !== '')
                .join(' ')}
        </span>
      </div>
    </li>
  )
}

function Barrier({ barrier: { reason, words, count, cents, on } }: { barrier: DeletionBarrier }) {
  const say = useWords(dataWords)
  const language = useLanguage()
  const many = count ?? 0
  switch (reason) {
    case 'session_upcoming':
      return (
        <span>
          {say('session_upcoming', {
            count: many === 1 ? say('oneSession') : say('manySessions', { count: many }),
            on: on === null ? '' : sayDate(language, on as CalendarDate),
          })}
        </span>
      )
    case 'balance_open':
      return <span>{say('balance_open', { money: formatCents((cents ?? 0) as Cents) })}</span>
    case 'visit_open':
      return (
        <span>{say('visit_open', { count: many === 1 ? say('oneVisit') : say('manyVisits', { count: many }) })}</span>
      )
    case 'owner_stays':
    case 'removal_not_yet':
      return <span>{words}</span>
  }
}

function OwnRequest({ latest }: { latest: NonNullable<OwnDeletion['latest']> }) {
  const { personId, zone } = useClientPlace()
  const say = useWords(dataWords)
  const language = useLanguage()
  const back = useDeed<null, unknown>((_, key) =>
    answerOf(
      api.POST('/api/clients/{personId}/deletion-requests/{requestId}/withdrawals', {
        params: { path: { personId, requestId: latest.id } },
        headers: { 'Idempotency-Key': key },
      }),
    ),
  )
  const isOpen = latest.state === 'asked' || latest.state === 'approved'
  const state = latest.state.startsWith('final') ? 'carried_out' : latest.state
  const on = dateIn((isOpen ? latest.askedAt : (latest.endedAt ?? latest.askedAt)) as Instant, zone)
  return (
    <Section name={say('yours')}>
      <div className={styles.panel} role="status">
        <p>
          {say(state as 'asked', {
            on: sayDate(language, on),
            by: sayDate(language, latest.answerBy as CalendarDate),
            words: latest.words ?? '',
          })}
        </p>
        {back.trouble ? <TroubleNotice trouble={back.trouble} deed={say('deedBack')} /> : null}
        {isOpen ? (
          <div className={styles.actions}>
            <Button variant="default" loading={back.busy} onClick={() => back.act(null)}>
              {say('takeBack')}
            </Button>
          </div>
        ) : null}
      </div>
    </Section>
  )
}

function AskForm({ days }: { days: number }) {
  const { personId } = useClientPlace()
  const say = useWords(dataWords)
  const [words, setWords] = useState('')
  const [sure, setSure] = useState(false)
  const [asked, setAsked] = useState(false)
  const ask = useDeed<{ words: string | null }, unknown>((body, key) =>
    answerOf(
      api.POST('/api/clients/{personId}/deletion-requests', {
        params: { path: { personId } },
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
    <Section name={say('ask')}>
      <form className={[styles.panel, styles.form].join(' ')} onSubmit={submit} noValidate>
        <p className={styles.said}>{say('askLead', { days })}</p>
        <Textarea
          label={say('why')}
          autosize
          minRows={2}
          maxLength={500}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Checkbox
          label={say('sure')}
          checked={sure}
          onChange={(event) => setSure(event.currentTarget.checked)}
          error={asked && !sure ? say('sureMissing') : undefined}
        />
        {ask.trouble ? <TroubleNotice trouble={ask.trouble} deed={say('deed')} /> : null}
        <div className={styles.actions}>
          <Button type="submit" variant="default" loading={ask.busy}>
            {say('send')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
