import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { sayDate, sayMonth, sayShortDate } from '../../business/visits/say-date.ts'
import { formatCents, zero } from '../../libraries/money/index.ts'
import { useClientPlace } from './client-place.ts'
import { type Language, type Say, useLanguage, useWords } from './messages.ts'
import { invoiceAddress, superbillAddress } from './visit-queries.ts'
import { visitWords } from './visit-words.ts'
import styles from './visits.module.css'
import type { Past } from './visits-contract.ts'

const shownFirst = 8

/** Visits that were, the latest first: what each cost, its invoice, and at a month's last visit the month's superbill. */
export function PastVisits({ visits }: { visits: readonly Past[] }) {
  const say = useWords(visitWords)
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? visits : visits.slice(0, shownFirst)
  return (
    <div className={styles.panel}>
      <ul className={styles.past}>
        {shown.map((visit, place) => (
          <PastRow key={visit.sessionId} visit={visit} superbill={monthToOffer(visits, place)} />
        ))}
      </ul>
      {shown.length < visits.length ? (
        <button type="button" className={styles.more} onClick={() => setWhole(true)}>
          {say('showAll', { count: visits.length })}
        </button>
      ) : null}
    </div>
  )
}

/** A month has one superbill: it is offered at the month's latest visit that was confirmed. */
function monthToOffer(visits: readonly Past[], place: number): string | null {
  const visit = visits[place]
  if (visit === undefined || !visit.hasInvoice) return null
  const month = visit.on.slice(0, 7)
  const isOffered = visits.slice(0, place).some(({ hasInvoice, on }) => hasInvoice && on.startsWith(month))
  return isOffered ? null : month
}

function PastRow({ visit, superbill }: { visit: Past; superbill: string | null }) {
  const say = useWords(visitWords)
  const language = useLanguage()
  const { personId } = useClientPlace()
  const { sessionId, on, hasInvoice, standing } = visit
  const day = sayShortDate(language, on)
  const isCharged = standing === 'took_place' || visit.costCents > zero || visit.paidCents > zero
  return (
    <li>
      <h3>{sayDate(language, on)}</h3>
      <b>{isCharged ? formatCents(visit.costCents) : ''}</b>
      <span className={styles.details}>
        {say('whoWith', { clinician: visit.clinicianName, practice: visit.practiceName })}
      </span>
      <span className={styles.details}>{sayMoney(say, language, visit)}</span>
      <span className={styles.links}>
        <Link to="/client/appointments/$sessionId" params={{ sessionId }} aria-label={say('whatHappenedOn', { day })}>
          {say('whatHappened')}
        </Link>
        {hasInvoice ? (
          <a href={invoiceAddress(personId, sessionId, language)} download aria-label={say('invoiceOn', { day })}>
            {say('invoice')}
          </a>
        ) : null}
        {superbill === null ? null : (
          <a href={superbillAddress(personId, superbill, language)} download>
            {say('superbill', { month: sayMonth(language, superbill) })}
          </a>
        )}
      </span>
    </li>
  )
}

const standings = {
  to_confirm: 'standingExpected',
  cancelled: 'standingCancelled',
  missed: 'standingMissed',
  did_not_take_place: 'standingNotHeld',
} as const

/** "Cedar Mutual paid $125.00. You paid $25.00.": what a past visit says of its money, in one line. */
export function sayMoney(say: Say<keyof (typeof visitWords)['en']>, language: Language, visit: Past): string {
  const { standing, payerName, planPaidCents, paidCents, owesCents, comesBackCents, clinicianName, story } = visit
  const parts = [
    standing === 'took_place' ? '' : say(standings[standing], { clinician: clinicianName }),
    planPaidCents > zero ? say('planPaid', { payer: payerName ?? '', amount: formatCents(planPaidCents) }) : '',
    paidCents > zero ? say('youPaid', { amount: formatCents(paidCents) }) : '',
    owesCents > zero ? sayOwed(say, language, visit) : '',
    comesBackCents > zero ? say('comesBack', { amount: formatCents(comesBackCents) }) : '',
    story.head === 'you_owe_nothing' ? say('headRefused') : '',
  ]
  return parts.filter((part) => part !== '').join(' ')
}

/** What nobody has asked for yet is not open: it has its day. */
function sayOwed(say: Say<keyof (typeof visitWords)['en']>, language: Language, { owesCents, story }: Past): string {
  const amount = formatCents(owesCents)
  const on = story.steps.find(({ kind }) => kind === 'you_will_pay')?.on ?? null
  return on === null ? say('youOwe', { amount }) : say('willBeCharged', { amount, day: sayShortDate(language, on) })
}
