import { type CalendarDate, holds } from '../../libraries/calendar/index.ts'
import { type Cents, cents } from '../../libraries/money/index.ts'

/** One row of the payer's own copy of a contract. What is left out holds for every network, state or taxonomy. */
export type ContractRate = {
  billingTin: string
  network?: string | undefined
  state?: string | undefined
  taxonomies?: string[] | undefined
  code: string
  modifiers: string[]
  from: CalendarDate
  until: CalendarDate | null
  cents: number
}

export type ServiceToPrice = {
  billingTin: string
  network: string | null
  state: string | null
  taxonomy: string | null
  code: string
  modifiers: string[]
  servedOn: CalendarDate
}

/**
 * Modifiers that tell how a service was given and do not select a rate of their own
 * (telehealth: CMS Medicare Claims Processing Manual, chapter 12, section 190).
 */
const informationalModifiers = new Set(['95', '93', 'GT', 'GQ', 'FQ', 'FR'])

/** The contracted amount for one unit, or null: the contract has no rate for it, or more than one. */
export function findContractRate(contract: readonly ContractRate[], service: ServiceToPrice): Cents | null {
  const candidates = contract.filter((rate) => covers(rate, service))
  const exact = candidates.filter((rate) => sameModifiers(rate.modifiers, service.modifiers))
  const selecting = service.modifiers.filter((modifier) => !informationalModifiers.has(modifier))
  const found = exact.length > 0 ? exact : candidates.filter((rate) => sameModifiers(rate.modifiers, selecting))
  const [only, ...others] = found
  return only && others.length === 0 ? cents(only.cents) : null
}

/** Pairs of rows that could both price one service: such a contract is refused when the payer starts. */
export function overlappingRates(contract: readonly ContractRate[]): [ContractRate, ContractRate][] {
  return contract.flatMap((one, index) =>
    contract
      .slice(index + 1)
      .filter((other) => overlap(one, other))
      .map((other): [ContractRate, ContractRate] => [one, other]),
  )
}

function covers(rate: ContractRate, service: ServiceToPrice): boolean {
  return (
    rate.billingTin === service.billingTin &&
    rate.code === service.code &&
    (rate.network === undefined || rate.network === service.network) &&
    (rate.state === undefined || rate.state === service.state) &&
    (rate.taxonomies === undefined || (service.taxonomy !== null && rate.taxonomies.includes(service.taxonomy))) &&
    holds(rate, service.servedOn)
  )
}

function sameModifiers(one: readonly string[], other: readonly string[]): boolean {
  return [...one].sort().join(' ') === [...other].sort().join(' ')
}

function overlap(one: ContractRate, other: ContractRate): boolean {
  return (
    one.billingTin === other.billingTin &&
    one.code === other.code &&
    (one.network === undefined || other.network === undefined || one.network === other.network) &&
    (one.state === undefined || other.state === undefined || one.state === other.state) &&
    (one.taxonomies === undefined ||
      other.taxonomies === undefined ||
      one.taxonomies.some((taxonomy) => other.taxonomies?.includes(taxonomy))) &&
    sameModifiers(one.modifiers, other.modifiers) &&
    (one.until === null || other.from < one.until) &&
    (other.until === null || one.from < other.until)
  )
}
