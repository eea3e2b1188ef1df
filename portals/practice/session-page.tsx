import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { dateIn } from '../../libraries/calendar/index.ts'
import { formatCents } from '../../libraries/money/index.ts'
import type { SessionPage as Session } from '../contract.ts'
import { ButtonLink } from '../design/button-link.tsx'
import { Crumbs } from '../design/crumbs.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDay, sayDayFrom } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { PageShapes } from '../design/shapes.tsx'
import { Timeline } from '../design/timeline.tsx'
import { sessionQuery } from '../queries.ts'
import { ClientRequest } from './client-request.tsx'
import { CrisisPart } from './crisis-part.tsx'
import { NoSession } from './no-session.tsx'
import { confirmsFor, type Place, usePlace } from './practice-place.ts'
import { promisedOf } from './promised-of.ts'
import { sayMissedPay, saySessionState } from './say-session.ts'
import { SessionFacts } from './session-facts.tsx'
import { SessionMoneyPanel } from './session-money.tsx'
import { SessionNote } from './session-note.tsx'
import { stepsOfSession } from './steps-of-session.tsx'
import { VoidSession } from './void-session.tsx'

const route = getRouteApi('/practice/$practiceId/sessions/$sessionId')

/** One session's life: where its money goes, its timeline with the evidence, its note, and what can still be changed. */
export function SessionPage() {
  const place = usePlace()
  const { sessionId } = route.useParams()
  const found = useQuery(sessionQuery(place.practiceId, sessionId))
  if (found.error) return <NoSession trouble={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <PageShapes />
  const session = found.data
  const promised = promisedOf(session.confirmation)
  return (
    <>
      <Crumbs practiceId={place.practiceId} here={session.state === 'to_confirm' ? 'To confirm' : 'Session'} />
      <PageHead
        name={`Session with ${session.clientName}, ${sayDay(dateIn(session.startsAt, place.zone))}`}
        title="Session"
        actions={<Actions session={session} place={place} />}
      >
        {sayWhatComes(session, place)}
      </PageHead>
      <ClientRequest session={session} place={place} />
      {promised && session.money && session.state !== 'voided' ? (
        <SessionMoneyPanel session={session} confirmation={promised} money={session.money} place={place} />
      ) : null}
      <div className={[page.columns, page.wide, page.after].join(' ')}>
        <div className={page.stack}>
          <Section name="Timeline">
            <Timeline steps={stepsOfSession(session, place)} />
          </Section>
          <CrisisPart session={session} place={place} />
          {session.note ? <SessionNote session={session} note={session.note} place={place} /> : null}
        </div>
        <aside aria-label="The session in short">
          <SessionFacts session={session} place={place} />
          <p className={page.more}>
            <Link
              to="/practice/$practiceId/sessions/$sessionId/explanation"
              params={{ practiceId: place.practiceId, sessionId }}
            >
              Explain everything
            </Link>
          </p>
        </aside>
      </div>
    </>
  )
}

function Actions({ session, place }: { session: Session; place: Place }) {
  const params = { practiceId: place.practiceId, sessionId: session.id }
  if (!confirmsFor(place, session.memberId)) return null
  if (session.state === 'to_confirm') {
    return (
      <ButtonLink to="/practice/$practiceId/sessions/$sessionId/confirm" params={params}>
        Confirm
      </ButtonLink>
    )
  }
  const open = session.confirmation !== null && place.now < session.confirmation.editableUntil
  if (session.state !== 'confirmed' || !open) return null
  return (
    <>
      <ButtonLink to="/practice/$practiceId/sessions/$sessionId/confirm" params={params} variant="default">
        Correct
      </ButtonLink>
      <VoidSession session={session} place={place} />
    </>
  )
}

/** Steps that a payer owes us. */
const payersSteps = new Set(['accepted', 'payer_answered'])

function sayWhatComes(session: Session, place: Place): string {
  const { money } = session
  const confirmation = promisedOf(session.confirmation)
  if (confirmation === null || session.state === 'voided') return saySessionState(session, place.operatorToday)
  const pay = formatCents(confirmation.providerCents)
  const payer = session.policy?.payerName ?? 'the insurer'
  const day = sayDayFrom(place.today, confirmation.settlesOn)
  const paid = money !== null && money.paidToYouCents >= confirmation.providerCents
  const promise = paid ? `You were paid ${pay} on ${day}.` : `You will be paid ${pay} on ${day}.`
  if (money !== null && money.absorbedCents > 0) {
    return `${promise} ${payer} left ${formatCents(money.absorbedCents)} unpaid; that is our loss, and you keep your pay.`
  }
  const missed = sayMissedPay(session)
  if (missed !== null) {
    return `${promise} ${payer} ${missed}; we follow it up. What does not come is our loss, and you keep your pay.`
  }
  if (paid && session.claimStatus === 'paid') return `${promise} ${payer} has paid too.`
  const late = session.timeline.some(({ kind, state }) => state === 'late' && payersSteps.has(kind))
  if (late)
    return `${promise} ${payer} is late with its answer; we are asking for it, and your pay does not depend on it.`
  return paid ? `${promise} It stays yours, whatever ${payer} decides.` : `${promise} It does not depend on ${payer}.`
}
