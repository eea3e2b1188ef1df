import { type CalendarDate, dateIn } from '../../libraries/calendar/index.ts'
import { type Cents, negate, sum, zero } from '../../libraries/money/index.ts'
import {
  type ChargeStanding,
  cardPayment,
  chargebacksOf,
  chargedBackTransfers,
  chargesOf,
  feesWhere,
  forgivenessesOf,
  forgivenTransfers,
  owedOf,
} from '../charges/index.ts'
import { mostTakenBack, weighChargeback } from '../charges/weigh-chargeback.ts'
import { weighForgiveness } from '../charges/weigh-forgiveness.ts'
import { account } from '../ledger/accounts.ts'
import { balances } from '../ledger/index.ts'
import { type Transfer, transfer } from '../ledger/transfer.ts'
import { membersOf, practiceById } from '../practices/index.ts'
import { payOnIfConfirmedToday, type Session, sessionById } from '../sessions/index.ts'
import type { Db, World } from '../world.ts'
import type { ClientMoney, MoneyPreview, PlannedPosting } from './client-money.ts'
import { explainAccount } from './explain-account.ts'
import { sayChargedBack, sayForgiven } from './say-client-money.ts'

type Asked = { practiceId: string; sessionId: string }

/** The client's side of one session, with all that people may do to it. Null: there is no such session. */
export async function clientMoney(
  db: Db,
  world: World,
  asked: Asked,
): Promise<(ClientMoney & { personId: string }) | null> {
  const session = await sessionById(db, asked.practiceId, asked.sessionId)
  if (session === null) return null
  const stands = await owedOf(db, session)
  const payments = await paymentsOf(db, world, session)
  const found = await balances(db, session.practiceId, [session.id])
  const balanceOf = (kind: string) => found.find((one) => one.kind === kind)?.cents ?? zero
  const forgiven = await forgivenessesOf(db, session.practiceId, session.id)
  const backs = payments.map(({ captured, refunded, takenBack }) => captured - refunded - takenBack)
  return {
    personId: session.personId,
    kind: stands.kind,
    owed: stands.kind === 'nothing' ? zero : stands.owed,
    paid: sum(backs as Cents[]),
    comesBack: negate(balanceOf('client_refunds_due')),
    forgiven: sum(forgiven.map(({ cents }) => cents)),
    refusal: weighForgiveness(stands)?.words ?? null,
    payments,
    deeds: await deedsOf(db, world, session),
  }
}

async function paymentsOf(db: Db, world: World, session: Session): Promise<ClientMoney['payments']> {
  const payments: ClientMoney['payments'] = []
  for (const charge of await chargesOf(db, session.practiceId, session.id)) {
    const captured = charge.attempts.find(({ outcome }) => outcome === 'captured')
    if (captured === undefined) continue
    const payment = await cardPayment(db, charge)
    const on = dateIn(captured.at, world.zone)
    payments.push({ chargeId: charge.id, what: charge.because, on, ...payment, most: mostTakenBack(payment) })
  }
  return payments
}

async function deedsOf(db: Db, world: World, { practiceId, id: sessionId }: Session): Promise<ClientMoney['deeds']> {
  const ours = await membersOf(db, world.operator)
  const theirs = await membersOf(db, practiceId)
  const nameOf = (by: string) =>
    by === 'house'
      ? 'Evenkeel'
      : ([...ours, ...theirs].find(({ userId }) => userId === by)?.name ?? 'Somebody who has left')
  const charges = await chargesOf(db, practiceId, sessionId)
  const [fee] = await feesWhere(db, { practiceId, sessionId })
  const all = [
    ...(await forgivenessesOf(db, practiceId, sessionId)).map(({ cents, at, by, reason }) => {
      return { kind: 'forgiven' as const, cents, at, by, words: reason }
    }),
    ...(fee?.end == null
      ? []
      : [{ kind: fee.end.kind, cents: fee.cents, at: fee.end.at, by: fee.end.by, words: fee.end.reason }]),
    ...(
      await chargebacksOf(
        db,
        practiceId,
        charges.map(({ id }) => id),
      )
    ).map(({ cents, at, by, reference }) => {
      return { kind: 'taken_back' as const, cents, at, by, words: `Reference ${reference}` }
    }),
  ]
  return all
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .map(({ at, by, ...one }) => ({ ...one, on: dateIn(at, world.zone), by: nameOf(by) }))
}

/** What forgiving all that is owed would do. Null: there is no such session. */
export async function previewForgiveness(db: Db, world: World, asked: Asked): Promise<MoneyPreview | null> {
  const session = await sessionById(db, asked.practiceId, asked.sessionId)
  if (session === null) return null
  const stands = await owedOf(db, session)
  const refusal = weighForgiveness(stands)
  if (refusal !== null || stands.kind === 'nothing') return refused(refusal?.words ?? 'Nothing is owed.')
  const transfers = await forgivenTransfers(db, session, stands)
  const posting = await plannedPosting(db, world, session.practiceId, transfers)
  return { words: sayForgiven(stands.kind, stands.owed), refusal: null, postings: [posting] }
}

/** What taking a chargeback would do. Null: there is no such payment of this session. */
export async function previewChargeback(
  db: Db,
  world: World,
  { practiceId, sessionId, chargeId, cents }: Asked & { chargeId: string; cents: Cents },
): Promise<MoneyPreview | null> {
  const charge = await capturedCharge(db, { practiceId, sessionId, chargeId })
  if (charge === null) return null
  const refusal = weighChargeback(await cardPayment(db, charge), cents)
  if (refusal !== null) return refused(refusal.words)
  const transfers = await chargedBackTransfers(db, charge, cents)
  const touchesPay = transfers.some(({ debit }) => debit.kind === 'practice_payable')
  const payOn: CalendarDate | null = touchesPay ? await payOnIfConfirmedToday(db, world) : null
  const ours = transfer(account('book', practiceId), account('card_clearing'), cents)
  return {
    words: sayChargedBack(cents, { sessionId, transfers, payOn }),
    refusal: null,
    postings: [
      await plannedPosting(db, world, practiceId, transfers),
      await plannedPosting(db, world, world.operator, ours),
    ],
  }
}

/** A charge of a session that a card paid, with the processor's name of it. */
export async function capturedCharge(
  db: Db,
  { practiceId, sessionId, chargeId }: Asked & { chargeId: string },
): Promise<(ChargeStanding & { processorId: string }) | null> {
  const charge = (await chargesOf(db, practiceId, sessionId)).find(({ id }) => id === chargeId)
  const processorId = charge?.attempts.find(({ outcome }) => outcome === 'captured')?.processorId ?? null
  return charge === undefined || processorId === null ? null : { ...charge, processorId }
}

function refused(words: string): MoneyPreview {
  return { words: [], refusal: words, postings: [] }
}

async function plannedPosting(
  db: Db,
  world: World,
  practiceId: string,
  transfers: readonly Transfer[],
): Promise<PlannedPosting> {
  const isOperators = practiceId === world.operator
  const side = (one: Transfer['debit']) => ({ ...one, name: explainAccount(one.kind).name })
  return {
    book: isOperators ? 'Our book' : ((await practiceById(db, practiceId))?.name ?? 'The practice'),
    isOperators,
    transfers: transfers.map(({ debit, credit, cents }) => ({ debit: side(debit), credit: side(credit), cents })),
  }
}
