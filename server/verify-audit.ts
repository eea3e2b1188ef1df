import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../business/world.ts'
import { type EventRow, eventsOfSeal, sealHash } from './audit-store.ts'

export type AuditFinding = {
  /** Whose audit; the place is the login's chain and the number in it, or the seal. */
  practiceId: string
  place: string
  eventId: string | null
  words: string
}

export type AuditVerdict = {
  events: number
  chains: number
  seals: number
  sealedEvents: number
  openEvents: number
  findings: AuditFinding[]
}

type Head = { practice_id: string; chain: string; number: number; hash: string }
type Linked = EventRow & { number: number; hash: string; chain: string }

/**
 * Recomputes every chain and every seal under operations. What was changed, removed, moved or slipped in is named with its
 * place: the number of the event in its login's chain, or the seal whose batch does not agree.
 */
export async function verifyAudit(db: Db): Promise<AuditVerdict> {
  const verdict: AuditVerdict = { events: 0, chains: 0, seals: 0, sealedEvents: 0, openEvents: 0, findings: [] }
  await verifyChains(db, verdict)
  await verifySeals(db, verdict)
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from audit.event) - (select count(*) from audit.sealed_event) as count
  `.execute(db)
  verdict.openEvents = rows[0]?.count ?? 0
  return verdict
}

async function verifyChains(db: Db, verdict: AuditVerdict): Promise<void> {
  const { rows: chains } = await sql<{ practice_id: string; chain: string }>`
    select practice_id, chain from audit.head union select practice_id, chain from audit.event order by 1, 2
  `.execute(db)
  const heads = await db.selectFrom('audit.head').selectAll().execute()
  for (const { practice_id, chain } of chains) {
    const events = await eventsOfChain(db, practice_id, chain)
    const head = heads.find((one) => one.practice_id === practice_id && one.chain === chain)
    verdict.chains += 1
    verdict.events += events.length
    verdict.findings.push(...faultsOfChain(practice_id, chain, events, head))
  }
}

function faultsOfChain(practiceId: string, chain: string, events: Linked[], head: Head | undefined): AuditFinding[] {
  const findings: AuditFinding[] = []
  const find = (number: number, eventId: string | null, words: string) =>
    findings.push({ practiceId, place: `login ${chain}, event ${number}`, eventId, words })
  let [number, hash] = [0, '']
  for (const event of events) {
    if (event.number > number + 1) {
      const isOne = event.number === number + 2
      find(number + 1, null, isOne ? 'was removed' : `and those up to ${event.number - 1} were removed`)
    } else if (event.number < number + 1) find(event.number, event.id, 'stands there twice')
    // After a gap its own predecessor is gone, so that what it says of itself cannot be recomputed; the gap is named.
    else if (linkHash(hash, practiceId, event) !== event.hash) {
      find(event.number, event.id, 'was changed, moved or slipped in')
    }
    ;({ number, hash } = event)
  }
  if (head === undefined) find(number, null, 'is the last one, but the head of the chain was removed')
  else if (head.number > number) find(number + 1, null, `and those up to ${head.number} were removed from the end`)
  else if (head.number < number || head.hash !== hash) {
    find(number, events.at(-1)?.id ?? null, 'is not the last one that was recorded')
  }
  return findings
}

// The text that audit.hash_of makes of an event: PostgreSQL writes a comma and a space between the elements of an array.
function linkHash(previous: string, practiceId: string, e: Linked): string {
  const parts = [
    previous,
    practiceId,
    e.chain,
    e.number,
    e.id,
    e.at,
    e.user_id,
    e.person_id,
    e.action,
    e.subject,
    e.reason,
  ]
  const text = `[${parts.map((part) => JSON.stringify(part)).join(', ')}]`
  return createHash('sha256').update(text).digest('hex')
}

async function eventsOfChain(db: Db, practiceId: string, chain: string): Promise<Linked[]> {
  return db
    .selectFrom('audit.event')
    .select(['id', 'at', 'user_id', 'person_id', 'action', 'subject', 'reason', 'chain', 'number', 'hash'])
    .where('practice_id', '=', practiceId)
    .where('chain', '=', chain)
    .orderBy('number')
    .orderBy('id')
    .execute()
}

async function verifySeals(db: Db, verdict: AuditVerdict): Promise<void> {
  const seals = await db.selectFrom('audit.seal').selectAll().orderBy('practice_id').orderBy('number').execute()
  let before: { practice: string; number: number; hash: string } | null = null
  for (const seal of seals) {
    const find = (words: string) =>
      verdict.findings.push({ practiceId: seal.practice_id, place: `seal ${seal.number}`, eventId: null, words })
    const follows: { number: number; hash: string } =
      before !== null && before.practice === seal.practice_id ? before : { number: 0, hash: '' }
    if (seal.number !== follows.number + 1) find(`follows seal ${follows.number}`)
    if (seal.previous_hash !== follows.hash) find('names another seal before it')
    const events = await eventsOfSeal(db, seal.practice_id, seal.number)
    if (events.length !== seal.event_count) find(`holds ${events.length} events, sealed were ${seal.event_count}`)
    else if (sealHash(seal.practice_id, seal.number, seal.previous_hash, events) !== seal.hash) {
      find('an event differs from what was sealed')
    }
    verdict.seals += 1
    verdict.sealedEvents += events.length
    before = { practice: seal.practice_id, number: seal.number, hash: seal.hash }
  }
}
