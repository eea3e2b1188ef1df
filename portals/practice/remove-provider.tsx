import { Button, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { dateIn } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
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
import { type RemovalSeen, removalQuery, type TeamMember } from './team-queries.ts'

type Props = { member: TeamMember; place: Place }

/** The deactivation form, once nothing of theirs is open; until then why not, and from which day on. */
export function RemoveProvider({ member, place }: Props) {
  const removal = useQuery(removalQuery(place.practiceId, member.memberId))
  return (
    <Section name="Remove for good" remark={<p>After the last payout for their sessions.</p>}>
      {removal.error ? (
        <TroubleNotice trouble={removal.error} onRetry={() => void removal.refetch()} />
      ) : removal.data === undefined ? (
        <RowShapes rows={2} />
      ) : removal.data.outcome === 'not_yet' ? (
        <NotYet removal={removal.data} member={member} place={place} />
      ) : (
        <DeactivationForm member={member} place={place} />
      )}
    </Section>
  )
}

function NotYet({ removal, member, place }: Props & { removal: RemovalSeen }) {
  return (
    <div className={[page.panel, page.pad, page.form].join(' ')}>
      <p>
        <b>
          {removal.possibleOn === null
            ? `${member.name} cannot be removed yet, and no day is known for it.`
            : `${member.name} can be removed from ${sayDay(removal.possibleOn)} on.`}
        </b>
      </p>
      <ul className={styles.barriers} aria-label="What is still open">
        {removal.because.map(({ reason, words, until }) => (
          <li key={reason}>
            <Icon name="wait" small />
            <span>
              {words}
              {until === null ? '' : ` Until ${sayDay(until)}.`}
            </span>
          </li>
        ))}
      </ul>
      <AskAhead member={member} place={place} request={removal.request} />
    </div>
  )
}

type Ahead = { deed: 'asked'; reason: string } | { deed: 'taken_back' }

/** Asked for before it is possible: the operator sees it, and why not yet. The form itself waits for its day. */
function AskAhead({ member, place, request }: Props & { request: RemovalSeen['request'] }) {
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const ask = useDeed<Ahead, unknown>((body, key) =>
    answerOf(
      api.POST('/api/practices/{practiceId}/team/{memberId}/removal-requests', {
        params: { path: { practiceId: place.practiceId, memberId: member.memberId } },
        headers: { 'Idempotency-Key': key },
        body,
      }),
    ),
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    if (request !== null) ask.act({ deed: 'taken_back' })
    else if (reason.trim() !== '') ask.act({ deed: 'asked', reason: reason.trim() })
    focusFirstWrong(event.currentTarget)
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      {request === null ? (
        <Textarea
          label="Why they leave"
          description="Ask already now: we see it, and what still stands in the way. You remove them here when it no longer does."
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={asked && reason.trim() === '' ? 'Say why, in a few words.' : undefined}
        />
      ) : (
        <p>
          Asked for on {sayDay(dateIn(request.askedAt, place.zone))}: {request.reason}
        </p>
      )}
      {ask.trouble ? <TroubleNotice trouble={ask.trouble} deed="this" /> : null}
      <div className={page.buttons}>
        <Button type="submit" variant="default" loading={ask.busy}>
          {request === null ? 'Ask for the removal' : 'Take it back'}
        </Button>
      </div>
    </form>
  )
}

function DeactivationForm({ member, place }: Props) {
  const [name, setName] = useState('')
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const remove = useDeed<{ name: string; reason: string }, unknown>((body, key) =>
    answerOf(
      api.POST('/api/practices/{practiceId}/team/{memberId}/removals', {
        params: { path: { practiceId: place.practiceId, memberId: member.memberId } },
        headers: { 'Idempotency-Key': key },
        body,
      }),
    ),
  )
  const isNamed = name.trim().toLowerCase() === member.name.toLowerCase()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    if (isNamed && reason.trim() !== '') remove.act({ name, reason })
    focusFirstWrong(event.currentTarget)
  }
  return (
    <form className={[page.panel, page.pad, page.form].join(' ')} onSubmit={submit} noValidate>
      <p className={rows.sub}>
        Nothing of theirs is open any more. Their access and their listing end now; records, notes and books stay as the
        law asks, and open here by their name.
      </p>
      <Textarea
        label="Why they leave"
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={asked && reason.trim() === '' ? 'Say why, in a few words.' : undefined}
      />
      <TextInput
        label="Their name, to be sure"
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={asked && !isNamed ? `Write the name as it stands: ${member.name}.` : undefined}
      />
      {remove.trouble ? <TroubleNotice trouble={remove.trouble} deed="the removal" /> : null}
      <div className={page.buttons}>
        <Button type="submit" variant="default" loading={remove.busy}>
          Remove for good
        </Button>
      </div>
    </form>
  )
}
