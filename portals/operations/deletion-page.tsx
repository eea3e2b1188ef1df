import { Button, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import type { DeletionCase } from '../deletion-contract.ts'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDay, sayMoment } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { PageShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { deletionQuery, deletionStates } from './deletion-queries.ts'
import { PageTrouble } from './page-trouble.tsx'
import { useOperatorClock } from './use-operator-clock.ts'

const route = getRouteApi('/operations/deletions/$requestId')

/** One request for deletion: what would go, what is kept and why, what comes first, and the two people's deeds. */
export function OneDeletionPage() {
  const { requestId } = route.useParams()
  const found = useQuery(deletionQuery(requestId))
  if (found.error) return <PageTrouble trouble={found.error} onRetry={() => void found.refetch()} />
  return found.data === undefined ? <PageShapes /> : <Shown found={found.data} />
}

function Shown({ found }: { found: DeletionCase }) {
  const { zone } = useOperatorClock()
  const isOpen = found.state === 'asked' || found.state === 'approved'
  const who = found.subject === 'client' ? 'Client' : `Works at ${found.practiceName ?? 'a practice'}`
  return (
    <>
      <nav className={page.crumbs} aria-label="Breadcrumb">
        <Link to="/operations/deletions">Requests for deletion</Link>
        <Icon name="right" small />
        <span>Request</span>
      </nav>
      <PageHead name={found.name} title="A request for deletion">
        {who}. Asked {sayMoment(found.askedAt as Instant, zone)}
        {isOpen ? `, to be answered by ${sayDay(found.answerBy as CalendarDate)}` : ''}. {deletionStates[found.state]}.
      </PageHead>
      {found.words === null ? null : <p className={page.quiet}>In their words: {found.words}</p>}
      <div className={[page.columns, page.wide].join(' ')}>
        <div className={page.stack}>
          {found.barriers.length === 0 ? null : (
            <Section name="What comes first">
              <ul className={[page.panel, page.pad, page.marks].join(' ')}>
                {found.barriers.map(({ reason, words }) => (
                  <li key={reason}>
                    <Icon name="wait" small />
                    <span>{words}</span>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {isOpen ? <WouldGo found={found} /> : null}
          {found.kept.length === 0 ? null : <Kept found={found} />}
          {found.tombstones.length === 0 ? null : <Blanked found={found} />}
        </div>
        <aside aria-label="What to do" className={page.stack}>
          {found.next.length === 0 ? null : <Deeds found={found} />}
          <Section name="What was said and done">
            <Said found={found} />
          </Section>
        </aside>
      </div>
    </>
  )
}

const records: Record<string, string> = {
  login: 'Login',
  contact: 'Contact data',
  letters: 'Letters',
  card_photos: 'Card pictures',
  cards: 'Payment cards',
  video_room: 'Video room',
  insurance: 'Insurance',
  forms: 'Signed forms',
  care: 'Record of care',
  money: 'Claims, payments, books',
  looks: 'Who looked',
  request: 'This request',
}

function WouldGo({ found }: { found: DeletionCase }) {
  return (
    <Section name="What would go, and what is kept" remark={<p>As it stands today.</p>}>
      <dl className={[page.panel, page.pad, page.facts].join(' ')}>
        {found.lines.map(({ record, words }) => (
          <div key={record} className={page.fact}>
            <dt>{records[record] ?? record}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

function Kept({ found }: { found: DeletionCase }) {
  return (
    <Section name="What is kept, and until when">
      <dl className={[page.panel, page.pad, page.facts].join(' ')}>
        {found.kept.map(({ record, until, source }) => (
          <div key={record} className={page.fact}>
            <dt>{records[record] ?? record}</dt>
            <dd>
              Until {sayDay(until as CalendarDate)}, by {source}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

function Blanked({ found }: { found: DeletionCase }) {
  return (
    <Section name="What was blanked or removed" remark={<p>Rows by table; never what they held.</p>}>
      <dl className={[page.panel, page.pad, page.facts].join(' ')}>
        {found.tombstones.map(({ phase, subject, count }) => (
          <div key={`${phase} ${subject}`} className={page.fact}>
            <dt>{subject.startsWith('sign_in.user') ? 'sign_in.user' : subject}</dt>
            <dd>
              {count}
              {phase === 'final' ? ', finally' : ''}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

const said: Record<DeletionCase['events'][number]['kind'], string> = {
  withdrawn: 'Taken back',
  approved: 'Yes',
  declined: 'No',
  carried_out: 'Carried out',
  final_proposed: 'The last day has passed',
  final_approved: 'Yes to the rest',
  final_declined: 'No to the rest',
  final_carried_out: 'The rest carried out',
}

function Said({ found }: { found: DeletionCase }) {
  const { zone } = useOperatorClock()
  if (found.events.length === 0) return <p className={page.quiet}>Nothing yet.</p>
  return (
    <dl className={[page.panel, page.pad, page.facts].join(' ')}>
      {found.events.map(({ kind, words, at, by }) => (
        <div key={kind} className={page.fact}>
          <dt>{said[kind]}</dt>
          <dd>
            {sayMoment(at as Instant, zone)}
            {by === null ? '' : `, ${by}`}
            {words === null ? '' : `. ${words}`}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Deeds({ found }: { found: DeletionCase }) {
  const canCarryOut = found.next.some((deed) => deed === 'carried_out' || deed === 'final_carried_out')
  return (
    <>
      {canCarryOut ? <CarryOut found={found} /> : null}
      <Answer found={found} canCarryOut={canCarryOut} />
    </>
  )
}

function CarryOut({ found }: { found: DeletionCase }) {
  const carry = useDeed<null, unknown>((_, key) =>
    answerOf(
      api.POST('/api/operations/deletion-requests/{requestId}/carryings-out', {
        params: { path: { requestId: found.id } },
        headers: { 'Idempotency-Key': key },
      }),
    ),
  )
  const waits = !found.mayCarryOut || found.barriers.length > 0
  return (
    <Section name="Carry it out">
      <div className={[page.panel, page.pad, page.form].join(' ')}>
        <p>
          {!found.mayCarryOut
            ? 'You said yes: a second person carries it out.'
            : found.barriers.length > 0
              ? 'Not yet: what comes first stands beside.'
              : 'Everything that may go is blanked at once, and the letter is written. Nothing brings it back.'}
        </p>
        {carry.trouble ? <TroubleNotice trouble={carry.trouble} deed="the deletion" /> : null}
        {waits ? null : (
          <div className={page.buttons}>
            <Button loading={carry.busy} onClick={() => carry.act(null)}>
              Delete what may go
            </Button>
          </div>
        )}
      </div>
    </Section>
  )
}

type Given = { answer: 'approved' | 'declined'; words: string | null }

function Answer({ found, canCarryOut }: { found: DeletionCase; canCarryOut: boolean }) {
  const [words, setWords] = useState('')
  const [lacksReason, setLacksReason] = useState(false)
  const answer = useDeed<Given, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/operations/deletion-requests/{requestId}/answers', {
          params: { path: { requestId: found.id } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    () => setWords(''),
  )
  const given = words.trim() === '' ? null : words.trim()
  const decline = () => {
    setLacksReason(given === null)
    if (given !== null) answer.act({ answer: 'declined', words: given })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (canCarryOut) decline()
    else answer.act({ answer: 'approved', words: given })
  }
  return (
    <Section name={canCarryOut ? 'Or decline it after all' : 'Yes or no'}>
      <form className={[page.panel, page.pad, page.form].join(' ')} onSubmit={submit} noValidate>
        <Textarea
          label={canCarryOut ? 'Why not, as the letter says it' : 'Why; a no is told by letter with these words'}
          autosize
          minRows={2}
          maxLength={1000}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          error={lacksReason && given === null ? 'Say why: the letter gives the reason.' : undefined}
        />
        {answer.trouble ? <TroubleNotice trouble={answer.trouble} deed="the answer" /> : null}
        <div className={page.buttons}>
          {canCarryOut ? null : (
            <Button type="submit" loading={answer.busy}>
              Yes, it may go
            </Button>
          )}
          <Button variant="default" loading={answer.busy} onClick={decline}>
            Decline
          </Button>
        </div>
      </form>
    </Section>
  )
}
