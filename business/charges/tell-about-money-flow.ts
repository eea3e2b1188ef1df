import { dateIn } from '../../libraries/calendar/index.ts'
import { languageOf, personById } from '../clients/index.ts'
import { practiceById } from '../practices/index.ts'
import { sessionById } from '../sessions/index.ts'
import type { Db, World } from '../world.ts'
import { type MoneyTold, moneyLetter } from './money-letter.ts'

/**
 * Writes to the client of a session about money, in the transaction of what it tells; `id` makes it one letter. Where no
 * address is known nothing leaves, and their account says the same.
 */
export async function tellAboutMoney(
  db: Db,
  world: World,
  about: { practiceId: string; sessionId: string; id: string },
  told: MoneyTold,
): Promise<void> {
  const { practiceId, sessionId, id } = about
  const session = await sessionById(db, practiceId, sessionId)
  const person = session === null ? null : await personById(db, session.personId)
  if (session === null || person?.email == null) return
  const zone = (await practiceById(db, practiceId))?.timeZone ?? world.zone
  const letter = moneyLetter(told, dateIn(session.startsAt, zone), await languageOf(db, person.personId))
  await world.mail.post(db, { practiceId, id, to: person.email, about: `session ${sessionId}`, ...letter })
}
