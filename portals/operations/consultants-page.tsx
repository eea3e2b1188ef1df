import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { addDays, dateIn } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDayFrom, sayMoment, sayShortDay, sayTime, sayZone } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { PageShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { ConsultantWeekForm } from './consultant-week-form.tsx'
import { ExceptionForm } from './exception-form.tsx'
import styles from './follow-ups.module.css'
import { type Consultant, consultantsQuery } from './joining-queries.ts'
import { PageTrouble } from './page-trouble.tsx'
import { sayConflict } from './say-joining.ts'
import { useOperatorClock } from './use-operator-clock.ts'

/** When consultants take calls: weekly hours, days on which they do not hold, what is offered, and what does not fit. */
export function ConsultantsPage() {
  const found = useQuery(consultantsQuery)
  const { zone } = useOperatorClock()
  const [chosen, setChosen] = useState<string | null>(null)
  if (found.error) return <PageTrouble trouble={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <PageShapes />
  const takesCalls = found.data.find(({ weeks }) => weeks.length > 0)
  const usual = found.data.find(({ isYou, weeks }) => isYou && weeks.length > 0) ?? takesCalls ?? found.data[0]
  const shown = found.data.find(({ memberId }) => memberId === chosen) ?? usual
  return (
    <>
      <nav className={page.crumbs} aria-label="Breadcrumb">
        <Link to="/operations/joining">Joining</Link>
        <Icon name="right" small />
        <span>Consultants’ hours</span>
      </nav>
      <PageHead name="Consultants’ hours" title="Consultants’ hours">
        What applicants are offered follows from these hours. Times are those of our clock, {sayZone(zone)}.
      </PageHead>
      {shown === undefined ? (
        <p>Nobody works here yet.</p>
      ) : (
        <div className={page.stack}>
          <Select
            label="Consultant"
            allowDeselect={false}
            maw={320}
            data={found.data.map(({ memberId, name, isYou }) => ({
              value: memberId,
              label: isYou ? `${name} (you)` : name,
            }))}
            value={shown.memberId}
            onChange={setChosen}
          />
          <Conflicts consultant={shown} />
          <div className={[page.columns, page.wide].join(' ')}>
            <ConsultantWeekForm consultant={shown} key={`${shown.memberId} ${shown.weeks.at(-1)?.id ?? ''}`} />
            <div className={page.stack}>
              <Exceptions consultant={shown} />
              <Offered consultant={shown} />
            </div>
          </div>
        </div>
      )}
    </>
  )
}

function Conflicts({ consultant }: { consultant: Consultant }) {
  const { zone } = useOperatorClock()
  if (consultant.conflicts.length === 0) return null
  return (
    <Section name="Calls that do not fit">
      <ul className={[page.panel, styles.list].join(' ')} aria-label="Calls that do not fit">
        {consultant.conflicts.map(({ applicationId, practiceName, callAt, why }) => (
          <li key={`${applicationId} ${callAt}`} className={[styles.row, styles.due].join(' ')}>
            <div>
              <h3>{practiceName}</h3>
              <p className={styles.detail}>
                The call on {sayMoment(callAt, zone)} <span className={styles.need}>{sayConflict(why)}</span>. It stands
                until somebody moves it.
              </p>
            </div>
            <Link to="/operations/joining/$applicationId" params={{ applicationId }}>
              Move it<span className={page.vh}>: {practiceName}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Exceptions({ consultant }: { consultant: Consultant }) {
  return (
    <Section name="Days away and further hours">
      {consultant.exceptions.length === 0 ? (
        <p className={page.quiet}>None ahead.</p>
      ) : (
        <ul className={[page.panel, styles.list].join(' ')} aria-label="Days away and further hours">
          {consultant.exceptions.map((each) => (
            <OneException key={each.id} memberId={consultant.memberId} exception={each} />
          ))}
        </ul>
      )}
      <ExceptionForm memberId={consultant.memberId} />
    </Section>
  )
}

function OneException({ memberId, exception }: { memberId: string; exception: Consultant['exceptions'][number] }) {
  const { today } = useOperatorClock()
  const { id, kind, from, until, starts, stops, words } = exception
  const last = until === null ? from : addDays(until, -1)
  const remove = useDeed<{ exceptionId: string }, unknown>(({ exceptionId }, key) =>
    answerOf(
      api.POST('/api/operations/consultants/{memberId}/exceptions/{exceptionId}/removals', {
        params: { path: { memberId, exceptionId } },
        headers: { 'Idempotency-Key': key },
      }),
    ),
  )
  const days = last === from ? sayDayFrom(today, from) : `${sayDayFrom(today, from)} to ${sayDayFrom(today, last)}`
  const times = starts === null ? 'the whole day' : `${starts} to ${stops}`
  const name = `${kind === 'away' ? 'Away' : 'Further hours'}, ${days}`
  return (
    <li className={styles.row}>
      <div>
        <h3>{name}</h3>
        <p className={styles.detail}>
          {times}
          {words === null ? '' : `; ${words}`}
        </p>
        {remove.trouble ? <TroubleNotice trouble={remove.trouble} /> : null}
      </div>
      <Button
        variant="subtle"
        loading={remove.busy}
        onClick={() => remove.act({ exceptionId: id })}
        aria-label={`Take back: ${name}`}
      >
        Take back
      </Button>
    </li>
  )
}

function Offered({ consultant }: { consultant: Consultant }) {
  const { zone } = useOperatorClock()
  const days = [...Map.groupBy(consultant.slots, (slot) => dateIn(slot, zone))]
  return (
    <Section name="Offered to applicants">
      {days.length === 0 ? (
        <p className={page.quiet}>Nothing in the next two weeks.</p>
      ) : (
        <div className={[page.panel, page.pad].join(' ')}>
          {days.map(([day, slots]) => (
            <div key={day} className={styles.week}>
              <b>{sayShortDay(day)}</b>
              <ul className={styles.slots}>
                {slots.map((slot) => (
                  <li key={slot}>{sayTime(slot, zone)}</li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      )}
    </Section>
  )
}
