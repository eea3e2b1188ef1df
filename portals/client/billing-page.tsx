import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { sayDate, sayShortDate } from '../../business/visits/say-date.ts'
import { formatCents, negate, sum, zero } from '../../libraries/money/index.ts'
import { ButtonLink } from '../design/button-link.tsx'
import { PageHead } from '../design/page-head.tsx'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { billingWords } from './billing-words.ts'
import { useClientPlace } from './client-place.ts'
import { type Say, useLanguage, useWords } from './messages.ts'
import { sayDayNear } from './say-visit.ts'
import { billingQuery } from './visit-queries.ts'
import styles from './visits.module.css'
import type { Billing, CardSeen, ComingCharge, FailedCharge, PastPayment } from './visits-contract.ts'

type SayBilling = Say<keyof (typeof billingWords)['en']>

/** What the client owes now, what will be charged when and to which card, and every charge and refund that was. */
export function BillingPage() {
  const { personId } = useClientPlace()
  const say = useWords(billingWords)
  const billing = useQuery(billingQuery(personId))
  if (billing.data === undefined) {
    return (
      <>
        <PageHead name={say('title')} title={say('title')} />
        {billing.error ? (
          <TroubleNotice trouble={billing.error} onRetry={() => void billing.refetch()} />
        ) : (
          <RowShapes rows={3} />
        )}
      </>
    )
  }
  return (
    <>
      <PageHead name={say('title')} title={say('title')}>
        {sayOwed(say, billing.data)}
      </PageHead>
      <Parts billing={billing.data} />
    </>
  )
}

function sayOwed(say: SayBilling, { failed, coming }: Billing): string {
  const now = sum(failed.map(({ cents }) => cents))
  if (now > zero) return say('owesOne', { amount: formatCents(now) })
  const later = sum(coming.map(({ cents }) => cents))
  return later > zero ? say('comingOnly', { amount: formatCents(later) }) : say('nothingOwed')
}

const shownFirst = 8

function Parts({ billing: { failed, coming, past, card } }: { billing: Billing }) {
  const say = useWords(billingWords)
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? past : past.slice(0, shownFirst)
  return (
    <>
      {failed.length === 0 ? null : (
        <Section name={say('needsYou')}>
          {failed.map((charge, place) => (
            <Failed key={charge.chargeId} charge={charge} isFirst={place === 0} />
          ))}
        </Section>
      )}
      <Section name={say('coming')}>
        <div className={styles.panel}>
          {coming.length === 0 ? <p>{say('comingNone')}</p> : null}
          <ul className={styles.past}>
            {coming.map((charge) => (
              <Coming key={`${charge.sessionId} ${charge.on ?? ''} ${charge.cents}`} charge={charge} card={card} />
            ))}
          </ul>
        </div>
        <p className={styles.note}>{say('promise')}</p>
      </Section>
      <Section name={say('cards')}>
        <div className={styles.panel}>
          <p>{card === null ? say('cardNone') : say('cardNow', card)}</p>
          <div className={styles.buttons}>
            <ButtonLink to="/client/account" variant="default">
              {say(card === null ? 'addCard' : 'manageCards')}
            </ButtonLink>
          </div>
        </div>
      </Section>
      <Section name={say('past')}>
        <div className={styles.panel}>
          {past.length === 0 ? <p>{say('pastNone')}</p> : null}
          <ul className={styles.past}>
            {shown.map((payment) => (
              <Payment key={payment.id} payment={payment} />
            ))}
          </ul>
          {shown.length < past.length ? (
            <button type="button" className={styles.more} onClick={() => setWhole(true)}>
              {say('showAll', { count: past.length })}
            </button>
          ) : null}
        </div>
      </Section>
    </>
  )
}

function Failed({ charge, isFirst }: { charge: FailedCharge; isFirst: boolean }) {
  const say = useWords(billingWords)
  const language = useLanguage()
  const { cents, visitOn, isFee, againOn, because } = charge
  const title = { amount: formatCents(cents), day: sayShortDate(language, visitOn) }
  return (
    <article className={[styles.panel, styles.need].join(' ')}>
      <h3>{say(isFee ? 'failedFee' : 'failedTitle', title)}</h3>
      <p>
        {sayFailed(say, charge, sayDate(language, charge.on))}{' '}
        {because === 'no_card'
          ? null
          : againOn === null
            ? say('failedEnd')
            : say('failedAgain', { day: sayDate(language, againOn) })}
      </p>
      <div className={styles.buttons}>
        <ButtonLink to="/client/account" variant={isFirst ? 'filled' : 'default'}>
          {say(because === 'no_card' ? 'addCard' : 'replaceCard')}
        </ButtonLink>
      </div>
    </article>
  )
}

function sayFailed(say: SayBilling, { because, card, code }: FailedCharge, on: string): string {
  if (because === 'no_card') return say('failedNoCard', { on })
  const first =
    card === null ? say('failedDeclinedPlain', { on }) : say('failedDeclined', { on, lastFour: card.lastFour })
  if (code === 'insufficient_funds' || code === 'expired_card') return `${first} ${say(`because_${code}`)}`
  return first
}

function Coming({ charge: { cents, on, visitOn, isFee }, card }: { charge: ComingCharge; card: CardSeen | null }) {
  const say = useWords(billingWords)
  const language = useLanguage()
  const { today } = useClientPlace()
  const when = () => {
    const lastFour = card?.lastFour ?? ''
    if (on === null) return say(card === null ? 'comingLaterNoCard' : 'comingLater', { lastFour })
    return say(card === null ? 'comingOnNoCard' : 'comingOn', { day: sayDayNear(language, today, on), lastFour })
  }
  return (
    <li>
      <h3>{say(isFee ? 'forFee' : 'forVisit', { day: sayShortDate(language, visitOn) })}</h3>
      <b>{formatCents(cents)}</b>
      <span className={styles.details}>{when()}</span>
    </li>
  )
}

const paymentWords = {
  charged: ['charged', 'chargedPlain'],
  refunded: ['refunded', 'refundedPlain'],
  refund_on_its_way: ['onItsWay', 'onItsWayPlain'],
} as const

function Payment({ payment }: { payment: PastPayment }) {
  const say = useWords(billingWords)
  const language = useLanguage()
  const { kind, cents, on, card, visitOn, isFee, sessionId } = payment
  const [withCard, plain] = paymentWords[kind]
  const day = sayShortDate(language, visitOn)
  return (
    <li>
      <h3>{sayDate(language, on)}</h3>
      <b className={kind === 'refunded' ? styles.back : undefined}>
        {formatCents(kind === 'charged' ? cents : negate(cents))}
      </b>
      <span className={styles.details}>{card === null ? say(plain) : say(withCard, card)}</span>
      <span className={styles.details}>{say(isFee ? 'forFee' : 'forVisit', { day })}</span>
      <span className={styles.links}>
        <Link to="/client/appointments/$sessionId" params={{ sessionId }} aria-label={say('whatFor', { day })}>
          {say('what')}
        </Link>
      </span>
    </li>
  )
}
