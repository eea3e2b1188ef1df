import { Button } from '@mantine/core'
import { sayMonthShort } from '../../business/visits/say-date.ts'
import { sayHour, sayWhen } from '../../business/visits/say-moment.ts'
import { dateIn, dayOfMonth, minutesBetween } from '../../libraries/calendar/index.ts'
import { formatCents, negate } from '../../libraries/money/index.ts'
import { Icon } from '../design/icon.tsx'
import { sayTown } from '../design/say-town.ts'
import { sayZip } from '../design/say-zip.ts'
import { ChangeButtons, ChangeStanding } from './change-visit.tsx'
import { useClientPlace } from './client-place.ts'
import { type Say, useLanguage, useWords } from './messages.ts'
import { visitWords } from './visit-words.ts'
import styles from './visits.module.css'
import type { ExpectedCost, Upcoming } from './visits-contract.ts'

type SayVisit = Say<keyof (typeof visitWords)['en']>

/** An appointment to come: when, with whom, where, what it will cost and why, and how to join or cancel it. */
export function UpcomingVisit({ visit, isNext }: { visit: Upcoming; isNext: boolean }) {
  const say = useWords(visitWords)
  const language = useLanguage()
  const { now } = useClientPlace()
  const { startsAt, zone, clinicianName, practiceName, joinUrl, joinFrom, modality } = visit
  const on = dateIn(startsAt, zone)
  const canJoin = joinUrl !== null && now >= joinFrom
  return (
    <article className={styles.panel}>
      <div className={styles.visit}>
        <div className={styles.leaf} aria-hidden="true">
          <span>{sayMonthShort(language, on)}</span>
          <b>{dayOfMonth(on)}</b>
        </div>
        <div>
          <h3>{sayWhen(language, startsAt, zone)}</h3>
          <p>
            {say('withWhom', { clinician: clinicianName, practice: practiceName })} {sayWhere(say, visit)}
            {modality === 'telehealth' && !canJoin ? (
              <>
                {' '}
                {joinUrl === null
                  ? say('joinMissing', { clinician: clinicianName })
                  : say('joinFrom', { time: sayHour(language, joinFrom, zone) })}
              </>
            ) : null}
          </p>
        </div>
      </div>
      <Cost visit={visit} isOpen={isNext} />
      <ChangeStanding visit={visit} />
      <div className={styles.buttons}>
        {canJoin ? (
          <Button component="a" href={joinUrl} rel="noreferrer" target="_blank">
            {say('joinNow')}
          </Button>
        ) : null}
        <ChangeButtons visit={visit} />
      </div>
    </article>
  )
}

function sayWhere(say: SayVisit, { startsAt, endsAt, modality, office, place }: Upcoming): string {
  const minutes = minutesBetween(startsAt, endsAt)
  if (modality === 'telehealth') {
    if (place === null) return say('minutesVideo', { minutes })
    const where = place.city === null ? place.state : `${sayTown(place.city)}, ${place.state}`
    return say('minutesVideoAt', { minutes, place: where })
  }
  if (office === null) return say('minutesInPerson', { minutes })
  return say('minutesInPersonAt', {
    minutes,
    address: `${office.street}, ${office.city}, ${office.state} ${sayZip(office.zip)}`,
  })
}

function Cost({ visit, isOpen }: { visit: Upcoming; isOpen: boolean }) {
  const say = useWords(visitWords)
  const { cost, payerName, practiceName } = visit
  return (
    <>
      <div className={styles.cost}>
        <span>{say('youWillPay')}</span>
        {cost.kind === 'known' ? (
          <b>{formatCents(cost.yours)}</b>
        ) : (
          <b className={styles.unknown}>{say('notKnownYet')}</b>
        )}
      </div>
      <details className={styles.because} open={isOpen}>
        <summary>
          <Icon name="right" small />
          {say('why')}
        </summary>
        {cost.kind === 'known' && cost.price !== null ? (
          <dl>
            <div>
              <dt>{say('priceOfVisit')}</dt>
              <dd>{formatCents(cost.price.total)}</dd>
            </div>
            <div>
              <dt>{say('planPays', { payer: payerName ?? '' })}</dt>
              <dd>{formatCents(negate(cost.price.plan))}</dd>
            </div>
            <div className={styles.total}>
              <dt>{say(partWords[cost.because])}</dt>
              <dd>{formatCents(cost.yours)}</dd>
            </div>
          </dl>
        ) : null}
        <p>{sayWhy(say, cost)}</p>
        <p>{sayCharge(say, visit)}</p>
        <p>
          <SayPolicy visit={visit} /> {say('howToCancel', { practice: practiceName })}
        </p>
      </details>
    </>
  )
}

const partWords = {
  copay: 'becauseCopay',
  copay_is_more_than_price: 'becauseWhole',
  no_copay: 'becauseNothing',
} as const

const sentences = {
  copay: 'sentenceCopay',
  copay_is_more_than_price: 'sentenceWhole',
  no_copay: 'sentenceNothing',
} as const

const unknowns = {
  no_insurance: 'unknownNoInsurance',
  insurance_being_checked: 'unknownChecking',
  insurance_not_active: 'unknownInactive',
} as const

function sayWhy(say: SayVisit, cost: ExpectedCost): string {
  if (cost.kind === 'unknown') return say(unknowns[cost.because])
  return say(sentences[cost.because], { amount: formatCents(cost.copay) })
}

function sayCharge(say: SayVisit, { card, clinicianName }: Upcoming): string {
  if (card === null) return say('noCard')
  return say('chargedAfter', { lastFour: card.lastFour, clinician: clinicianName })
}

function SayPolicy({ visit: { policy, zone } }: { visit: Upcoming }) {
  const say = useWords(visitWords)
  const language = useLanguage()
  if (policy === null) return say('freeAlways')
  return say('freeUntil', {
    when: sayWhen(language, policy.freeUntil, zone),
    late: formatCents(policy.lateCents),
    missed: formatCents(policy.noShowCents),
  })
}
