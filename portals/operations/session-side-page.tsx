import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { SessionSide } from '../../business/operations/session-side.ts'
import { type Cents, formatCents } from '../../libraries/money/index.ts'
import { ButtonLink } from '../design/button-link.tsx'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDay, sayDayFrom } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { PageShapes } from '../design/shapes.tsx'
import { type Mark, Timeline } from '../design/timeline.tsx'
import { ClientMoneyPart } from './client-money-part.tsx'
import { FileLink } from './file-link.tsx'
import styles from './operations.module.css'
import { sessionSideQuery } from './operations-queries.ts'
import { PageTrouble } from './page-trouble.tsx'
import { sayLife } from './say-life.ts'
import { sayPosting } from './say-posting.ts'
import { useOperatorClock } from './use-operator-clock.ts'

const route = getRouteApi('/operations/practices/$practiceId/sessions/$sessionId')

/** A session from the operator's side: what was promised, what happened, every posting of both books, every file. */
export function SessionSidePage() {
  const { practiceId, sessionId } = route.useParams()
  const found = useQuery(sessionSideQuery(practiceId, sessionId))
  if (found.error) return <PageTrouble trouble={found.error} onRetry={() => void found.refetch()} />
  return found.data === undefined ? <PageShapes /> : <Shown side={found.data} />
}

function Shown({ side }: { side: SessionSide }) {
  return (
    <>
      <nav className={page.crumbs} aria-label="Breadcrumb">
        <Link to="/operations/claims">Find a claim</Link>
        <Icon name="right" small />
        <span>Session</span>
      </nav>
      <PageHead
        name={`Session of ${sayDay(side.serviceOn)}`}
        title="Session"
        actions={
          <ButtonLink
            to="/operations/sessions/$sessionId/explanation"
            params={{ sessionId: side.sessionId }}
            variant="default"
          >
            Explain everything
          </ButtonLink>
        }
      >
        {side.client} with {side.clinician}, {side.practice}. What was said in it is not ours to see.
      </PageHead>
      <div className={styles.columns}>
        <div className={page.stack}>
          <Section name="Its life">
            <div className={[page.panel, page.pad].join(' ')}>
              <Life side={side} />
            </div>
          </Section>
          <PostingsPart side={side} />
        </div>
        <div className={page.stack}>
          <Promised side={side} />
          <ClientMoneyPart session={{ practiceId: side.practiceId, sessionId: side.sessionId }} />
          <Claims side={side} />
          <Files side={side} />
        </div>
      </div>
    </>
  )
}

const marks: Record<string, Mark> = { done: 'done', now: 'now', expected: 'wait', late: 'late' }

function Life({ side: { timeline } }: { side: SessionSide }) {
  const { today } = useOperatorClock()
  const steps = timeline.map((step, index) => ({
    id: `${index}`,
    mark: step.kind === 'paid_to_you' && step.state === 'done' ? ('paid' as const) : (marks[step.state] ?? 'done'),
    name: sayLife(step.words),
    when: step.on === null ? '' : sayDayFrom(today, step.on),
  }))
  return <Timeline steps={steps} />
}

function PostingsPart({ side: { postings } }: { side: SessionSide }) {
  const { today } = useOperatorClock()
  return (
    <Section name="Every posting, both books" remark={<p>{postings.length}</p>}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1) */}
      <section className={[page.panel, styles.scroll].join(' ')} aria-label="Postings, table" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">What happened</th>
              <th scope="col">From account</th>
              <th scope="col">To account</th>
              <th scope="col" className={styles.num}>
                Amount
              </th>
            </tr>
          </thead>
          <tbody>
            {postings.flatMap((posting) =>
              posting.transfers.map((transfer, line) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a posting never changes
                <tr key={`${posting.postingId} ${line}`}>
                  <td className={styles.nowrap}>{line === 0 ? sayDayFrom(today, posting.effectiveOn) : ''}</td>
                  <td>
                    {line === 0 ? (
                      <>
                        <b>{sayPosting(posting.kind)}</b>
                        <span className={styles.under}>{posting.book}</span>
                      </>
                    ) : null}
                  </td>
                  <td>{transfer.debit.name}</td>
                  <td>{transfer.credit.name}</td>
                  <td className={styles.num}>{formatCents(transfer.cents)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </section>
    </Section>
  )
}

function Promised({ side: { promised, money } }: { side: SessionSide }) {
  if (promised === null) return null
  const { payerCents, clientCents, providerCents, payOn } = promised
  const margin = (payerCents - providerCents) as Cents
  return (
    <Section name="What was promised">
      <div className={[page.panel, page.pad].join(' ')}>
        <dl className={styles.sum}>
          <Line name="The contract pays" cents={payerCents} />
          <Line name="Of it the client’s share" cents={clientCents} />
          <Line name="The practice gets" cents={providerCents} />
          <Line name={margin < 0 ? 'We add' : 'We keep'} cents={Math.abs(margin) as Cents} />
          {money === null ? null : (
            <>
              <Line name="Still owed to us" cents={money.owedCents} />
              <Line name="Absorbed" cents={money.absorbedCents} />
            </>
          )}
        </dl>
        <p className={page.hint}>Its payday is {sayDay(payOn)}.</p>
      </div>
    </Section>
  )
}

function Line({ name, cents }: { name: string; cents: Cents }) {
  return (
    <div className={styles.line}>
      <dt>{name}</dt>
      <dd>{formatCents(cents)}</dd>
    </div>
  )
}

function Claims({ side: { claims, practiceId } }: { side: SessionSide }) {
  if (claims.length === 0) return null
  return (
    <Section name={claims.length === 1 ? 'Its claim' : 'Its claims'}>
      <ul className={[page.panel, page.pad].join(' ')}>
        {claims.map(({ claimId, controlNumber }) => (
          <li key={claimId}>
            <Link to="/operations/claims/$practiceId/$claimId" params={{ practiceId, claimId }}>
              {controlNumber}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Files({ side: { files, payouts } }: { side: SessionSide }) {
  const { today } = useOperatorClock()
  const all = [
    ...files,
    ...payouts.map(({ file, payOn, cents }) => ({
      ...file,
      what: `${formatCents(cents)} paid on ${sayDayFrom(today, payOn)}`,
    })),
  ]
  if (all.length === 0) return null
  return (
    <Section name="Files that prove it">
      <ul className={[page.panel, page.pad, styles.work].join(' ')}>
        {all.map((file) => (
          <li key={file.id}>
            {sayLife(file.what)}
            <br />
            <FileLink file={file} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
