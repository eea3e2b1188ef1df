import { type ReactNode, useId } from 'react'
import styles from './answer.module.css'
import page from './page.module.css'

/** Sticks beside a form and says, live, what will come of it: the answer first, then the reason, then the steps. */
export function Answer({
  lead,
  reason,
  mood,
  children,
  foot,
}: {
  lead: ReactNode
  reason?: ReactNode
  /** `needs` when something stands in the way, `thinking` while the last answer is being renewed. */
  mood: 'good' | 'needs' | 'thinking'
  children?: ReactNode
  foot?: ReactNode
}) {
  const id = useId()
  return (
    <aside className={[page.panel, page.pad, styles.answer, styles[mood]].join(' ')} aria-labelledby={id}>
      <div aria-live="polite" aria-atomic="true">
        <h2 className={styles.lead} id={id}>
          {lead}
        </h2>
        {reason === undefined ? null : <p className={styles.reason}>{reason}</p>}
      </div>
      {children}
      {foot === undefined ? null : <div className={styles.foot}>{foot}</div>}
    </aside>
  )
}
