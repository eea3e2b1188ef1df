import { asOperations } from '../database/act-as.ts'
import type { Db, SftpPartner, StoredFile, World } from './world.ts'

export type PartnerName = 'clearinghouse' | 'bank'

/** Where a partner takes our files, and where it lists those that it has accepted. */
const folders: Record<PartnerName, { outgoing: string; accepted: string[]; incoming: string }> = {
  clearinghouse: { outgoing: 'in', accepted: ['received'], incoming: 'out' },
  bank: { outgoing: 'in', accepted: ['received'], incoming: 'out' },
}

export const outgoingFolder = (partner: PartnerName): string => folders[partner].outgoing

/**
 * Uploads every file of ours that has no recorded result, each once: an upload whose result is unknown is repeated only
 * after the partner's listing denies having the file. `onSent` records what follows from it, in one transaction with it.
 */
export async function sendOutgoing(
  db: Db,
  world: World,
  partner: PartnerName,
  onSent: (tx: Db, file: StoredFile) => Promise<void>,
): Promise<number> {
  const now = world.clock.now()
  const actor = { user: null, now }
  const where = { partner, direction: 'out' as const }
  const { waiting, fresh } = await asOperations(db, actor, async (tx) => {
    const waiting = await world.files.without(tx, ['sent'], where)
    const fresh = waiting.length === 0 ? [] : await world.files.without(tx, ['sent', 'upload_started'], where)
    return { waiting, fresh: new Set(fresh.map(({ id }) => id)) }
  })
  for (const file of waiting) {
    await uploadUnlessThere(db, world, partner, { file, isFresh: fresh.has(file.id) })
    world.witness(`${partner}-file-uploaded`)
    await asOperations(db, actor, async (tx) => {
      await world.files.addOutcome(tx, file.id, { outcome: 'sent', at: world.clock.now() })
      await onSent(tx, file)
    })
    world.witness(`${partner}-file-sent-recorded`)
  }
  return waiting.length
}

async function uploadUnlessThere(
  db: Db,
  world: World,
  partner: PartnerName,
  { file, isFresh }: { file: StoredFile; isFresh: boolean },
): Promise<void> {
  const sftp = world.outside[partner]
  if (!isFresh && (await hasFile(sftp, partner, file.name))) return
  if (isFresh) {
    await asOperations(db, { user: null, now: world.clock.now() }, (tx) =>
      world.files.addOutcome(tx, file.id, { outcome: 'upload_started', at: world.clock.now() }),
    )
    world.witness(`${partner}-upload-started`)
  }
  await sftp.put(folders[partner].outgoing, file.name, file.bytes)
}

async function hasFile(sftp: SftpPartner, partner: PartnerName, name: string): Promise<boolean> {
  for (const folder of folders[partner].accepted) {
    if ((await sftp.list(folder)).includes(name)) return true
  }
  return false
}

/** What was fetched: how many files, and which of them had come before under the same name with other content. */
export type Fetched = { fetched: number; changed: readonly string[] }

/**
 * Fetches every file that a partner offers and that we do not have, in order of name; stored whole before it is read. A
 * name that we have, of another size, is another file: it is kept beside the first, read like it, and told of.
 */
export async function fetchIncoming(db: Db, world: World, partner: PartnerName): Promise<Fetched> {
  const folder = folders[partner].incoming
  const actor = { user: null, now: world.clock.now() }
  const where = { partner, direction: 'in' as const, folder }
  const offered = [...(await world.outside[partner].sizes(folder))].sort(([a], [b]) => (a < b ? -1 : 1))
  const known = await asOperations(db, actor, (tx) => world.files.sizes(tx, where))
  const changed: string[] = []
  let fetched = 0
  for (const [name, size] of offered) {
    const before = known.get(name)
    if (before?.has(size)) continue
    const bytes = await world.outside[partner].get(folder, name)
    world.witness(`${partner}-file-fetched`)
    await asOperations(db, actor, (tx) => world.files.record(tx, { ...where, name, bytes, at: world.clock.now() }))
    world.witness(`${partner}-file-stored`)
    fetched += 1
    if (before !== undefined) changed.push(name)
  }
  return { fetched, changed }
}

/** Names the files that came again with other content, once everything else is done: somebody must ask the partner why. */
export function tellOfChanged(partner: PartnerName, changed: readonly string[]): void {
  if (changed.length === 0) return
  const files = changed.join(', ')
  throw new Error(`the ${partner} offered other content under a name that had come before; both are kept: ${files}`)
}

/** What reading a file came to: its outcome and what to keep of it; or why it is not its turn yet, and nothing was done. */
export type Taken = { outcome: 'read' | 'quarantined' | 'ignored'; detail: object } | { outcome: 'waits'; why: string }

/**
 * Reads every fetched file that has no outcome, each in one transaction with everything that follows from it. One that
 * fails, or whose turn has not come, keeps no other back: it is named when the rest is done, and tried again.
 */
export async function takeIncoming(
  db: Db,
  world: World,
  partner: PartnerName,
  take: (tx: Db, file: StoredFile) => Promise<Taken>,
): Promise<number> {
  const actor = { user: null, now: world.clock.now() }
  const waiting = await asOperations(db, actor, (tx) =>
    world.files.without(tx, ['read', 'quarantined', 'ignored'], { partner, direction: 'in' }),
  )
  const leftOver: unknown[] = []
  for (const file of waiting) {
    try {
      const taken = await asOperations(db, actor, (tx) => takeOne(tx, world, file, take))
      if (taken.outcome === 'waits') leftOver.push(new Error(`${file.name} waits: ${taken.why}`))
      else world.witness(`${partner}-file-read`)
    } catch (error) {
      leftOver.push(error)
    }
  }
  if (leftOver.length > 0) throw leftOver[0]
  return waiting.length
}

async function takeOne(
  tx: Db,
  world: World,
  file: StoredFile,
  take: (tx: Db, file: StoredFile) => Promise<Taken>,
): Promise<Taken> {
  const taken = await take(tx, file)
  if (taken.outcome !== 'waits') await world.files.addOutcome(tx, file.id, { ...taken, at: world.clock.now() })
  return taken
}
