import { type Cents, cents, minus, sum, zero } from '../../libraries/money/index.ts'
import type { Remittance } from '../../libraries/x12/model-remittance.ts'
import { claimsByIds } from '../claims/index.ts'
import { payersAll } from '../contracts/index.ts'
import { balances } from '../ledger/index.ts'
import { billingEntities, membersOf, practicesAll } from '../practices/index.ts'
import { classifyAnswer } from '../remittances/classify-answer.ts'
import { doAmountsAddUp } from '../remittances/do-amounts-add-up.ts'
import {
  clearingAccount,
  decisionsIn,
  depositsOf,
  findRemittance,
  type JudgedTransaction,
  transactionById,
  transactionsTaken,
  type Unmatched,
  unmatchedClaims,
} from '../remittances/index.ts'
import type { Db, World } from '../world.ts'
import { describePayment } from './describe-payment.ts'
import { explainProviderAdjustment } from './explain-provider-adjustment.ts'
import { explainQuarantine } from './explain-quarantine.ts'
import { nameOfPayer } from './name-of-payer.ts'
import type { RemittanceClaim, RemittancePage, RemittanceRow } from './remittance-page.ts'
import { workDone } from './work-done-flow.ts'

/** Every payment that came, the latest first, with how it stands. */
export async function remittanceRows(db: Db, world: World): Promise<RemittanceRow[]> {
  const unmatched = (await unmatchedClaims(db, world.operator)).filter(({ settlement }) => settlement === null)
  const open = await clearing(db, world)
  const payers = await payersAll(db)
  return (await transactionsTaken(db, world.operator))
    .toReversed()
    .map((one) => rowOf(one, { open, unmatched, payers }))
}

/** What every clearing account stands at, by its subject. */
async function clearing(db: Db, world: World): Promise<Map<string, Cents>> {
  const all = await balances(db, world.operator)
  return new Map(
    all.filter(({ kind }) => kind === 'remittance_clearing').map(({ subject, cents: amount }) => [subject, amount]),
  )
}

function rowOf(
  one: JudgedTransaction,
  {
    open,
    unmatched,
    payers,
  }: { open: ReadonlyMap<string, Cents>; unmatched: readonly Unmatched[]; payers: readonly { name: string }[] },
): RemittanceRow {
  return {
    id: one.id,
    trace: one.trace,
    payer: one.payerName === '' ? one.originator : nameOfPayer(one.payerName, payers),
    paidOn: one.paidOn,
    paid: one.paid,
    state: one.judgement?.verdict ?? one.outcome,
    reason: one.judgement?.verdict === 'taken_in' ? null : explainQuarantine(one),
    openCents: open.get(clearingAccount(one).subject) ?? zero,
    unmatched: unmatched.filter(({ transactionId }) => transactionId === one.id).length,
    fileName: one.fileName,
    recordedAt: one.recordedAt,
  }
}

/** One payment as it adds up, claim by claim and line by line, read again from the file that brought it. */
export async function remittancePage(db: Db, world: World, id: string): Promise<RemittancePage | null> {
  const one = await transactionById(db, world.operator, id)
  if (one === null) return null
  const told = await findRemittance(db, world, one)
  const file = await world.files.find(db, one.fileId)
  const unmatched = (await unmatchedClaims(db, world.operator)).filter(({ transactionId }) => transactionId === id)
  const row = rowOf(one, {
    open: await clearing(db, world),
    payers: await payersAll(db),
    unmatched: unmatched.filter(({ settlement }) => settlement === null),
  })
  const entities = await billingEntities(db)
  const claims = told === null ? [] : await claimsOf(db, one, told.remittance, unmatched)
  const outside = (told?.remittance.providerAdjustments ?? []).map((each) => ({
    reason: each.reason,
    words: explainProviderAdjustment(each.reason) ?? '',
    reference: each.reference ?? '',
    cents: cents(each.cents),
  }))
  const claimsCents = sum(claims.map(({ paid }) => paid))
  const outsideCents = sum(outside.map((each) => each.cents))
  const over = unmatched.find(({ position }) => position > claims.length)
  const deposits = await depositsOf(db, world.operator)
  return {
    ...row,
    payee: one.payee,
    entity: entityName(entities, one.judgement?.billingEntityId ?? one.billingEntityId),
    method: one.method,
    file: { id: one.fileId, name: one.fileName, sha256: file?.sha256 ?? '' },
    because: one.because,
    difference: one.difference,
    findings: one.findings.map(({ message }) => message),
    claims,
    outside,
    claimsCents,
    outsideCents,
    restCents: minus(one.paid, minus(claimsCents, outsideCents)),
    over:
      over === undefined
        ? null
        : { unmatchedId: over.id, cents: over.paid, became: over.settlement === null ? 'unmatched' : 'owed_back' },
    deposits: deposits
      .filter(({ originator, trace }) => originator === one.originator && trace === one.trace)
      .map(({ depositedOn, cents: amount }) => ({ on: depositedOn, cents: amount })),
    judgement: await describeJudgement(db, world, one, entities),
    mayBeTakenIn:
      one.outcome === 'quarantined' &&
      one.judgement === null &&
      (one.because === 'unbalanced' || one.because === 'payee_not_ours') &&
      told !== null,
    entities: entities.map(({ id: entityId, legalName }) => ({ id: entityId, name: legalName })),
    item: `remittance ${id}`,
    work: await workDone(db, world, `remittance ${id}`),
  }
}

async function describeJudgement(
  db: Db,
  world: World,
  { judgement }: JudgedTransaction,
  entities: Awaited<ReturnType<typeof billingEntities>>,
): Promise<RemittancePage['judgement']> {
  if (judgement === null) return null
  const { verdict, reason, at, by, billingEntityId } = judgement
  const members = await membersOf(db, world.operator)
  const who = members.find(({ userId }) => userId === by)?.name ?? 'Somebody who has left'
  return { verdict, reason, at, by: who, entity: entityName(entities, billingEntityId) }
}

function entityName(entities: Awaited<ReturnType<typeof billingEntities>>, id: string | null): string | null {
  return entities.find((entity) => entity.id === id)?.legalName ?? null
}

async function claimsOf(
  db: Db,
  one: JudgedTransaction,
  remittance: Remittance,
  unmatched: readonly Unmatched[],
): Promise<RemittanceClaim[]> {
  const decisions = await decisionsIn(db, one.id)
  const ours = new Map(
    (
      await claimsByIds(
        db,
        decisions.map(({ claimId }) => claimId),
      )
    ).map((claim) => [claim.id, claim]),
  )
  const practices = new Map((await practicesAll(db)).map(({ practiceId, name }) => [practiceId, name]))
  return remittance.claims.map((claim, index) => {
    const position = index + 1
    const decision = decisions.find((each) => each.position === position)
    const left = unmatched.find((each) => each.position === position)
    const own = decision === undefined ? undefined : ours.get(decision.claimId)
    return {
      position,
      ...describePayment(claim),
      clientShare: classifyAnswer(claim).clientShare,
      addsUp: doAmountsAddUp(claim),
      ours:
        own === undefined
          ? null
          : {
              practiceId: own.practiceId,
              claimId: own.id,
              sessionId: own.sessionId,
              practice: practices.get(own.practiceId) ?? own.practiceId,
            },
      unmatchedId: left?.settlement === null ? left.id : null,
      became: becameOf(decision !== undefined, left),
      because: left === undefined ? null : (left.settlement?.reason ?? left.because),
    }
  })
}

function becameOf(isDecided: boolean, left: Unmatched | undefined): RemittanceClaim['became'] {
  if (left?.settlement) return left.settlement.outcome
  if (left !== undefined) return 'unmatched'
  return isDecided ? 'posted' : 'nothing'
}
