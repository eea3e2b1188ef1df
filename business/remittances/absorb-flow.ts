import { asOperations } from '../../database/act-as.ts'
import { type CalendarDate, dateIn, type Instant, instantAt } from '../../libraries/calendar/index.ts'
import { type Cents, formatCents, zero } from '../../libraries/money/index.ts'
import { type Claim, claimsOfSessions, recordClaimEvent, sentDays } from '../claims/index.ts'
import { balancesOfKind, holdSubject, recordPosting, transfersAbout, transfersAboutEach } from '../ledger/index.ts'
import { addUp } from '../ledger/post-session.ts'
import type { Db, World } from '../world.ts'
import { absorptionDeadlines } from './absorption-deadline-store.ts'
import { type Absorption, type AbsorptionDeadline, absorptionDue } from './absorption-due.ts'
import { type Decision, decisionsOf, decisionsOfSessions } from './decision-store.ts'
import { postFinal, type SessionStands } from './post-answer.ts'
import { sessionStands } from './session-stands.ts'
import { standingDenials } from './standing-denial-report-store.ts'

type OpenClaim = { claim: Claim; absorption: Foreseen }

/** `after` is the answer that it follows, or silence: each is absorbed once. */
type Foreseen = Absorption & { after: string }

/**
 * What payers have not paid or have denied, and when the operator takes it upon itself; in order of the deadline. A denial
 * counts even where the client was to pay everything: that share is the operator's loss then.
 */
export async function openAbsorptions(db: Db): Promise<OpenClaim[]> {
  return stillOpen(db, await foreseenAbsorptions(db))
}

/** What they will be for claims that are sent or denied, before it is weighed whether anything is left of them to absorb. */
async function foreseenAbsorptions(db: Db): Promise<OpenClaim[]> {
  const deadlines = await absorptionDeadlines(db)
  const sessions = (await openSessions(db)).map(({ sessionId }) => sessionId)
  // Few questions for all of them: this is asked at every tick.
  const claims = new Map((await claimsOfSessions(db, sessions)).map((claim) => [claim.sessionId, claim]))
  const decisions = Map.groupBy(await decisionsOfSessions(db, sessions), ({ sessionId }) => sessionId)
  const sent = await sentDays(
    db,
    [...claims.values()].map(({ id }) => id),
  )
  const foreseen: OpenClaim[] = []
  for (const claim of claims.values()) {
    const absorption = foresee(decisions.get(claim.sessionId) ?? [], sent.get(claim.id) ?? null, deadlines)
    if (absorption !== null) foreseen.push({ claim, absorption })
  }
  return foreseen.toSorted((a, b) => (a.absorption.on < b.absorption.on ? -1 : 1))
}

async function stillOpen(db: Db, foreseen: readonly OpenClaim[]): Promise<OpenClaim[]> {
  if (foreseen.length === 0) return []
  const posted = await transfersAboutEach(
    db,
    foreseen.map(({ claim }) => claim.sessionId),
  )
  return foreseen.filter(({ claim: { sessionId, payerId }, absorption }) => {
    const stands = sessionStands({ sessionId, payerId }, posted.get(sessionId) ?? [])
    return postFinal(stands, { kind: absorption.kind, clientShare: absorption.share }).length > 0
  })
}

async function openSessions(db: Db): Promise<{ practiceId: string; sessionId: string }[]> {
  const owed = (await balancesOfKind(db, 'payer_receivable')).filter(({ cents }) => cents > zero)
  const sessions = [
    ...owed.map(({ practiceId, subject }) => ({ practiceId, sessionId: subject.split('/')[0] ?? '' })),
    ...(await standingDenials(db)),
  ]
  return [...new Map(sessions.map((session) => [session.sessionId, session])).values()]
}

async function standsOf(db: Db, { practiceId, sessionId, payerId }: Claim): Promise<SessionStands> {
  return sessionStands({ sessionId, payerId }, await transfersAbout(db, practiceId, sessionId))
}

async function absorptionOf(db: Db, claim: Claim, deadlines: readonly AbsorptionDeadline[]): Promise<Foreseen | null> {
  const decisions = await decisionsOf(db, claim.practiceId, claim.sessionId)
  return foresee(decisions, (await sentDays(db, [claim.id])).get(claim.id) ?? null, deadlines)
}

function foresee(
  decisions: readonly Decision[],
  sentOn: CalendarDate | null,
  deadlines: readonly AbsorptionDeadline[],
): Foreseen | null {
  const last = decisions.filter(({ kind }) => kind !== 'information').at(-1) ?? null
  const due = absorptionDue({ last, sentOn }, deadlines)
  return due === null ? null : { ...due, after: last?.id ?? 'silence' }
}

/** Absorbs everything whose deadline has come; returns how many sessions it closed. */
export async function absorbDue(db: Db, world: World): Promise<number> {
  const now = world.clock.now()
  const today = dateIn(now, world.zone)
  const due = await asOperations(db, { user: null, now }, async (tx) => {
    const foreseen = await foreseenAbsorptions(tx)
    return stillOpen(
      tx,
      foreseen.filter(({ absorption }) => absorption.on <= today),
    )
  })
  let closed = 0
  for (const { claim } of due) {
    const done = await asOperations(db, { user: null, now }, (tx) => absorb(tx, world, claim, today))
    if (!done) continue
    closed += 1
    world.witness('receivable-absorbed')
  }
  return closed
}

export async function nextAbsorptionDue(db: Db, world: World): Promise<Instant | null> {
  const now = world.clock.now()
  return asOperations(db, { user: null, now }, async (tx) => {
    const foreseen = Map.groupBy(await foreseenAbsorptions(tx), ({ absorption }) => absorption.on)
    // Day after day: most of what is foreseen lies weeks ahead, and need not be weighed yet.
    for (const [on, ofDay] of foreseen) {
      const moment = instantAt(on, '09:00', world.zone)
      if (moment > now && (await stillOpen(tx, ofDay)).length > 0) return moment
    }
    return null
  })
}

/**
 * Takes upon the operator at once what a payer has not paid of a claim, as its deadline would later: a person decided it.
 * Answers how much that is; null where nothing is left, or the claim never went out.
 */
export async function absorbNow(db: Db, world: World, claim: Claim, by: string): Promise<Cents | null> {
  return post(db, world, claim, { by, dueOn: null })
}

async function absorb(db: Db, world: World, claim: Claim, today: CalendarDate): Promise<boolean> {
  return (await post(db, world, claim, { by: 'house', dueOn: today })) !== null
}

// Weighed again, alone with the session: an answer may have come since we looked.
async function post(
  db: Db,
  world: World,
  claim: Claim,
  { by, dueOn }: { by: string; dueOn: CalendarDate | null },
): Promise<Cents | null> {
  const { practiceId, sessionId } = claim
  const today = dateIn(world.clock.now(), world.zone)
  await holdSubject(db, sessionId)
  const absorption = await absorptionOf(db, claim, await absorptionDeadlines(db))
  if (absorption === null || (dueOn !== null && absorption.on > dueOn)) return null
  const { kind, share, after } = absorption
  const transfers = postFinal(await standsOf(db, claim), { kind, clientShare: share })
  if (transfers.length === 0) return null
  const key = `absorbed:${claim.id}:${after}`
  const at = world.clock.now()
  await recordPosting(db, {
    practiceId,
    id: world.ids.next(),
    key,
    kind: 'absorbed',
    cause: 'operator',
    subject: sessionId,
    effectiveOn: today,
    payOn: null,
    at,
    by,
    transfers,
  })
  world.witness('absorption-posted')
  const amount = addUp(transfers.filter(({ debit }) => debit.kind === kind))
  await recordClaimEvent(db, {
    practiceId,
    claimId: claim.id,
    id: world.ids.next(),
    kind: 'absorbed',
    sourceKey: key,
    happenedOn: today,
    at,
    detail: { words: `The operator took the loss of ${formatCents(amount)}. Your pay does not change.` },
  })
  return amount
}
