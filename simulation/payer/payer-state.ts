import { type CalendarDate, calendarDate } from '../../libraries/calendar/index.ts'
import { type Cents, minus, zero } from '../../libraries/money/index.ts'
import type { ClaimDecision } from './adjudicate-claim.ts'
import { type Behaviour, behaviourOf, type Orders } from './behaviours.ts'
import type { ReceivedClaim } from './received-claim.ts'

/** A file that the payer decided to send. Its bytes lie in the data folder before the event is written. */
export type PlannedFile = { to: 'clearinghouse' | 'bank'; name: string; sha256: string }

/** What the payer did about one claim in one remittance. */
export type ClaimAct = { payerClaimNumber: string; decisions: ClaimDecision[] }

/** Everything that ever happened at the payer; its state is the fold of these. */
export type PayerEvent =
  | {
      kind: 'received'
      name: string
      sha256: string
      size: number
      on: CalendarDate
      claims: ReceivedClaim[]
      files: PlannedFile[]
    }
  | {
      kind: 'remitted'
      on: CalendarDate
      trace: string
      payment: Cents
      acts: ClaimAct[]
      carried: Balance[]
      taken: { payerClaimNumber: string; amount: Cents }[]
      files: PlannedFile[]
    }
  | { kind: 'sent'; to: PlannedFile['to']; name: string }
  | { kind: 'behaves'; about: string; behaviour: Behaviour; on: CalendarDate; soon?: boolean | undefined }
  /** The next claims that are received, whosever they are. */
  | { kind: 'behaves_next'; count: number; behaviour: Behaviour; soon?: boolean | undefined }

/** Money taken back from a payee that the payer still holds against it (PLB FB). */
export type Balance = { payerClaimNumber: string; payeeKey: string; amount: Cents; recoverFrom: CalendarDate }

export type ClaimRecord = {
  claim: ReceivedClaim
  paid: ClaimDecision | null
  answered: boolean
  takenBack: boolean
  /** The day of the last answer. */
  answeredOn?: CalendarDate
}

export type PayerState = {
  claims: Map<string, ClaimRecord>
  controlNumbers: Set<string>
  orders: Orders
  /** Orders for claims to come, the first first. */
  next: { count: number; behaviour: Behaviour; soon: boolean }[]
  balances: Balance[]
  /** Claim files taken in, by name, with their size. */
  filesRead: Map<string, number>
  planned: PlannedFile[]
  sent: Set<string>
  remittances: number
}

/** A payer before its first claim, with the behaviours that its policies name. */
export function emptyPayerState(
  policies: readonly { memberId: string; behaviour?: Behaviour | undefined }[] = [],
): PayerState {
  const always = calendarDate('0001-01-01')
  return {
    orders: new Map(
      policies.flatMap(({ memberId, behaviour }) => (behaviour ? [[memberId, { behaviour, on: always }]] : [])),
    ),
    next: [],
    claims: new Map(),
    controlNumbers: new Set(),
    balances: [],
    filesRead: new Map(),
    planned: [],
    sent: new Set(),
    remittances: 0,
  }
}

export function payeeKey({ taxId, npi }: { taxId: string; npi: string }): string {
  return `${taxId} ${npi}`
}

/** What has no recorded result yet, in the order in which it was planned. */
export function unsentFiles(state: PayerState, to: PlannedFile['to']): PlannedFile[] {
  return state.planned.filter((file) => file.to === to && !state.sent.has(sentKey(file)))
}

/** Changes the state by one event. */
export function applyPayerEvent(state: PayerState, event: PayerEvent): void {
  switch (event.kind) {
    case 'received':
      state.filesRead.set(event.name, event.size)
      state.planned.push(...event.files)
      for (const claim of event.claims) {
        state.controlNumbers.add(claim.claimControlNumber)
        state.claims.set(claim.payerClaimNumber, { claim, paid: null, answered: false, takenBack: false })
        orderNext(state, claim)
      }
      return
    case 'remitted':
      state.remittances += 1
      state.planned.push(...event.files)
      for (const act of event.acts) applyAct(state, act, event.on)
      state.balances = remainingBalances([...state.balances, ...event.carried], event.taken)
      return
    case 'sent':
      state.sent.add(sentKey(event))
      return
    case 'behaves':
      state.orders.set(event.about, { behaviour: event.behaviour, on: event.on, soon: event.soon })
      return
    case 'behaves_next':
      state.next.push({ count: event.count, behaviour: event.behaviour, soon: event.soon ?? false })
  }
}

/** An order for the next claims is an order for this one, unless it has one of its own. */
function orderNext(state: PayerState, claim: ReceivedClaim): void {
  const [first] = state.next
  if (first === undefined || behaviourOf(state.orders, claim).since !== null) return
  const { behaviour, soon } = first
  state.orders.set(claim.claimControlNumber, { behaviour, on: claim.receivedOn, soon })
  first.count -= 1
  if (first.count <= 0) state.next.shift()
}

function applyAct(state: PayerState, act: ClaimAct, on: CalendarDate): void {
  const record = state.claims.get(act.payerClaimNumber)
  if (!record) return
  record.answered = true
  record.answeredOn = on
  for (const decision of act.decisions) {
    if (decision.status === '1') record.paid = decision
    if (decision.status === '22') record.takenBack = true
  }
}

function remainingBalances(
  balances: readonly Balance[],
  taken: readonly { payerClaimNumber: string; amount: Cents }[],
): Balance[] {
  return balances
    .map((balance) => {
      const amount = taken.find(({ payerClaimNumber }) => payerClaimNumber === balance.payerClaimNumber)?.amount ?? zero
      return { ...balance, amount: minus(balance.amount, amount) }
    })
    .filter(({ amount }) => amount > 0)
}

function sentKey({ to, name }: { to: PlannedFile['to']; name: string }): string {
  return `${to} ${name}`
}
