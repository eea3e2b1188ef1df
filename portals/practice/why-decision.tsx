import type { BillingDecision } from '../contract.ts'
import styles from './why-decision.module.css'

/** Opens the trace of a billing decision: what each rule asked, what it found, and on whose word. */
export function WhyDecision({ decision, name }: { decision: BillingDecision; name: string }) {
  return (
    <details className={styles.why}>
      <summary>{name}</summary>
      <DecisionTrace decision={decision} />
    </details>
  )
}

/** The trace itself: every rule in its order until one decided. */
export function DecisionTrace({ decision }: { decision: BillingDecision }) {
  return (
    <div className={styles.trace}>
      <p>{decision.words}</p>
      <ol className={styles.rules} aria-label="The rules, in their order">
        {decision.trace.map(({ rule, asked, found, source }) => (
          <li key={rule}>
            <b>{asked}</b>
            <span>{found}</span>
            <span className={styles.source}>Source: {source}</span>
          </li>
        ))}
      </ol>
      {decision.trace.at(-1)?.rule === 'outcome' || decision.trace.length === 0 ? null : (
        <p>That decides it; no further rule was asked.</p>
      )}
    </div>
  )
}
