import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ButtonLink } from '../design/button-link.tsx'
import { initialsOf } from '../design/initials-of.ts'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDayFrom } from '../design/say-day.ts'
import { sayRole } from '../design/say-role.ts'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { AddProvider } from './add-provider.tsx'
import { ApprovalRow } from './approval-row.tsx'
import { InviteToOffice } from './invite-to-office.tsx'
import { type Place, usePlace } from './practice-place.ts'
import rows from './rows.module.css'
import styles from './team.module.css'
import { type Team, type TeamMember, teamQuery } from './team-queries.ts'

/** Manage team: who treats clients, who runs the office, who is invited, and who was archived. */
export function TeamPage() {
  const place = usePlace()
  const team = useQuery(teamQuery(place.practiceId))
  return (
    <>
      <PageHead
        name="Manage team"
        title="Manage team"
        actions={team.data?.kind === 'group' ? <AddProvider place={place} /> : undefined}
      >
        Who works at {place.membership.practiceName}, and what each of them may see and do.
      </PageHead>
      {team.error ? (
        <TroubleNotice trouble={team.error} onRetry={() => void team.refetch()} />
      ) : team.data ? (
        <Members team={team.data} place={place} />
      ) : (
        <RowShapes rows={4} />
      )}
    </>
  )
}

function Members({ team, place }: { team: Team; place: Place }) {
  const here = team.members.filter(({ standing }) => standing === 'active')
  const away = team.members.filter(({ standing }) => standing !== 'active')
  const office = here.filter(({ clinician }) => !clinician)
  return (
    <div className={page.stack}>
      {team.approvals.length > 0 && team.decides ? (
        <Section name="Asks for access">
          <ul className={page.panel} aria-label="Requests for access">
            {team.approvals.map((approval) => (
              <ApprovalRow key={approval.id} approval={approval} place={place} />
            ))}
          </ul>
        </Section>
      ) : null}
      <Section name="Clinicians">
        <MemberList name="Clinicians" members={here.filter(({ clinician }) => clinician)} place={place} />
        {team.kind === 'solo' ? <BecomeGroup /> : null}
      </Section>
      <Section name="Office" remark={<InviteToOffice place={place} decides={team.decides} />}>
        {office.length === 0 ? (
          <div className={[page.panel, page.empty].join(' ')}>
            <h3>Nobody runs the office but you</h3>
            <p>
              Invite a biller, a scheduler or an administrator; it needs no group. Somebody with a client account here
              can also ask for access themselves.
            </p>
          </div>
        ) : (
          <MemberList name="Office" members={office} place={place} />
        )}
      </Section>
      {away.length > 0 ? (
        <Section name="Archived" remark={<p>Open one by the name; all of their history is there.</p>}>
          <MemberList name="Archived" members={away} place={place} />
        </Section>
      ) : null}
    </div>
  )
}

function BecomeGroup() {
  return (
    <p className={[page.more, rows.sub].join(' ')}>
      A second provider makes a solo practice a group; nothing you have here is lost by it.{' '}
      <Link to="/for-practices" search={{ kind: 'solo_to_group' }}>
        Talk to a practice consultant
      </Link>
    </p>
  )
}

function MemberList({ name, members, place }: { name: string; members: TeamMember[]; place: Place }) {
  return (
    <ul className={page.panel} aria-label={name}>
      {members.map((member) => (
        <MemberRow key={member.memberId} member={member} place={place} />
      ))}
    </ul>
  )
}

function MemberRow({ member, place }: { member: TeamMember; place: Place }) {
  const params = { practiceId: place.practiceId, memberId: member.memberId }
  const away = member.standing !== 'active'
  return (
    <li className={[rows.row, styles.member, away ? styles.away : ''].join(' ')}>
      <span className={styles.face} aria-hidden="true">
        {initialsOf(member.name)}
      </span>
      <div>
        <p className={page.rowName}>
          <Link to="/practice/$practiceId/team/$memberId" params={params}>
            {member.name}
          </Link>
          {member.isYou ? ' (you)' : ''}
        </p>
        <p className={rows.detail}>{sayStanding(member, place)}</p>
        {away ? null : (
          <ul className={styles.roles} aria-label={`Roles of ${member.name}`}>
            {member.roles.map((role) => (
              <li key={role}>{sayRole(role)}</li>
            ))}
          </ul>
        )}
      </div>
      <div className={styles.deeds}>
        <ButtonLink
          to="/practice/$practiceId/team/$memberId"
          params={params}
          variant="default"
          aria-label={`${away ? 'Open' : 'Manage'} ${member.name}`}
        >
          {away ? 'Open' : 'Manage'}
        </ButtonLink>
      </div>
    </li>
  )
}

/** How somebody stands, and what waits for them or for others. */
export function sayStanding(member: TeamMember, place: Place): string {
  const since = member.since === null ? '' : ` on ${sayDayFrom(place.today, member.since)}`
  const by = member.by === null ? '' : ` by ${member.by}`
  const waiting =
    member.toConfirm === 0
      ? ''
      : ` ${member.toConfirm === 1 ? 'One session waits' : `${member.toConfirm} sessions wait`} to be confirmed.`
  if (member.standing === 'removed') return `Removed${since}${by}.`
  if (member.standing === 'archived') return `Archived${since}${by}.${waiting}`
  if (member.invitation?.state === 'expired') return `The invitation to ${member.invitation.email} is too old.`
  if (member.invitation !== null)
    return `Invited as ${member.invitation.email}; the link works until ${sayDayFrom(place.today, member.invitation.until)}.`
  if (!member.signsIn) return `Has no portal access; administrators keep their calendar.${waiting}`
  return `Signs in.${waiting}`
}
