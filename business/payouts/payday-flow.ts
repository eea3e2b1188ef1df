import { asOperations } from '../../database/act-as.ts'
import { writeAchFile } from '../../libraries/ach/index.ts'
import { dateIn, earliest, type Instant, timeIn } from '../../libraries/calendar/index.ts'
import { sum } from '../../libraries/money/index.ts'
import { outgoingFolder, sendOutgoing } from '../exchange-flow.ts'
import { account } from '../ledger/accounts.ts'
import { holdSubject, recordPosting } from '../ledger/index.ts'
import { practicePayable } from '../ledger/post-session.ts'
import { transfer } from '../ledger/transfer.ts'
import type { Db, StoredFile, World } from '../world.ts'
import { type OperatorAccount, operatorAccounts, payeeOf } from './bank-account-store.ts'
import { recordBankFile } from './bank-file-store.ts'
import { buildBankFile, fileModifier, type Payee, traceNumber } from './build-bank-file.ts'
import { openPayLines } from './pay-line-report-store.ts'
import { payoutDestination } from './payout-hold.ts'
import { payoutsWhere, recordPayout, recordPayoutEvent } from './payout-store.ts'
import { nextPayoutMoment, type PlannedPayout, planPayout } from './plan-payout.ts'

type Planned = { practiceId: string; plan: PlannedPayout; payee: Payee }

/** Makes the payouts that are due and their bank file, whole in one transaction; returns how many payouts. */
export async function runPayday(db: Db, world: World): Promise<number> {
  const now = world.clock.now()
  const made = await asOperations(db, { user: null, now }, async (tx) => {
    await holdSubject(tx, 'payday')
    const planned = await planPayouts(tx, world)
    if (planned.length > 0) await makePayouts(tx, world, planned)
    return planned.length
  })
  if (made > 0) world.witness('payday-committed')
  return made
}

async function planPayouts(db: Db, world: World): Promise<Planned[]> {
  const now = world.clock.now()
  const byPractice = Map.groupBy(await openPayLines(db), ({ practiceId }) => practiceId)
  const planned: Planned[] = []
  for (const [practiceId, lines] of byPractice) {
    const taken = new Set((await payoutsWhere(db, { practiceId })).map(({ payOn }) => payOn))
    const plan = planPayout(lines, { now, zone: world.zone, taken })
    if (plan === null) continue
    const destination = payoutDestination(await payeeOf(db, practiceId), now)
    if (!('account' in destination)) continue
    const sequence = await world.numbers.allocate(db, { partner: 'bank', kind: 'trace', at: now })
    const { cents, settlesOn } = plan
    planned.push({
      practiceId,
      plan,
      payee: { payoutId: world.ids.next(), account: destination.account, cents, settlesOn, sequence },
    })
  }
  return planned
}

async function makePayouts(db: Db, world: World, planned: readonly Planned[]): Promise<void> {
  const at = world.clock.now()
  const on = dateIn(at, world.zone)
  const [operator] = await operatorAccounts(db, on)
  if (operator === undefined) throw new Error(`no account of the operator is in force on ${on}: nothing was paid`)
  const number = await world.numbers.allocate(db, { partner: 'bank', kind: `file-modifier ${on}`, at })
  const modifier = fileModifier(number)
  const { file, batches } = buildBankFile(
    planned.map(({ payee }) => payee),
    operator,
    { on, at: timeIn(at, world.zone), modifier },
  )
  const name = `ACH-${on}-${modifier}.ach`
  const bytes = new TextEncoder().encode(writeAchFile(file))
  const folder = outgoingFolder('bank')
  const stored = await world.files.record(db, { partner: 'bank', direction: 'out', folder, name, bytes, at })
  world.witness('bank-file-recorded')
  const [first] = planned
  await recordBankFile(db, {
    practiceId: world.operator,
    fileId: stored.id,
    sendsOn: on,
    settlesOn: first?.plan.settlesOn ?? on,
    entryCount: planned.length,
    total: sum(planned.map(({ plan }) => plan.cents)),
    batches,
    at,
  })
  for (const one of planned) {
    const batch = batches.find(({ payoutIds }) => payoutIds.includes(one.payee.payoutId))
    const reference = batch?.reference ?? ''
    await makePayout(db, world, one, { operator, file: { ...stored, name }, reference })
  }
}

async function makePayout(
  db: Db,
  world: World,
  { practiceId, plan, payee }: Planned,
  bank: { operator: OperatorAccount; file: { id: string; name: string; sha256: string }; reference: string },
): Promise<void> {
  const at = world.clock.now()
  await recordPayout(
    db,
    {
      practiceId,
      id: payee.payoutId,
      payOn: plan.payOn,
      sendsOn: plan.sendsOn,
      settlesOn: plan.settlesOn,
      cents: plan.cents,
      bankAccountId: payee.account.id,
      batchReference: bank.reference,
      traceNumber: traceNumber(bank.operator, payee.sequence),
      fileId: bank.file.id,
      fileName: bank.file.name,
      fileSha256: bank.file.sha256,
      recordedAt: at,
    },
    plan.lines,
  )
  world.witness('payout-recorded')
  await recordPosting(db, {
    practiceId,
    id: world.ids.next(),
    key: `payday:${payee.payoutId}`,
    kind: 'payday',
    cause: 'operator',
    subject: payee.payoutId,
    effectiveOn: plan.settlesOn,
    payOn: null,
    at,
    by: 'house',
    transfers: transfer(practicePayable, account('payout_in_transit', payee.payoutId), plan.cents),
  })
  world.witness('payout-posted')
}

/** Sends the bank files; an upload of unknown result is repeated only when the bank has no such file. */
export function sendBankFiles(db: Db, world: World): Promise<number> {
  return sendOutgoing(db, world, 'bank', (tx, file) => recordSent(tx, world, file))
}

async function recordSent(db: Db, world: World, file: StoredFile): Promise<void> {
  const at = world.clock.now()
  for (const payout of await payoutsWhere(db, { fileId: file.id })) {
    await recordPayoutEvent(db, {
      practiceId: payout.practiceId,
      payoutId: payout.id,
      id: world.ids.next(),
      kind: 'sent',
      sourceKey: 'sent',
      code: null,
      detail: 'Your pay is on its way to your bank.',
      happenedOn: dateIn(at, world.zone),
      at,
    })
    world.witness('payout-sent-told')
  }
}

/** The next moment at which a payout is made, as the books stand. */
export async function nextPayday(db: Db, world: World): Promise<Instant | null> {
  const now = world.clock.now()
  return asOperations(db, { user: null, now }, async (tx) => {
    const byPractice = Map.groupBy(await openPayLines(tx), ({ practiceId }) => practiceId)
    const moments: Instant[] = []
    for (const [practiceId, lines] of byPractice) {
      const destination = payoutDestination(await payeeOf(tx, practiceId), now)
      const moment = nextPayoutMoment(lines, { now, zone: world.zone })
      if ('hold' in destination) {
        if (destination.until !== null) moments.push(destination.until)
      } else if (moment !== null) moments.push(moment)
    }
    const [first, ...others] = moments
    return first === undefined ? null : earliest(first, ...others)
  })
}
