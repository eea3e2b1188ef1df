import type { ClientCard } from '../charges/describe-client.ts'
import type { Described } from '../sessions/describe-session-row.ts'

export type NeedKind = 'payout_hold' | 'no_pay_schedule' | 'rate_gap' | 'insurance_not_active' | 'address_missing'

export type NeedsYou = { kind: NeedKind; words: string; sessionId: string | null }

type Known = {
  rows: readonly Described[]
  clients: readonly ClientCard[]
  /** What a payout waits for, in words, to whoever may do something about it. */
  hold: string | null
  hasPaySchedule: boolean
}

/** What stands in the way of being paid, beside sessions to confirm: once per client, with their next open session. */
export function needsYou({ rows, clients, hold, hasPaySchedule }: Known): NeedsYou[] {
  const needs: NeedsYou[] = []
  if (hold !== null) needs.push({ kind: 'payout_hold', words: hold, sessionId: null })
  if (!hasPaySchedule) {
    const words = 'No pay schedule is in force today. The operator must enter it before sessions can be confirmed.'
    needs.push({ kind: 'no_pay_schedule', words, sessionId: null })
  }
  const open = rows.filter(({ row }) => row.state === 'to_confirm' || row.state === 'upcoming')
  for (const { row, confirmBy } of open) {
    if (row.state !== 'to_confirm' || confirmBy !== null) continue
    const words = `No rate is entered yet for the session with ${row.clientName}. The operator enters it; your 30 days stand still until then.`
    needs.push({ kind: 'rate_gap', words, sessionId: row.id })
  }
  return [...needs, ...clients.flatMap((client) => ofClient(client, open))]
}

function ofClient({ personId, name, readiness, locations }: ClientCard, open: readonly Described[]): NeedsYou[] {
  const sessionId = open.findLast(({ row }) => row.personId === personId)?.row.id ?? null
  if (sessionId === null) return []
  if (!readiness.insurance) {
    const words = `The insurance of ${name} is not known to be active. Ask for the current card before you meet again.`
    return [{ kind: 'insurance_not_active', words, sessionId }]
  }
  if (locations.some(({ street }) => street !== null)) return []
  const words = `We have no address of ${name}. A virtual session needs the address where your client is.`
  return [{ kind: 'address_missing', words, sessionId }]
}
