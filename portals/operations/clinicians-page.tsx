import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { stateName } from '../../business/coverage/service-areas.ts'
import { calendarDate } from '../../libraries/calendar/index.ts'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDayFrom } from '../design/say-day.ts'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { type CliniciansSearch, cliniciansQuery, type DeskRow } from './credentialing-queries.ts'
import { Filter } from './filter.tsx'
import styles from './operations.module.css'
import { sayProfession } from './say-standing.ts'
import { useOperatorClock } from './use-operator-clock.ts'

const route = getRouteApi('/operations/credentialing')

const kinds = [
  { value: 'pending', label: 'Applied for' },
  { value: 'held', label: 'Payer not ready' },
  { value: 'ends', label: 'Ends or ended' },
  { value: 'excluded', label: 'Excluded' },
]

/** Every clinician with what they hold and what is followed up next; a name that is typed stays out of the address. */
export function CliniciansPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [typed, setTyped] = useState('')
  const found = useQuery(cliniciansQuery)
  const look = (more: CliniciansSearch) => void navigate({ search: { ...search, ...more } })
  const all = found.data ?? []
  const shown = all.filter((row) => fits(row, search, typed))
  const practices = [...new Map(all.map(({ practiceId, practiceName }) => [practiceId, practiceName]))]
  const states = [...new Set(all.flatMap((row) => row.states))].sort()
  return (
    <>
      <PageHead name="Clinicians" title="Clinicians">
        What each clinician holds, where it is under way, and what ends. Open one to enter a license or a credential.
      </PageHead>
      <search>
        <div className={styles.tools}>
          <TextInput
            className={styles.search}
            aria-label="Find a clinician"
            placeholder="Name or practice"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Filter
            name="Practice"
            value={search.practice}
            choices={practices.map(([value, label]) => ({ value, label }))}
            onChoose={(practice) => look({ practice })}
          />
          <Filter
            name="State"
            value={search.state}
            choices={states.map((value) => ({ value, label: stateName(value) }))}
            onChoose={(state) => look({ state })}
          />
          <Filter name="What" value={search.what} choices={kinds} onChoose={(what) => look({ what })} />
        </div>
      </search>
      {found.error ? <TroubleNotice trouble={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data === undefined ? (
        found.error ? null : (
          <RowShapes rows={5} />
        )
      ) : (
        <Found rows={shown} total={all.length} />
      )}
    </>
  )
}

function fits(row: DeskRow, { practice, state, what }: CliniciansSearch, typed: string): boolean {
  const words = typed.toLowerCase().split(/\s+/)
  const said = `${row.name} ${row.practiceName}`.toLowerCase()
  const kind = { pending: row.pending > 0, held: row.held > 0, ends: row.endsSoon > 0, excluded: row.isExcluded }
  return (
    words.every((word) => said.includes(word)) &&
    (practice === undefined || row.practiceId === practice) &&
    (state === undefined || row.states.includes(state)) &&
    (what === undefined || !(what in kind) || kind[what as keyof typeof kind])
  )
}

function Found({ rows, total }: { rows: DeskRow[]; total: number }) {
  if (rows.length === 0) {
    return (
      <div className={[page.panel, page.empty].join(' ')}>
        <h2>{total === 0 ? 'No clinician has joined yet' : 'No clinician fits'}</h2>
        <p>
          {total === 0 ? 'Once a practice joins, its clinicians stand here.' : 'Try fewer words, or another filter.'}
        </p>
      </div>
    )
  }
  return (
    <>
      <p className={[page.quiet, styles.found].join(' ')} role="status">
        {rows.length === 1 ? 'One clinician' : `${rows.length} clinicians`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1) */}
      <section className={[page.panel, styles.scroll].join(' ')} aria-label="Clinicians, table" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Clinician</th>
              <th scope="col">Practice</th>
              <th scope="col">In force in</th>
              <th scope="col">Under way</th>
              <th scope="col">Followed up next</th>
              <th scope="col">Age</th>
              <th scope="col">Turns on</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.memberId} row={row} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

function Row({ row }: { row: DeskRow }) {
  const { today } = useOperatorClock()
  const { practiceId, memberId, next } = row
  return (
    <tr>
      <th scope="row">
        <Link to="/operations/credentialing/$practiceId/$memberId" params={{ practiceId, memberId }}>
          {row.name}
        </Link>
        <span className={styles.under}>{sayProfession(row.family)}</span>
      </th>
      <td>{row.practiceName}</td>
      <td>{row.states.length === 0 ? 'No state' : row.states.join(', ')}</td>
      <td>
        <UnderWay row={row} />
      </td>
      <td>
        {next === null ? (
          <span className={styles.dim}>Nothing</span>
        ) : (
          <>
            <b>{next.next}</b>
            <span className={styles.under}>
              {next.what}: {next.reason.charAt(0).toLowerCase() + next.reason.slice(1)}
            </span>
          </>
        )}
      </td>
      <td className={styles.nowrap}>{next?.ageDays == null ? '–' : sayAge(next.ageDays)}</td>
      <td className={styles.nowrap}>
        {next?.on == null ? (
          '–'
        ) : (
          <span className={next.isUrgent ? styles.need : undefined}>{sayDayFrom(today, calendarDate(next.on))}</span>
        )}
      </td>
    </tr>
  )
}

function UnderWay({ row: { pending, held, endsSoon, isExcluded } }: { row: DeskRow }) {
  const words = [
    pending === 0 ? null : `${pending} applied for`,
    held === 0 ? null : `${held} held for the payer`,
    endsSoon === 0 ? null : `${endsSoon} ${endsSoon === 1 ? 'ends' : 'end'}`,
  ].filter((part) => part !== null)
  return (
    <>
      {isExcluded ? <span className={styles.need}>Excluded</span> : null}
      {words.length === 0 ? (
        isExcluded ? null : (
          <span className={styles.dim}>Nothing</span>
        )
      ) : (
        <span>{words.join(', ')}</span>
      )}
    </>
  )
}

function sayAge(days: number): string {
  if (days === 0) return 'today'
  return days === 1 ? '1 day' : `${days} days`
}
