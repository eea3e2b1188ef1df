import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { sayDate } from '../../business/visits/say-date.ts'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { ClaimStory, sayHead } from './claim-story.tsx'
import { useClientPlace } from './client-place.ts'
import { useLanguage, useWords } from './messages.ts'
import { sayMoney } from './past-visits.tsx'
import { appointmentsQuery, invoiceAddress } from './visit-queries.ts'
import { visitWords } from './visit-words.ts'
import styles from './visits.module.css'

const route = getRouteApi('/client/appointments/$sessionId')

/** One visit that was: what it cost whom, and what happened to its claim, step by step. */
export function VisitPage() {
  const { sessionId } = route.useParams()
  const { personId } = useClientPlace()
  const say = useWords(visitWords)
  const language = useLanguage()
  const appointments = useQuery(appointmentsQuery(personId))
  const visit = appointments.data?.past.find((one) => one.sessionId === sessionId)
  const back = (
    <nav className={page.crumbs} aria-label={say('breadcrumb')}>
      <Link to="/client/appointments">{say('back')}</Link>
      <Icon name="right" small />
      <span>{say('whatHappened')}</span>
    </nav>
  )
  if (visit === undefined) {
    return (
      <>
        {back}
        <PageHead name={say('story')} title={say('story')} />
        {appointments.error ? (
          <TroubleNotice trouble={appointments.error} onRetry={() => void appointments.refetch()} />
        ) : appointments.data === undefined ? (
          <RowShapes rows={2} />
        ) : (
          <p>{say('lost')}</p>
        )}
      </>
    )
  }
  return (
    <>
      {back}
      <PageHead name={say('storyOf', { day: sayDate(language, visit.on) })} title={say('story')}>
        {sayHead(say, visit)}
      </PageHead>
      <div className={styles.panel}>
        <ClaimStory visit={visit} />
      </div>
      <p className={styles.note}>{sayMoney(say, language, visit)}</p>
      {visit.hasInvoice ? (
        <span className={styles.links}>
          <a href={invoiceAddress(personId, sessionId, language)} download>
            {say('invoice')}
          </a>
        </span>
      ) : null}
    </>
  )
}
