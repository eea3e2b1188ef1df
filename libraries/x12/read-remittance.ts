import { type ClaimPaymentPlaces, checkClaimPayment, checkPayment, RemittanceTotals } from './check-remittance.ts'
import { ClaimSums } from './claim-sums.ts'
import { type CodeSets, checkPaymentCodes } from './code-sets.ts'
import type { Place } from './finding.ts'
import type { FindingLog } from './finding-log.ts'
import type { LoopSpec, SegmentSpec } from './loop-table.ts'
import type { OtherSegment } from './model-party.ts'
import type { ClaimPayment, Remittance, RemittanceHeader, ServicePayment } from './model-remittance.ts'
import { emptyAddress } from './read-party.ts'
import { type RemittanceHandler, remittanceHandlers } from './remittance-handlers.ts'
import type { Segment } from './segment.ts'
import { setNamed } from './supported-sets.ts'

const names = ['QC', 'IL', '74', '82', 'TT', 'PR', 'GB']

const nameOrders = setNamed('835').table.segments.map(({ role }) => names.indexOf(role.slice('2100/NM1:'.length)))

/** What is looked at in the segments of a claim besides their typed content; 0 stands outside claims. */
const tasks = { none: 1, claim: 2, line: 3, name: 4, adjustment: 5 } as const

const taskOf = Uint8Array.from(setNamed('835').table.segments, ({ id, loop }) => {
  if (!isOfClaim(loop)) return 0
  if (id === 'CLP') return tasks.claim
  if (id === 'SVC') return tasks.line
  if (id === 'NM1') return tasks.name
  return id === 'CAS' ? tasks.adjustment : tasks.none
})

const handlers: (RemittanceHandler | null)[] = setNamed('835').table.segments.map(
  ({ role }) => remittanceHandlers[role] ?? null,
)

/** Loops to a typed remittance; hands each claim on as soon as it is whole and checked. */
export class RemittanceReader {
  remittance: Remittance
  claim: ClaimPayment | null = null
  line: ServicePayment | null = null
  places: ClaimPaymentPlaces | null = null
  paymentPlace: Place | null = null
  tracePlace: Place | null = null
  log: FindingLog
  #keepClaims: boolean
  #codeSets: CodeSets
  #nameOrder = -1
  /** The groups of the claim or line so far whose CAS had room for more. */
  #groups: number[] = []
  #groupCount = 0
  /** Set when nothing is to be made of the claims, only whether they balance. */
  #sums: ClaimSums | null
  #sumsPlace: Place | null = null
  #totals = new RemittanceTotals()
  #onClaim: (claim: ClaimPayment) => void

  constructor(
    log: FindingLog,
    start: { transactionControlNumber: string; keep: boolean; codeSets?: CodeSets; sumsOnly?: boolean },
    onClaim: (claim: ClaimPayment) => void,
  ) {
    this.log = log
    this.#keepClaims = start.keep
    this.#codeSets = start.codeSets ?? {}
    this.#onClaim = onClaim
    this.#sums = start.sumsOnly === true ? new ClaimSums() : null
    this.remittance = emptyRemittance(start.transactionControlNumber)
  }

  segment(segment: Segment, spec: SegmentSpec | null): void {
    const task = spec === null ? 0 : (taskOf[spec.index] as number)
    if (spec !== null && task > tasks.none) this.#look(segment, spec, task)
    if (spec !== null && task > 0 && this.#sums !== null) {
      this.#sums.take(segment, spec)
      return
    }
    const handler = spec === null ? null : (handlers[spec.index] ?? null)
    if (handler === null) this.#keep(segment, spec)
    else handler(this, segment)
    if (this.claim?.readFrom !== undefined) this.claim.readFrom.segmentCount++
  }

  closed(loop: LoopSpec): void {
    if (this.#sums !== null && this.#sumsPlace !== null && isOfClaim(loop)) {
      this.#closeSums(loop, this.#sums, this.#sumsPlace)
      return
    }
    if (loop.id === '2110') this.line = null
    if (loop.id !== '2100' || this.claim === null || this.places === null) return
    checkClaimPayment(this.log, this.claim, this.places)
    checkPaymentCodes(this.log, this.#codeSets, this.claim, this.places, this.remittance.producedOn ?? null)
    this.#nameOrder = -1
    this.#totals.add(this.claim, this.places.claim)
    if (this.#keepClaims) this.remittance.claims.push(this.claim)
    this.#onClaim(this.claim)
    this.claim = null
    this.log.claim = null
  }

  #closeSums(loop: LoopSpec, sums: ClaimSums, place: Place): void {
    sums.closeLine()
    if (loop.id !== '2100') return
    if (!sums.isBalanced()) this.log.place('claim_balance', place)
    this.#nameOrder = -1
    this.#totals.addSums(sums, place)
    this.log.claim = null
  }

  finish(): Remittance {
    checkPayment(this.log, this.remittance, this.#totals, this.paymentPlace, this.tracePlace)
    return this.remittance
  }

  #look(segment: Segment, spec: SegmentSpec, task: number): void {
    if (task === tasks.adjustment) this.#checkGroup(segment)
    else if (task === tasks.name) this.#checkNameOrder(segment, nameOrders[spec.index] as number)
    else {
      this.#groupCount = 0
      if (task === tasks.claim && this.#sums !== null) this.#sumsPlace = this.log.placeOf(segment)
    }
  }

  /** NM1 in the order of the guide: patient, insured, corrected, provider, crossover, priority payer, other. */
  #checkNameOrder(segment: Segment, order: number): void {
    if (order < this.#nameOrder) this.log.at('name_order', segment, { element: 1, value: segment.element(1) })
    this.#nameOrder = order
  }

  #checkGroup(segment: Segment): void {
    const group = segment.code(1)
    for (let index = 0; index < this.#groupCount; index++) {
      if (this.#groups[index] !== group) continue
      this.log.at('repeated_group', segment, { element: 1, value: segment.element(1) })
      return
    }
    if (!segment.has(17)) this.#groups[this.#groupCount++] = group
  }

  #header(spec: SegmentSpec | null): RemittanceHeader | null {
    return spec?.loop.id === '2000' ? (this.remittance.headers?.at(-1) ?? null) : null
  }

  #keep(segment: Segment, spec: SegmentSpec | null): void {
    if (segment.id === 'ST' || segment.id === 'SE') return
    const holder: { other?: OtherSegment[] | undefined } =
      this.line ?? this.claim ?? this.#header(spec) ?? this.remittance
    holder.other ??= []
    holder.other.push({ loop: spec?.loop.id ?? '', elements: segment.canonical() })
  }
}

function isOfClaim(loop: LoopSpec): boolean {
  return loop.id === '2100' || loop.id === '2110'
}

function emptyRemittance(transactionControlNumber: string): Remittance {
  return {
    transactionControlNumber,
    payment: { handling: '', cents: Number.NaN, creditDebit: '', method: '', date: '' },
    trace: { number: '', originator: '' },
    payer: { name: '', address: emptyAddress(), technicalContacts: [] },
    payee: { name: '', idQualifier: '', id: '' },
    claims: [],
    providerAdjustments: [],
  }
}
