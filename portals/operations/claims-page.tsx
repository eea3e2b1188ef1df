import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { ClaimFound } from '../../business/operations/claim-found.ts'
import { formatCents } from '../../libraries/money/index.ts'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDay, sayDayFrom } from '../design/say-day.ts'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { Filter } from './filter.tsx'
import styles from './operations.module.css'
import { type ClaimSearch, type ClaimsFound, claimsQuery } from './operations-queries.ts'
import { Pager } from './pager.tsx'
import { claimStatusWords } from './say-claim.ts'
import { useOperatorClock } from './use-operator-clock.ts'

const route = getRouteApi('/operations/claims')

/** Finds a claim by whatever somebody has at hand; what was typed stands in the page, never in the address of a name. */
export function ClaimsPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState('')
  const found = useQuery(claimsQuery({ ...search, q: asked }))
  const look = (more: ClaimSearch) => void navigate({ search: { ...search, page: undefined, ...more } })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(typed.trim())
    look({})
  }
  const statuses = Object.entries(claimStatusWords).map(([value, { name }]) => ({ value, label: name }))
  return (
    <>
      <PageHead name="Find a claim" title="Find a claim">
        By claim number, ours or the payer’s, client, member id, clinician, practice, payer, day of service or amount;
        several words narrow it.
      </PageHead>
      <search>
        <form className={styles.tools} onSubmit={submit}>
          <TextInput
            className={styles.search}
            aria-label="Search claims"
            placeholder="K3J9…, Fenwick, Cedar, 4/8/2026, $150.00"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit">Search</Button>
          <Filter name="Status" value={search.status} choices={statuses} onChoose={(status) => look({ status })} />
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

function Found({ found, to }: { found: ClaimsFound; to: (page: number) => void }) {
  if (found.count === 0) {
    return (
      <div className={[page.panel, page.empty].join(' ')}>
        <h2>No claim fits</h2>
        <p>Every word must be found: try fewer of them, or another status.</p>
      </div>
    )
  }
  return (
    <>
      <p className={page.quiet} role="status">
        {found.isCut ? `The latest ${found.count} of many` : found.count === 1 ? 'One claim' : `${found.count} claims`},
        the latest service first
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1) */}
      <section className={[page.panel, styles.scroll].join(' ')} aria-label="Claims, table" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Claim</th>
              <th scope="col">Client</th>
              <th scope="col">Day of service</th>
              <th scope="col">Payer</th>
              <th scope="col" className={styles.num}>
                Charge
              </th>
              <th scope="col">How it stands</th>
            </tr>
          </thead>
          <tbody>
            {found.claims.map((claim) => (
              <Row key={claim.claimId} claim={claim} />
            ))}
          </tbody>
        </table>
      </section>
      <Pager page={found.page} pages={found.pages} to={to} />
    </>
  )
}

function Row({ claim }: { claim: ClaimFound }) {
  const { today } = useOperatorClock()
  const params = { practiceId: claim.practiceId, claimId: claim.claimId }
  const { name, isPaid } = claimStatusWords[claim.status]
  return (
    <tr>
      <th scope="row">
        <Link to="/operations/claims/$practiceId/$claimId" params={params}>
          {claim.controlNumber}
        </Link>
      </th>
      <td>
        {claim.client}
        <span className={styles.under}>{claim.practice}</span>
      </td>
      <td className={styles.nowrap}>{sayDay(claim.serviceOn)}</td>
      <td>{claim.payer}</td>
      <td className={styles.num}>{formatCents(claim.charge)}</td>
      <td className={styles.nowrap}>
        <span className={isPaid ? styles.got : undefined}>{name}</span>
        {claim.lastOn === null ? null : <span className={styles.under}>{sayDayFrom(today, claim.lastOn)}</span>}
      </td>
    </tr>
  )
}
