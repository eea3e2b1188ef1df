import { type Cents, formatCents, sum } from '../../libraries/money/index.ts'
import page from './page.module.css'
import styles from './where-the-money-goes.module.css'

/** A part has the same fill on every page; `practice` is the clinician's pay, `operator` what Evenkeel keeps or adds. */
export type Part = {
  part: 'payer' | 'client' | 'practice' | 'operator'
  name: string
  cents: Cents
  /** moved is solid, coming is striped. */
  state: 'moved' | 'coming'
  /** One line under the amount: when, or in which state. */
  remark: string
}

/**
 * Two bars on one scale: above, where the money of a session comes from; below, where it goes. Both add up to the
 * same cents. A table for those who read stands behind them.
 */
export function WhereTheMoneyGoes({ from, to, children }: { from: Part[]; to: Part[]; children?: React.ReactNode }) {
  const incoming = from.filter((part) => part.cents > 0)
  const outgoing = to.filter((part) => part.cents > 0)
  return (
    <>
      <div className={styles.flow}>
        <Labels parts={incoming} />
        <span className={styles.side}>From</span>
        <Bar parts={incoming} />
        <span className={styles.side}>To</span>
        <Bar parts={outgoing} lower />
        <Labels parts={outgoing} lower />
      </div>
      <div className={styles.note}>
        {children}
        <details>
          <summary>Show as a table</summary>
          <FlowTable from={incoming} to={outgoing} />
        </details>
      </div>
    </>
  )
}

function widths(parts: readonly Part[]) {
  return { gridTemplateColumns: parts.map((part) => `${part.cents}fr`).join(' ') }
}

function Bar({ parts, lower = false }: { parts: Part[]; lower?: boolean }) {
  return (
    <div className={[styles.bar, lower ? styles.lower : ''].join(' ')} style={widths(parts)} aria-hidden="true">
      {parts.map((part) => (
        <i
          key={keyOf(part)}
          className={[styles.fill, styles[part.part], part.state === 'coming' ? styles.coming : ''].join(' ')}
        />
      ))}
    </div>
  )
}

function Labels({ parts, lower = false }: { parts: Part[]; lower?: boolean }) {
  const spread = parts.length > 2 ? { gridTemplateColumns: `repeat(${parts.length}, 1fr)` } : widths(parts)
  return (
    <div className={[styles.labels, lower ? styles.lower : ''].join(' ')} style={spread}>
      {parts.map((part) => (
        <div key={keyOf(part)}>
          <span>{part.name}</span>
          <b>{formatCents(part.cents)}</b>
          <span
            className={[styles.remark, part.part === 'practice' && part.state === 'moved' ? styles.got : ''].join(' ')}
          >
            {part.remark}
          </span>
        </div>
      ))}
    </div>
  )
}

function FlowTable({ from, to }: { from: Part[]; to: Part[] }) {
  return (
    <table className={page.table}>
      <caption className={page.vh}>Where the money comes from and where it goes</caption>
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col">State</th>
          <th scope="col" className={page.num}>
            Amount
          </th>
        </tr>
      </thead>
      <tbody>
        {from.map((part) => (
          <PartRow key={keyOf(part)} part={part} />
        ))}
        <SumRow name="Comes in" parts={from} />
        {to.map((part) => (
          <PartRow key={keyOf(part)} part={part} />
        ))}
        <SumRow name="Goes out" parts={to} />
      </tbody>
    </table>
  )
}

function PartRow({ part }: { part: Part }) {
  return (
    <tr>
      <th scope="row">{part.name}</th>
      <td>{part.remark}</td>
      <td className={page.num}>{formatCents(part.cents)}</td>
    </tr>
  )
}

function SumRow({ name, parts }: { name: string; parts: Part[] }) {
  return (
    <tr className={page.sum}>
      <th scope="row">{name}</th>
      <td />
      <td className={page.num}>{formatCents(sum(parts.map((part) => part.cents)))}</td>
    </tr>
  )
}

function keyOf(part: Part): string {
  return `${part.part}-${part.state}-${part.name}`
}
