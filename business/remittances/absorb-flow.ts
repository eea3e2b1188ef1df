import { asOperations } from '../../database/act-as.ts'
import { type CalendarDate, dateIn, type Instant, instantAt } from '../../libraries/calendar/index.ts'
import { formatCents, zero } from '../../libraries/money/index.ts'
import { type Claim, claimsOfSession, eventsOf, recordClaimEvent } from '../claims/index.ts'
import { balancesOfKind, holdSubject, recordPosting, transfersAbout } from '../ledger/index.ts'
import { addUp } from '../ledger/post-session.ts'
import type { Db, World } from '../world.ts'
import { absorptionDue, type Absorption, type AbsorptionDeadline } from './absorption-due.ts'
import { absorptionDeadlines } from './absorption-deadline-store.ts'
import { decisionsOf } from './decision-store.ts'
import { postFinal } from './post-answer.ts'
import { sessionStands } from './session-stands.ts'

type OpenClaim = { claim: Claim; absorption: Absorption }

/** What payers have not paid and when the operator takes it upon itself; in order of the deadline. */
export async function openAbsorptions(db: Db): Promise<OpenClaim[]> {
  const deadlines = await absorptionDeadlines(db)
  const open = await balancesOfKind(db, 'payer_receivable')
  const found: OpenClaim[] = []
  for (const { practiceId, subject, cents } of open) {
    const [sessionId = ''] = subject.split('/')
    const claim = (await claimsOfSession(db, practiceId, sessionId)).at(-1)
    if (cents <= zero || claim === undefined) continue
    const absorption = await absorptionOf(db, claim, deadlines)
    if (absorption !== null) found.push({ claim, absorption })
  }
  return found.toSorted((a, b) => (a.absorption.on < b.absorption.on ? -1 : 1))
}

async function absorptionOf(
  db: Db,
  claim: Claim,
  deadlines: readonly AbsorptionDeadline[],
): Promise<Absorption | null> {
  const decisions = await decisionsOf(db, claim.practiceId, claim.sessionId)
  const last = decisions.filter(({ kind }) => kind !== 'information').at(-1) ?? null
  const events = await eventsOf(db, claim.practiceId, claim.id)
  const sentOn = events.find(({ kind }) => kind === 'sent')?.happenedOn ?? null
  return absorptionDue({ last, sentOn }, deadlines)
}

/** Absorbs everything whose deadline has come; returns how many sessions it closed. */
export async function absorbDue(db: Db, world: World): Promise<number> {
  const now = world.clock.now()
  const today = dateIn(now, world.zone)
  const open = await asOperations(db, { user: null, now }, openAbsorptions)
  const due = open.filter(({ absorption }) => absorption.on <= today)
  for (const { claim, absorption } of due) {
    await asOperations(db, { user: null, now }, (tx) => absorb(tx, world, claim, absorption, today))
    world.witness('receivable-absorbed')
  }
  return due.length
}

export async function nextAbsorptionDue(db: Db, world: World): Promise<Instant | null> {
  const open = await asOperations(db, { user: null, now: world.clock.now() }, openAbsorptions)
  const first = open[0]?.absorption.on
  return first === undefined ? null : instantAt(first, '09:00', world.zone)
}

async function absorb(
  db: Db,
  world: World,
  claim: Claim,
  { kind, share }: Absorption,
  today: CalendarDate,
): Promise<void> {
  const { practiceId, sessionId, payerId } = claim
  await holdSubject(db, sessionId)
  const stands = sessionStands({ sessionId, payerId }, await transfersAbout(db, practiceId, sessionId))
  const transfers = postFinal(stands, { kind, clientShare: share })
  const key = `absorbed:${claim.id}:${today}`
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
}
