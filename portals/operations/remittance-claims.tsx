import { Link } from '@tanstack/react-router'
import type { RemittanceClaim, RemittancePage } from '../../business/operations/remittance-page.ts'
import { formatCents } from '../../libraries/money/index.ts'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import styles from './operations.module.css'
import { SettleUnmatched } from './settle-unmatched.tsx'

/** What the payment says of each claim: line by line, every reduction in words over its code. */
export function RemittanceClaims({ remittance: { claims } }: { remittance: RemittancePage }) {
  if (claims.length === 0) return null
  return (
    <Section name="Claim by claim" remark={<p>{claims.length}</p>}>
      <div className={page.panel}>
        {claims.map((claim) => (
          <Claim key={claim.position} claim={claim} />
        ))}
      </div>
    </Section>
  )
}

const became: Record<RemittanceClaim['became'], string> = {
  posted: 'Posted to its session',
  matched: 'Matched by a person',
  unmatched: 'Matches no claim of ours',
  owed_back: 'Owed back to the payer',
  nothing: 'Not posted',
}

function Claim({ claim }: { claim: RemittanceClaim }) {
  const reductions = [...claim.adjustments, ...claim.lines.flatMap((line) => line.adjustments)]
  const remarks = [...claim.remarks, ...claim.lines.flatMap((line) => line.remarks)]
  return (
    <div className={styles.period}>
      <p>
        <b>
          {claim.ours === null ? (
            claim.claimControlNumber
          ) : (
            <Link
              to="/operations/claims/$practiceId/$claimId"
              params={{ practiceId: claim.ours.practiceId, claimId: claim.ours.claimId }}
            >
              {claim.claimControlNumber}
            </Link>
          )}
        </b>
        , {claim.status.words === '' ? `status ${claim.status.code}` : claim.status.words}
        {claim.ours === null ? '' : `, ${claim.ours.practice}`}
      </p>
      <dl className={styles.sum}>
        <div className={styles.line}>
          <dt>
            Charged
            {claim.lines.length > 0 ? (
              <span className={styles.dim}>
                {' '}
                {claim.lines.map(({ procedure, modifiers }) => [procedure, ...modifiers].join(' ')).join(', ')}
              </span>
            ) : null}
          </dt>
          <dd>{formatCents(claim.charge)}</dd>
        </div>
        {reductions.map(({ code, words, cents }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what a payment says never changes
          <div key={`${code} ${index}`} className={styles.line}>
            <dt>
              {words === '' ? 'Reduced' : capital(words)} <span className={styles.dim}>{code}</span>
            </dt>
            <dd>{formatCents(-cents as typeof cents)}</dd>
          </div>
        ))}
        <div className={[styles.line, styles.whole].join(' ')}>
          <dt>{claim.addsUp ? 'Paid' : <span className={styles.off}>Paid, though it does not add up</span>}</dt>
          <dd>{formatCents(claim.paid)}</dd>
        </div>
      </dl>
      {remarks.length > 0 ? (
        <p className={page.hint}>
          {remarks.map(({ code, words }) => (words === '' ? code : `${code}: ${words}`)).join('; ')}
        </p>
      ) : null}
      <p className={page.hint}>
        <span className={claim.became === 'unmatched' ? styles.need : undefined}>{became[claim.became]}</span>
        {claim.because === null ? '' : `: ${claim.because}`}
      </p>
      {claim.unmatchedId === null ? null : (
        <SettleUnmatched unmatchedId={claim.unmatchedId} cents={claim.paid} isClaim={true} />
      )}
    </div>
  )
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
