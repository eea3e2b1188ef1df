import { dateIn } from '../../libraries/calendar/index.ts'
import { sum } from '../../libraries/money/index.ts'
import { claimsOfSession, eventsOf, submissionsOf } from '../claims/index.ts'
import { serviceAreasOfEdition, serviceAreasOn } from '../coverage/index.ts'
import { transfersAbout } from '../ledger/index.ts'
import { abilitiesOf } from '../practices/abilities-of.ts'
import { practiceById } from '../practices/index.ts'
import { Refusal } from '../routes.ts'
import { type Confirmation, confirmationsOf, type Session } from '../sessions/index.ts'
import type { Db, Who, World } from '../world.ts'
import type { AreasAround } from './ask-again.ts'
import { type CarriedBy, type Explanation, explainSession } from './explain-session.ts'
import { payoutLines } from './pay-line-report-store.ts'
import { payoutState } from './pay-standing.ts'
import { payoutEvents, payoutsWhere } from './payout-store.ts'
import { sessionPage } from './session-page-flow.ts'

/** Gathers what every room knows of a session and explains it. */
export async function explanationOf(db: Db, world: World, session: Session): Promise<Explanation> {
  const { practiceId, id: sessionId } = session
  const asked: Who = {
    userId: '',
    memberId: session.memberId,
    practiceId,
    clinician: false,
    may: abilitiesOf(['biller']),
  }
  const page = await sessionPage(db, world, asked, session)
  if (page === null) {
    throw new Refusal({ status: 404, code: 'session_not_found', detail: 'There is no such session in this practice.' })
  }
  const practice = await practiceById(db, practiceId)
  const claims = await claimsOfSession(db, practiceId, sessionId)
  const submissions = []
  const claimEvents = []
  for (const { id } of claims) {
    submissions.push(...(await submissionsOf(db, practiceId, id)))
    claimEvents.push(...(await eventsOf(db, practiceId, id)))
  }
  const confirmations = await confirmationsOf(db, practiceId, sessionId)
  return explainSession({
    sessionId,
    writtenOn: dateIn(world.clock.now(), world.zone),
    zone: world.zone,
    practiceZone: practice?.timeZone ?? world.zone,
    startsAt: page.startsAt,
    endsAt: page.endsAt,
    modality: page.modality,
    state: page.state,
    clientName: page.clientName,
    clinicianName: page.clinicianName,
    practiceName: practice?.name ?? 'the practice',
    payerName: page.policy?.payerName ?? null,
    planName: page.policy?.planName ?? null,
    confirmations,
    areas: await areasAround(db, confirmations.at(-1)),
    transfers: await transfersAbout(db, practiceId, sessionId),
    claimEvents,
    submissions,
    payouts: await payoutsWith(db, session),
    timeline: page.timeline,
  })
}

/** Who held which county when the confirmation in force was decided, and who by what is known of that day now. */
async function areasAround(db: Db, confirmation: Confirmation | undefined): Promise<AreasAround> {
  const asDecided = await serviceAreasOfEdition(db, confirmation?.areasEdition ?? null)
  if (confirmation === undefined) return { asDecided, asKnownNow: asDecided }
  return { asDecided, asKnownNow: (await serviceAreasOn(db, confirmation.facts.on)).areas }
}

/** The payouts that carry the session's pay; one that came back is followed by the one that carries it again. */
async function payoutsWith(db: Db, { practiceId, id }: Session): Promise<CarriedBy[]> {
  const payouts = await payoutsWhere(db, { practiceId })
  const lines = await payoutLines(db, practiceId, [id, ...payouts.map((payout) => payout.id)])
  const events = await payoutEvents(db, practiceId)
  const carried: CarriedBy[] = []
  let subjects = [{ subject: id, part: null as CarriedBy['cents'] | null }]
  while (subjects.length > 0) {
    const next: typeof subjects = []
    for (const { subject, part } of subjects) {
      for (const [payoutId, own] of Map.groupBy(
        lines.filter((line) => line.subject === subject),
        (line) => line.payoutId,
      )) {
        const payout = payouts.find((one) => one.id === payoutId)
        if (payout === undefined || carried.some((one) => one.payout.id === payoutId)) continue
        const state = payoutState(
          events.filter((event) => event.payoutId === payoutId && event.kind !== 'change_notified'),
        )
        // What a payout took back into the next one is the whole of it; of this session it is still the same part.
        const cents = part ?? sum(own.map((line) => line.cents))
        carried.push({ payout, state, cents, transfers: await transfersAbout(db, practiceId, payoutId) })
        next.push({ subject: payoutId, part: cents })
      }
    }
    subjects = next
  }
  return carried.toSorted((a, b) => (a.payout.payOn < b.payout.payOn ? -1 : 1))
}
