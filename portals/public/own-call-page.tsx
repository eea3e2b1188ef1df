import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { dateIn, type Instant } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import { sayDay, sayTime, sayZone } from '../design/say-day.ts'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { noAnswer, Trouble, troubleOf } from '../trouble.ts'
import { useDeed } from '../use-deed.ts'
import { CallTimes } from './call-times.tsx'
import styles from './for-practices.module.css'
import { type OwnCall, ownCallQuery } from './joining-queries.ts'
import { PublicForm, tokenOfLink, whenSent } from './public-form.tsx'

type Deed = 'move' | 'book' | 'cancel' | 'take' | 'let_go'

/** An applicant's own call, by the link of a letter: moved, called off, put into a calendar; nothing else. */
export function OwnCallPage() {
  const [token, setToken] = useState(tokenOfLink)
  const [done, setDone] = useState<Deed | null>(null)
  useEffect(() => {
    const changed = () => {
      setToken(tokenOfLink())
      setDone(null)
    }
    addEventListener('hashchange', changed)
    return () => removeEventListener('hashchange', changed)
  }, [])
  const call = useQuery({ ...ownCallQuery(token), enabled: token !== '' && done === null })
  if (done !== null) return <Done deed={done} />
  if (token === '') {
    return <PublicForm name="This link is not whole" intro="Open the link of the last letter that we sent you." />
  }
  if (call.error) return <Spent trouble={call.error} onRetry={() => void call.refetch()} />
  if (!call.data) {
    return (
      <PublicForm name="Your call">
        <RowShapes rows={3} />
      </PublicForm>
    )
  }
  return <Call call={call.data} token={token} onDone={setDone} />
}

/** A link that has served is no trouble: it says what to do instead. */
function Spent({ trouble, onRetry }: { trouble: Error; onRetry: () => void }) {
  const spent = trouble instanceof Trouble && (trouble.problem.status === 410 || trouble.problem.status === 404)
  if (!spent) {
    return (
      <PublicForm name="Your call">
        <TroubleNotice trouble={trouble} onRetry={onRetry} />
      </PublicForm>
    )
  }
  return (
    <PublicForm name="This link has served" intro={trouble.problem.detail}>
      <p>
        You have no letter? <Link to="/for-practices">Send the form again</Link>: it begins nothing twice, and its
        letter has a new link.
      </p>
    </PublicForm>
  )
}

function Done({ deed }: { deed: Deed }) {
  const said = {
    move: ['Your call is moved', 'The new time and a new link stand in the letter that we have just sent you.'],
    book: ['Your call is booked', 'The time and a new link stand in the letter that we have just sent you.'],
    take: ['Your call is moved', 'The new time and a new link stand in the letter that we have just sent you.'],
    cancel: [
      'Your call is called off',
      'Your application stays open. The letter that we sent you has a link to choose another time.',
    ],
    let_go: ['Your call stays as it was', 'The other time is free again.'],
  }[deed]
  return <PublicForm name={said[0] ?? ''} intro={said[1]} />
}

function sayWhen(at: Instant, zone: string): string {
  return `${sayDay(dateIn(at, zone))} at ${sayTime(at, zone)}, ${sayZone(zone)}`
}

function Call({ call, token, onDone }: { call: OwnCall; token: string; onDone: (deed: Deed) => void }) {
  const { state, callAt, standsAt, zone, consultant, givenName } = call
  const [isMoving, setMoving] = useState(state === 'none_booked')
  const [isSure, setSure] = useState(false)
  const change = useDeed<{ deed: Deed; slot: string | null }, unknown>(
    (body) => answerOf(api.POST('/api/joining/calls/changes', { body: { token, ...body } })),
    // At once: the link has served with this answer, and must not be asked for again.
    (_, { deed }) => flushSync(() => onDone(deed)),
  )
  const act = (deed: Deed) => change.act({ deed, slot: null })
  const who = consultant ?? 'A consultant'
  const trouble = change.trouble && !isTaken(change.trouble) ? <TroubleNotice trouble={change.trouble} /> : null
  if (state === 'held_beside' && callAt !== null && standsAt !== null) {
    return (
      <PublicForm
        name={`Which time is meant, ${givenName}?`}
        intro={`Your call stands on ${sayWhen(standsAt, zone)}. With your second form you chose ${sayWhen(callAt, zone)}.`}
      >
        {trouble}
        <div className={styles.deeds}>
          <Button loading={change.busy} onClick={() => act('take')}>
            Take the new time
          </Button>
          <Button variant="default" onClick={() => act('let_go')}>
            Keep the first
          </Button>
        </div>
      </PublicForm>
    )
  }
  const intro = callAt === null ? 'No call is booked. Choose a time.' : `${who} calls you on ${sayWhen(callAt, zone)}.`
  return (
    <PublicForm name={callAt === null ? 'Choose a time for the call' : `Your call, ${givenName}`} intro={intro}>
      {trouble}
      {isMoving ? (
        <MoveForm call={call} token={token} change={change} onBack={callAt === null ? null : () => setMoving(false)} />
      ) : isSure ? (
        <div className={styles.deeds}>
          <Button color="red" loading={change.busy} onClick={() => act('cancel')}>
            Yes, call it off
          </Button>
          <Button variant="default" onClick={() => setSure(false)}>
            Keep the call
          </Button>
        </div>
      ) : (
        <div className={styles.deeds}>
          <Button onClick={() => setMoving(true)}>Move the call</Button>
          <Button variant="default" onClick={() => setSure(true)}>
            Call it off
          </Button>
          <CalendarFile token={token} />
        </div>
      )}
    </PublicForm>
  )
}

function isTaken(trouble: Error): boolean {
  return trouble instanceof Trouble && trouble.problem.code === 'slot_taken'
}

type Change = { act: (body: { deed: Deed; slot: string | null }) => void; busy: boolean; trouble: Error | null }

function MoveForm({
  call,
  token,
  change,
  onBack,
}: {
  call: OwnCall
  token: string
  change: Change
  onBack: (() => void) | null
}) {
  const [slot, setSlot] = useState('')
  const [asked, setAsked] = useState(false)
  const queries = useQueryClient()
  const taken = change.trouble !== null && isTaken(change.trouble)
  const submit = () => {
    setAsked(true)
    if (slot !== '') change.act({ deed: call.callAt === null ? 'book' : 'move', slot })
  }
  const lacks = asked && slot === '' ? 'Choose a time for the call.' : undefined
  return (
    <form onSubmit={whenSent(submit)} noValidate className={styles.wide}>
      <CallTimes
        choices={call}
        zone={call.zone}
        setZone={null}
        legend={call.callAt === null ? 'When may we call?' : 'To when?'}
        chosen={slot}
        choose={setSlot}
        error={taken ? 'Somebody took this time a moment ago. Choose another; your call stays as it is.' : lacks}
        onOpen={() => void queries.invalidateQueries({ queryKey: ownCallQuery(token).queryKey })}
        isTaken={taken}
      />
      <div className={styles.deeds}>
        <Button type="submit" loading={change.busy}>
          {call.callAt === null ? 'Book the call' : 'Move it there'}
        </Button>
        {onBack === null ? null : (
          <Button variant="default" onClick={onBack}>
            Back
          </Button>
        )}
      </div>
    </form>
  )
}

/** The calendar file is asked for with the token in the body and handed to the browser as a download. */
function CalendarFile({ token }: { token: string }) {
  const fetched = useDeed<null, unknown>(async () => {
    const response = await fetch('/api/joining/calls/files', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    }).catch(() => {
      throw noAnswer()
    })
    if (!response.ok) throw troubleOf(response.status, await response.json().catch(() => null))
    const address = URL.createObjectURL(await response.blob())
    const link = Object.assign(document.createElement('a'), { href: address, download: 'call.ics' })
    link.click()
    URL.revokeObjectURL(address)
    return null
  })
  return (
    <>
      <Button variant="subtle" loading={fetched.busy} onClick={() => fetched.act(null)}>
        Add it to your calendar
      </Button>
      {fetched.trouble ? <TroubleNotice trouble={fetched.trouble} /> : null}
    </>
  )
}
