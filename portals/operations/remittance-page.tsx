import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { RemittancePage } from '../../business/operations/remittance-page.ts'
import { formatCents, zero } from '../../libraries/money/index.ts'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDayFrom, sayMoment } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { PageShapes } from '../design/shapes.tsx'
import { FileLink } from './file-link.tsx'
import { JudgeRemittance } from './judge-remittance.tsx'
import styles from './operations.module.css'
import { remittanceQuery } from './operations-queries.ts'
import { PageTrouble } from './page-trouble.tsx'
import { RemittanceClaims } from './remittance-claims.tsx'
import { sayState } from './remittances-page.tsx'
import { SettleUnmatched } from './settle-unmatched.tsx'
import { useOperatorClock } from './use-operator-clock.ts'
import { WorkPart } from './work-part.tsx'

const route = getRouteApi('/operations/remittances/$remittanceId')

/** One payment that adds up before your eyes: its claims less what is adjusted beside them, and the deposit. */
export function OneRemittancePage() {
  const { remittanceId } = route.useParams()
  const found = useQuery(remittanceQuery(remittanceId))
  if (found.error) return <PageTrouble trouble={found.error} onRetry={() => void found.refetch()} />
  return found.data === undefined ? <PageShapes /> : <Shown remittance={found.data} />
}

function Shown({ remittance }: { remittance: RemittancePage }) {
  const { today } = useOperatorClock()
  const { trace, payer, paid, paidOn, state, unmatched } = remittance
  const name = trace === '' ? 'Payment without a trace' : `Payment ${trace}`
  return (
    <>
      <nav className={page.crumbs} aria-label="Breadcrumb">
        <Link to="/operations/remittances">Remittances</Link>
        <Icon name="right" small />
        <span>{trace === '' ? remittance.fileName : trace}</span>
      </nav>
      <PageHead name={name} title="Remittance" actions={<JudgeRemittance remittance={remittance} />}>
        {formatCents(paid)} from {payer}
        {paidOn === null ? '' : `, ${sayDayFrom(today, paidOn)}`}. {sayState(state, unmatched)}.
      </PageHead>
      <Quarantine remittance={remittance} />
      <div className={styles.columns}>
        <div className={page.stack}>
          <Section name="How it adds up">
            <AddsUp remittance={remittance} />
          </Section>
          <RemittanceClaims remittance={remittance} />
        </div>
        <div className={page.stack}>
          <Deposit remittance={remittance} />
          <Section name="Where it came from">
            <dl className={[page.panel, page.pad, page.facts].join(' ')}>
              <Fact name="File">
                <FileLink file={remittance.file} />
              </Fact>
              <Fact name="Paid to">{remittance.entity ?? `${remittance.payee}, none of ours`}</Fact>
              <Fact name="Method">{remittance.method}</Fact>
            </dl>
          </Section>
          <WorkPart item={remittance.item} work={remittance.work} />
        </div>
      </div>
    </>
  )
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className={page.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Why it was set aside, exactly; or who took it in, and why. */
function Quarantine({
  remittance: { because, reason, findings, judgement, mayBeTakenIn },
}: {
  remittance: RemittancePage
}) {
  const { zone } = useOperatorClock()
  if (because === null) return null
  return (
    <div className={styles.hint}>
      <Icon name={judgement === null ? 'lack' : 'done'} />
      <div>
        {judgement === null ? (
          <>
            <p>
              <b>{reason ?? 'It was set aside'}.</b> Nothing of it is posted; no practice’s pay depends on it.{' '}
              {mayBeTakenIn
                ? 'Take in what adds up, or set it aside for good.'
                : 'It cannot be posted as it is: set it aside, and settle with the payer.'}
            </p>
            {findings.length > 0 ? <p className={styles.dim}>{[...new Set(findings)].slice(0, 4).join('; ')}</p> : null}
          </>
        ) : (
          <p>
            <b>{judgement.verdict === 'taken_in' ? `Taken in as ${judgement.entity}` : 'Set aside'}</b> by{' '}
            {judgement.by}, {sayMoment(judgement.at, zone)}: {judgement.reason}
          </p>
        )}
      </div>
    </div>
  )
}

function AddsUp({ remittance }: { remittance: RemittancePage }) {
  const { claims, claimsCents, outside, paid, restCents, over } = remittance
  return (
    <div className={[page.panel, page.pad].join(' ')}>
      <dl className={styles.sum}>
        <Line name={claims.length === 1 ? 'One claim' : `${claims.length} claims`} cents={claimsCents} />
        {outside.map(({ reason, words, reference, cents }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what a payment says never changes
          <div key={`${reason} ${index}`} className={styles.line}>
            <dt>
              {words === '' ? 'Adjusted beside claims' : capital(words)}{' '}
              <span className={styles.dim}>
                {reason} {reference}
              </span>
            </dt>
            <dd>{formatCents(-cents as typeof cents)}</dd>
          </div>
        ))}
        {restCents === zero ? null : (
          <div className={styles.line}>
            <dt className={styles.off}>Explained by nothing in it</dt>
            <dd className={styles.off}>{formatCents(restCents)}</dd>
          </div>
        )}
        <div className={[styles.line, styles.whole].join(' ')}>
          <dt>The payment</dt>
          <dd>{formatCents(paid)}</dd>
        </div>
      </dl>
      {over?.became === 'unmatched' ? (
        <SettleUnmatched unmatchedId={over.unmatchedId} cents={over.cents} isClaim={false} />
      ) : over?.became === 'owed_back' ? (
        <p className={page.hint}>{formatCents(over.cents)} of it is owed back to the payer.</p>
      ) : null}
    </div>
  )
}

function Line({ name, cents }: { name: string; cents: RemittancePage['paid'] }) {
  return (
    <div className={styles.line}>
      <dt>{name}</dt>
      <dd>{formatCents(cents)}</dd>
    </div>
  )
}

/** What the bank received under this trace, and what clearing still says. */
function Deposit({ remittance: { deposits, openCents, paid, state } }: { remittance: RemittancePage }) {
  const { today } = useOperatorClock()
  const isPosted = state === 'posted' || state === 'taken_in'
  return (
    <Section name="At the bank">
      <div className={[page.panel, page.pad].join(' ')}>
        {deposits.map(({ on, cents }) => (
          <p key={on}>
            <span className={styles.got}>{formatCents(cents)}</span> received {sayDayFrom(today, on)}
          </p>
        ))}
        {deposits.length === 0 ? (
          <p className={page.quiet}>
            {paid === zero ? 'It pays nothing: no deposit will come.' : 'No deposit has come yet.'}
          </p>
        ) : null}
        <p className={page.hint}>
          {openCents === zero
            ? isPosted
              ? 'Its clearing stands at zero: deposit and claims agree.'
              : 'Nothing of it stands in the books.'
            : `Its clearing stands at ${formatCents(openCents)}.`}
        </p>
      </div>
    </Section>
  )
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
