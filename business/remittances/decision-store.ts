import { type Selectable, sql } from 'kysely'
import type { Database } from '../../database/schema.ts'
import type { CalendarDate, Instant } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'
import type { Db } from '../world.ts'
import type { AnswerKind } from './classify-answer.ts'

/** What a payer decided about one claim in one 835. */
export type Decision = {
  practiceId: string
  id: string
  claimId: string
  sessionId: string
  transactionId: string
  position: number
  kind: AnswerKind
  statusCode: string
  charge: Cents
  paid: Cents
  clientShare: Cents
  payerControlNumber: string | null
  payerId: string
  adjustments: { group: string; reason: string; cents: number }[]
  answeredOn: CalendarDate
  recordedAt: Instant
}

export async function recordDecision(db: Db, decision: Decision): Promise<void> {
  await db
    .insertInto('remittances.decision')
    .values({
      practice_id: decision.practiceId,
      id: decision.id,
      claim_id: decision.claimId,
      session_id: decision.sessionId,
      transaction_id: decision.transactionId,
      position: decision.position,
      kind: decision.kind,
      status_code: decision.statusCode,
      charge_cents: decision.charge,
      paid_cents: decision.paid,
      client_cents: decision.clientShare,
      payer_control_number: decision.payerControlNumber,
      payer_id: decision.payerId,
      adjustments: JSON.stringify(decision.adjustments),
      answered_on: decision.answeredOn,
      recorded_at: decision.recordedAt,
    })
    .execute()
}

/** What the payer decided about a session so far, the first answer first; an 835 is in order of its claims. */
export async function decisionsOf(db: Db, practiceId: string, sessionId: string): Promise<Decision[]> {
  const rows = await db
    .selectFrom('remittances.decision')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('session_id', '=', sessionId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

/** The same for many sessions at once; for the operator's own eyes. */
export async function decisionsOfSessions(db: Db, sessionIds: readonly string[]): Promise<Decision[]> {
  const rows = await db
    .selectFrom('remittances.decision')
    .selectAll()
    .where(sql<boolean>`session_id = any(${sessionIds}::uuid[])`)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map(fromRow)
}

/** What one payment decided, claim by claim, in its order; for the operator's own eyes. */
export async function decisionsIn(db: Db, transactionId: string): Promise<Decision[]> {
  const rows = await db
    .selectFrom('remittances.decision')
    .selectAll()
    .where('transaction_id', '=', transactionId)
    .orderBy('position')
    .execute()
  return rows.map(fromRow)
}

type DecisionRow = Selectable<Database['remittances.decision']>

function fromRow(row: DecisionRow): Decision {
  return {
    practiceId: row.practice_id,
    id: row.id,
    claimId: row.claim_id,
    sessionId: row.session_id,
    transactionId: row.transaction_id,
    position: row.position,
    kind: row.kind as AnswerKind,
    statusCode: row.status_code,
    charge: cents(row.charge_cents),
    paid: cents(row.paid_cents),
    clientShare: cents(row.client_cents),
    payerControlNumber: row.payer_control_number,
    payerId: row.payer_id,
    adjustments: row.adjustments as Decision['adjustments'],
    answeredOn: row.answered_on,
    recordedAt: row.recorded_at,
  }
}

/** The claim that a payer answered before under its own number. */
export async function claimByPayerNumber(
  db: Db,
  payerControlNumber: string,
): Promise<{ practiceId: string; claimId: string } | null> {
  if (payerControlNumber === '') return null
  const rows = await db
    .selectFrom('remittances.decision')
    .select(['practice_id as practiceId', 'claim_id as claimId'])
    .distinct()
    .where('payer_control_number', '=', payerControlNumber)
    .execute()
  // Two claims under one number would be a guess.
  return rows.length === 1 ? (rows[0] ?? null) : null
}
