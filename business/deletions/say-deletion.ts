import { dateInWords } from '../../libraries/calendar/index.ts'
import { formatCents } from '../../libraries/money/index.ts'
import type { DeletionBarrier, DeletionLine, RecordKind } from './decide-deletion.ts'
import type { CarriedOut } from './deletion-store.ts'

/** What a kind of record is, to whom it is about. */
export const recordWords: Record<RecordKind, string> = {
  login: 'Your login: password, devices and second factors',
  contact: 'Your e-mail, phone, preferred name and street addresses',
  letters: 'Letters that we wrote to you',
  card_photos: 'Pictures of your insurance card',
  cards: 'Your payment cards',
  video_room: 'The address of your video room',
  insurance: 'Your insurance: plan and member number',
  forms: 'Forms that you signed',
  care: 'The record of your care: your name, visits and notes',
  money: 'Claims, charges and payments, and the books',
  looks: 'Who looked at what, and when',
  request: 'This request and what was done about it',
}

/** What becomes of a kind of record, in a sentence. */
export function sayDeletionLine(line: DeletionLine): string {
  switch (line.fate) {
    case 'now':
      return 'Is deleted.'
    case 'serves_others':
      return 'Stays: the same login serves somebody else here, or your work.'
    case 'kept': {
      const { source, certainty, isLongestOfAll } = line.rule
      const longest = isLongestOfAll ? ' No rule of your state is known to us, so the longest of all counts.' : ''
      const unsure = certainty === 'known' ? '' : ' Sources differ on this rule; we took the longer.'
      return `Is kept until ${dateInWords(line.until)}, by ${source}.${longest}${unsure}`
    }
  }
}

/** What must happen before a deletion, and what to do about it. */
export function sayDeletionBarrier(barrier: DeletionBarrier): string {
  switch (barrier.reason) {
    case 'session_upcoming':
      return `${barrier.count === 1 ? 'A session is' : `${barrier.count} sessions are`} still planned, the last on ${dateInWords(barrier.on)}. Cancel what will not take place; the rest takes place first.`
    case 'balance_open':
      return `${formatCents(barrier.cents)} is not paid yet. It is charged or paid first.`
    case 'visit_open':
      return `Of ${barrier.count === 1 ? 'a visit' : `${barrier.count} visits`} the insurer’s answer, a charge or a refund is still to come. We wait for it, so that nothing is lost to you.`
    case 'owner_stays':
      return 'You own the practice, and others work in it. Make somebody else an owner first.'
    case 'removal_not_yet':
      return `${barrier.words}${barrier.until === null ? '' : ` Possible from ${dateInWords(barrier.until)} on.`}`
  }
}

/** Backups cannot be picked apart: what that means, in words. */
export const backupWords =
  'Backups made before hold what was deleted until they are thrown away in their turn; nobody reads them, and if one is ever restored, the deletion is carried out again.'

/** Why nothing was carried out, and what fixes it. */
export function sayNotCarriedOut(answer: Exclude<CarriedOut, 'carried_out'>): string {
  switch (answer) {
    case 'carried_out_already':
      return 'This was carried out already, perhaps by a colleague a moment ago. Nothing was done a second time.'
    case 'no_such_request':
      return 'There is no such request.'
    case 'closed':
      return 'This request was taken back or declined. Nothing was deleted.'
    case 'not_approved':
      return 'Somebody approves this request first; another person carries it out. Nothing was deleted.'
    case 'second_person_needed':
      return 'A second person carries this out: not the one who approved it, and not the one who asked. Nothing was deleted.'
    case 'kept_by_law':
      return 'Something of this is still kept by law. Nothing was deleted.'
  }
}
