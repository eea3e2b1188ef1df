import { dateIn, dateInWords, timeInWords } from '../../libraries/calendar/index.ts'
import { holdSubject } from '../ledger/index.ts'
import { clinicianById, membersOf } from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import type { Db, World } from '../world.ts'
import { recordAuthority, recordAuthorityChange } from './authority-store.ts'
import { recordCredential, recordCredentialChange } from './credential-store.ts'
import { type Entry, entriesOf } from './entry-store.ts'
import { recordExclusion, recordExclusionChange } from './exclusion-store.ts'
import { type KnownAround, refuseChange, type StaffEntry } from './refuse-change.ts'
import { standingOf } from './standing-flow.ts'

type Of = { practiceId: string; memberId: string }

/**
 * Records what the operator's staff enter about a clinician, as a further row: what was known before stays as it was.
 * `seen` is how many entries they saw; whoever saw fewer than there are is told what came in between.
 */
export async function recordChange(
  db: Db,
  world: World,
  who: { userId: string },
  of: Of,
  entered: { change: StaffEntry; reason: string; seen: number; known: KnownAround },
): Promise<{ id: string }> {
  const { change, reason, seen, known } = entered
  if ((await clinicianById(db, of.practiceId, of.memberId)) === null) {
    const detail = 'There is no such clinician in this practice.'
    throw new Refusal({ status: 404, code: 'clinician_not_found', detail })
  }
  await holdSubject(db, `credentialing ${of.memberId}`)
  const entries = await entriesOf(db, of)
  if (entries.length !== seen) throw await changedMeanwhile(db, world, of, entries)
  const refusal = refuseChange(await standingOf(db, of.practiceId, of.memberId), change, known)
  if (refusal !== null) {
    const status = refusal.code === 'standing_not_found' ? 404 : 422
    const detail = `${refusal.words} Nothing was saved.`
    throw new Refusal({ status, code: refusal.code, detail, because: [refusal] })
  }
  const id = world.ids.next()
  await record(db, { ...of, id, at: world.clock.now(), by: who.userId, reason }, change)
  return { id }
}

type Row = Of & { id: string; at: ReturnType<World['clock']['now']>; by: string; reason: string }

async function record(db: Db, row: Row, change: StaffEntry): Promise<void> {
  switch (change.kind) {
    case 'add_authority': {
      const { state, authority: kind, number, during } = change
      return recordAuthority(db, { ...row, state, kind, number, during })
    }
    case 'change_authority':
      return recordAuthorityChange(db, { ...row, authorityId: change.authorityId, during: change.during })
    case 'withdraw_authority':
      return recordAuthorityChange(db, { ...row, authorityId: change.authorityId, during: null })
    case 'add_credential': {
      const { kind: _, ...credential } = change
      return recordCredential(db, { ...row, ...credential })
    }
    case 'change_credential': {
      const { kind: _, ...changed } = change
      return recordCredentialChange(db, { ...row, ...changed })
    }
    case 'add_exclusion':
      return recordExclusion(db, { ...row, during: change.during, source: row.reason })
    case 'change_exclusion':
      return recordExclusionChange(db, { ...row, exclusionId: change.exclusionId, during: change.during })
    case 'withdraw_exclusion':
      return recordExclusionChange(db, { ...row, exclusionId: change.exclusionId, during: null })
  }
}

async function changedMeanwhile(db: Db, world: World, of: Of, entries: readonly Entry[]): Promise<Refusal> {
  const last = entries.at(-1)
  const members = [...(await membersOf(db, world.operator)), ...(await membersOf(db, of.practiceId))]
  const who = members.find(({ userId }) => userId !== null && userId === last?.by)?.name ?? 'Somebody'
  const when =
    last === undefined
      ? 'meanwhile'
      : `on ${dateInWords(dateIn(last.at, world.zone))}, ${timeInWords(last.at, world.zone)}`
  const detail = `${who} entered something about this clinician ${when}, after you opened the page. Look at it again, then save: nothing of yours was saved, and what you typed is still here.`
  return new Refusal({ status: 409, code: 'standing_changed_meanwhile', detail })
}
