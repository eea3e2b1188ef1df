import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import styles from './for-practices.module.css'
import { InterestForm } from './interest-form.tsx'
import { choicesQuery } from './joining-queries.ts'
import frame from './public.module.css'
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
  const navigate = useNavigate()
  useEffect(() => {
    document.title = 'For practices, Evenkeel'
  }, [])
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
            <InterestForm
              choices={choices.data}
              kind={kind}
              onSent={(token) => void navigate({ to: '/joining', hash: token })}
            />
          ) : (
            <RowShapes rows={5} />
          )}
        </section>
      </main>
    </div>
  )
}
