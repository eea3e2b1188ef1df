import { useNavigate } from '@tanstack/react-router'
import { SidePanel } from '../design/dialog.tsx'
import { AddOnCalendar } from './add-on-calendar.tsx'
import { BlockedTimePanel, BlockTime } from './block-time.tsx'
import type { Calendar } from './calendar-queries.ts'
import type { CalendarSearch } from './calendar-search.ts'
import { CancelForm } from './cancel-form.tsx'
import { MoveForm } from './move-form.tsx'
import { PlannedPanel } from './planned-panel.tsx'
import type { Place } from './practice-place.ts'

type Props = { calendar: Calendar; place: Place; search: CalendarSearch }

/** What is open beside the days: a session, a blocked time, or a form; the address says which, so that it can be shared. */
export function CalendarDrawer({ calendar, place, search }: Props) {
  const navigate = useNavigate()
  const close = () =>
    void navigate({
      to: '/practice/$practiceId/calendar',
      params: { practiceId: place.practiceId },
      search: (before) => ({
        ...before,
        session: undefined,
        do: undefined,
        add: undefined,
        at: undefined,
        time: undefined,
      }),
      resetScroll: false,
    })
  const opened = search.session !== undefined || search.add !== undefined || search.time !== undefined
  return (
    <SidePanel name={nameOf(search)} opened={opened} close={close} wide>
      <Inside calendar={calendar} place={place} search={search} close={close} />
    </SidePanel>
  )
}

function nameOf(search: CalendarSearch): string {
  if (search.add === 'session') return 'Add session'
  if (search.add === 'time') return 'Block a time'
  if (search.time !== undefined) return 'Unavailable'
  if (search.do === 'move') return 'Reschedule'
  return search.do === 'cancel' ? 'Cancel session' : 'Session'
}

function Inside({ calendar, place, search, close }: Props & { close: () => void }) {
  if (search.add === 'session') return <AddOnCalendar calendar={calendar} place={place} at={search.at} close={close} />
  if (search.add === 'time') return <BlockTime calendar={calendar} place={place} close={close} />
  if (search.time !== undefined) {
    const time = calendar.unavailable.find(({ id }) => id === search.time)
    if (time === undefined) return <p>This time is not in the days shown, or it was taken back.</p>
    return <BlockedTimePanel time={time} zone={calendar.zone} place={place} close={close} />
  }
  const session = calendar.sessions.find(({ id }) => id === search.session)
  if (session === undefined) return <p>This session is not in the days shown. It may have been moved.</p>
  const about = { session, calendar, place, close }
  if (search.do === 'move') return <MoveForm key={session.id} {...about} />
  if (search.do === 'cancel') return <CancelForm key={session.id} {...about} />
  return <PlannedPanel {...about} />
}
