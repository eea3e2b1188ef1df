import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, Outlet } from '@tanstack/react-router'
import { dateIn } from '../../libraries/calendar/index.ts'
import type { Home, Me, Membership } from '../contract.ts'
import { ClockBar } from '../design/clock-bar.tsx'
import { Icon, type IconName } from '../design/icon.tsx'
import { LostPage } from '../design/lost-page.tsx'
import { PhoneNavigation } from '../design/phone-navigation.tsx'
import { PageShapes } from '../design/shapes.tsx'
import shell from '../design/shell.module.css'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { homeQuery, houseQuery } from '../queries.ts'
import { PlaceProvider } from './practice-place.ts'
import { PracticeSwitcher } from './practice-switcher.tsx'

const route = getRouteApi('/practice/$practiceId')

/** The frame of every page of a practice: rail, switcher, clock; the page itself stands in `main`. */
export function PracticeShell() {
  const { practiceId } = route.useParams()
  const { me } = route.useRouteContext()
  const membership = me.memberships.find((each) => each.practiceId === practiceId && each.kind !== 'operator')
  if (!membership) return <LostPage />
  return <PracticeFrame key={practiceId} me={me} membership={membership} />
}

function PracticeFrame({ me, membership }: { me: Me; membership: Membership }) {
  const house = useQuery(houseQuery)
  const home = useQuery(homeQuery(membership.practiceId))
  const trouble = house.error ?? (home.data ? null : home.error)
  const rail = (
    <>
      <PracticeNavigation practiceId={membership.practiceId} home={home.data} />
      <div className={shell.end}>{house.data?.mode === 'demonstration' ? <ClockBar /> : null}</div>
    </>
  )
  return (
    <>
      <a className={shell.skip} href="#main">
        Skip to content
      </a>
      <div className={shell.app}>
        <header className={shell.rail}>
          <div className={shell.inside}>
            <PracticeSwitcher me={me} membership={membership} />
            <div className={shell.railParts}>{rail}</div>
            <PhoneNavigation>{rail}</PhoneNavigation>
          </div>
        </header>
        <main className={shell.main} id="main" tabIndex={-1}>
          <div className={shell.wrap}>
            {trouble ? <TroubleNotice trouble={trouble} onRetry={() => void home.refetch()} /> : null}
            {house.data && home.data ? (
              <PlaceProvider value={placeOf({ me, membership, home: home.data, operatorZone: house.data.zone })}>
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

function placeOf(known: { me: Me; membership: Membership; home: Home; operatorZone: string }) {
  const { me, membership, home, operatorZone } = known
  const { now } = home
  const { zone } = membership
  const days = { today: dateIn(now, zone), operatorToday: dateIn(now, operatorZone) }
  return {
    practiceId: membership.practiceId,
    me,
    membership,
    now,
    zone,
    operatorZone,
    ...days,
    mayConfirm: membership.role !== 'admin',
  }
}

function PracticeNavigation({ practiceId, home }: { practiceId: string; home: Home | undefined }) {
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
      <Link to="/practice/$practiceId" params={params} activeOptions={{ exact: true }}>
        {shown('home', 'Home')}
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
      <Link to="/practice/$practiceId/payments" params={params} activeOptions={{ includeSearch: false }}>
        {shown('payments', 'Payments')}
      </Link>
    </nav>
  )
}
