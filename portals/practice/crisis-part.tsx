import { crisisPrompts } from '../../business/sessions/check-crisis-record.ts'
import type { SessionPage } from '../contract.ts'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { sayMoment } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import styles from './crisis.module.css'
import type { Place } from './practice-place.ts'

type Review = NonNullable<SessionPage['review']>

/** What was written down of a crisis, and how its review stands; nothing of it touches the pay. */
export function CrisisPart({ session: { crisis, review }, place }: { session: SessionPage; place: Place }) {
  if (crisis === null && review === null) return null
  return (
    <Section name="Crisis record">
      <div className={[page.panel, page.pad, styles.part].join(' ')}>
        {review === null ? null : <Standing review={review} place={place} />}
        {crisis === null ? null : (
          <dl className={styles.record}>
            {crisisPrompts.map(({ prompt, asks }) => (
              <div key={prompt}>
                <dt>{asks}</dt>
                <dd>{crisis[prompt]}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </Section>
  )
}

function Standing({ review, place }: { review: Review; place: Place }) {
  const since = sayMoment(review.decidedAt ?? review.openedAt, place.zone)
  switch (review.standing) {
    case 'open':
      return (
        <p className={styles.standing}>
          <Icon name="wait" small /> Under review since {since}: somebody of ours reads this record. Your pay does not
          wait for it.
        </p>
      )
    case 'in_order':
      return (
        <p className={styles.standing}>
          <Icon name="check" small /> Reviewed, and in order: {since}.{review.words === null ? '' : ` ${review.words}`}
        </p>
      )
    case 'follow_up':
      return (
        <p className={[styles.standing, styles.need].join(' ')}>
          <Icon name="lack" small /> Reviewed {since}; something must follow:{' '}
          {review.words ?? 'whoever reads the note sees what.'} Write it as an addendum to the note. Your pay stays as
          promised.
        </p>
      )
  }
}
