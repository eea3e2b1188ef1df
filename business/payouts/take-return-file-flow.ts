import { type AchEntry, readAchFile } from '../../libraries/ach/index.ts'
import { type CalendarDate, dateIn } from '../../libraries/calendar/index.ts'
import type { Taken } from '../exchange-flow.ts'
import { account } from '../ledger/accounts.ts'
import { holdSubject, recordPosting } from '../ledger/index.ts'
import { practicePayable, treasury } from '../ledger/post-session.ts'
import { transfer } from '../ledger/transfer.ts'
import type { Db, StoredFile, World } from '../world.ts'
import { operatorAccounts, recordBankAccountCheck } from './bank-account-store.ts'
import { type Payout, payoutEvents, payoutsWhere, recordPayoutEvent } from './payout-store.ts'
import { testDepositsWhere } from './test-deposit-store.ts'

/** Takes a file of returned entries and notifications of change in; the pay of a returned entry is owed again. */
export async function takeReturnFile(db: Db, world: World, file: StoredFile): Promise<Taken> {
  const { file: returns, findings } = readAchFile(new TextDecoder().decode(file.bytes))
  if (returns === null || findings.length > 0) {
    return { outcome: 'quarantined', detail: { because: 'unreadable', findings } }
  }
  const unknown: string[] = []
  let taken = 0
  for (const batch of returns.batches) {
    for (const entry of batch.entries) {
      const known = await takeEntry(db, world, file, entry, batch.effectiveOn)
      if (known) taken += 1
      else unknown.push(entry.traceNumber)
    }
  }
  return { outcome: 'read', detail: { taken, unknown } }
}

async function takeEntry(db: Db, world: World, file: StoredFile, entry: AchEntry, on: CalendarDate): Promise<boolean> {
  const { addenda } = entry
  if (addenda === null || addenda.kind === 'payment') return false
  const [payout] = await payoutsWhere(db, { traceNumber: addenda.originalTrace })
  if (payout === undefined) return refuseTested(db, world, addenda)
  // A part of a payout cannot come back: that is for a person.
  if (addenda.kind === 'return' && entry.cents !== payout.cents) return false
  if (addenda.kind === 'return') await takeReturn(db, world, { payout, file, code: addenda.code, on })
  else
    await tell(db, world, payout, { kind: 'change_notified', file, code: addenda.code, detail: addenda.corrected, on })
  return true
}

/** A test deposit that came back: the account cannot be paid to. A correction of it changes nothing by itself. */
async function refuseTested(
  db: Db,
  world: World,
  { kind, originalTrace, code }: { kind: 'return' | 'change'; originalTrace: string; code: string },
): Promise<boolean> {
  const [deposit] = await testDepositsWhere(db, { traceNumber: originalTrace })
  if (deposit === undefined || kind !== 'return') return deposit !== undefined
  const { practiceId, bankAccountId } = deposit
  const check = { practiceId, bankAccountId, id: world.ids.next(), outcome: 'refused' as const }
  await recordBankAccountCheck(db, { ...check, because: `the test deposit came back, ${code}`, at: world.clock.now() })
  return true
}

type News = {
  kind: 'returned' | 'refused' | 'change_notified'
  file: StoredFile
  code: string
  detail: string
  on: CalendarDate
}

function tell(db: Db, world: World, payout: Payout, news: News): Promise<boolean> {
  return recordPayoutEvent(db, {
    practiceId: payout.practiceId,
    payoutId: payout.id,
    id: world.ids.next(),
    kind: news.kind,
    sourceKey: `${news.kind}:${news.file.sha256}`,
    code: news.code,
    detail: news.detail,
    happenedOn: news.on,
    at: world.clock.now(),
  })
}

async function takeReturn(
  db: Db,
  world: World,
  { payout, file, code, on }: { payout: Payout; file: StoredFile; code: string; on: CalendarDate },
): Promise<void> {
  await holdSubject(db, `payout:${payout.id}`)
  const events = await payoutEvents(db, payout.practiceId)
  const told = new Set(events.filter(({ payoutId }) => payoutId === payout.id).map((event) => event.kind))
  // However often the bank says so, an entry comes back once.
  if (told.has('returned') || told.has('refused')) return
  const settled = told.has('settled')
  const kind = settled ? 'returned' : 'refused'
  const detail = `The bank sent the money back (${code}). It is owed to you as before.`
  if (!(await tell(db, world, payout, { kind, file, code, detail, on }))) return
  const at = world.clock.now()
  await recordBankAccountCheck(db, {
    practiceId: payout.practiceId,
    bankAccountId: payout.bankAccountId,
    id: world.ids.next(),
    outcome: 'refused',
    because: code,
    at,
  })
  const posting = {
    key: `${kind}:${payout.id}`,
    kind: `payout_${kind}`,
    cause: 'bank' as const,
    subject: payout.id,
    effectiveOn: on,
    at,
    by: 'house',
  }
  await recordPosting(db, {
    ...posting,
    practiceId: payout.practiceId,
    id: world.ids.next(),
    payOn: dateIn(at, world.zone),
    transfers: settled
      ? transfer(treasury, practicePayable, payout.cents)
      : transfer(account('payout_in_transit', payout.id), practicePayable, payout.cents),
  })
  world.witness('payout-returned')
  if (!settled) return
  const [operator] = await operatorAccounts(db, on)
  await recordPosting(db, {
    ...posting,
    practiceId: world.operator,
    id: world.ids.next(),
    payOn: null,
    transfers: transfer(account('bank', operator?.id ?? ''), account('book', payout.practiceId), payout.cents),
  })
}
