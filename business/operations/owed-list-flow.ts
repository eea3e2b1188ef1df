import { dateIn, daysBetween, type Instant } from '../../libraries/calendar/index.ts'
import { negate, sum, zero } from '../../libraries/money/index.ts'
import { chargebacksOf, chargesOf, feesWhere } from '../charges/index.ts'
import { peopleByIds } from '../clients/index.ts'
import { balancesOfKind } from '../ledger/index.ts'
import { practicesAll } from '../practices/index.ts'
import { sessionById } from '../sessions/index.ts'
import type { Db, World } from '../world.ts'
import { abbreviateName } from './abbreviate-name.ts'
import type { OwedList, OwedRow } from './client-money.ts'

/** Every session of which a client owes something, the longest open first; and what is due back to clients. */
export async function owedList(db: Db, world: World): Promise<OwedList> {
  const owed = (await balancesOfKind(db, 'client_receivable')).filter(({ cents }) => cents > zero)
  const due = await balancesOfKind(db, 'client_refunds_due')
  const practices = new Map((await practicesAll(db)).map((practice) => [practice.practiceId, practice]))
  const today = dateIn(world.clock.now(), world.zone)
  const rows: (OwedRow & { personId: string })[] = []
  for (const { practiceId, subject: sessionId, cents } of owed) {
    const session = await sessionById(db, practiceId, sessionId)
    const practice = practices.get(practiceId)
    if (session === null || practice === undefined) continue
    const isFee = (await feesWhere(db, { practiceId, sessionId })).length > 0
    const serviceOn = dateIn(session.startsAt, practice.timeZone)
    const { because, at } = await whyOpen(db, { practiceId, sessionId })
    const since = at === null ? serviceOn : dateIn(at, world.zone)
    rows.push({
      practiceId,
      practice: practice.name,
      sessionId,
      personId: session.personId,
      client: '',
      serviceOn,
      kind: isFee ? 'fee' : 'share',
      owed: cents,
      because,
      since,
      ageDays: Math.max(0, daysBetween(since, today)),
    })
  }
  const people = await peopleByIds(db, [...new Set(rows.map(({ personId }) => personId))])
  const names = new Map(people.map((person) => [person.personId, abbreviateName(person)]))
  return {
    count: rows.length,
    owedCents: sum(rows.map((row) => row.owed)),
    comesBackCents: negate(sum(due.map(({ cents }) => cents))),
    rows: rows
      .map(({ personId, ...row }) => ({ ...row, client: names.get(personId) ?? 'A client' }))
      .toSorted((a, b) => b.ageDays - a.ageDays || b.owed - a.owed),
  }
}

async function whyOpen(
  db: Db,
  { practiceId, sessionId }: { practiceId: string; sessionId: string },
): Promise<{ because: string; at: Instant | null }> {
  const charges = await chargesOf(db, practiceId, sessionId)
  if (charges.length === 0) return { because: 'Not charged yet: it may still be corrected', at: null }
  const ids = charges.map(({ id }) => id)
  const takenBack = (await chargebacksOf(db, practiceId, ids)).at(-1)
  const tries = charges.flatMap(({ attempts }) => attempts).toSorted((a, b) => (a.at < b.at ? -1 : 1))
  const last = tries.at(-1)
  if (takenBack !== undefined && (last === undefined || takenBack.at >= last.at)) {
    return { because: 'Their bank took it back', at: takenBack.at }
  }
  if (last === undefined) return { because: 'Their card is asked soon', at: charges[0]?.dueAt ?? null }
  if (last.outcome === 'declined') return { because: 'Their card said no', at: last.at }
  if (last.outcome === 'no_payment_method') return { because: 'They have no card', at: last.at }
  return { because: 'Asked for after their card paid', at: last.at }
}
