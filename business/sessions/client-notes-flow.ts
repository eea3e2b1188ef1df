import { type CalendarDate, dateIn, type Instant } from '../../libraries/calendar/index.ts'
import { ownClient } from '../clients/index.ts'
import { membersOf } from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import type { Db, Who, World } from '../world.ts'
import { notesOfPerson } from './note-store.ts'

/** A signed note in the list of a client's notes: the beginning, and how many addenda follow. */
export type NoteListed = {
  sessionId: string
  startsAt: Instant
  begins: string
  signedAt: Instant
  signedBy: string
  addenda: number
}

const lettersShown = 160

/**
 * The signed notes about a client, the latest session first. A clinician reads those of their own sessions; whoever runs
 * the office and treats nobody reads none.
 */
export async function clientNotes(db: Db, world: World, who: Who, personId: string): Promise<NoteListed[]> {
  await ownClient(db, who, personId, todayOf(world))
  if (who.may.notes === 'none') throw notForYou()
  const members = await membersOf(db, who.practiceId)
  const names = new Map(members.map(({ userId, name }) => [userId, name]))
  const notes = await notesOfPerson(db, who.practiceId, personId)
  const bySession = Map.groupBy(notes, ({ sessionId }) => sessionId)
  return [...bySession.values()].flatMap((group) => {
    const note = group.find(({ kind }) => kind === 'note')
    if (note === undefined || (who.may.notes !== 'all' && note.memberId !== who.memberId)) return []
    const { sessionId, startsAt, body, signedAt, signedBy } = note
    const begins = body.length > lettersShown ? `${body.slice(0, lettersShown).trimEnd()}…` : body
    const by = names.get(signedBy) ?? 'a former member'
    return [{ sessionId, startsAt, begins, signedAt, signedBy: by, addenda: group.length - 1 }]
  })
}

function todayOf(world: World): CalendarDate {
  return dateIn(world.clock.now(), world.zone)
}

function notForYou(): Refusal {
  const detail =
    'Notes are read by those who treat the client. Your role runs the office; nothing else is kept from you.'
  return new Refusal({ status: 403, code: 'notes_not_for_role', detail })
}
