import { asOperations } from '../../database/act-as.ts'
import { type CalendarDate, dateIn, type Instant, instantAt } from '../../libraries/calendar/index.ts'
import { formatCents, zero } from '../../libraries/money/index.ts'
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
  const deadlines = await absorptionDeadlines(db)
  const sessions = (await openSessions(db)).map(({ sessionId }) => sessionId)
  // Few questions for all of them: this is asked at every tick.
  const claims = new Map((await claimsOfSessions(db, sessions)).map((claim) => [claim.sessionId, claim]))
  const decisions = Map.groupBy(await decisionsOfSessions(db, sessions), ({ sessionId }) => sessionId)
  const sent = await sentDays(
    db,
    [...claims.values()].map(({ id }) => id),
  )
  const posted = await transfersAboutEach(db, sessions)
  const found: OpenClaim[] = []
  for (const claim of claims.values()) {
    const absorption = foresee(decisions.get(claim.sessionId) ?? [], sent.get(claim.id) ?? null, deadlines)
    if (absorption === null) continue
    const { sessionId, payerId } = claim
    const stands = sessionStands({ sessionId, payerId }, posted.get(sessionId) ?? [])
    const transfers = postFinal(stands, { kind: absorption.kind, clientShare: absorption.share })
    if (transfers.length > 0) found.push({ claim, absorption })
  }
  return found.toSorted((a, b) => (a.absorption.on < b.absorption.on ? -1 : 1))
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
  const open = await asOperations(db, { user: null, now }, openAbsorptions)
  const due = open.filter(({ absorption }) => absorption.on <= today)
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
  const open = await asOperations(db, { user: null, now }, openAbsorptions)
  const moments = open.map(({ absorption }) => instantAt(absorption.on, '09:00', world.zone))
  return moments.find((moment) => moment > now) ?? null
}

// Weighed again, alone with the session: an answer may have come since we looked.
async function absorb(db: Db, world: World, claim: Claim, today: CalendarDate): Promise<boolean> {
  const { practiceId, sessionId } = claim
  await holdSubject(db, sessionId)
  const absorption = await absorptionOf(db, claim, await absorptionDeadlines(db))
  if (absorption === null || absorption.on > today) return false
  const { kind, share, after } = absorption
  const transfers = postFinal(await standsOf(db, claim), { kind, clientShare: share })
  if (transfers.length === 0) return false
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
    by: 'house',
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
  return true
}
