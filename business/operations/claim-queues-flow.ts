import { type CalendarDate, dateIn, dateInWords, daysBetween } from '../../libraries/calendar/index.ts'
import type { ClaimStatus } from '../claims/claim-status.ts'
import { type FilingStanding, filingStanding } from '../claims/filing-standing.ts'
import { answerLimits, type OpenClaim, openClaims } from '../claims/index.ts'
import { type AnswerLimit, limitOf } from '../claims/limit-of.ts'
import { peopleByIds } from '../clients/index.ts'
import { payersAll } from '../contracts/index.ts'
import { practicesAll } from '../practices/index.ts'
import { openAbsorptions } from '../remittances/index.ts'
import type { Db, World } from '../world.ts'
import { abbreviateName } from './abbreviate-name.ts'
import { explainClaimReason } from './explain-claim-reason.ts'
import { nextAction } from './next-action.ts'
import type { QueueName, Waiting } from './queue-names.ts'

type Around = {
  today: CalendarDate
  practices: ReadonlyMap<string, string>
  payers: ReadonlyMap<string, string>
  people: ReadonlyMap<string, string>
  losses: ReadonlyMap<string, CalendarDate>
  limits: readonly AnswerLimit[]
}

type ClaimQueue = Extract<QueueName, `${string}Claims`>

// A deadline is near when somebody who works once a week would miss it.
const nearDays = 21

/** The claims that wait, by queue; one may stand in two: its status, and a deadline that is near. */
export async function claimQueues(db: Db, world: World): Promise<Record<ClaimQueue, Waiting[]>> {
  const claims = await openClaims(db)
  const around = await aroundClaims(db, world, claims)
  const of = (...statuses: ClaimStatus[]) =>
    claims.filter(({ status }) => statuses.includes(status)).map((claim) => describe(claim, around))
  return {
    heldClaims: of('held'),
    rejectedClaims: of('rejected', 'file_rejected'),
    deniedClaims: of('denied', 'reversed'),
    underpaidClaims: of('underpaid'),
    silentClaims: claims.filter((claim) => isSilent(claim, around)).map((claim) => describe(claim, around)),
    filingLimitClaims: claims.flatMap((claim) => atLimit(claim, around)),
    deadlineNearClaims: claims.map((claim) => describe(claim, around)).filter((row) => isNear(row, around.today)),
  }
}

const limitReasons: Record<Exclude<FilingStanding['state'], 'quiet'>, string> = {
  near: 'The limit is near',
  too_late_as_it_waits: 'It waits beyond the limit',
  passed: 'The limit has passed',
}

/** A held claim that its payer may soon take no more, or never in time: somebody asks for an earlier date. */
function atLimit(claim: OpenClaim, around: Around): Waiting[] {
  const standing = claim.status === 'held' ? filingStanding(claim, around.limits, around.today) : null
  if (standing === null || standing.state === 'quiet') return []
  const reason = limitReasons[standing.state]
  const next = 'Ask the payer for an earlier date'
  return [{ ...describe(claim, around), reason, code: null, deadline: standing.limitOn, deadlineKind: 'filing', next }]
}

async function aroundClaims(db: Db, world: World, claims: readonly OpenClaim[]): Promise<Around> {
  const people = await peopleByIds(db, [...new Set(claims.map(({ personId }) => personId))])
  const absorptions = await openAbsorptions(db)
  return {
    today: dateIn(world.clock.now(), world.zone),
    practices: new Map((await practicesAll(db)).map(({ practiceId, name }) => [practiceId, name])),
    payers: new Map((await payersAll(db)).map(({ id, name }) => [id, name])),
    people: new Map(people.map((person) => [person.personId, abbreviateName(person)])),
    losses: new Map(absorptions.map(({ claim, absorption }) => [claim.id, absorption.on])),
    limits: await answerLimits(db),
  }
}

function describe(claim: OpenClaim, around: Around): Waiting {
  const { status, codes } = claim
  const practice = around.practices.get(claim.practiceId) ?? ''
  return {
    item: `claim ${claim.claimId}`,
    ...explainClaimReason(status, codes),
    name: around.people.get(claim.personId) ?? claim.controlNumber,
    detail: `${practice}, ${dateInWords(claim.serviceOn)}`,
    payer: around.payers.get(claim.payerId) ?? claim.payerId,
    cents: claim.charge,
    since: claim.lastOn ?? claim.serviceOn,
    movedAt: claim.movedAt,
    ...deadlineOf(claim, around),
    next: nextAction(status, codes),
    page: { kind: 'claim', practiceId: claim.practiceId, id: claim.claimId },
  }
}

/** What comes first of the days on which something is lost: the filing limit, the appeal, the operator's own patience. */
function deadlineOf(claim: OpenClaim, around: Around): Pick<Waiting, 'deadline' | 'deadlineKind'> {
  const { status, payerId, serviceOn, lastOn, heldUntil } = claim
  const limit = (name: AnswerLimit['name'], from: CalendarDate | null) =>
    from === null ? null : limitOf(around.limits, { name, payerId, from })
  const loss = around.losses.get(claim.claimId) ?? null
  switch (status) {
    case 'held':
      return {
        deadline: heldUntil ?? limit('filing', serviceOn),
        deadlineKind: heldUntil ? 'payer is ready' : 'filing',
      }
    case 'ready':
    case 'rejected':
    case 'file_rejected':
      return { deadline: limit('filing', serviceOn), deadlineKind: 'filing' }
    case 'denied':
    case 'reversed':
    case 'underpaid':
      return first([limit('appeal', lastOn), 'appeal'], [loss, 'becomes our loss'])
    default:
      return { deadline: loss, deadlineKind: loss === null ? null : 'becomes our loss' }
  }
}

function first(...days: (readonly [CalendarDate | null, string])[]): Pick<Waiting, 'deadline' | 'deadlineKind'> {
  const known = days.flatMap(([day, kind]) => (day === null ? [] : [{ day, kind }]))
  const [soonest] = known.toSorted((a, b) => (a.day < b.day ? -1 : 1))
  return { deadline: soonest?.day ?? null, deadlineKind: soonest?.kind ?? null }
}

function isSilent({ status, sentOn, payerId }: OpenClaim, { limits, today }: Around): boolean {
  if (sentOn === null || !['sent', 'received', 'accepted'].includes(status)) return false
  const by = limitOf(limits, { name: 'answer', payerId, from: sentOn })
  return by !== null && today > by
}

function isNear({ deadline, deadlineKind }: Waiting, today: CalendarDate): boolean {
  if (deadline === null || !(deadlineKind === 'filing' || deadlineKind === 'appeal')) return false
  return daysBetween(today, deadline) <= nearDays
}
