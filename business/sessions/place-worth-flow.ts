import type { CalendarDate } from '../../libraries/calendar/index.ts'
import type { Cents } from '../../libraries/money/index.ts'
import { clientEstimate } from '../charges/client-estimate.ts'
import { ratesInForce } from '../contracts/index.ts'
import { priceCodes } from '../contracts/price-codes.ts'
import type { Answer } from '../coverage/answer.ts'
import type { Facts } from '../coverage/facts.ts'
import type { Db } from '../world.ts'
import { contractStates } from './contract-states.ts'
import { lastTimesOf } from './last-time-store.ts'
import { firstContract } from './weigh-route-flow.ts'

/** What a session at one place comes to: what the clinician is paid, and the client's part of the price. */
export type PlaceWorth = { codes: string[]; isLikeLastTime: boolean; providerCents: Cents; clientCents: Cents }

export type UsualService = { codes: string[]; isLikeLastTime: boolean }

/** What most sessions are where none with this client has been confirmed: individual therapy of 60 minutes. */
const mostOften = { codes: ['90837'], isLikeLastTime: false }

/** The services by which a place's worth is told: those of the last session of these two, else the most frequent one. */
export async function usualService(
  db: Db,
  { practiceId, memberId, personId }: { practiceId: string; memberId: string; personId: string },
): Promise<UsualService> {
  const last = (await lastTimesOf(db, practiceId, personId)).find((each) => each.memberId === memberId)
  return last === undefined || last.codes.length === 0 ? mostOften : { codes: last.codes, isLikeLastTime: true }
}

/**
 * Answers what a session at a place comes to, asking for the rates of each network and state once. Null where the place is not
 * billable, or no contract or rate for the services is in force there: nothing is guessed.
 */
export function placeWorths(
  db: Db,
  { usual, family, copay, on }: { usual: UsualService; family: string; copay: Cents; on: CalendarDate },
): (place: { answer: Answer; facts: Facts; state: string }) => Promise<PlaceWorth | null> {
  const known = new Map<string, PlaceWorth | null>()
  const find = async (network: string, states: readonly string[]): Promise<PlaceWorth | null> => {
    const contract = await firstContract(db, network, states, on)
    if (contract === null) return null
    const codes = usual.codes.map((code) => ({ code, modifiers: [], units: 1 }))
    const pricing = priceCodes(codes, await ratesInForce(db, contract.id, family, on))
    if (pricing.kind !== 'priced') return null
    const { client } = clientEstimate({ payerRate: pricing.payer, copay })
    return { ...usual, providerCents: pricing.provider, clientCents: client }
  }
  return async ({ answer, facts, state }) => {
    if (answer.claimTo === null) return null
    const states = contractStates(answer, facts, state)
    const key = [answer.claimTo, ...states].join(' ')
    const worth = known.has(key) ? (known.get(key) ?? null) : await find(answer.claimTo, states)
    known.set(key, worth)
    return worth
  }
}
