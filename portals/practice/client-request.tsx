import { Button, NumberInput, Radio, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { addMinutes, dateIn, type Instant, minutesBetween, timeIn } from '../../libraries/calendar/index.ts'
import { formatCents, zero } from '../../libraries/money/index.ts'
import { answerOf, api } from '../api.ts'
import type { SessionRow } from '../contract.ts'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { sayMoment, sayZone } from '../design/say-day.ts'
import { focusFirstWrong } from '../focus-first-wrong.ts'
import { useDeed } from '../use-deed.ts'
import { conflictsQuery } from './calendar-queries.ts'
import { type ChangeRequestSeen, changeRequestsQuery } from './change-request-queries.ts'
import styles from './client-request.module.css'
import { MeetsNotice, PlanTrouble } from './conflict-notice.tsx'
import { PlanTimes, readWanted, type Wanted, wantedOf } from './plan-times.tsx'
import type { Place } from './practice-place.ts'

type About = { session: SessionRow; place: Place }
type Answer =
  | { answer: 'decline'; words: string }
  | { answer: 'accept'; startsAt: Instant | null; feeCents: number | null; despite: string[] }

/** What the client asks of a session to come, and the two answers; of a request that closed, what became of it. */
export function ClientRequest({ session, place }: About) {
  const requests = useQuery(changeRequestsQuery(place.practiceId, session.id))
  const [last] = requests.data ?? []
  if (last === undefined) return null
  if (last.standing !== 'open') {
    return (
      <p className={styles.closed}>
        Your client asked to {last.kind} this session on {sayMoment(last.askedAt, place.zone)}. {last.became}
      </p>
    )
  }
  const asks = last.kind === 'cancel' ? 'asks to cancel this session' : 'asks for another time'
  return (
    <section className={styles.request} aria-labelledby={`request-${last.id}`}>
      <div className={styles.head}>
        <Icon name="lack" />
        <div>
          <h2 id={`request-${last.id}`}>
            {session.clientName} {asks}
          </h2>
          <p>
            {last.reason}. Asked {sayMoment(last.askedAt, place.zone)}. The session stands until you answer; once it
            begins, the question is closed.
          </p>
          {last.message === null ? null : <blockquote>{last.message}</blockquote>}
        </div>
      </div>
      <Answers key={last.id} request={last} session={session} place={place} />
    </section>
  )
}

function Answers({ request, session, place }: About & { request: ChangeRequestSeen }) {
  const [declines, setDeclines] = useState(false)
  const path = { practiceId: place.practiceId, sessionId: session.id, requestId: request.id }
  const answer = useDeed<Answer, unknown>((body, key) =>
    answerOf(
      api.POST('/api/practices/{practiceId}/sessions/{sessionId}/change-requests/{requestId}/answers', {
        params: { path },
        headers: { 'Idempotency-Key': key },
        body,
      }),
    ),
  )
  const trouble = answer.trouble ? <PlanTrouble trouble={answer.trouble} deed="your answer" /> : null
  const form = { act: answer.act, busy: answer.busy, trouble, turn: () => setDeclines(!declines) }
  if (declines) return <Decline {...form} />
  if (request.kind === 'cancel') return <AcceptCancel request={request} {...form} />
  return <AcceptMove request={request} session={session} place={place} {...form} />
}

type FormProps = { act: (answer: Answer) => void; busy: boolean; trouble: ReactNode; turn: () => void }

function Decline({ act, busy, trouble, turn }: FormProps) {
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const said = words.trim()
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (said === '') return focusFirstWrong(event.currentTarget)
    act({ answer: 'decline', words: said })
  }
  return (
    <form className={page.form} onSubmit={send} noValidate>
      <Textarea
        label="What do you tell your client?"
        description="They read it in their portal. The letter says only that you have answered."
        autosize
        minRows={2}
        maxLength={500}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        error={tried && said === '' ? 'Say why, in a sentence.' : undefined}
      />
      {trouble}
      <div className={page.buttons}>
        <Button type="submit" loading={busy}>
          Decline
        </Button>
        <Button variant="default" onClick={turn}>
          Back
        </Button>
      </div>
    </form>
  )
}

function AcceptCancel({ request: { feeCents }, act, busy, trouble, turn }: FormProps & { request: ChangeRequestSeen }) {
  const [fee, setFee] = useState<number>(feeCents)
  const send = (event: FormEvent) => {
    event.preventDefault()
    act({ answer: 'accept', startsAt: null, feeCents: fee, despite: [] })
  }
  return (
    <form className={page.form} onSubmit={send} noValidate>
      {feeCents === zero ? (
        <p className={page.hint}>No fee: they asked in time, or your policy asks nothing for it.</p>
      ) : (
        <NumberInput
          label="Fee"
          prefix="$"
          decimalScale={2}
          fixedDecimalScale
          min={0}
          max={feeCents / 100}
          step={5}
          allowNegative={false}
          value={fee / 100}
          onChange={(dollars) => setFee(Math.round(Number(dollars) * 100))}
          description={`Your client was told ${formatCents(feeCents)} before asking. Ask less, or 0 to waive it. All of it is yours once their card has paid.`}
        />
      )}
      {trouble}
      <div className={page.buttons}>
        <Button type="submit" loading={busy}>
          Accept and cancel
        </Button>
        <Button variant="default" onClick={turn}>
          Decline
        </Button>
      </div>
    </form>
  )
}

function AcceptMove({
  request,
  session,
  place,
  act,
  busy,
  trouble,
  turn,
}: FormProps & About & { request: ChangeRequestSeen }) {
  const { zone } = place
  const [chosen, setChosen] = useState<string>(request.proposed[0] ?? 'other')
  const [wanted, setWanted] = useState<Wanted>(() =>
    wantedOf(session, dateIn(session.startsAt, zone), timeIn(session.startsAt, zone)),
  )
  const [accepted, setAccepted] = useState(false)
  const read = readWanted(wanted, zone)
  const startsAt = chosen === 'other' ? ('startsAt' in read ? read.startsAt : null) : (chosen as Instant)
  const minutes = minutesBetween(session.startsAt, session.endsAt)
  const { memberId, personId, id: except } = session
  const isMoved = startsAt !== null && startsAt !== session.startsAt
  const asked = isMoved ? { memberId, personId, startsAt, endsAt: addMinutes(startsAt, minutes), except } : null
  const conflicts = useQuery(conflictsQuery(place.practiceId, asked)).data ?? []
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!isMoved) return
    act({ answer: 'accept', startsAt, feeCents: null, despite: accepted ? conflicts.map(({ code }) => code) : [] })
  }
  return (
    <form className={page.form} onSubmit={send} noValidate>
      {request.proposed.length === 0 ? null : (
        <Radio.Group label={`Their times, ${sayZone(zone)}`} value={chosen} onChange={setChosen}>
          <div className={styles.times}>
            {request.proposed.map((moment) => (
              <Radio key={moment} value={moment} label={sayMoment(moment, zone)} />
            ))}
            <Radio value="other" label="Another time, as you agreed with them" />
          </div>
        </Radio.Group>
      )}
      {chosen === 'other' ? (
        <PlanTimes
          wanted={{ ...wanted, minutes }}
          set={(change) => setWanted((before) => ({ ...before, ...change }))}
          zone={zone}
          trouble={'trouble' in read ? read : null}
        />
      ) : null}
      <MeetsNotice conflicts={asked === null ? [] : conflicts} accepted={accepted} accept={setAccepted} />
      {trouble}
      <div className={page.buttons}>
        <Button type="submit" loading={busy} disabled={!isMoved}>
          Accept and move
        </Button>
        <Button variant="default" onClick={turn}>
          Decline
        </Button>
      </div>
    </form>
  )
}
