import { Link } from '@tanstack/react-router'
import type { ClaimPage } from '../../business/operations/claim-page.ts'
import { formatCents } from '../../libraries/money/index.ts'
import page from '../design/page.module.css'
import { sayDayFrom } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import styles from './operations.module.css'
import { useOperatorClock } from './use-operator-clock.ts'

const kinds = {
  answer: 'Answered',
  denial: 'Denied',
  reversal: 'Taken back',
  information: 'Told without money',
} as const

/** What the payer decided, answer by answer, with its reasons in words over their codes. */
export function ClaimAnswers({ claim: { answers } }: { claim: ClaimPage }) {
  const { today } = useOperatorClock()
  return (
    <Section name="What the payer decided">
      <div className={page.panel}>
        {answers.map((answer) => (
          <div key={`${answer.transactionId} ${answer.kind}`} className={styles.period}>
            <p>
              <b>{kinds[answer.kind]}</b> on {sayDayFrom(today, answer.on)}
              {answer.payerNumber === null ? '' : `, their number ${answer.payerNumber}`}.{' '}
              <Link to="/operations/remittances/$remittanceId" params={{ remittanceId: answer.transactionId }}>
                Its remittance
              </Link>
            </p>
            <dl className={styles.sum}>
              <div className={styles.line}>
                <dt>Charged</dt>
                <dd>{formatCents(answer.charge)}</dd>
              </div>
              {answer.adjustments.map(({ code, words, cents }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an answer never changes
                <div key={`${code} ${index}`} className={styles.line}>
                  <dt>
                    {words === '' ? 'Reduced' : capital(words)} <span className={styles.dim}>{code}</span>
                  </dt>
                  <dd>{formatCents(-cents as typeof cents)}</dd>
                </div>
              ))}
              <div className={[styles.line, styles.whole].join(' ')}>
                <dt>Paid</dt>
                <dd>{formatCents(answer.paid)}</dd>
              </div>
            </dl>
          </div>
        ))}
      </div>
    </Section>
  )
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
