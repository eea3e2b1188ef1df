import { dateIn } from '../../libraries/calendar/index.ts'
import { locationsInForce, policyInForce } from '../clients/index.ts'
import { payerById, planInForce } from '../contracts/index.ts'
import { transfersAbout } from '../ledger/index.ts'
import { membersOf, practiceById } from '../practices/index.ts'
import {
  type Confirmation,
  confirmationsOf,
  crisisRecordOf,
  editableUntil,
  lastDiagnosesOf,
  lastTimesOf,
  notesOf,
  reviewsOf,
  type Session,
  sessionRow,
  voidOf,
} from '../sessions/index.ts'
import type { Db, Who, World } from '../world.ts'
import { describeConfirmation, describeNote, type PolicySeen, type SessionPage } from './describe-session-page.ts'
import { hideFromSessionPage } from './hide-from-session-page.ts'
import { claimLife, payLife } from './session-life-flow.ts'
import { sessionTimeline } from './session-timeline.ts'
import { whereTheMoneyGoes } from './where-the-money-goes.ts'

/** Everything that one session's page shows: what was said, its life, and where its money went. Null: no such session. */
export async function sessionPage(db: Db, world: World, who: Who, session: Session): Promise<SessionPage | null> {
  const described = await sessionRow(db, world, session)
  if (described === null) return null
  const { practiceId, id: sessionId, personId } = session
  const { row, serviceOn, confirmBy } = described
  const versions = await confirmationsOf(db, practiceId, sessionId)
  const confirmation = versions.at(-1) ?? null
  const policy = await policySeen(db, session, confirmation, serviceOn)
  const transfers = await transfersAbout(db, practiceId, sessionId)
  const voided = await voidOf(db, practiceId, sessionId)
  const locksAt = await editableUntil(db, world, session)
  const pay = await payLife(db, world, session, confirmation)
  const practice = await practiceById(db, practiceId)
  const life = await claimLife(db, world, session, transfers)
  const now = world.clock.now()
  const clientName = row.clientName.split(' ')[0] ?? row.clientName
  const timeline = sessionTimeline({
    today: dateIn(now, world.zone),
    now,
    zone: world.zone,
    practiceZone: practice?.timeZone ?? world.zone,
    startsAt: row.startsAt,
    confirmBy,
    cancelled: row.cancellation,
    voided: voided === null ? null : { at: voided.voidedAt, reason: voided.reason },
    confirmation:
      confirmation === null
        ? null
        : {
            ...confirmation,
            firstAt: versions[0]?.confirmedAt ?? confirmation.confirmedAt,
            versions: versions.length,
            payerName: policy?.payerName ?? 'the insurer',
            clientName,
            editableUntil: locksAt,
          },
    ...life,
    pay,
    lastPostedOn:
      [...transfers.map(({ effectiveOn }) => effectiveOn), pay.payout?.settlesOn ?? null]
        .filter((day) => day !== null)
        .sort()
        .at(-1) ?? null,
  })
  return hideFromSessionPage(who, {
    ...row,
    client: { personId, name: row.clientName, locations: await placesOf(db, personId, serviceOn) },
    policy,
    confirmation: confirmation === null ? null : describeConfirmation(confirmation, locksAt),
    note: await noteFor(db, session),
    crisis: confirmation === null ? null : await crisisRecordOf(db, practiceId, confirmation.id),
    review: await reviewFor(db, session),
    claimStatus: life.claim?.status ?? null,
    timeline,
    money: confirmation === null ? null : whereTheMoneyGoes(transfers, pay.arrived),
    lastDiagnoses: await lastDiagnosesOf(db, practiceId, personId),
    lastTime: await lastTimeOf(db, session),
  })
}

async function reviewFor(db: Db, { practiceId, id: sessionId }: Session): Promise<SessionPage['review']> {
  const [review] = await reviewsOf(db, { practiceId, sessionId })
  if (review === undefined) return null
  const { openedAt, decision } = review
  if (decision === null) return { standing: 'open', openedAt, decidedAt: null, words: null }
  return { standing: decision.finding, openedAt, decidedAt: decision.at, words: decision.words }
}

/** The client's last confirmed session with this clinician: what is usual between them. */
async function lastTimeOf(db: Db, { practiceId, personId, memberId }: Session): Promise<SessionPage['lastTime']> {
  const last = (await lastTimesOf(db, practiceId, personId)).find((each) => each.memberId === memberId)
  if (last === undefined) return null
  const { serviceOn, codes, diagnoses, modality, locationId } = last
  return { serviceOn, codes, diagnoses, modality, locationId }
}

async function placesOf(db: Db, personId: string, on: Parameters<typeof locationsInForce>[2]) {
  const locations = await locationsInForce(db, [personId], on)
  return locations.map(({ id, label, street, city, state, zip, countyFips }) => ({
    id,
    label,
    street,
    city,
    state,
    zip,
    countyFips,
  }))
}

/** The policy that the confirmation rests on; before there is one, the policy in force on the day. */
async function policySeen(
  db: Db,
  { personId }: Session,
  confirmation: Confirmation | null,
  on: Parameters<typeof policyInForce>[2],
): Promise<PolicySeen | null> {
  const used = confirmation === null ? null : { ...confirmation.policy, planId: confirmation.planId }
  const policy = used ?? (await policyInForce(db, personId, on))
  if (policy === null) return null
  const plan = await planInForce(db, policy.planId, on)
  const payer = await payerById(db, confirmation?.payerId ?? plan?.payerId ?? '')
  return {
    planName: plan?.name ?? policy.planId,
    payerName: payer?.name ?? 'The insurer',
    memberId: policy.memberId,
    copayCents: policy.copay,
  }
}

async function noteFor(db: Db, { practiceId, id }: Session): Promise<SessionPage['note']> {
  const members = await membersOf(db, practiceId)
  const names = new Map(members.flatMap(({ userId, name }) => (userId === null ? [] : [[userId, name] as const])))
  return describeNote(await notesOf(db, practiceId, id), names)
}
