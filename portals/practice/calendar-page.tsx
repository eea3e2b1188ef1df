import { Button, Checkbox, SegmentedControl } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { addDays, type CalendarDate, calendarDate } from '../../libraries/calendar/index.ts'
import { ButtonLink } from '../design/button-link.tsx'
import { Icon } from '../design/icon.tsx'
import { PageHead } from '../design/page-head.tsx'
import { sayDay, sayShortDay, sayZone } from '../design/say-day.ts'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import styles from './calendar.module.css'
import { CalendarAgenda } from './calendar-agenda.tsx'
import { CalendarClinician } from './calendar-clinician.tsx'
import { CalendarDrawer } from './calendar-drawer.tsx'
import { CalendarGrid } from './calendar-grid.tsx'
import { type Calendar, calendarQuery } from './calendar-queries.ts'
import { type CalendarSearch, firstDay } from './calendar-search.ts'
import { type Place, usePlace } from './practice-place.ts'

const route = getRouteApi('/practice/$practiceId/calendar')

/** A clinician's days: what is planned, what waits, what is blocked; everything that can be done stands beside it. */
export function CalendarPage() {
  const place = usePlace()
  const search = route.useSearch()
  const isPhone = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false })
  const view = isPhone ? 'day' : (search.view ?? 'week')
  const on = calendarDate(search.on ?? place.today)
  const from = firstDay(view, on)
  const days = view === 'day' ? 1 : 7
  const memberId = whose(place)
  const found = useQuery(calendarQuery(place.practiceId, { ...(memberId ? { memberId } : {}), from, days }))
  const shown = found.data === undefined ? undefined : withoutCancelled(found.data, search.cancelled === 'shown')
  return (
    <>
      <PageHead name="Calendar" title="Calendar" actions={<Actions place={place} search={search} />}>
        {view === 'day' ? sayDay(from) : `${sayShortDay(from)} to ${sayDay(addDays(from, 6))}`}, {sayZone(place.zone)}.
      </PageHead>
      <Controls place={place} search={search} view={view} on={on} isPhone={isPhone} />
      {found.error ? (
        <TroubleNotice trouble={found.error} onRetry={() => void found.refetch()} />
      ) : shown === undefined ? (
        <RowShapes />
      ) : isPhone ? (
        <CalendarAgenda calendar={shown} day={from} place={place} search={search} />
      ) : (
        <CalendarGrid calendar={shown} from={from} days={days} place={place} search={search} />
      )}
      {found.data ? <CalendarDrawer calendar={found.data} place={place} search={search} /> : null}
    </>
  )
}

/** The chosen colleague's, else one's own; an administrator who treats nobody begins with the first clinician. */
function whose({ clinician, membership }: Place): string | undefined {
  if (clinician !== undefined) return clinician
  return membership.clinician ? membership.memberId : undefined
}

function withoutCancelled(calendar: Calendar, areShown: boolean): Calendar {
  if (areShown) return calendar
  const over = ['cancelled', 'no_show', 'voided']
  return { ...calendar, sessions: calendar.sessions.filter(({ state }) => !over.includes(state)) }
}

function Actions({ place, search }: { place: Place; search: CalendarSearch }) {
  const params = { practiceId: place.practiceId }
  const closed = { ...search, session: undefined, do: undefined, time: undefined, at: undefined }
  return (
    <>
      <ButtonLink
        to="/practice/$practiceId/calendar"
        params={params}
        search={(before) => ({ ...before, ...closed, add: 'time' })}
        variant="default"
        resetScroll={false}
      >
        Block a time
      </ButtonLink>
      <ButtonLink
        to="/practice/$practiceId/calendar"
        params={params}
        search={(before) => ({ ...before, ...closed, add: 'session' })}
        leftSection={<Icon name="plus" small />}
        resetScroll={false}
      >
        Add session
      </ButtonLink>
    </>
  )
}

type ControlsProps = { place: Place; search: CalendarSearch; view: 'week' | 'day'; on: CalendarDate; isPhone: boolean }

function Controls({ place, search, view, on, isPhone }: ControlsProps) {
  const navigate = useNavigate({ from: '/practice/$practiceId/calendar' })
  const go = (change: CalendarSearch) =>
    void navigate({ search: (before) => ({ ...before, ...change }), resetScroll: false })
  const step = view === 'day' ? 1 : 7
  return (
    <div className={styles.controls}>
      <div className={styles.steps}>
        <Button variant="default" onClick={() => go({ on: addDays(on, -step) })} aria-label={`Back one ${view}`}>
          <Icon name="right" small className={styles.back} />
        </Button>
        <Button variant="default" onClick={() => go({ on: undefined })}>
          Today
        </Button>
        <Button variant="default" onClick={() => go({ on: addDays(on, step) })} aria-label={`On one ${view}`}>
          <Icon name="right" small />
        </Button>
      </div>
      {isPhone ? null : (
        <SegmentedControl
          aria-label="How many days"
          value={view}
          onChange={(chosen) => go({ view: chosen === 'day' ? 'day' : undefined })}
          data={[
            { value: 'week', label: 'Week' },
            { value: 'day', label: 'Day' },
          ]}
        />
      )}
      <CalendarClinician place={place} />
      <Checkbox
        className={styles.filter}
        label="Show cancelled"
        checked={search.cancelled === 'shown'}
        onChange={(event) => go({ cancelled: event.currentTarget.checked ? 'shown' : undefined })}
      />
    </div>
  )
}
