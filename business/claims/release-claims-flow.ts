import { asOperations } from '../../database/act-as.ts'
import { type CalendarDate, dateIn, type Instant, instantAt } from '../../libraries/calendar/index.ts'
import { type Credential, credentialsOf } from '../credentialing/index.ts'
import { givenSessions } from '../sessions/index.ts'
import type { Db, World } from '../world.ts'
import { type Claim, heldClaims, recordRelease } from './claim-store.ts'

/** Lets go the held claims whose clinician the payer takes by today; returns how many. */
export async function releaseReadyClaims(db: Db, world: World): Promise<number> {
  const now = world.clock.now()
  return asOperations(db, { user: null, now }, async (tx) => {
    const today = dateIn(now, world.zone)
    let released = 0
    for (const { claim, ready } of await heldUntilReady(tx)) {
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
    const [first] = (await heldUntilReady(tx)).flatMap(({ ready }) => ready ?? []).sort()
    return first === undefined ? null : instantAt(first, '00:00', world.zone)
  })
}

// The credential is asked again: the date may have become known after the claim was made. It counts in the state where
// the client was.
async function heldUntilReady(db: Db): Promise<{ claim: Claim; ready: CalendarDate | null }[]> {
  const claims = await heldClaims(db)
  const given = await givenSessions(db, { sessionIds: claims.map(({ sessionId }) => sessionId) })
  const seen = new Map(given.map((session) => [session.sessionId, session]))
  const credentials = new Map<string, Credential[]>()
  for (const { practiceId, memberId } of given) {
    if (!credentials.has(memberId)) credentials.set(memberId, await credentialsOf(db, practiceId, memberId))
  }
  return claims.map((claim) => {
    const session = seen.get(claim.sessionId)
    if (session === undefined) return { claim, ready: claim.heldUntil }
    const [first] = (credentials.get(session.memberId) ?? [])
      .filter(({ networkId, status }) => networkId === claim.networkId && status === 'active')
      .filter(({ state }) => state === session.state)
      .flatMap(({ payerReady }) => payerReady ?? [])
      .sort()
    return { claim, ready: first ?? claim.heldUntil }
  })
}
