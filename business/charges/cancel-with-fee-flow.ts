import { dateIn, type Instant } from '../../libraries/calendar/index.ts'
import { type Cents, cents, formatCents, least, zero } from '../../libraries/money/index.ts'
import { practiceById } from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import {
  cancelRest,
  cancelSession,
  type PlannedSession,
  planRefused,
  type Scope,
  tellClientCancelled,
} from '../sessions/index.ts'
import type { Db, Who, World } from '../world.ts'
import { cancellationPolicies } from './cancellation-policy-store.ts'
import { askFee, standsOf } from './fee-flow.ts'
import { type FeeStanding, feesWhere } from './fee-store.ts'
import { type FeeProposal, policyOn, proposeFee } from './propose-fee.ts'

export type Cancelling = {
  version: number
  kind: 'cancelled' | 'no_show'
  initiator: 'client' | 'practice'
  reason: string
  scope: Scope
  /** What is asked of the client; null: what the policy proposes. */
  feeCents: number | null
  /** The client asked for it before: the policy is held to that moment, and to what they were told then. */
  asked?: { at: Instant; told: Cents }
}

/** What a cancellation now would cost the client, by who calls it off, and what was asked when it is over. */
export type CancellationTerms = {
  windowHours: number | null
  lateCents: Cents | null
  noShowCents: Cents | null
  ifClientCancels: FeeProposal
  ifNoShow: FeeProposal
  fee: FeeSeen | null
}

export type FeeSeen = {
  kind: FeeStanding['kind']
  proposedCents: Cents
  cents: Cents
  owedCents: Cents
  paidCents: Cents
  ended: 'forgiven' | 'given_up' | null
}

/** Calls a session off with the fee that the practice's policy asks, or less; the client is told by mail. */
export async function cancelWithFee(
  db: Db,
  world: World,
  who: Pick<Who, 'userId'>,
  session: PlannedSession,
  asked: Cancelling,
): Promise<{ feeCents: Cents; count: number }> {
  const changed = await cancelSession(db, world, who, session, asked)
  if (changed.kind === 'refused') throw planRefused(changed.refusals)
  const proposal = await proposalFor(db, world, changed.before, asked)
  const fee = feeAsked(asked.feeCents, proposal)
  if (proposal.cents > zero) {
    await askFee(db, world, {
      practiceId: session.practiceId,
      sessionId: session.id,
      personId: session.personId,
      kind: asked.kind === 'no_show' ? 'no_show' : 'late_cancellation',
      proposed: proposal.cents,
      cents: fee,
      recordedAt: world.clock.now(),
      recordedBy: who.userId,
    })
  }
  await tellClientCancelled(db, world, changed.session, fee > zero ? formatCents(fee) : null)
  const { scope, initiator, reason } = asked
  const rest = scope === 'this' ? 0 : await cancelRest(db, world, who, session, { scope, initiator, reason })
  return { feeCents: fee, count: rest + 1 }
}

function feeAsked(asked: number | null, proposal: FeeProposal): Cents {
  if (asked === null) return proposal.cents
  if (asked <= proposal.cents) return cents(asked)
  const most = proposal.cents === zero ? 'no fee may be asked' : `at most ${formatCents(proposal.cents)} may be asked`
  const detail = `By your cancellation policy ${most} for this. Nothing was cancelled, and nothing you entered is lost.`
  const because = [{ code: 'fee_above_policy', field: 'feeCents', words: detail }]
  throw new Refusal({ status: 422, code: 'fee_above_policy', detail, because })
}

async function proposalFor(
  db: Db,
  world: World,
  session: PlannedSession,
  { kind, initiator, asked }: Pick<Cancelling, 'kind' | 'initiator' | 'asked'>,
): Promise<FeeProposal> {
  const policy = await policyFor(db, world, session)
  const at = asked?.at ?? world.clock.now()
  const proposal = proposeFee({ kind, initiator, startsAt: session.startsAt, at, policy })
  return asked === undefined ? proposal : { ...proposal, cents: least(proposal.cents, asked.told) }
}

async function policyFor(
  db: Db,
  world: World,
  { practiceId, startsAt }: Pick<PlannedSession, 'practiceId' | 'startsAt'>,
) {
  const zone = (await practiceById(db, practiceId))?.timeZone ?? world.zone
  return policyOn(await cancellationPolicies(db, practiceId), dateIn(startsAt, zone))
}

/** What a cancellation of a session costs, for a letter; null where the practice asks nothing. */
export async function policyInWords(
  db: Db,
  world: World,
  session: Pick<PlannedSession, 'practiceId' | 'startsAt'>,
): Promise<{ windowHours: number; late: string; noShow: string } | null> {
  const policy = await policyFor(db, world, session)
  if (policy === null) return null
  return { windowHours: policy.windowHours, late: formatCents(policy.late), noShow: formatCents(policy.noShow) }
}

/** What the page shows before somebody cancels, and afterwards what became of the fee. */
export async function cancellationTerms(db: Db, world: World, session: PlannedSession): Promise<CancellationTerms> {
  const policy = await policyFor(db, world, session)
  const asked = { startsAt: session.startsAt, at: world.clock.now(), policy, initiator: 'client' as const }
  const [fee] = await feesWhere(db, { practiceId: session.practiceId, sessionId: session.id })
  return {
    windowHours: policy?.windowHours ?? null,
    lateCents: policy?.late ?? null,
    noShowCents: policy?.noShow ?? null,
    ifClientCancels: proposeFee({ ...asked, kind: 'cancelled' }),
    ifNoShow: proposeFee({ ...asked, kind: 'no_show' }),
    fee: fee === undefined ? null : await seenFee(db, fee),
  }
}

async function seenFee(db: Db, fee: FeeStanding): Promise<FeeSeen> {
  const stands = await standsOf(db, fee)
  return {
    kind: fee.kind,
    proposedCents: fee.proposed,
    cents: fee.cents,
    owedCents: stands.owed,
    paidCents: stands.paidOn,
    ended: fee.end?.kind ?? null,
  }
}
