import { Refusal } from '../../business/routes.ts'
import type { Db, World } from '../../business/world.ts'
import { asOperations } from '../../database/act-as.ts'
import { dateIn } from '../../libraries/calendar/index.ts'
import {
  accountNumberOf,
  cardTokenOf,
  type SwitchableSession,
  switchableSessions,
} from './demonstration-report-store.ts'
import {
  claimStands,
  type PayerBehaviour,
  payerSwitches,
  refusePayerSwitch,
  type SwitchName,
  sayPayerSwitch,
} from './switches.ts'

export type SwitchDoors = {
  operations: Db
  world: World
  /** Control addresses of the simulated partners by name. */
  outsideAddresses: Readonly<Record<string, string>>
  /** The ids by which the payers are named on claims. */
  payers: readonly string[]
  /** Called after an order to somebody outside. */
  ordered?: () => void
  /** Ends this very process; null where nobody would start it again. */
  die: (() => void) | null
}

/** Turns one switch, for a session or for what comes next, and says what will happen when. */
export async function turnSwitch(
  doors: SwitchDoors,
  name: SwitchName,
  sessionId: string | null,
): Promise<{ words: string }> {
  const session = sessionId === null ? null : await sessionOf(doors, sessionId)
  const behaviour = payerSwitches[name]
  if (behaviour !== undefined) return { words: await orderPayer(doors, behaviour, session) }
  switch (name) {
    case 'bank_returns':
      return { words: await orderReturn(doors, session) }
    case 'card_declines':
      return { words: await orderDecline(doors, session) }
    case 'clearinghouse_drops':
      await tell(doors, 'clearinghouse', '/faults', { dropNextUploadAfterBytes: 200 })
      return {
        words:
          'The connection breaks in the middle of the next claim file. We ask whether it arrived, and send it again: once, never twice.',
      }
    case 'clearinghouse_away':
      await tell(doors, 'clearinghouse', '/faults', { refuseConnections: true })
      return { words: 'The clearinghouse answers nobody until you let it back. What is due waits; nothing is lost.' }
    case 'clearinghouse_back':
      await tell(doors, 'clearinghouse', '/faults', { refuseConnections: false })
      return { words: 'The clearinghouse is back. What waited goes out at the next step of the clock.' }
    case 'server_dies':
      if (doors.die === null) {
        const detail = 'Nobody would start this server again: it was not started by npm start. It was left alone.'
        throw new Refusal({ status: 409, code: 'not_supervised', detail })
      }
      return {
        words: 'The server is killed now, as a loss of power would. It is back within seconds, with everything.',
      }
    default:
      throw new Error(`${name} is no switch`)
  }
}

async function sessionOf({ operations, world }: SwitchDoors, id: string): Promise<SwitchableSession> {
  const now = world.clock.now()
  const [session] = await asOperations(operations, { user: null, now }, (db) => switchableSessions(db, { id, now }))
  if (session !== undefined) return session
  const detail = 'This session is not among those that the switchboard can do something with. Choose another one.'
  throw new Refusal({ status: 404, code: 'session_not_switchable', detail })
}

async function orderPayer(
  doors: SwitchDoors,
  behaviour: PayerBehaviour,
  session: SwitchableSession | null,
): Promise<string> {
  const soon = true
  if (session === null) {
    for (const payer of doors.payers) await tell(doors, 'payer', '/behave', { payer, next: 1, behaviour, soon })
    return sayPayerSwitch(behaviour, null)
  }
  const stands = claimStands(session)
  const refused = refusePayerSwitch(behaviour, stands)
  if (refused !== null) throw new Refusal({ status: 409, code: 'claim_decided', detail: refused })
  const { controlNumber, payerElectronicId, memberId } = session
  const today = dateIn(doors.world.clock.now(), doors.world.zone)
  if (controlNumber !== null && payerElectronicId !== null) {
    const order = { payer: payerElectronicId, claimControlNumber: controlNumber, behaviour, soon }
    await tell(doors, 'payer', '/behave', order)
  } else {
    // Which payer will have the claim is decided when it is confirmed: the order waits with each.
    const servedOn = session.serviceOn ?? dateIn(session.startsAt, doors.world.zone)
    for (const payer of doors.payers) {
      await tell(doors, 'payer', '/behave', { payer, memberId: memberId ?? '', servedOn, behaviour, soon })
    }
  }
  return sayPayerSwitch(behaviour, { stands, payer: session.payerName, today })
}

async function orderReturn(doors: SwitchDoors, session: SwitchableSession | null): Promise<string> {
  const { operations, world } = doors
  const practices = session === null ? await payees(doors) : [{ id: session.practiceId, name: session.practiceName }]
  for (const { id } of practices) {
    const account = await asOperations(operations, { user: null, now: world.clock.now() }, (db) =>
      accountNumberOf(db, id),
    )
    if (account !== null) await tell(doors, 'bank', '/behave', { account, code: 'R02', once: true })
  }
  const names = practices.map(({ name }) => name).join(' and ')
  return `The next payout to ${names} comes back two banking days after it arrived, with R02: account closed. It is owed again at once, and goes out when another account is verified.`
}

async function payees({ operations, world }: SwitchDoors): Promise<{ id: string; name: string }[]> {
  return asOperations(operations, { user: null, now: world.clock.now() }, (db) =>
    db
      .selectFrom('practices.practice')
      .select(['practice_id as id', 'name'])
      .where('kind', '<>', 'operator')
      .orderBy('name')
      .execute(),
  )
}

async function orderDecline(doors: SwitchDoors, session: SwitchableSession | null): Promise<string> {
  const { operations, world } = doors
  if (session === null) {
    await tell(doors, 'cards', '/behave', { token: null, declines: 1 })
    return 'The next card that is charged is declined. It is tried again after 48 hours, and the practice is paid meanwhile.'
  }
  const token = await asOperations(operations, { user: null, now: world.clock.now() }, (db) =>
    cardTokenOf(db, session.personId),
  )
  if (token === null) {
    throw new Refusal({
      status: 409,
      code: 'no_card',
      detail: 'This client has no card that could fail. Choose another session.',
    })
  }
  await tell(doors, 'cards', '/behave', { token, declines: 1 })
  return `The next charge on the card of ${session.clientName} is declined. It is tried again after 48 hours, and the practice is paid meanwhile.`
}

async function tell(doors: SwitchDoors, partner: string, path: string, body: object): Promise<void> {
  const address = doors.outsideAddresses[partner]
  const answer =
    address === undefined
      ? null
      : await fetch(`${address}${path}`, { method: 'POST', body: JSON.stringify(body) }).catch(() => null)
  doors.ordered?.()
  if (answer?.ok === true) return
  const detail = `The simulated ${partner} does not take orders right now. Nothing was changed; please try again.`
  throw new Refusal({ status: 503, code: 'partner_away', detail })
}
