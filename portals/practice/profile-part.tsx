import { useQuery } from '@tanstack/react-query'
import page from '../design/page.module.css'
import { sayZone } from '../design/say-day.ts'
import { sayRole } from '../design/say-role.ts'
import { Section } from '../design/section.tsx'
import { membersQuery } from '../queries.ts'
import type { Place } from './practice-place.ts'
import rows from './rows.module.css'

/** Who somebody is to clients and insurers. What a claim carries is changed by the operator, since it must match the license. */
export function ProfilePart({ place }: { place: Place }) {
  const members = useQuery(membersQuery(place.practiceId))
  const own = members.data?.find(({ memberId }) => memberId === place.membership.memberId)
  const facts = [
    ['Name', own?.name ?? place.me.user.name],
    [place.membership.roles.length > 1 ? 'Roles' : 'Role', place.membership.roles.map(sayRole).join(', ')],
    ['Sign-in', place.me.user.email],
    ['Practice', place.membership.practiceName],
    ['Time zone', `${sayZone(place.zone)}: your calendar and sessions`],
    ['Paydays', `${sayZone(place.operatorZone)}: deadlines and paydays are days there`],
  ]
  return (
    <div className={page.columns}>
      <Section name="Profile">
        <dl className={page.facts}>
          {facts.map(([name, said]) => (
            <div key={name} className={page.fact}>
              <dt>{name}</dt>
              <dd>{said}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <aside aria-label="About your name">
        <Section name="To change your name">
          <p className={rows.sub}>
            Your name and NPI stand on every claim and must be those of your license. Ask the operator to change them;
            claims already sent keep what they said.
          </p>
        </Section>
      </aside>
    </div>
  )
}
