import { type CalendarDate, dateIn } from '../../libraries/calendar/index.ts'
import { formatCents, zero } from '../../libraries/money/index.ts'
import { type ClaimEventKind, isTakenBack } from '../claims/claim-status.ts'
import type { ClaimEvent } from '../claims/index.ts'
import { explainCode } from '../remittances/explain-adjustment.ts'
import type { ConfirmedLife, TimelineStep } from './session-timeline.ts'

const answers: readonly ClaimEventKind[] = ['paid', 'underpaid', 'denied', 'reversed']

/** The way of a session's claim: sent, taken into adjudication, answered; late where the payer lets us wait. */
export function claimSteps(life: ConfirmedLife): TimelineStep[] {
  const events = life.claim?.events ?? []
  const sent = events.find(({ kind }) => kind === 'sent')
  const answered = events.filter(({ kind }) => answers.includes(kind))
  return [
    sent === undefined ? toSend(life) : stepOf('claim_sent', sent, `The claim went to ${life.confirmation.payerName}`),
    ...(sent === undefined ? [] : acknowledged(life, events, answered.length > 0)),
    ...answered.flatMap((event, at) => {
      // The denial that comes with a taking back says nothing more of its own but its reason.
      if (isTakenBack(answered.slice(0, at + 1))) return []
      const next = isTakenBack(answered.slice(0, at + 2)) ? answered[at + 1] : undefined
      const codes = [...(event.detail.codes ?? []), ...(next?.detail.codes ?? [])]
      return [stepOf('payer_answered', { ...event, detail: { ...event.detail, codes } }, event.detail.words)]
    }),
    ...(answered.length > 0 ? [] : toAnswer(life, sent?.happenedOn ?? null)),
    ...absorbed(life, events, answered.length > 0),
  ]
}

function stepOf(kind: TimelineStep['kind'], { happenedOn, at, detail }: ClaimEvent, words: string): TimelineStep {
  const { file, codes = [] } = detail
  const evidence = {
    ...(file === undefined ? {} : { file: { name: file.name, sha256: file.sha256 } }),
    ...(codes.length === 0 ? {} : { text: codes.map(explainCode).join('; ') }),
  }
  const isProven = Object.keys(evidence).length > 0
  return { kind, state: 'done', on: happenedOn, at, words, ...(isProven ? { evidence } : {}) }
}

function toSend({ confirmation, claim, zone, today }: ConfirmedLife): TimelineStep {
  const { editableUntil, held, heldUntil, payerName } = confirmation
  const kind = 'claim_sent' as const
  if (held) {
    const words = `The claim waits until ${payerName} has you in its system; your pay does not wait`
    return { kind, state: 'expected', on: heldUntil, words }
  }
  const locks = editableUntil === null ? null : dateIn(editableUntil, zone)
  if (claim !== null || locks === null || editableUntil === null)
    return { kind, state: 'now', on: today, words: `The claim goes to ${payerName}` }
  const words = `The claim goes to ${payerName}; until then you can correct what you confirmed`
  return { kind, state: 'expected', on: locks, at: editableUntil, words }
}

function acknowledged(life: ConfirmedLife, events: readonly ClaimEvent[], isAnswered: boolean): TimelineStep[] {
  const { claim, expected, today, confirmation } = life
  const accepted = events.findLast(({ kind }) => kind === 'accepted' || kind === 'forwarded')
  if (accepted !== undefined) return [stepOf('accepted', accepted, accepted.detail.words)]
  if (isAnswered) return []
  const refused = events.findLast(({ kind }) => kind === 'rejected' || kind === 'file_rejected')
  if (refused !== undefined && (claim?.status === 'rejected' || claim?.status === 'file_rejected')) {
    return [{ ...stepOf('accepted', refused, `${refused.detail.words} That is ours to do.`), state: 'late' }]
  }
  const isLate = expected.acknowledgement !== null && today > expected.acknowledgement
  const words = isLate
    ? `${confirmation.payerName} has not yet said that it took the claim; we are asking`
    : `${confirmation.payerName} says that it took the claim`
  return [{ kind: 'accepted', state: isLate ? 'late' : 'expected', on: expected.acknowledgement, words }]
}

function toAnswer({ expected, today, confirmation, owed }: ConfirmedLife, sentOn: CalendarDate | null): TimelineStep[] {
  const kind = 'payer_answered' as const
  const { payerName } = confirmation
  if (sentOn === null) return [{ kind, state: 'expected', on: null, words: `${payerName} decides and pays` }]
  if (owed.payer <= zero) return []
  if (expected.answer !== null && today > expected.answer) {
    const words = `${payerName} has not answered; we are asking, and your pay does not wait`
    return [{ kind, state: 'late', on: expected.answer, words }]
  }
  return [{ kind, state: 'expected', on: expected.answer, words: `${payerName} decides and pays` }]
}

function absorbed(life: ConfirmedLife, events: readonly ClaimEvent[], isAnswered: boolean): TimelineStep[] {
  const { owed, expected, today } = life
  const done = events
    .filter(({ kind }) => kind === 'absorbed')
    .map((event) => stepOf('absorbed', event, event.detail.words))
  if (owed.payer <= zero || !isAnswered || expected.absorption === null) return done
  const words = `If ${formatCents(owed.payer)} more does not come, it is our loss, not yours`
  return [
    ...done,
    { kind: 'absorbed', state: expected.absorption < today ? 'late' : 'expected', on: expected.absorption, words },
  ]
}
