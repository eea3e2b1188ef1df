import { type CalendarDate, dateInWords } from '../../libraries/calendar/index.ts'
import { type Cents, formatCents } from '../../libraries/money/index.ts'
import type { Language } from '../visits/say-date.ts'
import { moneyLetterInSpanish } from './money-letter-in-spanish.ts'

/** What a letter about money tells a client. */
export type MoneyTold =
  | { kind: 'invoice'; cents: Cents }
  | { kind: 'refund'; cents: Cents }
  | { kind: 'forgiven'; cents: Cents }
  | { kind: 'share_increased'; cents: Cents; chargedOn: CalendarDate }

/** A letter that leaves the house: an appointment's day and an amount, no name, no practice and nothing of health. */
export function moneyLetter(
  told: MoneyTold,
  appointmentOn: CalendarDate,
  language: Language,
): { subject: string; body: string } {
  if (language === 'es') return moneyLetterInSpanish(told, appointmentOn)
  const day = dateInWords(appointmentOn)
  return { subject: subjectOf(told, day), body: [...linesOf(told, day), '', where(told)].join('\n') }
}

function subjectOf({ kind }: MoneyTold, day: string): string {
  switch (kind) {
    case 'invoice':
      return `Your invoice for ${day}`
    case 'refund':
      return `A refund for ${day}`
    case 'forgiven':
      return `You owe nothing more for ${day}`
    case 'share_increased':
      return `The price of your appointment on ${day} has changed`
  }
}

function linesOf(told: MoneyTold, day: string): string[] {
  const amount = formatCents(told.cents)
  switch (told.kind) {
    case 'invoice':
      return [`The invoice for your appointment on ${day} is in your account. Your part is ${amount}.`]
    case 'refund':
      return [
        `${amount} of what you paid for your appointment on ${day} has gone back to the card that you paid with.`,
        'Your bank may take a few days to show it. There is nothing for you to do.',
      ]
    case 'forgiven':
      return [
        `${amount} was still open for your appointment on ${day}. We do not ask for it any more.`,
        'There is nothing for you to do.',
      ]
    case 'share_increased':
      return [
        `Your insurer has answered: your part of the appointment on ${day} is ${amount} more than expected.`,
        `We charge it to your card on ${dateInWords(told.chargedOn)}, not before. If it looks wrong, answer this letter first.`,
      ]
  }
}

function where({ kind }: MoneyTold): string {
  return kind === 'invoice'
    ? 'Sign in to Evenkeel, under Appointments.'
    : 'Sign in to Evenkeel to see why, under Appointments.'
}
