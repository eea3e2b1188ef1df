import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, Outlet } from '@tanstack/react-router'
import { dateIn } from '../../libraries/calendar/index.ts'
import type { Me, Membership } from '../contract.ts'
import { ClockBar } from '../design/clock-bar.tsx'
import { Icon, type IconName } from '../design/icon.tsx'
import { LostPage } from '../design/lost-page.tsx'
import { PhoneNavigation } from '../design/phone-navigation.tsx'
import { PageShapes } from '../design/shapes.tsx'
import shell from '../design/shell.module.css'
import { SignInAgain } from '../design/sign-in-again.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { homeQuery, houseQuery } from '../queries.ts'
import type { Home } from './practice-answers.ts'
import { PlaceProvider } from './practice-place.ts'
import { PracticeSwitcher } from './practice-switcher.tsx'

const route = getRouteApi('/practice/$practiceId')

/** The frame of every page of a practice: rail, switcher, clock; the page itself stands in `main`. */
export function PracticeShell() {
  const { practiceId } = route.useParams()
  const { clinician } = route.useSearch()
  const { me } = route.useRouteContext()
  const membership = me.memberships.find((each) => each.practiceId === practiceId && each.kind !== 'operator')
  if (!membership) return <LostPage />
  // Who may only see their own calendar has one workspace: their own.
  const looksAt = membership.may.calendar === 'all' ? clinician : undefined
  return <PracticeFrame key={practiceId} me={me} membership={membership} clinician={looksAt} />
}

type Frame = { me: Me; membership: Membership; clinician: string | undefined }

function PracticeFrame({ me, membership, clinician }: Frame) {
  const house = useQuery(houseQuery)
  const home = useQuery({ ...homeQuery(membership.practiceId, clinician), placeholderData: keepPreviousData })
  const trouble = house.error ?? (home.data ? null : home.error)
  const rail = (
    <>
      <PracticeNavigation membership={membership} home={home.data} />
      <div className={shell.end}>{house.data?.mode === 'demonstration' ? <ClockBar /> : null}</div>
    </>
  )
  return (
    <>
      <a className={shell.skip} href="#main">
        Skip to content
      </a>
      <SignInAgain me={me} />
      <div className={shell.app}>
        <header className={shell.rail}>
          <div className={shell.inside}>
            <PracticeSwitcher me={me} membership={membership} clinician={clinician} />
            <div className={shell.railParts}>{rail}</div>
            <PhoneNavigation>{rail}</PhoneNavigation>
          </div>
        </header>
        <main className={shell.main} id="main" tabIndex={-1}>
          <div className={shell.wrap}>
            {trouble ? <TroubleNotice trouble={trouble} onRetry={() => void home.refetch()} /> : null}
            {house.data && home.data ? (
              <PlaceProvider
                value={placeOf({ me, membership, clinician, home: home.data, operatorZone: house.data.zone })}
              >
                <Outlet />
              </PlaceProvider>
            ) : trouble ? null : (
              <PageShapes />
            )}
          </div>
        </main>
      </div>
    </>
  )
}

function placeOf(known: Frame & { home: Home; operatorZone: string }) {
  const { me, membership, clinician, home, operatorZone } = known
  const { now } = home
  const { zone } = membership
  const days = { today: dateIn(now, zone), operatorToday: dateIn(now, operatorZone) }
  return {
    practiceId: membership.practiceId,
    me,
    membership,
    clinician,
    now,
    zone,
    operatorZone,
    ...days,
    mayConfirm: membership.may.confirming !== 'none',
  }
}

function PracticeNavigation({ membership, home }: { membership: Membership; home: Home | undefined }) {
  const { practiceId, may } = membership
  const params = { practiceId }
  const waiting = home?.toConfirm.length ?? 0
  const shown = (icon: IconName, name: string) => (
    <>
      <Icon name={icon} />
      {name}
    </>
  )
  return (
    <nav className={shell.navigation} aria-label="Practice">
      <Link to="/practice/$practiceId" params={params} activeOptions={{ exact: true, includeSearch: false }}>
        {shown('home', 'Home')}
      </Link>
      <Link to="/practice/$practiceId/calendar" params={params} activeOptions={{ includeSearch: false }}>
        {shown('calendar', 'Calendar')}
      </Link>
      <Link to="/practice/$practiceId/clients" params={params} activeOptions={{ includeSearch: false }}>
        {shown('clients', 'Clients')}
      </Link>
      <Link to="/practice/$practiceId/sessions" params={params} activeOptions={{ includeSearch: false }}>
        {shown('sessions', 'Sessions')}
        {waiting > 0 ? (
          <span className={shell.count}>
            {waiting}
            <span className={shell.vh}> to confirm</span>
          </span>
        ) : null}
      </Link>
      {may.money !== 'none' ? (
        <Link to="/practice/$practiceId/payments" params={params} activeOptions={{ includeSearch: false }}>
          {shown('payments', 'Payments')}
        </Link>
      ) : null}
      {may.status !== 'none' ? (
        <Link to="/practice/$practiceId/insurance" params={params} activeOptions={{ includeSearch: false }}>
          {shown('insurance', 'Insurance status')}
        </Link>
      ) : null}
      <Link to="/practice/$practiceId/settings" params={params} activeOptions={{ includeSearch: false }}>
        {shown('settings', 'Settings')}
      </Link>
    </nav>
  )
}
