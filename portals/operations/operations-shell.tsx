import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, Outlet, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { QueueSummary } from '../../business/operations/queue-names.ts'
import type { Me } from '../contract.ts'
import { ClockBar } from '../design/clock-bar.tsx'
import { Icon, type IconName } from '../design/icon.tsx'
import { PhoneNavigation } from '../design/phone-navigation.tsx'
import shell from '../design/shell.module.css'
import { houseQuery } from '../queries.ts'
import { useSignOut } from '../use-sign-out.ts'
import styles from './operations.module.css'
import { queueSummariesQuery } from './operations-queries.ts'
import { families } from './queue-words.ts'

const route = getRouteApi('/operations')

/** The door of the operator's pages: its frame with the page inside. */
export function OperationsDoor() {
  const { me } = route.useRouteContext()
  return (
    <OperationsShell me={me}>
      <Outlet />
    </OperationsShell>
  )
}

/** The frame of the operator's pages. */
export function OperationsShell({ me, children }: { me: Me; children: ReactNode }) {
  const house = useQuery(houseQuery)
  const queues = useQuery(queueSummariesQuery)
  const signOut = useSignOut()
  const rail = (
    <>
      <Navigation queues={queues.data ?? null} />
      <div className={shell.end}>
        <Button variant="subtle" mb={12} onClick={() => signOut.act(null)} leftSection={<Icon name="out" small />}>
          Sign out
        </Button>
        {house.data?.mode === 'demonstration' ? <ClockBar /> : null}
      </div>
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
            <div className={[shell.switch, shell.fixed].join(' ')}>
              <span className={shell.crest} aria-hidden="true">
                <Icon name="keel" />
              </span>
              <span>
                <b>Evenkeel</b>
                <span>Operations, {me.user.name}</span>
              </span>
            </div>
            <div className={shell.railParts}>{rail}</div>
            <PhoneNavigation>{rail}</PhoneNavigation>
          </div>
        </header>
        <main className={shell.main} id="main" tabIndex={-1}>
          <div className={[shell.wrap, styles.wrap].join(' ')}>{children}</div>
        </main>
      </div>
    </>
  )
}

function Navigation({ queues }: { queues: readonly QueueSummary[] | null }) {
  const shown = (icon: IconName, name: string) => (
    <>
      <Icon name={icon} />
      {name}
    </>
  )
  return (
    <nav className={shell.navigation} aria-label="Operations">
      <Link to="/operations" activeOptions={{ exact: true }}>
        {shown('inbox', 'Queues')}
      </Link>
      <div className={styles.within}>
        {families.map((family) => (
          <FamilyLink key={family.name} family={family} queues={queues} />
        ))}
      </div>
      <Link to="/operations/claims" activeOptions={{ includeSearch: false }}>
        {shown('search', 'Find a claim')}
      </Link>
      <Link to="/operations/remittances" activeOptions={{ includeSearch: false }}>
        {shown('payments', 'Remittances')}
      </Link>
      <Link to="/operations/treasury" activeOptions={{ includeSearch: false }}>
        {shown('scale', 'Treasury')}
      </Link>
      <Link to="/operations/credentialing" activeOptions={{ includeSearch: false }}>
        {shown('insurance', 'Clinicians')}
      </Link>
      <Link to="/operations/joining" activeOptions={{ includeSearch: false }}>
        {shown('clients', 'Practices that join')}
      </Link>
      <Link to="/operations/requests" activeOptions={{ includeSearch: false }}>
        {shown('user', 'Requests')}
      </Link>
      <Link to="/operations/contracts" activeOptions={{ includeSearch: false }}>
        {shown('contract', 'Contracts and rates')}
      </Link>
      <Link to="/operations/mail" activeOptions={{ includeSearch: false }}>
        {shown('mail', 'Mail')}
      </Link>
      <Link to="/operations/settings" activeOptions={{ includeSearch: false }}>
        {shown('settings', 'Settings')}
      </Link>
      <Link to="/operations/security" activeOptions={{ includeSearch: false }}>
        {shown('insurance', 'Security')}
      </Link>
    </nav>
  )
}

function FamilyLink({ family, queues }: { family: (typeof families)[number]; queues: readonly QueueSummary[] | null }) {
  const shown = useParams({ strict: false, select: ({ queue }) => queue })
  const isHere = family.queues.some((name) => name === shown)
  const mine = (queues ?? []).filter(({ name }) => family.queues.includes(name))
  // One claim may stand in two of them; the near deadlines are the same claims once more.
  const count = mine.reduce((total, { name, count: here }) => total + (name === 'deadlineNearClaims' ? 0 : here), 0)
  const first = mine.find((queue) => queue.count > 0)?.name ?? family.queues[0]
  if (first === undefined) return null
  return (
    <Link
      to="/operations/queues/$queue"
      params={{ queue: first }}
      activeOptions={{ includeSearch: false }}
      className={styles.family}
      {...(isHere ? { 'aria-current': 'page' } : {})}
    >
      {family.name}
      {queues === null ? null : <span className={styles.count}>{count}</span>}
    </Link>
  )
}
