import { formatCents } from '../../libraries/money/index.ts'
import type { ClientCard, Readiness } from '../charges/describe-client.ts'
import type { FailedCharge } from '../charges/index.ts'
import type { Described, SessionRow } from '../sessions/describe-session-row.ts'
import type { ChangeRequest } from '../sessions/index.ts'

export type NeedKind =
  | 'payout_hold'
  | 'payout_returned'
  | 'no_pay_schedule'
  | 'rate_gap'
  | 'client_not_ready'
  | 'card_declined'
  | 'access_request'
  | 'change_request'

/** What is missing of a client before a session with them can be billed. */
export type Lack = 'insurance' | 'address' | 'paymentMethod' | 'forms'

/** Something that waits for somebody of the practice: a heading, what to do, and where. */
export type NeedsYou = {
  kind: NeedKind
  title: string
  words: string
  sessionId: string | null
  personId: string | null
  lacks: Lack[]
  readiness: Readiness | null
  /** Of the session that it is about. */
  startsAt: SessionRow['startsAt'] | null
}

type Known = {
  rows: readonly Described[]
  clients: readonly ClientCard[]
  /** What a payout waits for, in words, to whoever may do something about it. */
  hold: string | null
  returned: boolean
  hasPaySchedule: boolean
  failed: readonly FailedCharge[]
  /** Who asks to work in the office, to an owner. */
  asking: readonly { name: string; email: string }[]
  /** What clients ask of sessions to come, and nobody has answered. */
  requests: readonly Pick<ChangeRequest, 'sessionId' | 'version' | 'kind' | 'proposed' | 'fee'>[]
}

/** What stands in the way of being paid, beside sessions to confirm: once per client, with their next open session. */
export function needsYou({
  rows,
  clients,
  hold,
  returned,
  hasPaySchedule,
  failed,
  asking,
  requests,
}: Known): NeedsYou[] {
  const open = rows.filter(({ row }) => row.state === 'to_confirm' || row.state === 'upcoming')
  const gaps = open.filter(({ row, confirmBy }) => row.state === 'to_confirm' && confirmBy === null)
  return [
    ...(returned
      ? [
          need(
            'payout_returned',
            'Your bank sent a payout back',
            'Look at your bank account; the money is yours and goes out again.',
          ),
        ]
      : []),
    ...(hold !== null ? [need('payout_hold', 'Your pay is waiting', hold)] : []),
    ...(hasPaySchedule ? [] : [noSchedule]),
    ...gaps.map(({ row }) => ({
      ...need(
        'rate_gap',
        `No rate is entered for the session with ${row.clientName}`,
        'The operator enters it; your 30 days stand still until then.',
      ),
      sessionId: row.id,
      startsAt: row.startsAt,
    })),
    ...asking.map(({ name, email }) =>
      need(
        'access_request',
        `${name} asks to run your office`,
        `${email} has proved that address. You decide in Manage team.`,
      ),
    ),
    ...requests.flatMap((request) => ofRequest(request, open)),
    ...clients.flatMap((client) => ofClient(client, open)),
    ...declined(clients, failed),
  ]
}

/** A request that still stands: its session has not begun, and is planned as the client saw it. */
function ofRequest({ sessionId, version, kind, proposed, fee }: Known['requests'][number], open: readonly Described[]) {
  const row = open.find((each) => each.row.id === sessionId)?.row
  if (row === undefined || row.state !== 'upcoming' || row.version !== version) return []
  const what = kind === 'cancel' ? 'cancel' : 'move'
  const cost =
    fee > 0 ? `They were told that it costs ${formatCents(fee)}; you may ask less.` : 'It costs them nothing.'
  const times =
    proposed.length === 0 ? 'They say in words when they can.' : `They propose ${sayTimes(proposed.length)}.`
  const words = `${kind === 'cancel' ? cost : times} Accept or decline; once it begins, the question is closed.`
  const told = { sessionId, personId: row.personId, startsAt: row.startsAt }
  return [{ ...need('change_request', `${row.clientName} asks to ${what} a session`, words), ...told }]
}

function sayTimes(count: number): string {
  return count === 1 ? 'another time' : `${count} other times`
}

function need(kind: NeedKind, title: string, words: string): NeedsYou {
  return { kind, title, words, sessionId: null, personId: null, lacks: [], readiness: null, startsAt: null }
}

const noSchedule = need(
  'no_pay_schedule',
  'No pay schedule is in force today',
  'The operator must enter it before sessions can be confirmed.',
)

function ofClient({ personId, name, readiness, locations }: ClientCard, open: readonly Described[]): NeedsYou[] {
  // The list has the latest first, so the last of them is the next to be held or confirmed.
  const next = open.findLast(({ row }) => row.personId === personId)?.row
  if (next === undefined) return []
  const hasAddress = locations.some(({ street }) => street !== null)
  // Of a session that is over, only what stands in the way of confirming it; of one to come, what the client can still do.
  const asked: Lack[] = next.state === 'upcoming' ? ['insurance', 'forms', 'paymentMethod'] : ['insurance']
  const missing = asked.filter((mark) => mark !== 'address' && !readiness[mark])
  const lacks: Lack[] = hasAddress ? missing : ['address', ...missing]
  if (lacks.length === 0) return []
  const words = lacks.map((lack) => (lack === 'insurance' ? sayCoverage[readiness.coverage] : sayLack[lack])).join(' ')
  const told = { personId, sessionId: next.id, startsAt: next.startsAt, lacks, readiness }
  return [{ ...need('client_not_ready', `${name} is not ready`, words), ...told }]
}

/** Of insurance that is not known to be active: why, who acts, and what it stops. */
const sayCoverage: Record<Readiness['coverage'], string> = {
  active: '',
  none: 'No insurance is on file: ask for the current card before you meet again.',
  inactive: 'The insurer says that the plan is not active: ask for the current card before you meet again.',
  unverified:
    'The insurance is entered and not verified yet: our staff asks the payer. You may meet; it can be confirmed once they have the answer.',
  asked_again:
    'The insurance could not be verified as it was entered: your client was asked in their portal. Remind them; it can be confirmed once it is.',
}

const sayLack: Record<Exclude<Lack, 'insurance'>, string> = {
  address: 'We have no address: a virtual session needs the address where your client is.',
  forms: 'The standard forms are not signed: your client does it in their portal.',
  paymentMethod: 'A payment method is missing: your client adds it in their portal.',
}

function declined(clients: readonly ClientCard[], failed: readonly FailedCharge[]): NeedsYou[] {
  return clients.flatMap(({ personId, name }) => {
    const last = failed.find((charge) => charge.personId === personId)
    if (last === undefined) return []
    const words = 'Ask for another card; we try again by ourselves, and your pay does not depend on it.'
    const title = last.outcome === 'declined' ? `${name}’s card was declined` : `${name} has no card on file`
    return [{ ...need('card_declined', title, words), personId, sessionId: last.sessionId }]
  })
}
