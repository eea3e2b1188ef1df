import { addDays, type CalendarDate, calendarDate, dateIn, holds } from '../../libraries/calendar/index.ts'
import { cents } from '../../libraries/money/index.ts'
import { sentClaims } from '../claims/index.ts'
import { contractYears } from '../contracts/contract-years.ts'
import { contractsAll, type DatedRate, payersAll, ratesOfContract } from '../contracts/index.ts'
import { keyOf } from '../contracts/price-codes.ts'
import { transfersAboutEach } from '../ledger/index.ts'
import type { Transfer } from '../ledger/transfer.ts'
import { whereTheMoneyGoes } from '../payouts/where-the-money-goes.ts'
import { membersOf } from '../practices/index.ts'
import { type GivenSession, givenSessions } from '../sessions/index.ts'
import type { Db, World } from '../world.ts'
import { careGiven, type SessionGiven } from './care-given.ts'
import type { ContractYearFigures, ContractYears, NetworkYear, YearRate } from './contract-year-page.ts'
import { hideFew } from './hide-few.ts'

type Known = SessionGiven & { practiceId: string; sessionId: string; services: GivenSession['codes'] }

/** What a contract shows over its years: care, money and rates, from the sessions and the books. Null: there is none. */
export async function yearsOfContract(db: Db, world: World, contractId: string): Promise<ContractYears | null> {
  const contract = (await contractsAll(db)).find(({ id }) => id === contractId)
  if (contract === undefined) return null
  const payer = (await payersAll(db)).find(({ id }) => id === contract.payerId)?.name ?? contract.payerId
  const on = dateIn(world.clock.now(), world.zone)
  const all = await sessionsKnown(db, { contractId })
  const posted = await transfersAboutEach(
    db,
    all.map(({ sessionId }) => sessionId),
  )
  const rates = await ratesOfContract(db, contractId)
  const years = contractYears(contract.during, on).map((year): ContractYearFigures => {
    const given = all.filter(({ serviceOn }) => serviceOn >= year.from && serviceOn < year.until)
    const transfers = given.flatMap(({ sessionId }) => posted.get(sessionId) ?? [])
    const last = on < year.until ? on : addDays(year.until, -1)
    return {
      ...year,
      care: careGiven(all, year, { on, zone: world.zone }),
      money: moneyOf(transfers),
      rates: ratesOf(given, rates, { first: year.from, last }),
    }
  })
  const shown = years.filter(({ care, until }) => care.sessions > 0 || on < until)
  const { from, until } = contract.during
  return { id: contractId, payer, state: contract.state, from, until, years: shown.toReversed() }
}

/** The whole network's care by calendar years, the last one first; what few people stand behind is left out. */
export async function yearsOfNetwork(db: Db, world: World): Promise<NetworkYear[]> {
  const on = dateIn(world.clock.now(), world.zone)
  const all = await sessionsKnown(db, {})
  const years = [...new Set(all.map(({ serviceOn }) => Number(serviceOn.slice(0, 4))))].sort((a, b) => b - a)
  return years.map((year) => {
    const period = { from: calendarDate(`${year}-01-01`), until: calendarDate(`${year + 1}-01-01`) }
    const given = all.filter((session) => holds(period, session.serviceOn))
    const practices = new Set(given.map(({ practiceId }) => practiceId)).size
    return { year, care: hideFew(careGiven(all, period, { on, zone: world.zone }), { practices }) }
  })
}

async function sessionsKnown(db: Db, which: { contractId?: string }): Promise<Known[]> {
  const given = await givenSessions(db, which)
  const claims = await sentClaims(
    db,
    given.map(({ sessionId }) => sessionId),
  )
  const families = new Map<string, string>()
  for (const practiceId of new Set(given.map((session) => session.practiceId))) {
    for (const { id, licenceFamily } of await membersOf(db, practiceId)) families.set(id, licenceFamily ?? 'unknown')
  }
  return given.map(({ codes, contractId: _, state: __, ...session }) => ({
    ...session,
    services: codes,
    codes: codes.map(({ code }) => code),
    licenceFamily: families.get(session.memberId) ?? 'unknown',
    claim: claims.get(session.sessionId) ?? null,
  }))
}

function moneyOf(transfers: readonly Transfer[]): ContractYearFigures['money'] {
  const goes = whereTheMoneyGoes(transfers, cents(0))
  const practices = transfers.reduce(
    (total, { debit, credit, cents: amount }) =>
      total + (credit.kind === 'practice_payable' ? amount : 0) - (debit.kind === 'practice_payable' ? amount : 0),
    0,
  )
  return {
    payerPaid: goes.payerPaidCents,
    clientsPaid: goes.clientPaidCents,
    owed: goes.owedCents,
    practices: cents(practices),
    kept: goes.operatorKeptCents,
    absorbed: goes.absorbedCents,
  }
}

/** The services that were given, by family and code, with their rates on the first and the last day. */
function ratesOf(
  given: readonly Known[],
  rates: readonly DatedRate[],
  { first, last }: { first: CalendarDate; last: CalendarDate },
): YearRate[] {
  const all = given.flatMap(({ licenceFamily, services }) =>
    services.map(({ code, modifiers }) => ({ licenceFamily, code, modifiers: counting(rates, code, modifiers) })),
  )
  const rateOn = (side: DatedRate['side'], service: Service, on: CalendarDate) =>
    rates.find((rate) => rate.side === side && nameOf(rate) === nameOf(service) && holds(rate, on))?.cents ?? null
  return [...Map.groupBy(all, nameOf).values()]
    .flatMap((of) => of.slice(0, 1).map((service) => ({ service, count: of.length })))
    .map(({ service, count }) => ({
      ...service,
      count,
      payer: rateOn('payer', service, last),
      provider: rateOn('provider', service, last),
      payerBefore: rateOn('payer', service, first),
    }))
    .toSorted((a, b) => b.count - a.count || (nameOf(a) < nameOf(b) ? -1 : 1))
}

type Service = Pick<DatedRate, 'licenceFamily' | 'code' | 'modifiers'>

// A modifier counts only where some rate of that code names it, as when a session is priced.
function counting(rates: readonly DatedRate[], code: string, modifiers: readonly string[]): string[] {
  const named = new Set(rates.filter((rate) => rate.code === code).flatMap((rate) => rate.modifiers))
  return modifiers.filter((modifier) => named.has(modifier)).sort()
}

function nameOf({ licenceFamily, code, modifiers }: Service): string {
  return [licenceFamily, code, keyOf(modifiers)].join(' ')
}
