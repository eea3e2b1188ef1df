import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, Outlet } from '@tanstack/react-router'
import { dateIn } from '../../libraries/calendar/index.ts'
import type { House, Me } from '../contract.ts'
import { ClockBar } from '../design/clock-bar.tsx'
import { Icon, type IconName } from '../design/icon.tsx'
import { englishParts, PartWordsProvider } from '../design/part-words.ts'
import { PageShapes } from '../design/shapes.tsx'
import shell from '../design/shell.module.css'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { houseQuery } from '../queries.ts'
import { ClientMenu } from './client-menu.tsx'
import { ClientPlaceProvider } from './client-place.ts'
import styles from './client-shell.module.css'
import { chosenLanguage, LanguageProvider, usePageLanguage, useWords } from './messages.ts'
import { NoPersonPage } from './no-person-page.tsx'
import { shellWords } from './shell-words.ts'
import { spanishParts } from './spanish-parts.ts'

const route = getRouteApi('/client')

/** The frame of every page of a client: where to, for whom, and the page itself in `main`. */
export function ClientShell() {
  const { me } = route.useRouteContext()
  const { for: wanted, lang } = route.useSearch()
  const person = me.people.find(({ personId }) => personId === wanted) ?? me.people[0]
  const language = chosenLanguage(lang, person?.language)
  usePageLanguage(language)
  if (person === undefined) {
    return (
      <LanguageProvider value={language}>
        <NoPersonPage me={me} />
      </LanguageProvider>
    )
  }
  return (
    <LanguageProvider value={language}>
      <PartWordsProvider value={language === 'es' ? spanishParts : englishParts}>
        <ClientFrame key={person.personId} me={me} person={person} />
      </PartWordsProvider>
    </LanguageProvider>
  )
}

function ClientFrame({ me, person }: { me: Me; person: Me['people'][number] }) {
  const house = useQuery(houseQuery)
  const say = useWords(shellWords)
  return (
    <>
      <a className={shell.skip} href="#main">
        {say('skip')}
      </a>
      <header className={styles.top}>
        <Link to="/client/appointments" className={styles.brand}>
          <Icon name="keel" />
          Evenkeel
        </Link>
        <ClientNavigation />
        <ClientMenu me={me} person={person} />
      </header>
      <main className={styles.main} id="main" tabIndex={-1}>
        {house.error ? <TroubleNotice trouble={house.error} onRetry={() => void house.refetch()} /> : null}
        {house.data ? (
          <ClientPlaceProvider value={placeOf(me, person, house.data)}>
            <Outlet />
          </ClientPlaceProvider>
        ) : house.error ? null : (
          <PageShapes />
        )}
      </main>
      {house.data?.mode === 'demonstration' ? (
        <footer className={styles.clock}>
          <ClockBar />
        </footer>
      ) : null}
    </>
  )
}

function placeOf(me: Me, { personId, name }: Me['people'][number], { now, zone, mode }: House) {
  return { personId, name, me, now, zone, today: dateIn(now, zone), demonstration: mode === 'demonstration' }
}

const entries = [
  { to: '/client/appointments', icon: 'calendar', name: 'appointments' },
  { to: '/client/billing', icon: 'card', name: 'billing' },
  { to: '/client/start', icon: 'list', name: 'checklist' },
  { to: '/client/account', icon: 'user', name: 'account' },
] as const satisfies { to: string; icon: IconName; name: string }[]

function ClientNavigation() {
  const say = useWords(shellWords)
  return (
    <nav className={styles.navigation} aria-label={say('navigation')}>
      {entries.map(({ to, icon, name }) => (
        <Link key={to} to={to} activeOptions={{ includeSearch: false }}>
          <Icon name={icon} />
          {say(name)}
        </Link>
      ))}
    </nav>
  )
}
