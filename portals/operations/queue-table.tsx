import { Checkbox } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { QueueName, QueueRow } from '../../business/operations/queue-names.ts'
import { type CalendarDate, daysBetween } from '../../libraries/calendar/index.ts'
import { formatCents } from '../../libraries/money/index.ts'
import { initialsOf } from '../design/initials-of.ts'
import page from '../design/page.module.css'
import { sayDayFrom } from '../design/say-day.ts'
import styles from './operations.module.css'
import { RowAction } from './row-action.tsx'
import { useOperatorClock } from './use-operator-clock.ts'

type Props = {
  queue: QueueName
  rows: readonly QueueRow[]
  chosen: ReadonlySet<string>
  choose: (chosen: ReadonlySet<string>) => void
  about: string
}

/** The rows of a queue: why, what, how much, how long, until when, whose, and what somebody does next. */
export function QueueTable({ queue, rows, chosen, choose, about }: Props) {
  const hasPayer = rows.some(({ payer }) => payer !== null)
  const hasMoney = rows.some(({ cents }) => cents !== null)
  const hasDeadline = rows.some(({ deadline }) => deadline !== null)
  const all = rows.length > 0 && rows.every(({ item }) => chosen.has(item))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1)
    <section className={styles.scroll} aria-label="What waits, table" tabIndex={0}>
      <table className={[styles.table, styles.queue].join(' ')}>
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                aria-label="Select all on this page"
                checked={all}
                indeterminate={!all && chosen.size > 0}
                onChange={() => choose(all ? new Set() : new Set(rows.map(({ item }) => item)))}
              />
            </th>
            <th scope="col">Reason</th>
            <th scope="col">{about}</th>
            {hasPayer ? <th scope="col">Payer</th> : null}
            {hasMoney ? (
              <th scope="col" className={styles.num}>
                At stake
              </th>
            ) : null}
            <th scope="col">Age</th>
            {hasDeadline ? <th scope="col">Deadline</th> : null}
            <th scope="col">Owner</th>
            <th scope="col" className={styles.right}>
              Next
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.item} className={chosen.has(row.item) ? styles.chosen : undefined}>
              <td>
                <Checkbox
                  aria-label={`Select: ${row.reason}, ${row.name}`}
                  checked={chosen.has(row.item)}
                  onChange={() => choose(toggled(chosen, row.item))}
                />
              </td>
              <td>
                <b>{row.reason}</b>
                {row.code === null ? null : <span className={styles.under}>{row.code}</span>}
              </td>
              <td>
                <RowName row={row} />
                <span className={styles.under}>{row.detail}</span>
              </td>
              {hasPayer ? <td>{row.payer ?? '–'}</td> : null}
              {hasMoney ? <td className={styles.num}>{row.cents === null ? '–' : formatCents(row.cents)}</td> : null}
              <td className={styles.nowrap}>{sayAge(row.ageDays)}</td>
              {hasDeadline ? (
                <td className={styles.nowrap}>
                  <Deadline on={row.deadline} kind={row.deadlineKind} />
                </td>
              ) : null}
              <td>
                <Owner name={row.owner?.name ?? null} />
              </td>
              <td className={styles.right}>
                <RowAction queue={queue} row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 ? <p className={[page.empty, page.quiet].join(' ')}>Nothing fits these filters.</p> : null}
    </section>
  )
}

function toggled(chosen: ReadonlySet<string>, item: string): ReadonlySet<string> {
  const next = new Set(chosen)
  if (!next.delete(item)) next.add(item)
  return next
}

function RowName({ row: { page: to, name } }: { row: QueueRow }) {
  if (to === null) return <>{name}</>
  if (to.kind === 'claim' && to.practiceId !== null) {
    return (
      <Link to="/operations/claims/$practiceId/$claimId" params={{ practiceId: to.practiceId, claimId: to.id }}>
        {name}
      </Link>
    )
  }
  if (to.kind === 'session' && to.practiceId !== null) {
    const params = { practiceId: to.practiceId, sessionId: to.id }
    return (
      <Link to="/operations/practices/$practiceId/sessions/$sessionId" params={params}>
        {name}
      </Link>
    )
  }
  if (to.kind === 'clinician' && to.practiceId !== null) {
    const params = { practiceId: to.practiceId, memberId: to.id }
    return (
      <Link to="/operations/credentialing/$practiceId/$memberId" params={params}>
        {name}
      </Link>
    )
  }
  if (to.kind === 'application') {
    return (
      <Link to="/operations/joining/$applicationId" params={{ applicationId: to.id }}>
        {name}
      </Link>
    )
  }
  if (to.kind === 'deletion') {
    return (
      <Link to="/operations/deletions/$requestId" params={{ requestId: to.id }}>
        {name}
      </Link>
    )
  }
  if (to.kind === 'admin_request') return <Link to="/operations/requests">{name}</Link>
  if (to.kind === 'removal') return <Link to="/operations/removals">{name}</Link>
  if (to.kind === 'document') return <Link to="/operations/joining/papers">{name}</Link>
  return (
    <Link to="/operations/remittances/$remittanceId" params={{ remittanceId: to.id }}>
      {name}
    </Link>
  )
}

function sayAge(days: number | null): string {
  if (days === null) return '–'
  if (days === 0) return 'today'
  return days === 1 ? '1 day' : `${days} days`
}

/** A deadline with its kind; within a week it needs somebody, and says how long is left. */
export function Deadline({ on, kind }: { on: CalendarDate | null; kind: string | null }) {
  const { today } = useOperatorClock()
  if (on === null) return <>–</>
  const left = daysBetween(today, on)
  const isNear = left <= 7 && kind !== 'payer is ready'
  return (
    <>
      <span className={isNear ? styles.need : undefined}>{sayDayFrom(today, on)}</span>
      <span className={styles.under}>
        {kind}
        {isNear
          ? `, ${left < 0 ? 'passed' : left === 0 ? 'today' : left === 1 ? '1 day left' : `${left} days left`}`
          : ''}
      </span>
    </>
  )
}

export function Owner({ name }: { name: string | null }) {
  return (
    <span className={styles.owner}>
      <span className={[styles.face, name === null ? styles.nobody : ''].join(' ')} aria-hidden="true">
        {name === null ? '' : initialsOf(name)}
      </span>
      {name === null ? 'Nobody' : (name.split(' ')[0] ?? name)}
    </span>
  )
}
