import { dateIn, dateInWords, type Instant, timeInWords, zoneInWords } from '../../libraries/calendar/index.ts'
import type { Language } from '../visits/say-date.ts'
import { appointmentLetterInSpanish } from './appointment-letter-in-spanish.ts'

/** What a letter about a meeting tells, and to whom it goes follows from it. */
export type Told =
  | { kind: 'planned'; count: number }
  | { kind: 'moved'; from: Instant }
  | { kind: 'cancelled'; initiator: 'client' | 'practice'; missed: boolean; fee: string | null }
  | { kind: 'reminder'; hours: number; policy: PolicyInWords | null }
  | { kind: 'change_declined'; change: 'cancel' | 'move' }
  | ToldToClinician

/** What is told to the clinician, in English. */
type ToldToClinician =
  | { kind: 'to_confirm'; confirmBy: string | null }
  | { kind: 'change_asked'; change: 'cancel' | 'move' }
  | { kind: 'change_taken_back'; change: 'cancel' | 'move' }

export type ToldToClient = Exclude<Told, ToldToClinician>

/** What a late cancellation costs, already in words of money. */
export type PolicyInWords = { windowHours: number; late: string; noShow: string }

export type Meeting = { startsAt: Instant; endsAt: Instant; modality: 'telehealth' | 'in_person' }

/**
 * A letter that leaves the house: when and how, and where to look. It names no practice, no clinician, no client and no
 * care: whoever else reads the mail learns of an appointment and nothing of health.
 */
export function appointmentLetter(
  told: Told,
  meeting: Meeting,
  zone: string,
  language: Language = 'en',
): { subject: string; body: string } {
  if (language === 'es' && isToClient(told)) return appointmentLetterInSpanish(told, meeting, zone)
  const when = sayWhen(meeting.startsAt, zone)
  const lines = linesOf(told, meeting, zone)
  return { subject: subjectOf(told, when), body: [...lines, '', whereOf(told)].join('\n') }
}

function isToClient(told: Told): told is ToldToClient {
  return told.kind !== 'to_confirm' && told.kind !== 'change_asked' && told.kind !== 'change_taken_back'
}

function whereOf({ kind }: Told): string {
  switch (kind) {
    case 'to_confirm':
      return 'Sign in to Evenkeel to confirm it.'
    case 'change_asked':
      return 'Sign in to Evenkeel to answer; it stands on Home and at the session.'
    case 'change_declined':
      return 'Sign in to Evenkeel to read why, under Appointments.'
    default:
      return 'Sign in to Evenkeel for all else.'
  }
}

function sayWhen(moment: Instant, zone: string): string {
  return `${dateInWords(dateIn(moment, zone))} at ${timeInWords(moment, zone)} ${zoneInWords(zone)}`
}

function subjectOf(told: Told, when: string): string {
  switch (told.kind) {
    case 'planned':
      return `Your appointment on ${when}`
    case 'moved':
      return `Your appointment is now on ${when}`
    case 'cancelled':
      return told.missed ? `The appointment you missed on ${when}` : `Your appointment on ${when} is cancelled`
    case 'reminder':
      return `Reminder: your appointment on ${when}`
    case 'to_confirm':
      return `An appointment of ${when} waits for you to confirm it`
    case 'change_asked':
      return `You are asked to ${told.change} the appointment on ${when}`
    case 'change_taken_back':
      return `The appointment on ${when} stays as it is`
    case 'change_declined':
      return `Your appointment stays on ${when}`
  }
}

function linesOf(told: Told, meeting: Meeting, zone: string): string[] {
  const when = sayWhen(meeting.startsAt, zone)
  const how = meeting.modality === 'telehealth' ? 'by video; the link is in your account' : 'in person'
  switch (told.kind) {
    case 'planned':
      return [
        `Your appointment: ${when}, ${how}.`,
        ...(told.count > 1 ? [`It repeats; ${told.count} dates are in your account.`] : []),
      ]
    case 'moved':
      return [`Your appointment of ${sayWhen(told.from, zone)} has been moved.`, `It is now on ${when}, ${how}.`]
    case 'cancelled':
      return cancelledLines(told, when)
    case 'reminder':
      return [`Your appointment: ${when}, ${how}.`, ...policyLines(told.policy)]
    case 'to_confirm':
      return [
        `The appointment of ${when} is not confirmed yet. What is not confirmed is not paid.`,
        ...(told.confirmBy === null ? [] : [`It can be confirmed until ${told.confirmBy}.`]),
      ]
    case 'change_asked':
      return [
        `Whom you meet on ${when} asks to ${told.change} that appointment.`,
        'Until you answer it stands as it is; once it begins, the question is closed.',
      ]
    case 'change_taken_back':
      return [`The wish to ${told.change} the appointment on ${when} was taken back. There is nothing to answer.`]
    case 'change_declined':
      return [`You asked to ${told.change} your appointment on ${when}. The office has answered: it stays as planned.`]
  }
}

function cancelledLines({ initiator, missed, fee }: Extract<Told, { kind: 'cancelled' }>, when: string): string[] {
  const byWhom = initiator === 'client' ? 'as you asked' : 'by the office'
  const first = missed
    ? `You did not come to your appointment on ${when}.`
    : `Your appointment on ${when} was cancelled ${byWhom}.`
  const cost =
    fee === null
      ? 'It costs you nothing.'
      : `By the cancellation policy you are charged ${fee}. Insurance does not pay it. If you think it is wrong, write to the office.`
  return [first, cost]
}

function policyLines(policy: PolicyInWords | null): string[] {
  if (policy === null) return []
  const { windowHours, late, noShow } = policy
  return [`Cancelling later than ${windowHours} hours before costs ${late}; not coming costs ${noShow}.`]
}
