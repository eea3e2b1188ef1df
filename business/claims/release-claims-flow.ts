import { asOperations } from '../../database/act-as.ts'
import { type CalendarDate, dateIn, type Instant, instantAt } from '../../libraries/calendar/index.ts'
import { credentialsOf } from '../credentialing/index.ts'
import { confirmationInForce, sessionById } from '../sessions/index.ts'
import type { Db, World } from '../world.ts'
import { type Claim, heldClaims, recordRelease } from './claim-store.ts'

/** Lets go the held claims whose clinician the payer takes by today; returns how many. */
export async function releaseReadyClaims(db: Db, world: World): Promise<number> {
  const now = world.clock.now()
  return asOperations(db, { user: null, now }, async (tx) => {
    const today = dateIn(now, world.zone)
    let released = 0
    for (const claim of await heldClaims(tx)) {
      const ready = await payerReadyOn(tx, claim)
      if (ready === null || ready > today) continue
      const because = `The payer takes this clinician's claims since ${ready}.`
      await recordRelease(tx, { practiceId: claim.practiceId, claimId: claim.id, because, at: now, by: 'house' })
      released += 1
    }
    return released
  })
}

/** The first morning on which a held claim may go out, as far as it is known. */
export async function nextReleaseDue(db: Db, world: World): Promise<Instant | null> {
  const now = world.clock.now()
  return asOperations(db, { user: null, now }, async (tx) => {
    const days: CalendarDate[] = []
    for (const claim of await heldClaims(tx)) {
      const ready = await payerReadyOn(tx, claim)
      if (ready !== null) days.push(ready)
    }
    const [first] = days.sort()
    return first === undefined ? null : instantAt(first, '00:00', world.zone)
  })
}

// The credential is asked again: the date may have become known after the claim was made. It counts in the state where
// the client was.
async function payerReadyOn(db: Db, claim: Claim): Promise<CalendarDate | null> {
  const session = await sessionById(db, claim.practiceId, claim.sessionId)
  const confirmation = await confirmationInForce(db, claim.practiceId, claim.sessionId)
  if (session === null || confirmation === null) return claim.heldUntil
  const credentials = await credentialsOf(db, claim.practiceId, session.memberId)
  const days = credentials
    .filter(({ networkId, status }) => networkId === claim.networkId && status === 'active')
    .filter(({ state }) => state === confirmation.location.state)
    .flatMap(({ payerReady }) => (payerReady === null ? [] : [payerReady]))
  return days.sort()[0] ?? claim.heldUntil
}
