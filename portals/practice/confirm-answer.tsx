import type { UseQueryResult } from '@tanstack/react-query'
import { explainRemedy } from '../../business/coverage/explain-reason.ts'
import { addHours, dateIn } from '../../libraries/calendar/index.ts'
import { formatCents } from '../../libraries/money/index.ts'
import type { Objection, Preview, SessionPage } from '../contract.ts'
import { Answer } from '../design/answer.tsx'
import { Icon } from '../design/icon.tsx'
import { sayCity, sayDay, sayDayFrom, sayDeadline, sayEndOf, sayShortDay } from '../design/say-day.ts'
import { type Step, Timeline } from '../design/timeline.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import styles from './choices.module.css'
import { payWindows } from './pay-windows.ts'
import type { Place } from './practice-place.ts'
import type { TimesRead } from './read-times.ts'
import { type About, RemedyDoor } from './remedy-door.tsx'
import { nearestFirst } from './remedy-doors.ts'
import { WhyDecision } from './why-decision.tsx'

type Props = {
  session: SessionPage
  place: Place
  preview: UseQueryResult<Preview>
  times: TimesRead
  hasNote: boolean
  doors: Doors
}

/** What the form itself does for a remedy. */
type Doors = Pick<About, 'asked'> & {
  addCrisisCode: () => void
  writeCrisis: () => void
  recorded: (id: string) => void
}

/** Live beside the form: what will be paid and when, or what stands in the way. The server's rules say it. */
export function ConfirmAnswer({ session, place, preview, times, hasNote, doors }: Props) {
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
  if (answer.money === null || !answer.refusals.every(changesNoCent)) {
    const about: About = {
      where: 'confirmation',
      client: session.client,
      memberId: session.memberId,
      on: dateIn(session.startsAt, place.zone),
      ...doors,
    }
    return <Obstacles answer={answer} renewing={renewing} about={about} place={place} />
  }
  const lacks = [...answer.refusals.map(ofRefusal), ...(hasNote ? [] : [noteLacks])]
  return (
    <WillBePaid
      session={session}
      place={place}
      answer={answer}
      money={answer.money}
      lacks={lacks}
      renewing={renewing}
    />
  )
}

/** What is still to be done before confirming: as the end of "once you …", and as a sentence. */
type Lack = { deed: string; words: string }

const noteLacks: Lack = {
  deed: 'write the note',
  words: 'Write the session note; it is signed together with your confirmation.',
}

// A diagnosis is needed for the claim, and a crisis owes its record; neither changes anything of what is paid.
function changesNoCent({ field }: Objection): boolean {
  return field?.startsWith('diagnoses') || field?.startsWith('crisis.') || false
}

function ofRefusal({ code, field, words }: Objection): Lack {
  if (field?.startsWith('crisis.')) return { deed: 'write down the crisis', words }
  return { deed: code === 'no_diagnosis' ? 'choose a diagnosis' : 'correct the diagnosis', words }
}

type Money = NonNullable<Preview['money']>

function WillBePaid({ session, place, answer, money, lacks, renewing }: Paid & { lacks: Lack[]; renewing: boolean }) {
  const payer = session.policy?.payerName ?? 'the insurer'
  const promise = `You will be paid ${formatCents(money.providerCents)} on ${sayDay(answer.settlesOn)}`
  const otherWall = sayOtherWall(answer, place)
  const deeds = [...new Set(lacks.map(({ deed }) => deed))].join(' and ')
  return (
    <Answer
      mood={renewing ? 'thinking' : 'good'}
      lead={lacks.length > 0 ? `${promise} once you ${deeds}` : promise}
      reason={
        <>
          {otherWall === null ? null : <strong>{otherWall} </strong>}
          {`Whatever ${payer} decides, and whenever.${sayLater(answer, place)}`}
        </>
      }
      foot={answer.decision ? <WhyDecision decision={answer.decision} name="Why billable?" /> : undefined}
    >
      {lacks.length > 0 ? <Lacks name="Still missing" lines={lacks.map(({ words }) => words)} /> : null}
      <Timeline narrow steps={stepsOf({ session, place, answer, money })} />
    </Answer>
  )
}

type Paid = { session: SessionPage; place: Place; answer: Preview; money: Money }

/** Late at night the day on which paydays are counted is another one than on the practice's wall. */
function sayOtherWall(answer: Preview, { today, operatorToday }: Place): string | null {
  if (today === operatorToday) return null
  const isIt = operatorToday > today ? 'already' : 'still'
  const paid = sayDayFrom(today, answer.settlesOn)
  return `It is ${isIt} ${sayShortDay(operatorToday)} in ${sayCity(answer.timeZone)}: you will be paid on ${paid}.`
}

function sayLater(answer: Preview, place: Place): string {
  const windows = payWindows(place.operatorToday)
  if (!windows?.later || windows.now.arrivesOn !== answer.settlesOn) return ''
  const last = sayEndOf(place.today, windows.now.lastDay, answer.timeZone)
  return ` Confirmed after ${last}, it would be paid on ${sayDayFrom(place.today, windows.later.arrivesOn)}.`
}

const reviewed: Step = {
  id: 'reviewed',
  mark: 'wait',
  name: 'Somebody of ours reads the record',
  when: 'Soon',
  words: 'Each crisis exception is looked at. Your pay does not wait for it.',
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
      words: `Change anything until ${sayDeadline(locks, place.zone)}.`,
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
    ...(answer.decision?.method === 'crisis_exception' ? [reviewed] : []),
    {
      id: 'paid',
      mark: 'wait',
      name: `You are paid ${formatCents(money.providerCents)}`,
      when: sayShortDay(answer.settlesOn),
      words: 'With everything else of the same payday.',
    },
  ]
}

type ObstaclesProps = { answer: Preview; renewing: boolean; about: About; place: Place }

function Obstacles({ answer, renewing, about, place }: ObstaclesProps) {
  const { decision } = answer
  const refused = decision !== null && decision.outcome !== 'billable' && decision.outcome !== 'billable_held'
  const others = answer.refusals.filter(({ code }) => !(refused && decision.because.includes(code)))
  return (
    <Answer
      mood={renewing ? 'thinking' : 'needs'}
      lead={
        decision?.outcome === 'not_billable' ? 'This session cannot be billed as entered' : 'Not ready to confirm yet'
      }
      reason={refused ? decision.words : undefined}
      foot={refused ? <WhyDecision decision={decision} name="Why?" /> : undefined}
    >
      {others.length > 0 ? <Lacks name="What stands in the way" lines={others.map(({ words }) => words)} /> : null}
      {refused && decision.remedies.length > 0 ? (
        <ul className={styles.list} aria-label="What would change it">
          {nearestFirst(decision.remedies, 'confirmation').map((remedy) => (
            <li key={JSON.stringify(remedy)} className={styles.way}>
              <Icon name="right" />
              <div>
                <span>{explainRemedy(remedy)}</span>
                <RemedyDoor remedy={remedy} about={about} place={place} />
              </div>
            </li>
          ))}
        </ul>
      ) : null}
    </Answer>
  )
}

function Lacks({ name, lines }: { name: string; lines: readonly string[] }) {
  return (
    <ul className={styles.list} aria-label={name}>
      {[...new Set(lines)].map((line) => (
        <li key={line}>
          <Icon name="lack" />
          <span>{line}</span>
        </li>
      ))}
    </ul>
  )
}
