import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { dateIn, isCalendarDate } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import { Dialog } from '../design/dialog.tsx'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDay } from '../design/say-day.ts'
import { sayPaper, sayPaperState } from '../design/say-paper.ts'
import { Section } from '../design/section.tsx'
import { PageShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import styles from './follow-ups.module.css'
import { type PaperOfPractice, papersQuery } from './joining-queries.ts'
import { PageTrouble } from './page-trouble.tsx'
import { useOperatorClock } from './use-operator-clock.ts'

/** The papers that practices sent: those to look at first, then everything that is in force or was asked for again. */
export function PapersPage() {
  const found = useQuery(papersQuery)
  if (found.error) return <PageTrouble trouble={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <PageShapes />
  const waiting = found.data.filter((each) => each.waiting !== null)
  const others = found.data.filter((each) => each.waiting === null)
  return (
    <>
      <nav className={page.crumbs} aria-label="Breadcrumb">
        <Link to="/operations/joining">Joining</Link>
        <Icon name="right" small />
        <span>Papers</span>
      </nav>
      <PageHead name="Papers of practices" title="Papers of practices">
        Licenses, malpractice certificates, W-9 and proofs of bank accounts: accept each with the end that you read in
        it, or ask for it again and say why.
      </PageHead>
      <div className={page.stack}>
        <Section name="To look at">
          {waiting.length === 0 ? (
            <div className={[page.panel, page.empty].join(' ')}>
              <h3>Everything was looked at</h3>
              <p>What a practice sends from its checklist stands here until you have said what becomes of it.</p>
            </div>
          ) : (
            <Papers papers={waiting} name="Papers to look at" />
          )}
        </Section>
        {others.length === 0 ? null : (
          <Section name="Looked at">
            <Papers papers={others} name="Papers looked at" />
          </Section>
        )}
      </div>
    </>
  )
}

function Papers({ papers, name }: { papers: PaperOfPractice[]; name: string }) {
  return (
    <ul className={[page.panel, styles.list].join(' ')} aria-label={name}>
      {papers.map((paper) => (
        <Paper key={`${paper.practiceId} ${paper.kind} ${paper.memberId}`} paper={paper} />
      ))}
    </ul>
  )
}

function Paper({ paper }: { paper: PaperOfPractice }) {
  const { zone } = useOperatorClock()
  const [isOpen, setOpen] = useState(false)
  const shown = paper.waiting ?? paper.document
  if (shown === null) return null
  const { practiceName, practiceId, kind, memberName, waiting, state, endsOn } = paper
  const isLate = state === 'ends_soon' || state === 'ended'
  const whose = [practiceName, memberName].filter((each) => each !== null).join(', ')
  const told = waiting === null ? sayOfStaff(paper) : `Sent on ${sayDay(dateIn(shown.at, zone))}`
  return (
    <li className={isLate ? [styles.row, styles.due].join(' ') : styles.row}>
      <div>
        <h3>{sayPaper(kind)}</h3>
        <p className={styles.detail}>
          {whose}. <span className={isLate ? styles.need : undefined}>{told}</span>
          {waiting === null || endsOn === null ? '' : `; in force until ${sayDay(endsOn)}, they say`}.
        </p>
      </div>
      <div className={page.buttons}>
        <a
          href={`/api/operations/documents/${practiceId}/${shown.id}`}
          download
          aria-label={`Open the file: ${sayPaper(kind)} of ${whose}`}
        >
          Open the file
        </a>
        {waiting === null ? null : (
          <Button variant="default" onClick={() => setOpen(true)} aria-label={`Review ${sayPaper(kind)} of ${whose}`}>
            Review
          </Button>
        )}
      </div>
      <Dialog name={`${sayPaper(kind)}, ${whose}`} opened={isOpen} close={() => setOpen(false)}>
        <ReviewPaper paper={paper} documentId={shown.id} close={() => setOpen(false)} />
      </Dialog>
    </li>
  )
}

function sayOfStaff({ state, endsOn, words }: PaperOfPractice): string {
  if (state === 'asked_again') return `Asked for again: ${(words ?? '').replace(/\.$/, '')}`
  if (state === 'ends_soon' && endsOn !== null) return `Ends on ${sayDay(endsOn)}`
  if (state === 'ended' && endsOn !== null) return `Ended on ${sayDay(endsOn)}`
  return sayPaperState(state, endsOn)
}

type Verdict = 'accepted' | 'asked_again'
type Body = { verdict: Verdict; words: string | null; endsOn: string | null }

function ReviewPaper({ paper, documentId, close }: { paper: PaperOfPractice; documentId: string; close: () => void }) {
  const [verdict, setVerdict] = useState<Verdict>('accepted')
  const [words, setWords] = useState('')
  const [endsOn, setEndsOn] = useState<string>(paper.waiting?.endsOn ?? '')
  const [asked, setAsked] = useState(false)
  const review = useDeed<Body, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/operations/documents/{practiceId}/{documentId}/reviews', {
          params: { path: { practiceId: paper.practiceId, documentId } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    close,
  )
  const needsEnd = verdict === 'accepted' && paper.ends
  const isWhole = verdict === 'accepted' ? !needsEnd || isCalendarDate(endsOn) : words.trim() !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!isWhole) return
    const ends = needsEnd ? endsOn : null
    review.act({ verdict, endsOn: ends, words: verdict === 'accepted' ? null : words.trim() })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <SegmentedControl
        aria-label="What becomes of it"
        fullWidth
        data={[
          { value: 'accepted', label: 'Accept' },
          { value: 'asked_again', label: 'Ask again' },
        ]}
        value={verdict}
        onChange={(value) => setVerdict(value as Verdict)}
      />
      {needsEnd ? (
        <TextInput
          type="date"
          label="In force until"
          description="As you read it in the paper; that day included"
          value={endsOn}
          onChange={(event) => setEndsOn(event.currentTarget.value)}
          error={asked && !isWhole ? 'Enter the last day.' : undefined}
        />
      ) : null}
      {verdict === 'asked_again' ? (
        <Textarea
          label="Why"
          description="The practice reads it beside the paper"
          autosize
          minRows={2}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          error={asked && !isWhole ? 'Say why it is asked for again.' : undefined}
        />
      ) : null}
      {review.trouble ? <TroubleNotice trouble={review.trouble} deed="the review" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={review.busy}>
          {verdict === 'accepted' ? 'Accept it' : 'Ask for it again'}
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
