import { type CalendarDate, dateInWords } from '../../libraries/calendar/index.ts'
import { type Cents, formatCents, minus, zero } from '../../libraries/money/index.ts'
import { effectOn, type Transfer } from '../ledger/transfer.ts'

/** What forgiving does, in words: to the client, the practice and us. */
export function sayForgiven(kind: 'share' | 'fee', owed: Cents): string[] {
  const client = `The client owes ${formatCents(zero)} for this session, and their card is asked no more. They are written to.`
  return kind === 'share'
    ? [client, `We lose ${formatCents(owed)}.`, 'What the practice is paid does not change.']
    : [client, `The practice waits for ${formatCents(owed)} no more. We lose nothing: a fee is the practice’s.`]
}

/** What a chargeback does, in words, from what it would post. */
export function sayChargedBack(
  taken: Cents,
  { sessionId, transfers, payOn }: { sessionId: string; transfers: readonly Transfer[]; payOn: CalendarDate | null },
): string[] {
  const owes = effectOn(transfers, { kind: 'client_receivable', subject: sessionId })
  const fromRefund = effectOn(transfers, { kind: 'client_refunds_due', subject: sessionId })
  const fromPractice = effectOn(transfers, { kind: 'practice_payable', subject: '' })
  const lost = effectOn(transfers, { kind: 'bad_debt_absorbed', subject: '' })
  const words = [`The processor keeps ${formatCents(taken)} out of its next payout to us.`]
  if (owes > zero) words.push(`The client owes ${formatCents(owes)} again. No card is asked for it by itself.`)
  if (fromRefund > zero) words.push(`${formatCents(fromRefund)} that was due back to them is with them now.`)
  if (fromPractice > zero) {
    const when = payOn === null ? '' : ` of ${dateInWords(payOn)}`
    words.push(`${formatCents(fromPractice)} comes off the practice’s payout${when}: a fee follows the client’s money.`)
  } else words.push('What the practice is paid does not change.')
  if (lost > zero) words.push(`We lose ${formatCents(lost)}: it had gone back to the client before.`)
  if (minus(taken, lost) < zero) throw new RangeError('more was lost than was taken')
  return words
}
