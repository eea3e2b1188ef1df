import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayFamily } from '../design/say-family.ts'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { ArchiveProvider } from './archive-provider.tsx'
import { InviteAgain } from './invite-again.tsx'
import { MemberRoles } from './member-roles.tsx'
import { type Place, usePlace } from './practice-place.ts'
import { sessionListQuery } from './practice-queries.ts'
import { RemoveProvider } from './remove-provider.tsx'
import { ResetFactor } from './reset-factor.tsx'
import rows from './rows.module.css'
import { SessionRows } from './session-rows.tsx'
import { sayStanding } from './team-page.tsx'
import { type Team, type TeamMember, teamQuery } from './team-queries.ts'

const route = getRouteApi('/practice/$practiceId/team/$memberId')
const shown = 12

/** One member: what they may do, their history, and how they leave. Archived ones open here by their name. */
export function MemberPage() {
  const place = usePlace()
  const { memberId } = route.useParams()
  const team = useQuery(teamQuery(place.practiceId))
  if (team.error) return <TroubleNotice trouble={team.error} onRetry={() => void team.refetch()} />
  if (!team.data) return <RowShapes rows={4} />
  const member = team.data.members.find((each) => each.memberId === memberId)
  if (member === undefined) return <Nobody place={place} />
  return <Member key={memberId} member={member} team={team.data} place={place} />
}

function Nobody({ place }: { place: Place }) {
  return (
    <PageHead name="There is nobody like that on this team" title="Team">
      <Link to="/practice/$practiceId/team" params={{ practiceId: place.practiceId }}>
        Manage team
      </Link>
    </PageHead>
  )
}

function Member({ member, team, place }: { member: TeamMember; team: Team; place: Place }) {
  const { standing, clinician } = member
  const isOwner = member.roles.includes('owner')
  return (
    <>
      <nav className={page.crumbs} aria-label="Breadcrumb">
        <Link to="/practice/$practiceId/team" params={{ practiceId: place.practiceId }}>
          Manage team
        </Link>
        <Icon name="right" small />
        <span>{standing === 'active' ? 'Member' : 'Archived'}</span>
      </nav>
      <PageHead
        name={member.name}
        title="Team member"
        actions={
          clinician && !isOwner && standing !== 'removed' ? (
            <ArchiveProvider member={member} place={place} />
          ) : undefined
        }
      >
        {sayStanding(member, place)}
      </PageHead>
      <div className={[page.columns, page.wide].join(' ')}>
        <div className={page.stack}>
          {standing === 'active' ? <MemberRoles member={member} decides={team.decides} place={place} /> : null}
          {clinician ? <History member={member} place={place} /> : null}
          {team.decides && member.signsIn && !member.isYou && standing !== 'removed' ? (
            <ResetFactor member={member} place={place} />
          ) : null}
          {clinician && !isOwner && standing === 'archived' ? <RemoveProvider member={member} place={place} /> : null}
        </div>
        <aside aria-label="The member in short">
          <Section name="In short">
            <Facts member={member} />
          </Section>
          {member.signsIn || standing === 'removed' ? null : <InviteAgain member={member} place={place} />}
        </aside>
      </div>
    </>
  )
}

function Facts({ member }: { member: TeamMember }) {
  const { licence, npi } = member
  const facts = [
    ['Treats clients', member.clinician ? 'Yes' : 'No'],
    ...(npi === null ? [] : [['NPI', npi]]),
    ...(licence === null ? [] : [['License', `${sayFamily(licence.family)}, ${licence.state} ${licence.number}`]]),
    ['Portal access', member.signsIn ? 'Signs in' : member.invitation === null ? 'None' : 'Invited'],
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

/** Their sessions, the latest first: what is archived or removed keeps all of it. */
function History({ member, place }: { member: TeamMember; place: Place }) {
  const asked = { show: 'all' as const, clinician: member.memberId, to: place.today, limit: shown + 1 }
  const sessions = useQuery(sessionListQuery(place.practiceId, asked))
  return (
    <Section name="History">
      {sessions.error ? (
        <TroubleNotice trouble={sessions.error} onRetry={() => void sessions.refetch()} />
      ) : sessions.data === undefined ? (
        <RowShapes rows={3} />
      ) : sessions.data.length === 0 ? (
        <p className={rows.sub}>No session has been held yet.</p>
      ) : (
        <>
          <SessionRows name="History" sessions={sessions.data.slice(0, shown)} place={place} />
          {sessions.data.length > shown ? (
            <p className={rows.pager}>
              <Link
                to="/practice/$practiceId/sessions"
                params={{ practiceId: place.practiceId }}
                search={{ show: 'all', clinician: member.memberId }}
              >
                All sessions of {member.name}
              </Link>
            </p>
          ) : null}
        </>
      )}
    </Section>
  )
}
