import { type CalendarDate, dateIn, type Period } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import { credentialsOf } from '../credentialing/index.ts'
import type { PaySchedule } from '../payouts/payment-window.ts'
import { scheduleOn } from '../payouts/schedule-on.ts'
import { clinicianById } from '../practices/index.ts'
import type { Db, Who, World } from '../world.ts'
import { contractsOfNetworks, providerRatesOf } from './own-rate-store.ts'
import { paySchedules } from './pay-schedule-store.ts'
import { payersAll } from './plan-store.ts'

/** What one clinician is paid for one service under one contract, for a period. */
export type OwnRate = {
  payerName: string
  state: string
  code: string
  modifiers: string[]
  cents: Cents
  from: CalendarDate
  until: CalendarDate | null
}

export type Agreement = {
  memberId: string
  rates: OwnRate[]
  paySchedule: { from: CalendarDate; until: CalendarDate | null; source: string; schedule: PaySchedule } | null
}

/** What was agreed with a clinician: the rates of every contract that they are credentialed under, and when they are paid. */
export async function agreementOf(db: Db, world: World, who: Who, memberId: string): Promise<Agreement> {
  const today = dateIn(world.clock.now(), world.zone)
  const clinician = await clinicianById(db, who.practiceId, memberId)
  const credentials = clinician === null ? [] : await credentialsOf(db, who.practiceId, memberId)
  const networks = [...new Set(credentials.map(({ networkId }) => networkId))]
  const contracts = await contractsOfNetworks(db, networks)
  const own = contracts.filter((contract) =>
    credentials.some(({ networkId, state }) => networkId === contract.networkId && state === contract.state),
  )
  const payers = new Map((await payersAll(db)).map(({ id, name }) => [id, name]))
  const rates = await providerRatesOf(
    db,
    own.map(({ id }) => id),
    clinician?.licenceFamily ?? '',
  )
  const schedule = scheduleOn(await paySchedules(db), today)
  return {
    memberId,
    rates: rates.flatMap(({ contractId, code, modifiers, cents, during }) => {
      const contract = own.find(({ id }) => id === contractId)
      if (contract === undefined) return []
      const payerName = payers.get(contract.payerId) ?? contract.payerId
      return [{ payerName, state: contract.state, code, modifiers, cents, ...periodOf(during) }]
    }),
    paySchedule: schedule,
  }
}

function periodOf({ from, until }: Period): Period {
  return { from, until }
}
