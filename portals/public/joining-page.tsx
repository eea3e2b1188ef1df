import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { dateIn } from '../../libraries/calendar/index.ts'
import { sayDay, sayTime, sayZone } from '../design/say-day.ts'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import styles from './for-practices.module.css'
import { type Progress, progressQuery } from './joining-queries.ts'
import { PublicForm, tokenOfLink } from './public-form.tsx'

/** What comes next for whoever sent the interest form; only the letter's link opens it. */
export function JoiningPage() {
  const [token, setToken] = useState(tokenOfLink)
  useEffect(() => {
    const changed = () => setToken(tokenOfLink())
    addEventListener('hashchange', changed)
    return () => removeEventListener('hashchange', changed)
  }, [])
  const progress = useQuery({ ...progressQuery(token), enabled: token !== '' })
  if (token === '') return <NoLink />
  if (progress.error) {
    return (
      <PublicForm name="What comes next">
        <TroubleNotice trouble={progress.error} onRetry={() => void progress.refetch()} />
      </PublicForm>
    )
  }
  if (!progress.data) {
    return (
      <PublicForm name="What comes next">
        <RowShapes rows={4} />
      </PublicForm>
    )
  }
  return <Steps progress={progress.data} />
}

function NoLink() {
  return (
    <PublicForm name="This link is not whole" intro="Open the link of the letter that we sent you.">
      <p>
        You have not asked yet? <Link to="/for-practices">Talk to a practice consultant</Link>
      </p>
    </PublicForm>
  )
}

function Steps({ progress }: { progress: Progress }) {
  const { givenName, practiceName, consultant, callAt, zone, callHeld, quotedOn, opened, closed, kind } = progress
  const who = consultant ?? 'Your consultant'
  const when =
    callAt === null ? '' : ` on ${sayDay(dateIn(callAt, zone))} at ${sayTime(callAt, zone)}, ${sayZone(zone)}`
  const steps = [
    { done: true, name: 'We have your form', words: `Sent on ${sayDay(progress.sentOn)} for ${practiceName}.` },
    {
      done: callHeld || quotedOn !== null || opened,
      name: callHeld ? `${who} has called` : `${who} calls you`,
      words: callHeld
        ? 'You have heard what you would be paid.'
        : callAt === null
          ? 'No call is booked. The last letter of ours has the link to choose a time.'
          : `The call is${when}. Have your license at hand. To move it, use the link of our last letter.`,
    },
    {
      done: quotedOn !== null,
      name: 'Your rates',
      words:
        quotedOn === null
          ? 'You hear them in the call, by plan, place and service, and get them in writing.'
          : `Told as the contracts stood on ${sayDay(quotedOn)}. They are yours to compare; nothing is decided by it.`,
    },
    {
      done: opened,
      name: kind === 'solo_to_group' ? 'Your practice becomes a group' : 'We open your practice',
      words: opened
        ? 'It is open. We have written to you: the link in that letter lets you in.'
        : 'When you say yes. We write to you with a link, and a checklist leads you on.',
    },
  ]
  return (
    <PublicForm
      name={`What comes next, ${givenName}`}
      intro={
        closed
          ? 'This application is closed. You can ask again at any time.'
          : 'You need not do anything until the call.'
      }
    >
      <ol className={[styles.steps, styles.progress].join(' ')} aria-label="Your way in">
        {steps.map(({ done, name, words }) => (
          <li key={name} className={done ? styles.past : undefined}>
            <h2>
              {name}
              <span className={styles.unseen}>{done ? ', done' : ', to come'}</span>
            </h2>
            <p>{words}</p>
          </li>
        ))}
      </ol>
    </PublicForm>
  )
}
