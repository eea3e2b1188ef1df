import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import styles from './for-practices.module.css'
import { InterestForm, type Sent } from './interest-form.tsx'
import { choicesQuery } from './joining-queries.ts'
import frame from './public.module.css'
import { PublicForm } from './public-form.tsx'
import { PublicTop } from './public-top.tsx'

const route = getRouteApi('/for-practices')

const steps = [
  { name: 'You tell us who you are', words: 'Two minutes: your license, your states, and when we may call.' },
  {
    name: 'A consultant calls',
    words: 'In that first call you hear what you are paid for each service, by plan and place. You get it in writing.',
  },
  {
    name: 'We open your practice',
    words:
      'A checklist leads you through license, NPI, malpractice insurance, CAQH and bank account. We credential you.',
  },
  { name: 'You see clients', words: 'What you confirm is paid on its payday, whatever the insurer does.' },
]

/** For practices: what joining is, and the interest form that books the call. */
export function ForPracticesPage() {
  const { kind = 'solo' } = route.useSearch()
  const choices = useQuery(choicesQuery)
  const [sent, setSent] = useState<Sent | null>(null)
  useEffect(() => {
    document.title = 'For practices, Evenkeel'
  }, [])
  if (sent !== null) return <LookIntoMail sent={sent} onAgain={() => setSent(null)} />
  return (
    <div className={frame.public}>
      <PublicTop />
      <main id="main" tabIndex={-1} className={styles.page}>
        <div className={styles.lead}>
          <h1>Take insurance without its paperwork</h1>
          <p>
            Joining and staying cost nothing. Your rate is set first, and you hear it before you decide.{' '}
            <Link to="/help/$slug" params={{ slug: 'how-evenkeel-earns' }}>
              How we earn
            </Link>
          </p>
          <ol className={styles.steps} aria-label="How joining goes">
            {steps.map(({ name, words }) => (
              <li key={name}>
                <h2>{name}</h2>
                <p>{words}</p>
              </li>
            ))}
          </ol>
        </div>
        <section className={styles.form} aria-labelledby="interest">
          <h2 id="interest">Talk to a practice consultant</h2>
          {choices.error ? (
            <TroubleNotice trouble={choices.error} onRetry={() => void choices.refetch()} />
          ) : choices.data ? (
            <InterestForm choices={choices.data} kind={kind} onSent={setSent} />
          ) : (
            <RowShapes rows={5} />
          )}
        </section>
      </main>
    </div>
  )
}

/** The same words for everybody: what stands behind the address, its letter alone says. */
function LookIntoMail({ sent, onAgain }: { sent: Sent; onAgain: () => void }) {
  useEffect(() => window.scrollTo(0, 0), [])
  return (
    <PublicForm
      name={`Look into your mail, ${sent.givenName}`}
      intro={
        <>
          We have your form, and have written to <b>{sent.email}</b>. The letter says when we call; its links open what
          comes next, and move the call if you need another time.
        </>
      }
    >
      <p>
        No letter after a few minutes? Look among the unwanted mail, or see whether the address is right. Sending the
        form again begins nothing twice.
      </p>
      <p className={styles.again}>
        <Button variant="default" onClick={onAgain}>
          Send the form again
        </Button>
      </p>
    </PublicForm>
  )
}
