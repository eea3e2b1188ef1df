import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ClaimPage } from '../../business/operations/claim-page.ts'
import { nextAction } from '../../business/operations/next-action.ts'
import { weighWriteOff } from '../../business/remittances/weigh-write-off.ts'
import { formatCents } from '../../libraries/money/index.ts'
import { Dialog } from '../design/dialog.tsx'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDay, sayDayFrom } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { PageShapes } from '../design/shapes.tsx'
import { type Step, Timeline } from '../design/timeline.tsx'
import { ClaimAnswers } from './claim-answers.tsx'
import { ClaimRecordPart } from './claim-record.tsx'
import { FileLink } from './file-link.tsx'
import styles from './operations.module.css'
import { claimQuery } from './operations-queries.ts'
import { PageTrouble } from './page-trouble.tsx'
import { ResendForm } from './resend-form.tsx'
import { claimStatusWords, sayEvent } from './say-claim.ts'
import { sayLife } from './say-life.ts'
import { useOperatorClock } from './use-operator-clock.ts'
import { WorkPart } from './work-part.tsx'
import { WriteOffForm } from './write-off-form.tsx'

const route = getRouteApi('/operations/claims/$practiceId/$claimId')

/** One claim: how it stands, its life with what proves it, its answers, its money, and the work on it. */
export function OneClaimPage() {
  const { practiceId, claimId } = route.useParams()
  const claim = useQuery(claimQuery(practiceId, claimId))
  if (claim.error) return <PageTrouble trouble={claim.error} onRetry={() => void claim.refetch()} />
  return claim.data === undefined ? <PageShapes /> : <Shown claim={claim.data} />
}

function Shown({ claim }: { claim: ClaimPage }) {
  const { today } = useOperatorClock()
  const { name } = claimStatusWords[claim.status]
  const why = `${name}: ${claim.reason.charAt(0).toLowerCase()}${claim.reason.slice(1)}`
  const reason = claim.code !== null ? `${why} (${claim.code})` : claim.status === 'held' ? why : name
  return (
    <>
      <nav className={page.crumbs} aria-label="Breadcrumb">
        <Link to="/operations/claims">Find a claim</Link>
        <Icon name="right" small />
        <span>{claim.controlNumber}</span>
      </nav>
      <PageHead name={`Claim ${claim.controlNumber}`} title="Claim" actions={<Deeds claim={claim} />}>
        {reason}. {formatCents(claim.charge)} to {claim.payer} for {claim.client.name} of {claim.practice},{' '}
        {sayDay(claim.serviceOn)}.
      </PageHead>
      <div className={styles.columns}>
        <div className={page.stack}>
          <Section name="Its life">
            <div className={[page.panel, page.pad].join(' ')}>
              {claim.events.length === 0 ? (
                <NotSent claim={claim} />
              ) : (
                <Timeline steps={claim.events.map((event, index) => stepOf(event, `${index}`, today))} />
              )}
            </div>
          </Section>
          {claim.answers.length > 0 ? <ClaimAnswers claim={claim} /> : null}
          <Submissions claim={claim} />
        </div>
        <div className={page.stack}>
          <Money claim={claim} />
          {claim.deadlines.length > 0 ? (
            <Section name="Deadlines">
              <dl className={[page.panel, page.pad, page.facts].join(' ')}>
                {claim.deadlines.map(({ kind, on }) => (
                  <div key={kind} className={page.fact}>
                    <dt>{kind}</dt>
                    <dd>{sayDayFrom(today, on)}</dd>
                  </div>
                ))}
              </dl>
            </Section>
          ) : null}
          <NextStep claim={claim} />
          <WorkPart item={claim.item} work={claim.work} />
          <ClaimRecordPart claim={claim} />
        </div>
      </div>
    </>
  )
}

function Deeds({ claim }: { claim: ClaimPage }) {
  const { today } = useOperatorClock()
  const [opened, { open, close }] = useDisclosure(false)
  const [loses, lose] = useDisclosure(false)
  const { practiceId, claimId, status, deadlines } = claim
  const may =
    claim.resubmission.may || (claim.payerNumber === null && ['denied', 'underpaid', 'reversed'].includes(status))
  const answerDueOn = deadlines.find(({ kind }) => kind === 'Their answer is due')?.on ?? null
  return (
    <>
      {may ? <Button onClick={open}>Correct and resend</Button> : null}
      {weighWriteOff({ status, answerDueOn, today }) === null ? (
        <Button variant="default" onClick={lose.open}>
          Write off
        </Button>
      ) : null}
      <Dialog name="Correct and resend" opened={opened} close={close}>
        <ResendForm practiceId={practiceId} claimId={claimId} close={close} />
      </Dialog>
      <Dialog name="Write off" opened={loses} close={lose.close}>
        <WriteOffForm claims={[{ practiceId, claimId }]} close={lose.close} />
      </Dialog>
    </>
  )
}

/** Why it waits at home, until when, and where somebody can do something about it. */
function NotSent({ claim: { status, heldUntil, payer } }: { claim: ClaimPage }) {
  const { today } = useOperatorClock()
  if (status !== 'held') return <p className={page.quiet}>It goes out with the next file.</p>
  return (
    <>
      <p className={page.quiet}>
        {heldUntil === null
          ? `${payer} has not said when it has the clinician in its system.`
          : `${payer} has the clinician in its system from ${sayDayFrom(today, heldUntil)}.`}{' '}
        The claim goes out by itself as soon as it has. The practice’s pay does not wait.
      </p>
      <p className={page.hint}>
        <Link to="/operations/queues/$queue" params={{ queue: 'pendingCredentials' }}>
          Credentials under way
        </Link>
      </p>
    </>
  )
}

/** What somebody does next about it, said as its queue says it. */
function NextStep({ claim: { status, events, deadlines } }: { claim: ClaimPage }) {
  const { today } = useOperatorClock()
  const codes = events.findLast((event) => event.codes.length > 0)?.codes.map(({ code }) => code) ?? []
  const answer = deadlines.find(({ kind }) => kind === 'Their answer is due')?.on
  const filing = deadlines.find(({ kind }) => kind === 'To be filed by')?.on
  const isEarly = answer !== undefined && answer >= today
  const next =
    status === 'held' && filing !== undefined && filing < today
      ? 'Ask the payer for an earlier date: the filing limit has passed'
      : isEarly
        ? `Nothing until ${sayDayFrom(today, answer)}: the payer has time to answer`
        : nextAction(status, codes)
  if (next === null) return null
  return (
    <Section name="What comes next">
      <p className={[page.panel, page.pad].join(' ')}>{next}.</p>
    </Section>
  )
}

const bad = ['rejected', 'file_rejected', 'denied', 'reversed', 'underpaid', 'absorbed']

function stepOf(event: ClaimPage['events'][number], id: string, today: Parameters<typeof sayDayFrom>[0]): Step {
  const codes = event.codes.filter(({ words }) => words !== '')
  return {
    id,
    mark: event.kind === 'paid' ? 'paid' : bad.includes(event.kind) ? 'late' : 'done',
    name: sayEvent(event.kind),
    when: sayDayFrom(today, event.on),
    words: sayLife(event.words),
    ...(event.file === null && event.codes.length === 0
      ? {}
      : {
          evidence: (
            <>
              {event.codes.length > 0 ? (
                <p>
                  {codes.length > 0
                    ? codes.map(({ code, words }) => `${code}: ${words}`).join('; ')
                    : event.codes.map(({ code }) => code).join(', ')}
                </p>
              ) : null}
              {event.file === null ? null : <FileLink file={event.file} />}
            </>
          ),
        }),
  }
}

function Money({ claim: { money, practiceId, sessionId } }: { claim: ClaimPage }) {
  const rows = [
    ['The payer paid', money.payerPaidCents],
    ['The client paid', money.clientPaidCents],
    [money.owedCents < 0 ? 'To be paid back' : 'Still owed', Math.abs(money.owedCents)],
    ['Paid to the practice', money.paidToYouCents],
    [
      `${money.operatorKeptCents < 0 ? 'We add' : 'We keep'}${money.owedCents > 0 ? ', once all is paid' : ''}`,
      Math.abs(money.operatorKeptCents),
    ],
    ['Absorbed by us', money.absorbedCents],
  ] as const
  return (
    <Section name="Money">
      <div className={[page.panel, page.pad].join(' ')}>
        <dl className={styles.sum}>
          {rows.map(([name, amount]) => (
            <div key={name} className={styles.line}>
              <dt>{name}</dt>
              <dd>{formatCents(amount as typeof money.owedCents)}</dd>
            </div>
          ))}
        </dl>
        <p className={page.hint}>
          <Link to="/operations/practices/$practiceId/sessions/$sessionId" params={{ practiceId, sessionId }}>
            Every posting of this session
          </Link>
        </p>
      </div>
    </Section>
  )
}

const frequencies = { '1': 'original', '7': 'replacement', '8': 'void' } as const

function Submissions({ claim: { submissions } }: { claim: ClaimPage }) {
  if (submissions.length === 0) return null
  return (
    <Section name="As it went out">
      <div className={page.panel}>
        {submissions.map((one) => (
          <div key={one.attempt} className={styles.period}>
            <p>
              <b>
                {one.attempt === 1 ? 'First time' : `Time ${one.attempt}`}, {frequencies[one.frequency]}
              </b>
              {one.because === null ? '' : `: ${one.because}`}
            </p>
            <p>
              <FileLink file={one.file} />
            </p>
            {one.segments === null ? null : (
              <details>
                <summary>Its segments</summary>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1) */}
                <pre className={styles.segments} tabIndex={0}>
                  {one.segments}
                </pre>
              </details>
            )}
          </div>
        ))}
      </div>
    </Section>
  )
}
