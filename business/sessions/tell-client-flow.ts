import { languageOf, personById } from '../clients/index.ts'
import { practiceById } from '../practices/index.ts'
import type { Db, World } from '../world.ts'
import { appointmentLetter, type Told } from './appointment-letter.ts'
import type { PlannedSession } from './session-store.ts'

/** Writes to the client of a session about it; false where no address is known, and then nothing leaves. */
export async function tellClient(
  db: Db,
  world: World,
  session: PlannedSession,
  told: Told,
  id?: string,
): Promise<boolean> {
  const person = await personById(db, session.personId)
  const practice = await practiceById(db, session.practiceId)
  if (person?.email == null) return false
  const language = await languageOf(db, session.personId)
  const letter = appointmentLetter(told, session, practice?.timeZone ?? world.zone, language)
  const { practiceId } = session
  const about = `session ${session.id}`
  await world.mail.post(db, { practiceId, to: person.email, about, ...letter, ...(id === undefined ? {} : { id }) })
  return true
}

/** Tells the client that a session to come was called off, or what missing it costs. `fee` is in words of money. */
export async function tellClientCancelled(
  db: Db,
  world: World,
  session: PlannedSession,
  fee: string | null,
): Promise<void> {
  const { cancellation } = session
  if (cancellation === null) return
  // What is only tidied up afterwards, and costs nothing, is no news to anybody.
  if (fee === null && session.startsAt <= world.clock.now()) return
  const { initiator, kind } = cancellation
  await tellClient(db, world, session, { kind: 'cancelled', initiator, missed: kind === 'no_show', fee })
}

/** Tells the client that a session to come was moved. */
export async function tellClientMoved(
  db: Db,
  world: World,
  before: PlannedSession,
  session: PlannedSession,
): Promise<void> {
  if (session.startsAt <= world.clock.now() || before.version === session.version) return
  await tellClient(db, world, session, { kind: 'moved', from: before.startsAt })
}
