import { dateIn } from '../../libraries/calendar/index.ts'
import { plansInForce } from '../contracts/index.ts'
import { membersOf, practiceById } from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import { confirmedBriefly } from '../sessions/index.ts'
import type { Db, Who, World } from '../world.ts'
import { payeeOf } from './bank-account-store.ts'
import type { Statement } from './describe-statement.ts'
import { payments } from './payments-flow.ts'
import { payoutsWhere } from './payout-store.ts'

/** A payout as its statement says it; to a clinician of a group, the part that their own sessions brought. */
export async function statementOf(db: Db, world: World, who: Who, payoutId: string): Promise<Statement> {
  const { practiceId } = who
  const paid = (await payments(db, world, who)).past.find((each) => each.payoutId === payoutId)
  const payout = (await payoutsWhere(db, { practiceId })).find(({ id }) => id === payoutId)
  if (paid === undefined || payout === undefined) throw noPayout()
  const members = await membersOf(db, practiceId)
  const sessionIds = paid.lines.flatMap(({ sessionId }) => (sessionId === null ? [] : [sessionId]))
  const confirmed = new Map((await confirmedBriefly(db, practiceId, sessionIds)).map((each) => [each.sessionId, each]))
  const plans = new Map((await plansInForce(db, payout.payOn)).map(({ id, name }) => [id, name]))
  const { accounts } = await payeeOf(db, practiceId)
  const nameOf = (memberId: string | undefined) => members.find(({ id }) => id === memberId)?.name ?? null
  return {
    practiceName: (await practiceById(db, practiceId))?.name ?? '',
    onlyOf: who.may.money === 'all' ? null : nameOf(who.memberId),
    writtenOn: dateIn(world.clock.now(), world.zone),
    settlesOn: payout.settlesOn,
    payoutState: paid.state,
    accountEnds:
      who.may.money === 'all'
        ? (accounts.find(({ id }) => id === payout.bankAccountId)?.account.slice(-4) ?? null)
        : null,
    trace: payout.traceNumber,
    lines: paid.lines.map(({ sessionId, clientName, serviceOn, words, cents }) => {
      const session = confirmed.get(sessionId ?? '')
      return {
        serviceOn,
        clientName,
        clinicianName: nameOf(session?.memberId),
        planName: plans.get(session?.planId ?? '') ?? null,
        state: session?.state ?? null,
        codes: session?.codes ?? [],
        words,
        cents,
      }
    }),
  }
}

function noPayout(): Refusal {
  const detail = 'There is no such payout of this practice, or nothing in it is yours.'
  return new Refusal({ status: 404, code: 'payout_not_found', detail })
}
