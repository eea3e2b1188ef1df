import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { sayShortDate } from '../../business/visits/say-date.ts'
import { Icon } from '../design/icon.tsx'
import { PageHead } from '../design/page-head.tsx'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { ClaimStory, sayHead } from './claim-story.tsx'
import { useClientPlace } from './client-place.ts'
import { useLanguage, useWords } from './messages.ts'
import { PastVisits } from './past-visits.tsx'
import { UpcomingVisit } from './upcoming-visit.tsx'
import { appointmentsQuery, calendarAddress } from './visit-queries.ts'
import { visitWords } from './visit-words.ts'
import styles from './visits.module.css'
import type { Appointments, Past } from './visits-contract.ts'

const shownFirst = 4

/** What is to come and what it will cost, what became of the latest claim, and every visit that was. */
export function AppointmentsPage() {
  const { personId } = useClientPlace()
  const say = useWords(visitWords)
  const appointments = useQuery(appointmentsQuery(personId))
  return (
    <>
      <PageHead name={say('title')} title={say('title')} />
      {appointments.error ? (
        <TroubleNotice trouble={appointments.error} onRetry={() => void appointments.refetch()} />
      ) : appointments.data === undefined ? (
        <RowShapes rows={3} />
      ) : (
        <Shown appointments={appointments.data} />
      )}
    </>
  )
}

function Shown({ appointments: { personId, upcoming, past } }: { appointments: Appointments }) {
  const say = useWords(visitWords)
  const language = useLanguage()
  const [isWhole, setWhole] = useState(false)
  // What waits for an answer stays in sight, however far ahead it is.
  const shown = isWhole
    ? upcoming
    : upcoming.filter(({ request }, place) => place < shownFirst || request?.standing === 'open')
  const told = past.find(({ standing }) => standing === 'took_place')
  return (
    <>
      <Section name={say('upcoming')}>
        {upcoming.length === 0 ? (
          <div className={styles.panel}>
            <p>{say('noneComing')}</p>
          </div>
        ) : (
          shown.map((visit, place) => <UpcomingVisit key={visit.sessionId} visit={visit} isNext={place === 0} />)
        )}
        <div className={styles.buttons}>
          {shown.length < upcoming.length ? (
            <Button variant="default" onClick={() => setWhole(true)}>
              {say('showAllComing', { count: upcoming.length })}
            </Button>
          ) : null}
          {upcoming.length === 0 ? null : (
            <Button
              component="a"
              variant="default"
              href={calendarAddress(personId, language)}
              download
              leftSection={<Icon name="calendar" small />}
            >
              {say('calendar')}
            </Button>
          )}
        </div>
      </Section>
      {told === undefined ? null : <StoryPart visit={told} />}
      <Section name={say('past')}>
        {past.length === 0 ? (
          <div className={styles.panel}>
            <p>{say('nonePast')}</p>
          </div>
        ) : (
          <PastVisits visits={past} />
        )}
      </Section>
    </>
  )
}

function StoryPart({ visit }: { visit: Past }) {
  const say = useWords(visitWords)
  const language = useLanguage()
  return (
    <Section name={say('story')}>
      <div className={styles.panel}>
        <div className={styles.storyHead}>
          <h3>{say('storyOf', { day: sayShortDate(language, visit.on) })}</h3>
          <p>{sayHead(say, visit)}</p>
        </div>
        <ClaimStory visit={visit} />
      </div>
    </Section>
  )
}
