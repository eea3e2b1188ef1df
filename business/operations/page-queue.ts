import { type Cents, sum } from '../../libraries/money/index.ts'
import type { QueueRow } from './queue-names.ts'

export type QueueSort = 'deadline' | 'age' | 'amount'

export type QueueQuestion = {
  sort: QueueSort
  page: number
  payer?: string | undefined
  /** A member's id, or "nobody". */
  owner?: string | undefined
  reason?: string | undefined
}

export type QueuePage = {
  /** How many wait, and how many of them the question chooses. */
  total: number
  count: number
  page: number
  pages: number
  cents: Cents
  payers: string[]
  reasons: string[]
  owners: { memberId: string; name: string }[]
  rows: QueueRow[]
}

export const rowsPerPage = 50

/** One page of a queue: filtered, sorted, with what it may be filtered by. Nothing waits unseen: the counts are of all. */
export function pageQueue(rows: readonly QueueRow[], { sort, page, payer, owner, reason }: QueueQuestion): QueuePage {
  const chosen = rows
    .filter((row) => payer === undefined || row.payer === payer)
    .filter((row) => reason === undefined || row.reason === reason)
    .filter((row) => owner === undefined || (row.owner?.memberId ?? 'nobody') === owner)
    .toSorted(orders[sort])
  const pages = Math.max(1, Math.ceil(chosen.length / rowsPerPage))
  const at = Math.min(Math.max(1, page), pages)
  const owners = new Map(rows.flatMap((row) => (row.owner === null ? [] : [[row.owner.memberId, row.owner] as const])))
  return {
    total: rows.length,
    count: chosen.length,
    page: at,
    pages,
    cents: sum(chosen.flatMap((row) => (row.cents === null ? [] : [row.cents]))),
    payers: words(rows.map((row) => row.payer)),
    reasons: words(rows.map((row) => row.reason)),
    owners: [...owners.values()].toSorted((a, b) => a.name.localeCompare(b.name)),
    rows: chosen.slice((at - 1) * rowsPerPage, at * rowsPerPage),
  }
}

type Order = (a: QueueRow, b: QueueRow) => number

// What has no deadline comes after what has one; the older first where nothing else tells.
const byAge: Order = (a, b) => (a.since ?? '9').localeCompare(b.since ?? '9') || a.item.localeCompare(b.item)
const orders: Record<QueueSort, Order> = {
  age: byAge,
  deadline: (a, b) => (a.deadline ?? '9').localeCompare(b.deadline ?? '9') || byAge(a, b),
  amount: (a, b) => (b.cents ?? 0) - (a.cents ?? 0) || byAge(a, b),
}

function words(all: readonly (string | null)[]): string[] {
  return [...new Set(all.filter((one) => one !== null))].toSorted((a, b) => a.localeCompare(b))
}
