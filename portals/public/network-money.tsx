import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { NetworkFigures } from '../../business/payouts/network-figures.ts'
import { addDays, addMonths } from '../../libraries/calendar/index.ts'
import { type Cents, cents, formatCents, negate } from '../../libraries/money/index.ts'
import page from '../design/page.module.css'
import { type Part, WhereTheMoneyGoes } from '../design/where-the-money-goes.tsx'
import { houseQuery } from '../queries.ts'
import styles from './landing.module.css'
import { networkQuery } from './network-query.ts'

type Figures = NonNullable<NetworkFigures['figures']>

/** The network's own figures, added up from the books; nothing where they would show single people. */
export function NetworkMoney() {
  const found = useQuery(networkQuery)
  const house = useQuery(houseQuery)
  if (found.data === undefined) {
    return found.isError ? null : (
      <div className={[page.panel, styles.money, styles.coming].join(' ')} aria-hidden="true" />
    )
  }
  const { period, figures } = found.data
  if (figures === null) return null
  const isMade = house.data?.mode === 'demonstration'
  return (
    <section className={[page.panel, styles.money].join(' ')} aria-labelledby="network">
      <div className={styles.caption}>
        <h2 id="network">Where the money went, {sayMonths(period)}</h2>
        <p>
          All {figures.sessions.toLocaleString('en-US')} sessions of the network.
          {isMade ? ' Demonstration figures.' : ''}
        </p>
      </div>
      <WhereTheMoneyGoes from={cameFrom(figures)} to={wentTo(figures)}>
        <p>
          {sayEach(figures)} Practices and clients paid us no fee.{' '}
          <Link to="/help/$slug" params={{ slug: 'how-evenkeel-earns' }}>
            How we earn
          </Link>
        </p>
      </WhereTheMoneyGoes>
    </section>
  )
}

function cameFrom(figures: Figures): Part[] {
  const owed = figures.stillOwedCents > 0 ? figures.stillOwedCents : cents(0)
  const added = figures.operatorKeptCents < 0 ? negate(figures.operatorKeptCents) : cents(0)
  return [
    part('payer', 'Insurers paid', figures.insurersPaidCents, 'moved', ''),
    part('client', 'Clients paid', figures.clientsPaidCents, 'moved', ''),
    part('payer', 'Still expected', owed, 'coming', 'practices do not wait for it'),
    part('operator', 'Evenkeel added', added, 'moved', ''),
  ]
}

function wentTo(figures: Figures): Part[] {
  const kept = figures.operatorKeptCents > 0 ? figures.operatorKeptCents : cents(0)
  const back = figures.stillOwedCents < 0 ? negate(figures.stillOwedCents) : cents(0)
  return [
    part('practice', 'Practices’ pay', figures.practicesCents, 'moved', ''),
    part('payer', 'Given back', back, 'coming', ''),
    part('operator', 'Evenkeel keeps', kept, figures.stillOwedCents > 0 ? 'coming' : 'moved', ''),
  ]
}

function part(name: Part['part'], words: string, amount: Cents, state: Part['state'], remark: string): Part {
  return { part: name, name: words, cents: amount, state, remark }
}

/** "Of each $100.00, practices get $89.73." */
function sayEach({ practicesCents, operatorKeptCents, absorbedCents }: Figures): string {
  const whole = practicesCents + Math.max(0, operatorKeptCents)
  if (whole === 0) return ''
  const share = cents(Math.round((practicesCents / whole) * 10_000))
  const losses =
    absorbedCents > 0
      ? ` What we keep is what is left after ${formatCents(absorbedCents)} that insurers did not pay.`
      : ''
  return `Of each $100.00, practices get ${formatCents(share)}.${losses}`
}

/** "April 2025 to March 2026". */
function sayMonths({ from, until }: NetworkFigures['period']): string {
  const format = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const last = until === null ? addMonths(from, 11) : addDays(until, -1)
  return [from, last].map((day) => format.format(new Date(`${day}T00:00:00Z`))).join(' to ')
}
