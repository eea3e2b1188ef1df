import type { UseQueryResult } from '@tanstack/react-query'
import { addHours, dateIn } from '../../libraries/calendar/index.ts'
import { formatCents } from '../../libraries/money/index.ts'
import type { BillingDecision, Preview, SessionPage } from '../contract.ts'
import { Answer } from '../design/answer.tsx'
import { Icon } from '../design/icon.tsx'
import { sayDay, sayDayFrom, sayMoment, sayShortDay, sayZone } from '../design/say-day.ts'
import { type Step, Timeline } from '../design/timeline.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import styles from './choices.module.css'
import { payWindows } from './pay-windows.ts'
import type { Place } from './practice-place.ts'
import type { TimesRead } from './read-times.ts'
import { sayRemedy } from './say-decision.ts'

type Props = { session: SessionPage; place: Place; preview: UseQueryResult<Preview>; times: TimesRead }

/** Live beside the form: what will be paid and when, or what stands in the way. The server's rules say it. */
export function ConfirmAnswer({ session, place, preview, times }: Props) {
  if ('trouble' in times) return <Answer mood="needs" lead="The times do not fit yet" reason={times.trouble} />
  if (preview.error) {
    return (
      <Answer mood="needs" lead="The answer could not be worked out">
        <TroubleNotice trouble={preview.error} onRetry={() => void preview.refetch()} />
      </Answer>
    )
  }
  const answer = preview.data
  if (!answer) return <Answer mood="thinking" lead="Working out what you will be paid" />
  const renewing = preview.isPlaceholderData
  if (!answer.ok || answer.money === null) return <Obstacles answer={answer} renewing={renewing} />
  return <WillBePaid session={session} place={place} answer={answer} money={answer.money} renewing={renewing} />
}

type Money = NonNullable<Preview['money']>

function WillBePaid({ session, place, answer, money, renewing }: Paid & { renewing: boolean }) {
  const payer = session.policy?.payerName ?? 'the insurer'
  return (
    <Answer
      mood={renewing ? 'thinking' : 'good'}
      lead={`You will be paid ${formatCents(money.providerCents)} on ${sayDay(answer.settlesOn)}`}
      reason={`Whatever ${payer} decides, and whenever.${sayLater(answer, place)}`}
      foot={<WhyBillable decision={answer.decision} />}
    >
      <Timeline narrow steps={stepsOf({ session, place, answer, money })} />
    </Answer>
  )
}

type Paid = { session: SessionPage; place: Place; answer: Preview; money: Money }

function sayLater(answer: Preview, place: Place): string {
  const windows = payWindows(place.operatorToday)
  if (!windows?.later || windows.now.arrivesOn !== answer.settlesOn) return ''
  const last = `${sayShortDay(windows.now.lastDay)}, 11:59 PM ${sayZone(answer.timeZone)}`
  return ` Confirmed after ${last}, it would be paid on ${sayDayFrom(place.today, windows.later.arrivesOn)}.`
}

function stepsOf({ session, place, answer, money }: Paid): Step[] {
  const locks = session.confirmation?.editableUntil ?? addHours(place.now, 48)
  const lockDay = sayShortDay(dateIn(locks, place.zone))
  const held = answer.decision?.outcome === 'billable_held'
  const client = session.clientName.split(' ')[0] ?? session.clientName
  const payer = session.policy?.payerName ?? 'the insurer'
  const charged: Step = {
    id: 'client',
    mark: 'wait',
    name: `${client} is charged ${formatCents(money.clientCents)}`,
    when: lockDay,
    words: 'The share that the plan leaves to the client.',
  }
  return [
    {
      id: 'confirm',
      mark: 'now',
      name: session.confirmation ? 'You correct' : 'You confirm',
      when: 'Today',
      words: `Change anything until ${sayMoment(locks, place.zone)}.`,
    },
    ...(money.clientCents > 0 ? [charged] : []),
    {
      id: 'claim',
      mark: 'wait',
      name: `Claim to ${payer}`,
      when: held ? 'When the insurer is ready' : lockDay,
      words: held
        ? 'It waits until the insurer has finished your credentialing. Your pay does not wait.'
        : `For ${formatCents(money.payerCents)}. We send it and follow it up.`,
    },
    {
      id: 'paid',
      mark: 'wait',
      name: `You are paid ${formatCents(money.providerCents)}`,
      when: sayShortDay(answer.settlesOn),
      words: 'With everything else of the same payday.',
    },
  ]
}

function WhyBillable({ decision }: { decision: BillingDecision | null }) {
  if (decision === null) return null
  return (
    <details className={styles.why}>
      <summary>Why billable?</summary>
      <p>{decision.words}</p>
    </details>
  )
}

function Obstacles({ answer, renewing }: { answer: Preview; renewing: boolean }) {
  const { decision } = answer
  const no = decision?.outcome === 'not_billable'
  return (
    <Answer
      mood={renewing ? 'thinking' : 'needs'}
      lead={no ? 'This session cannot be billed as entered' : 'Not ready to confirm yet'}
      reason={decision && decision.outcome !== 'billable' ? decision.words : undefined}
    >
      {answer.refusals.length > 0 ? (
        <ul className={styles.list} aria-label="What stands in the way">
          {answer.refusals.map((refusal) => (
            <li key={`${refusal.code}-${refusal.field ?? ''}`}>
              <Icon name="lack" />
              <span>{refusal.words}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {decision && decision.remedies.length > 0 ? (
        <ul className={styles.list} aria-label="What would change it">
          {decision.remedies.map((remedy) => (
            <li key={JSON.stringify(remedy)} className={styles.way}>
              <Icon name="right" />
              <span>{sayRemedy(remedy)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </Answer>
  )
}
