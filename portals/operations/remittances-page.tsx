import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { RemittanceRow, RemittanceState } from '../../business/operations/remittance-page.ts'
import { formatCents, zero } from '../../libraries/money/index.ts'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDayFrom } from '../design/say-day.ts'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { Filter } from './filter.tsx'
import styles from './operations.module.css'
import { type RemittanceSearch, type RemittancesFound, remittancesQuery } from './operations-queries.ts'
import { Pager } from './pager.tsx'
import { useOperatorClock } from './use-operator-clock.ts'

const route = getRouteApi('/operations/remittances')

const states = [
  { value: 'posted', label: 'In the books' },
  { value: 'quarantined', label: 'Quarantined' },
  { value: 'taken_in', label: 'Taken in' },
  { value: 'set_aside', label: 'Set aside' },
  { value: 'unmatched', label: 'With unmatched money' },
  { value: 'open', label: 'Deposit and claims differ' },
]

/** Every payment that payers sent, the latest first. */
export function RemittancesPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [typed, setTyped] = useState(search.q ?? '')
  const found = useQuery(remittancesQuery(search))
  const look = (more: RemittanceSearch) => void navigate({ search: { ...search, page: undefined, ...more } })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    look({ q: typed.trim() || undefined })
  }
  const payers = (found.data?.payers ?? []).map((payer) => ({ value: payer, label: payer }))
  return (
    <>
      <PageHead name="Remittances" title="Remittances">
        {found.data === undefined ? ' ' : `${found.data.count} payments of ${formatCents(found.data.paidCents)}.`}
      </PageHead>
      <search>
        <form className={styles.tools} onSubmit={submit}>
          <TextInput
            className={styles.search}
            aria-label="Search remittances"
            placeholder="Trace, file or payer"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit">Search</Button>
          <Filter name="Payer" value={search.payer} choices={payers} onChoose={(payer) => look({ payer })} />
          <Filter name="State" value={search.state} choices={states} onChoose={(state) => look({ state })} />
        </form>
      </search>
      {found.error ? <TroubleNotice trouble={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data === undefined ? (
        found.error ? null : (
          <RowShapes rows={5} />
        )
      ) : (
        <Found found={found.data} to={(to) => look({ page: to })} />
      )}
    </>
  )
}

function Found({ found, to }: { found: RemittancesFound; to: (page: number) => void }) {
  if (found.count === 0) {
    return (
      <div className={[page.panel, page.empty].join(' ')}>
        <h2>No payment fits</h2>
        <p>Payers answer weeks after a claim; what comes stands here the same day.</p>
      </div>
    )
  }
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1) */}
      <section className={[page.panel, styles.scroll].join(' ')} aria-label="Remittances, table" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Payment</th>
              <th scope="col">Payer</th>
              <th scope="col">Paid on</th>
              <th scope="col" className={styles.num}>
                Amount
              </th>
              <th scope="col">How it stands</th>
            </tr>
          </thead>
          <tbody>
            {found.remittances.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      </section>
      <Pager page={found.page} pages={found.pages} to={to} />
    </>
  )
}

function Row({ row }: { row: RemittanceRow }) {
  const { today } = useOperatorClock()
  return (
    <tr>
      <th scope="row">
        <Link to="/operations/remittances/$remittanceId" params={{ remittanceId: row.id }}>
          {row.trace === '' ? row.fileName : row.trace}
        </Link>
        <span className={styles.under}>{row.fileName}</span>
      </th>
      <td>{row.payer}</td>
      <td className={styles.nowrap}>{row.paidOn === null ? '–' : sayDayFrom(today, row.paidOn)}</td>
      <td className={styles.num}>{formatCents(row.paid)}</td>
      <td>
        <span className={row.state === 'quarantined' || row.unmatched > 0 ? styles.need : undefined}>
          {sayState(row.state, row.unmatched)}
        </span>
        <span className={styles.under}>{sayDeposit(row)}</span>
      </td>
    </tr>
  )
}

export function sayState(state: RemittanceState, unmatched: number): string {
  if (state === 'quarantined') return 'Quarantined'
  if (state === 'set_aside') return 'Set aside'
  const held = state === 'taken_in' ? 'Taken in' : 'In the books'
  return unmatched === 0 ? held : `${held}, ${unmatched} unmatched`
}

function sayDeposit({ state, reason, openCents, paid }: RemittanceRow): string {
  if (state === 'quarantined' || state === 'set_aside') return reason ?? ''
  if (paid === zero) return 'Pays nothing'
  if (openCents === zero) return 'The bank has it'
  return openCents > 0
    ? `${formatCents(openCents)} not at the bank yet`
    : `${formatCents(-openCents as typeof openCents)} more at the bank`
}
