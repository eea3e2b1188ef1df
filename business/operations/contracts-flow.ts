import { type CalendarDate, dateIn, holds, instantAt } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import { policiesInForce } from '../clients/index.ts'
import {
  type AgreedContract,
  contractsAll,
  type DatedRate,
  payersAll,
  plansInForce,
  ratesOfContract,
  succeedRate,
} from '../contracts/index.ts'
import { billingEntities, membersOf, practicesAll } from '../practices/index.ts'
import { sessionsOf } from '../sessions/index.ts'
import type { Db, World } from '../world.ts'
import type { ContractPage, ContractRow } from './contract-page.ts'
import { weighRateChange } from './weigh-rate-change.ts'

/** Every contract with its payer, its entity and its plans. */
export async function contractRows(db: Db, world: World): Promise<ContractRow[]> {
  const payers = new Map((await payersAll(db)).map(({ id, name }) => [id, name]))
  const entities = new Map((await billingEntities(db)).map(({ id, legalName }) => [id, legalName]))
  const plans = await plansInForce(db, dateIn(world.clock.now(), world.zone))
  return (await contractsAll(db)).map((contract) => ({
    id: contract.id,
    payer: payers.get(contract.payerId) ?? contract.payerId,
    networkId: contract.networkId,
    state: contract.state,
    entity: entities.get(contract.billingEntityId) ?? contract.billingEntityId,
    from: contract.during.from,
    until: contract.during.until,
    noticeDays: contract.noticeDays,
    source: contract.source,
    plans: plans.filter(({ networkId }) => networkId === contract.networkId).map(({ id, name }) => ({ id, name })),
  }))
}

/** One contract with its rates of both sides, service by service, in every period. Null: there is none. */
export async function contractPage(db: Db, world: World, id: string): Promise<ContractPage | null> {
  const row = (await contractRows(db, world)).find((one) => one.id === id)
  if (row === undefined) return null
  const rates = await ratesOfContract(db, id)
  const services = Map.groupBy(rates, ({ licenceFamily, code, modifiers }) =>
    [licenceFamily, code, ...modifiers].join(' '),
  )
  const periodsOf = (of: readonly DatedRate[], side: DatedRate['side']) =>
    of.filter((rate) => rate.side === side).map(({ from, until, cents, source }) => ({ from, until, cents, source }))
  return {
    ...row,
    services: [...services.values()]
      .flatMap((of) => {
        const [first] = of
        if (first === undefined) return []
        const { licenceFamily, code, modifiers } = first
        return [{ licenceFamily, code, modifiers, payer: periodsOf(of, 'payer'), provider: periodsOf(of, 'provider') }]
      })
      .toSorted((a, b) => a.licenceFamily.localeCompare(b.licenceFamily) || a.code.localeCompare(b.code)),
  }
}

export type NewRate = {
  contractId: string
  side: 'payer' | 'provider'
  licenceFamily: string
  code: string
  modifiers: string[]
  cents: Cents
  from: CalendarDate
  source: string
}

export type RatePreview = { words: string[]; refusal: string | null; noticeOn: CalendarDate | null }

/** What a further rate would change; nothing is set. */
export async function previewRate(db: Db, world: World, asked: NewRate): Promise<RatePreview> {
  const contract = (await contractsAll(db)).find(({ id }) => id === asked.contractId)
  if (contract === undefined) return { words: [], refusal: 'There is no such contract.', noticeOn: null }
  if (!holds(contract.during, asked.from)) {
    return { words: [], refusal: 'The contract is not in force on that day.', noticeOn: null }
  }
  const key = [asked.licenceFamily, asked.code, ...asked.modifiers].join(' ')
  const same = (await ratesOfContract(db, contract.id)).filter(
    ({ licenceFamily, code, modifiers }) => [licenceFamily, code, ...modifiers].join(' ') === key,
  )
  const on = (side: DatedRate['side']) => same.find((rate) => rate.side === side && holds(rate, asked.from)) ?? null
  if (on(asked.side)?.from === asked.from) {
    return { words: [], refusal: 'Another rate begins that very day already.', noticeOn: null }
  }
  return weighRateChange({
    side: asked.side,
    cents: asked.cents,
    from: asked.from,
    today: dateIn(world.clock.now(), world.zone),
    before: on(asked.side)?.cents ?? null,
    other: on(asked.side === 'payer' ? 'provider' : 'payer')?.cents ?? null,
    noticeDays: contract.noticeDays,
    sessions: await sessionsUnder(db, world, contract, asked),
  })
}

/** How many planned sessions may be billed under a contract from a day on: by the clinician's family and the client's plan. */
async function sessionsUnder(
  db: Db,
  world: World,
  contract: AgreedContract,
  { licenceFamily, from }: NewRate,
): Promise<number> {
  const plans = (await plansInForce(db, from)).filter(({ networkId }) => networkId === contract.networkId)
  const planIds = new Set(plans.map(({ id }) => id))
  let found = 0
  for (const { practiceId } of await practicesAll(db)) {
    if (practiceId === world.operator) continue
    const members = (await membersOf(db, practiceId)).filter((member) => member.licenceFamily === licenceFamily)
    if (members.length === 0) continue
    const planned = await sessionsOf(db, practiceId, { from: instantAt(from, '00:00', world.zone), standing: 'open' })
    const theirs = planned.filter(({ memberId }) => members.some(({ id }) => id === memberId))
    const policies = await policiesInForce(db, [...new Set(theirs.map(({ personId }) => personId))], from)
    const covered = new Set(policies.filter(({ planId }) => planIds.has(planId)).map(({ personId }) => personId))
    found += theirs.filter(({ personId }) => covered.has(personId)).length
  }
  return found
}

/** Sets a further rate from a day of service on; the former one ends there and stays as it was. Null, or why it may not be. */
export async function setRate(db: Db, world: World, asked: NewRate): Promise<string | null> {
  const { refusal } = await previewRate(db, world, asked)
  if (refusal !== null) return refusal
  return (await succeedRate(db, asked)) ? null : 'Another rate begins that very day already.'
}
