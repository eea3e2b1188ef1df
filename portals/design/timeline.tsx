import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import styles from './timeline.module.css'

/** done and paid have happened; now is where it stands; late is overdue, by us or a payer; wait is expected. */
export type Mark = 'done' | 'paid' | 'now' | 'late' | 'wait'

export type Step = {
  id: string
  mark: Mark
  name: ReactNode
  /** When, at the end of the line: a day in words, or how late. */
  when: ReactNode
  words?: ReactNode
  /** What proves it; opens under the step. */
  evidence?: ReactNode
}

const said: Record<Mark, string> = { done: 'Done', paid: 'Paid', now: 'Now', late: 'Late', wait: 'Expected' }
const drawn: Record<Mark, IconName> = { done: 'done', paid: 'paid', now: 'now', late: 'late', wait: 'wait' }

/** The life of something, step by step; a dashed line leads into what has not happened yet. */
export function Timeline({ steps, narrow = false }: { steps: readonly Step[]; narrow?: boolean }) {
  return (
    <ol className={[styles.timeline, narrow ? styles.narrow : ''].join(' ')}>
      {steps.map((step) => (
        <li key={step.id} className={styles[step.mark]}>
          <Icon name={drawn[step.mark]} className={styles.mark} />
          <div>
            {step.evidence === undefined ? (
              <div className={styles.line}>
                <StepWords step={step} />
              </div>
            ) : (
              <details>
                <summary className={styles.line}>
                  <StepWords step={step} />
                  <Icon name="right" small className={styles.opens} />
                </summary>
                <div className={styles.evidence}>{step.evidence}</div>
              </details>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}

function StepWords({ step }: { step: Step }) {
  return (
    <>
      <span className={styles.name}>
        <span className={styles.vh}>{said[step.mark]}: </span>
        {step.name}
      </span>
      <span className={styles.when}>{step.when}</span>
      {step.words === undefined ? null : <span className={styles.words}>{step.words}</span>}
    </>
  )
}
