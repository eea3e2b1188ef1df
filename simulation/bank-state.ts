import type { AchFile } from '../libraries/ach/index.ts'
import { addDays, type CalendarDate } from '../libraries/calendar/index.ts'
import type { BankConfig, BankUser } from './bank-config.ts'
import { type ComingBack, effectsOf, type Movement } from './bank-movements.ts'

/** What the bank's journal holds. */
export type BankEvent =
  | ({ kind: 'opened' } & Opening)
  | { kind: 'taken'; user: BankUser; name: string; sha256: string; file: AchFile }
  | { kind: 'repeat'; user: BankUser; name: string; sha256: string }
  | { kind: 'rejected'; user: BankUser; name: string; sha256: string; reasons: string[] }
  | { kind: 'published'; from: CalendarDate; through: CalendarDate }
  /** From now on the receiving bank answers entries for this account with the return code. */
  | { kind: 'behaves'; account: string; code: string; once?: boolean }

type Opening = Pick<BankConfig, 'operatorAccount' | 'operatorRouting' | 'openedOn' | 'openingDeposits'>

export type BankState = {
  account: string
  routing: string
  openedOn: CalendarDate
  /** The first day whose statement is not out yet. */
  firstOpenDay: CalendarDate
  /** The run of statements that was decided on last; its files may still have to be written. */
  lastPublished: { from: CalendarDate; through: CalendarDate } | null
  movements: Movement[]
  comingBack: ComingBack[]
  /** Accepted files, "user/name" to the content's hash. */
  received: Map<string, string>
  /** The same the other way round: "user/hash" to the name. */
  contents: Map<string, string>
  /** Ordered answers by account: they go before what the account number says; `once` is used up by the next entry. */
  ordered: Map<string, { code: string; once: boolean }>
}

export function openedBank(opening: Opening): BankState {
  return {
    account: opening.operatorAccount,
    routing: opening.operatorRouting,
    openedOn: opening.openedOn,
    firstOpenDay: opening.openedOn,
    lastPublished: null,
    movements: opening.openingDeposits.map(({ cents, reference, on }) => ({
      on,
      typeCode: '195',
      cents,
      customerReference: reference,
      text: 'INCOMING MONEY TRANSFER',
    })),
    comingBack: [],
    received: new Map(),
    contents: new Map(),
    ordered: new Map(),
  }
}

/** Takes up what happened, in place: the journal is the truth, this its sum. */
export function applyEvent(state: BankState, event: BankEvent): void {
  if (event.kind === 'taken') {
    const { firstOpenDay, routing, account, ordered } = state
    const codes = new Map([...ordered].map(([of, { code }]) => [of, code]))
    const effects = effectsOf({ ...event, firstOpenDay, ordered: codes }, { routing, account })
    if (event.user === 'operator') spendOrders(ordered, event.file)
    state.movements.push(...effects.movements)
    state.comingBack.push(...effects.comingBack)
    state.received.set(`${event.user}/${event.name}`, event.sha256)
    state.contents.set(`${event.user}/${event.sha256}`, event.name)
  } else if (event.kind === 'published') {
    state.lastPublished = { from: event.from, through: event.through }
    state.firstOpenDay = addDays(event.through, 1)
  } else if (event.kind === 'behaves') {
    state.ordered.set(event.account, { code: event.code, once: event.once ?? false })
  }
}

function spendOrders(ordered: BankState['ordered'], file: AchFile): void {
  for (const { account } of file.batches.flatMap(({ entries }) => entries)) {
    if (ordered.get(account)?.once === true) ordered.delete(account)
  }
}

/** What the bank does with an upload: an ACH file that it can read, from its rightful sender, once. */
export function judgeUpload(
  state: BankState,
  upload: { user: BankUser; name: string; sha256: string },
  read: () => { file: AchFile | null; findings: { where: string; message: string }[] },
): BankEvent {
  const { user, name, sha256 } = upload
  const known = state.received.get(`${user}/${name}`)
  if (known === sha256) return { kind: 'repeat', ...upload }
  const rejected = (...reasons: string[]): BankEvent => ({ kind: 'rejected', ...upload, reasons })
  if (known !== undefined) return rejected('a file of this name with other content was accepted before')
  const otherName = state.contents.get(`${user}/${sha256}`)
  if (otherName !== undefined) return rejected(`the same file was accepted before as ${otherName}`)
  if (!/^[A-Za-z0-9._-]{1,80}$/.test(name))
    return rejected('a name has letters, digits, dots, hyphens and underscores only')
  const { file, findings } = read()
  if (file === null) return rejected(...findings.map(({ where, message }) => `${where}: ${message}`))

  const entries = file.batches.flatMap((batch) => batch.entries)
  if (user === 'operator' && file.immediateDestination !== state.routing)
    return rejected('the immediate destination is not this bank')
  if (entries.some(({ addenda }) => addenda !== null && addenda.kind !== 'payment'))
    return rejected('returns and corrections come from the bank only')
  const unknown = entries.some(
    ({ receivingRouting, account }) => receivingRouting === state.routing && account !== state.account,
  )
  if (user !== 'operator' && unknown) return rejected('an entry is for an account that this bank does not have')
  return { kind: 'taken', ...upload, file }
}
