import { type CalendarDate, dateIn } from '../../libraries/calendar/index.ts'
import { retryRuleOn } from '../charges/index.ts'
import { type ClaimEventKind, claimStatus } from '../claims/claim-status.ts'
import { answerLimits } from '../claims/index.ts'
import { limitOf } from '../claims/limit-of.ts'
import { absorptionDue } from '../remittances/absorption-due.ts'
import { absorptionDeadlines } from '../remittances/index.ts'
import { correctionDeadline } from '../sessions/correction-deadline.ts'
import { timeLimits } from '../sessions/index.ts'
import type { Db, World } from '../world.ts'
import { chargeStanding } from './charge-standing.ts'
import { claimStory, type Story, type VisitLife } from './claim-story.ts'
import { type VisitMoney, visitMoney } from './visit-money.ts'
import {
  type ChargeVisited,
  type ClaimVisited,
  type ConfirmedVisit,
  chargesVisited,
  claimsVisited,
  confirmedVisits,
  type DecisionVisited,
  decisionsVisited,
  movementsVisited,
  type RefundVisited,
  refundsVisited,
  type Visit,
  visitsOf,
} from './visit-store.ts'

/** Everything that a client may know of one visit. */
export type VisitKnown = {
  visit: Visit
  /** The day of the visit on the practice's wall: the one confirmed, else the planned one. */
  on: CalendarDate
  confirmation: ConfirmedVisit | null
  /** The last day before the share is charged and the claim goes out. */
  locksOn: CalendarDate | null
  charges: (ChargeVisited & { standing: VisitLife['charges'][number]['standing'] })[]
  refunds: RefundVisited[]
  money: VisitMoney
  story: Story
}

type Rules = {
  today: CalendarDate
  retry: Awaited<ReturnType<typeof retryRuleOn>>
  correct: Parameters<typeof correctionDeadline>[2]
  answer: Awaited<ReturnType<typeof answerLimits>>
  absorb: Awaited<ReturnType<typeof absorptionDeadlines>>
}

/** The visits of the person of the transaction with all that is known of each, the earliest first. */
export async function visitsKnown(db: Db, world: World): Promise<VisitKnown[]> {
  const today = dateIn(world.clock.now(), world.zone)
  const limits = (await timeLimits(db)).filter(({ name }) => name === 'correct_within')
  const rules: Rules = {
    today,
    retry: await retryRuleOn(db, today),
    correct: limits.map((limit) => ({ ...limit, hours: limit.value })),
    answer: await answerLimits(db),
    absorb: await absorptionDeadlines(db),
  }
  const visits = await visitsOf(db)
  const all = {
    confirmations: await confirmedVisits(db),
    charges: await chargesVisited(db),
    refunds: await refundsVisited(db),
    claims: await claimsVisited(db),
    decisions: await decisionsVisited(db),
    movements: await movementsVisited(db),
  }
  return visits.map((visit) => {
    const mine = <Row extends { sessionId: string }>(rows: readonly Row[]) =>
      rows.filter(({ sessionId }) => sessionId === visit.sessionId)
    const confirmation = mine(all.confirmations)[0] ?? null
    const money = visitMoney(mine(all.movements))
    return knownOf(world, rules, {
      visit,
      confirmation: visit.voidedAt === null ? confirmation : null,
      money,
      charges: mine(all.charges).map((charge) => ({
        ...charge,
        standing: chargeStanding(charge, money.owes, rules.retry),
      })),
      refunds: mine(all.refunds),
      claim: mine(all.claims).at(-1) ?? null,
      decisions: mine(all.decisions),
    })
  })
}

type Facts = Pick<VisitKnown, 'visit' | 'confirmation' | 'money' | 'charges' | 'refunds'> & {
  claim: ClaimVisited | null
  decisions: DecisionVisited[]
}

function knownOf(world: World, rules: Rules, facts: Facts): VisitKnown {
  const { visit, confirmation, claim, decisions, ...rest } = facts
  const plannedOn = dateIn(visit.startsAt, visit.timeZone)
  const { cancellation, voidedAt } = visit
  const locksAt =
    confirmation === null
      ? null
      : correctionDeadline(
          confirmation.firstConfirmedAt,
          dateIn(confirmation.firstConfirmedAt, world.zone),
          rules.correct,
        )
  const locksOn = locksAt === null ? null : dateIn(locksAt, world.zone)
  const story = claimStory({
    ...rest,
    decisions,
    today: rules.today,
    now: world.clock.now(),
    zone: world.zone,
    plannedOn,
    startsAt: visit.startsAt,
    cancelled: cancellation === null ? null : { ...cancellation, on: dateIn(cancellation.at, visit.timeZone) },
    voidedOn: voidedAt === null ? null : dateIn(voidedAt, visit.timeZone),
    confirmation:
      confirmation === null ? null : { serviceOn: confirmation.serviceOn, share: confirmation.client, locksOn },
    claim: claim === null ? null : claimLife(claim),
    expected: expectedDays(rules, claim, decisions),
  })
  return { visit, confirmation, locksOn, story, on: confirmation?.serviceOn ?? plannedOn, ...rest }
}

function claimLife({ held, submitted, charge, heldUntil, events }: ClaimVisited): VisitLife['claim'] {
  const happened = events.map(({ kind }) => ({ kind: kind as ClaimEventKind }))
  return { status: claimStatus({ held, released: submitted }, happened), charge, heldUntil, events }
}

function expectedDays(
  { answer, absorb }: Rules,
  claim: ClaimVisited | null,
  decisions: readonly DecisionVisited[],
): VisitLife['expected'] {
  const sentOn = claim?.events.findLast(({ kind }) => kind === 'sent')?.on ?? null
  const by = (name: 'acknowledgement' | 'answer') =>
    sentOn === null ? null : limitOf(answer, { name, payerId: claim?.payerId ?? '', from: sentOn })
  const said = decisions.findLast(({ kind }) => kind !== 'information')
  const last = said === undefined ? null : { kind: said.kind, answeredOn: said.on, clientShare: said.share }
  return {
    acknowledgement: by('acknowledgement'),
    answer: by('answer'),
    absorption: absorptionDue({ last, sentOn }, absorb)?.on ?? null,
  }
}
