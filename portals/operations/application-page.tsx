import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDay, sayMoment, sayZone } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { PageShapes } from '../design/shapes.tsx'
import { CallPart } from './call-part.tsx'
import { FollowUps } from './follow-ups.tsx'
import { type ApplicationPage, applicationQuery } from './joining-queries.ts'
import { JoiningStepForm } from './joining-step-form.tsx'
import { OpenPracticeForm } from './open-practice-form.tsx'
import { PageTrouble } from './page-trouble.tsx'
import { Quotes } from './quotes.tsx'
import { sayJoiningKind, sayJoiningState, sayStep } from './say-joining.ts'
import { useOperatorClock } from './use-operator-clock.ts'

const route = getRouteApi('/operations/joining/$applicationId')

/** One practice that wants to join: the call, notes, rates, and its opening. */
export function OneApplicationPage() {
  const { applicationId } = route.useParams()
  const found = useQuery(applicationQuery(applicationId))
  if (found.error) return <PageTrouble trouble={found.error} onRetry={() => void found.refetch()} />
  return found.data === undefined ? <PageShapes /> : <Shown application={found.data} />
}

function Shown({ application }: { application: ApplicationPage }) {
  const { zone } = useOperatorClock()
  const { consultant, callAt, state } = application
  const isOver = state === 'opened' || state === 'closed'
  const call =
    callAt === null ? 'No call is booked.' : `${consultant ?? 'A consultant'} calls on ${sayMoment(callAt, zone)}.`
  return (
    <>
      <nav className={page.crumbs} aria-label="Breadcrumb">
        <Link to="/operations/joining">Joining</Link>
        <Icon name="right" small />
        <span>Application</span>
      </nav>
      <PageHead name={application.practiceName} title="A practice that wants to join">
        {sayJoiningState(state)}. {state === 'call_booked' ? call : ''}
      </PageHead>
      {isOver ? null : <FollowUps application={application} />}
      <div className={isOver ? undefined : page.after}>
        <Quotes application={application} />
      </div>
      <div className={[page.columns, page.wide, page.after].join(' ')}>
        <div className={page.stack}>
          <Section name="Notes and calls">
            <Steps application={application} zone={zone} />
            {isOver ? null : <JoiningStepForm applicationId={application.id} />}
          </Section>
          {isOver ? null : <OpenPracticeForm application={application} />}
        </div>
        <aside aria-label="The application in short" className={page.stack}>
          {isOver ? null : (
            <Section name="Call">
              <CallPart application={application} call={call} />
            </Section>
          )}
          <Section name="Who asks">
            <Facts application={application} call={call} isOver={isOver} />
          </Section>
        </aside>
      </div>
    </>
  )
}

function Facts({ application, call, isOver }: { application: ApplicationPage; call: string; isOver: boolean }) {
  const number = application.licenceNumber ?? application.licenceState
  const licence = `${application.licence}, ${number.includes(application.licenceState) ? '' : `${application.licenceState} `}${number}`
  const facts = [
    ['Name', application.name],
    ['E-mail', application.email],
    ...(application.phone === null ? [] : [['Phone', application.phone]]),
    ['Kind', sayJoiningKind(application)],
    ['License', licence],
    ['NPI', application.npi ?? 'Not told yet'],
    ['States', application.states.join(', ')],
    ['Plans', application.plans.length === 0 ? 'All' : application.plans.map(({ name }) => name).join(', ')],
    ...(isOver ? [['Call', call]] : []),
    ['Time zone', sayZone(application.zone)],
    ['Sent', sayDay(application.sentOn)],
    ...(application.words === null ? [] : [['Says', application.words]]),
  ]
  return (
    <dl className={page.facts}>
      {facts.map(([name, said]) => (
        <div key={name} className={page.fact}>
          <dt>{name}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  )
}

function Steps({ application, zone }: { application: ApplicationPage; zone: string }) {
  if (application.steps.length === 0) return <p className={page.quiet}>Nothing is noted yet.</p>
  return (
    <dl className={[page.panel, page.pad, page.facts].join(' ')}>
      {application.steps.map(({ deed, words, at, by }) => (
        <div key={`${at} ${words}`} className={page.fact}>
          <dt>
            {sayStep(deed)}, {sayMoment(at, zone)}, {by}
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  )
}
