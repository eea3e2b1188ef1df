import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { calendarDate } from '../../libraries/calendar/index.ts'
import { Dialog } from '../design/dialog.tsx'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDay, sayDayFrom } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { PageShapes } from '../design/shapes.tsx'
import { AuthorityForm } from './authority-form.tsx'
import { CredentialForm } from './credential-form.tsx'
import styles from './credentialing.module.css'
import { type Desk, type DeskTask, deskQuery } from './credentialing-queries.ts'
import { EntryList } from './entry-list.tsx'
import { ExclusionForm } from './exclusion-form.tsx'
import table from './operations.module.css'
import { PageTrouble } from './page-trouble.tsx'
import { authorityKinds, sayLastDay, sayPeriod, sayProfession, sayStanding, vias } from './say-standing.ts'
import { useOperatorClock } from './use-operator-clock.ts'

const route = getRouteApi('/operations/credentialing/$practiceId/$memberId')

/** What one clinician holds, what is followed up, and every entry that says so; entering each is weighed before. */
export function ClinicianPage() {
  const { practiceId, memberId } = route.useParams()
  const found = useQuery(deskQuery(practiceId, memberId))
  if (found.error) return <PageTrouble trouble={found.error} onRetry={() => void found.refetch()} />
  return found.data === undefined ? <PageShapes /> : <Shown desk={found.data} />
}

function Shown({ desk }: { desk: Desk }) {
  return (
    <>
      <nav className={page.crumbs} aria-label="Breadcrumb">
        <Link to="/operations/credentialing">Clinicians</Link>
        <Icon name="right" small />
        <span>{desk.name}</span>
      </nav>
      <PageHead name={desk.name} title="A clinician’s credentialing">
        {sayProfession(desk.family)} at {desk.practiceName}. NPI {desk.npi}.
      </PageHead>
      <div className={page.stack}>
        <Section name="To follow up">
          <Tasks desk={desk} />
        </Section>
        <Section
          name="Licenses and other authorities"
          remark={
            <Opens name="Enter a license, privilege or permit" button="Enter a license" isFirst>
              {(close) => <AuthorityForm desk={desk} held={null} close={close} />}
            </Opens>
          }
        >
          <Authorities desk={desk} />
        </Section>
        <Section
          name="Credentials"
          remark={
            <Opens name="Enter a credential" button="Enter a credential">
              {(close) => <CredentialForm desk={desk} held={null} close={close} />}
            </Opens>
          }
        >
          <Credentials desk={desk} />
        </Section>
        <Section
          name="Federal exclusions"
          remark={
            <Opens name="Enter an exclusion" button="Enter an exclusion">
              {(close) => <ExclusionForm desk={desk} held={null} close={close} />}
            </Opens>
          }
        >
          <Exclusions desk={desk} />
        </Section>
        <Section name="Everything that was entered" remark={<p>Nothing is ever changed or removed.</p>}>
          <EntryList entries={desk.entries} />
        </Section>
      </div>
    </>
  )
}

/** A button that opens a form over the page. */
function Opens({
  name,
  button,
  isFirst = false,
  isSmall = false,
  children,
}: {
  name: string
  button: string
  isFirst?: boolean
  isSmall?: boolean
  children: (close: () => void) => ReactNode
}) {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button variant={isFirst ? 'filled' : isSmall ? 'subtle' : 'default'} onClick={open} aria-label={name}>
        {button}
      </Button>
      <Dialog name={name} opened={opened} close={close}>
        {children(close)}
      </Dialog>
    </>
  )
}

function Tasks({ desk }: { desk: Desk }) {
  const { tasks } = desk
  const { today } = useOperatorClock()
  if (tasks.length === 0) {
    return (
      <div className={[page.panel, page.empty].join(' ')}>
        <h3>Nothing waits</h3>
        <p>Nothing is applied for, and nothing ends soon.</p>
      </div>
    )
  }
  return (
    <ul className={styles.tasks}>
      {tasks.map((task) => (
        <li
          key={`${task.kind} ${task.subjectId}`}
          className={[page.panel, styles.task, task.isUrgent ? styles.urgent : ''].join(' ')}
        >
          <Icon name={task.isUrgent ? 'late' : 'wait'} />
          <div>
            <b>{task.what}</b>
            <span>
              {task.reason}
              {task.on === null ? '' : `: ${sayDayFrom(today, calendarDate(task.on))}`}
              {task.ageDays === null ? '' : sayAge(task.ageDays)}
            </span>
          </div>
          <Next desk={desk} task={task} />
        </li>
      ))}
    </ul>
  )
}

function sayAge(days: number): string {
  if (days === 0) return ', today'
  return `, for ${days} ${days === 1 ? 'day' : 'days'}`
}

/** What somebody does next; what was asked for is applied for from here. */
function Next({ desk, task }: { desk: Desk; task: DeskTask }) {
  const request = desk.requests.find(({ id }) => id === task.subjectId)
  if (request === undefined) return <span className={styles.next}>{task.next}</span>
  return (
    <div className={styles.next}>
      <Opens name={`Apply for it: ${task.what}`} button="Apply for it">
        {(close) => <CredentialForm desk={desk} held={null} first={request} close={close} />}
      </Opens>
    </div>
  )
}

function Table({ name, head, children }: { name: string; head: readonly string[]; children: ReactNode }) {
  return (
    <section
      className={[page.panel, table.scroll].join(' ')}
      aria-label={`${name}, table`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1)
      tabIndex={0}
    >
      <table className={table.table}>
        <thead>
          <tr>
            {head.map((each) => (
              <th key={each} scope="col" className={each === 'Change' ? table.right : undefined}>
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}

function Empty({ words }: { words: string }) {
  return <p className={[page.panel, styles.none].join(' ')}>{words}</p>
}

function Authorities({ desk }: { desk: Desk }) {
  if (desk.authorities.length === 0) return <Empty words="No license is entered: without one, nothing can be billed." />
  return (
    <Table name="Licenses" head={['State', 'Kind', 'Number', 'From', 'Last day', 'Change']}>
      {desk.authorities.map((held) => {
        const name = `${held.stateName} ${authorityKinds[held.kind].toLowerCase()}`
        return (
          <tr key={held.id}>
            <th scope="row">
              <b>{held.stateName}</b>
            </th>
            <td>{authorityKinds[held.kind]}</td>
            <td>{held.number ?? '–'}</td>
            <td className={table.nowrap}>{held.from === null ? '–' : sayDay(calendarDate(held.from))}</td>
            <td className={table.nowrap}>{sayLastDay(held.until)}</td>
            <td className={table.right}>
              <Opens name={`Change: ${name}`} button="Change" isSmall>
                {(close) => <AuthorityForm desk={desk} held={held} close={close} />}
              </Opens>
            </td>
          </tr>
        )
      })}
    </Table>
  )
}

function Credentials({ desk }: { desk: Desk }) {
  if (desk.credentials.length === 0) return <Empty words="No credential is entered: apply to a network first." />
  const sorted = desk.credentials.toSorted(
    (a, b) => a.networkName.localeCompare(b.networkName) || a.stateName.localeCompare(b.stateName),
  )
  return (
    <Table name="Credentials" head={['Network', 'State', 'By', 'How it stands', 'In force', 'Claims from', 'Change']}>
      {sorted.map((held) => (
        <tr key={held.id}>
          <th scope="row" className={styles.wraps}>
            <b>{held.networkName}</b>
          </th>
          <td>{held.stateName}</td>
          <td className={table.nowrap}>{vias[held.via]}</td>
          <td>
            <span className={held.standing === 'no_authority' ? table.need : undefined}>{sayStanding(held)}</span>
          </td>
          <td className={table.nowrap}>
            {held.from === null ? 'no day yet' : sayDay(calendarDate(held.from))}
            {held.until === null ? null : <span className={table.under}>to {sayLastDay(held.until)}</span>}
          </td>
          <td className={table.nowrap}>{held.payerReady === null ? '–' : sayDay(calendarDate(held.payerReady))}</td>
          <td className={table.right}>
            {held.isOptIn ? (
              <span className={table.dim}>The clinician’s own</span>
            ) : (
              <Opens name={`Change: ${held.networkName} in ${held.stateName}`} button="Change" isSmall>
                {(close) => <CredentialForm desk={desk} held={held} close={close} />}
              </Opens>
            )}
          </td>
        </tr>
      ))}
    </Table>
  )
}

function Exclusions({ desk }: { desk: Desk }) {
  if (desk.exclusions.length === 0) return <Empty words="None is known." />
  return (
    <Table name="Exclusions" head={['Exclusion', 'Change']}>
      {desk.exclusions.map((held) => (
        <tr key={held.id}>
          <th scope="row">
            <b className={table.need}>{sayPeriod(held)}</b>
          </th>
          <td className={table.right}>
            <Opens name={`Change: exclusion, ${sayPeriod(held)}`} button="Change" isSmall>
              {(close) => <ExclusionForm desk={desk} held={held} close={close} />}
            </Opens>
          </td>
        </tr>
      ))}
    </Table>
  )
}
