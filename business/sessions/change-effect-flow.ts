import { addDays, type CalendarDate, dateIn, instantAt } from '../../libraries/calendar/index.ts'
import { locationsInForce, peopleByIds, policyInForce } from '../clients/index.ts'
import { planInForce } from '../contracts/index.ts'
import { decideBillingRoute } from '../coverage/decide-billing-route.ts'
import type { ClientLocation } from '../coverage/facts.ts'
import { serviceAreasOn } from '../coverage/index.ts'
import { applyChange, type CredentialingChange, type Standing, standingOf } from '../credentialing/index.ts'
import { practiceById, practiceLocations } from '../practices/index.ts'
import type { Db, World } from '../world.ts'
import { buildFacts } from './build-facts.ts'
import { timeLimits } from './catalogue-store.ts'
import { confirmationInForce } from './confirmation-store.ts'
import { type BillingDecision, describeDecision } from './describe-decision.ts'
import { type SessionStanding, sessionsOf } from './session-store.ts'

/** A session whose answer would be another after the change. */
export type TurnedSession = {
  sessionId: string
  clientName: string
  serviceOn: CalendarDate
  isConfirmed: boolean
  before: BillingDecision
  after: BillingDecision
}

export type ChangeEffect = { looked: number; turned: TurnedSession[] }

/**
 * What a change of a clinician's standing would do, before it is saved: every session of theirs that is planned, may still
 * be confirmed, or is confirmed and not yet billed, decided with and without it. Nothing is recorded.
 */
export async function changeEffect(
  db: Db,
  world: World,
  of: { practiceId: string; memberId: string },
  change: CredentialingChange,
): Promise<ChangeEffect> {
  const now = world.clock.now()
  const today = dateIn(now, world.zone)
  const zone = (await practiceById(db, of.practiceId))?.timeZone ?? world.zone
  const limits = (await timeLimits(db)).filter(({ name }) => name === 'confirm_within')
  const longest = Math.max(0, ...limits.map(({ days }) => days))
  const from = instantAt(addDays(today, -longest), '00:00', zone)
  const asked = await sessionsOf(db, of.practiceId, { memberId: of.memberId, from })
  const open = asked.filter((one) => one.cancellation === null && one.voidedAt === null && one.lockedAt === null)
  const before = await standingOf(db, of.practiceId, of.memberId)
  const after = applyChange(before, change, of)
  const names = new Map(
    (await peopleByIds(db, [...new Set(open.map(({ personId }) => personId))])).map((one) => [one.personId, one]),
  )
  const turned: TurnedSession[] = []
  for (const session of open) {
    const decide = await deciderFor(db, session, { zone, today })
    if (decide === null) continue
    const [was, becomes] = [decide(before), decide(after)]
    if (essence(was) === essence(becomes)) continue
    const person = names.get(session.personId)
    turned.push({
      sessionId: session.id,
      clientName: person === undefined ? 'A client' : `${person.givenName} ${person.familyName}`,
      serviceOn: dateIn(session.startsAt, zone),
      isConfirmed: session.confirmation !== null,
      before: was,
      after: becomes,
    })
  }
  return { looked: open.length, turned: turned.reverse() }
}

function essence({ outcome, method, claimTo }: BillingDecision): string {
  return JSON.stringify([outcome, method, claimTo])
}

type Decider = (standing: Standing) => BillingDecision

/** The question of one session, open only in what the clinician holds; null where the client has no plan on that day. */
async function deciderFor(
  db: Db,
  session: SessionStanding,
  { zone, today }: { zone: string; today: CalendarDate },
): Promise<Decider | null> {
  const on = session.confirmation?.serviceOn ?? dateIn(session.startsAt, zone)
  const policy = await policyInForce(db, session.personId, on)
  const plan = policy === null ? null : await planInForce(db, policy.planId, on)
  if (policy === null || plan === null) return null
  const location = await placeOf(db, session, on)
  const { areas } = await serviceAreasOn(db, on)
  return ({ authorities, credentials, exclusions }) =>
    describeDecision(
      decideBillingRoute(
        buildFacts({
          id: session.id,
          purpose: 'guidance',
          on,
          asOf: today,
          modality: session.modality,
          location,
          crisis: null,
          authorities,
          credentials,
          exclusions,
          plan,
          coverage: policy.coverage,
        }),
        { areas },
      ),
    )
}

/** Where the session was, or most likely will be: as confirmed, else the practice's or the client's one place of that day. */
async function placeOf(db: Db, session: SessionStanding, on: CalendarDate): Promise<ClientLocation | null> {
  const confirmed = session.confirmation === null ? null : await confirmationInForce(db, session.practiceId, session.id)
  if (confirmed !== null) return confirmed.facts.session.clientLocation
  const places =
    session.modality === 'in_person'
      ? (await practiceLocations(db, session.practiceId, on)).map((place) => ({ ...place, servedBy: null }))
      : await locationsInForce(db, [session.personId], on)
  const [place] = places
  if (place === undefined) return null
  const { state, countyFips, servedBy } = place
  return { state, countyFips, servedBy, address: null }
}
