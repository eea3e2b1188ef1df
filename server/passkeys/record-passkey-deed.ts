import type { Db, World } from '../../business/world.ts'
import { asOperations } from '../../database/act-as.ts'
import type { AccountLetter } from '../account-letters.ts'
import { recordAudit } from '../audit-store.ts'
import { tickSoon } from '../jobs.ts'

type Doors = { operations: Db; world: World }

/** What was done about somebody's way in; `letter` tells them. A login is no practice's, so the operator's audit keeps it. */
export type PasskeyDeed = {
  userId: string
  action: string
  subject: string
  reason?: string
  letter?: AccountLetter & { to: string }
}

/** Keeps the deed in the audit and the letter in the outbox, in one transaction. */
export async function recordPasskeyDeed({ operations, world }: Doors, deed: PasskeyDeed): Promise<void> {
  const at = world.clock.now()
  const { userId, action, subject, reason = null, letter } = deed
  await asOperations(operations, { user: userId, now: at }, async (db) => {
    const about = { practiceId: world.operator, id: world.ids.next(), at, userId, personId: null }
    await recordAudit(db, [{ ...about, action, subject, reason }])
    if (letter === undefined) return
    await world.mail.post(db, { practiceId: world.operator, ...letter, about: 'account' })
    await tickSoon(db)
  })
}
