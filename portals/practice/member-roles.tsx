import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { PracticeRole } from '../../business/practices/abilities-of.ts'
import { answerOf, api } from '../api.ts'
import { Dialog } from '../design/dialog.tsx'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { officeRoles } from './invite-to-office.tsx'
import type { Place } from './practice-place.ts'
import rows from './rows.module.css'
import styles from './team.module.css'
import type { TeamMember } from './team-queries.ts'

type Shown = { role: PracticeRole; name: string; words: string }

const offered: Shown[] = [
  { role: 'owner', name: 'Owner', words: 'Everything, the bank account and who administers included.' },
  ...officeRoles,
]

type Props = { member: TeamMember; decides: boolean; place: Place }

/** What a member may do, role by role; each is given and taken by itself. */
export function MemberRoles({ member, decides, place }: Props) {
  return (
    <Section name="Roles" remark={<p>A member may hold several; each adds to what they may do.</p>}>
      <ul className={page.panel} aria-label={`Roles of ${member.name}`}>
        {member.clinician ? (
          <li className={[rows.row, styles.member, styles.plain].join(' ')}>
            <div>
              <h3>Clinician</h3>
              <p className={rows.detail}>Their own calendar, clients, notes and pay. It ends by archiving.</p>
            </div>
          </li>
        ) : null}
        {offered.map((each) => (
          <RoleRow key={each.role} shown={each} member={member} decides={decides} place={place} />
        ))}
      </ul>
    </Section>
  )
}

function RoleRow({ shown, member, decides, place }: Props & { shown: Shown }) {
  const [opened, { open, close }] = useDisclosure(false)
  const { role, name, words } = shown
  const has = member.roles.includes(role)
  const change = useDeed<{ role: PracticeRole; change: 'given' | 'taken' }, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/practices/{practiceId}/team/{memberId}/roles', {
          params: { path: { practiceId: place.practiceId, memberId: member.memberId } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    close,
  )
  const may = decides || (role !== 'owner' && role !== 'admin' && !(member.isYou && !has))
  const deed = has
    ? role === 'admin'
      ? 'Remove admin access'
      : `Take ${name.toLowerCase()} role`
    : `Make ${name.toLowerCase()}`
  return (
    <li className={[rows.row, styles.member, styles.plain].join(' ')}>
      <div>
        <h3>
          {name}
          {has ? '' : ' (not held)'}
        </h3>
        <p className={rows.detail}>{words}</p>
      </div>
      {may ? (
        <div className={styles.deeds}>
          <Button variant="default" onClick={open}>
            {deed}
          </Button>
        </div>
      ) : null}
      <Dialog name={`${deed}: ${member.name}`} opened={opened} close={close}>
        <div className={page.form}>
          <p>{sayEffect(member, shown, has)}</p>
          {change.trouble ? <TroubleNotice trouble={change.trouble} deed="the role" /> : null}
          <div className={page.buttons}>
            <Button loading={change.busy} onClick={() => change.act({ role, change: has ? 'taken' : 'given' })}>
              Confirm
            </Button>
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
          </div>
        </div>
      </Dialog>
    </li>
  )
}

function sayEffect(member: TeamMember, { role, words }: Shown, has: boolean): string {
  if (!has) return `${member.name} gets, from their next click on: ${words}`
  const left = member.roles.filter((each) => each !== role)
  if (left.length === 0)
    return `This is the only role that ${member.name} holds: their access to the practice ends at their next click. What they did stays.`
  return `${member.name} loses, from their next click on: ${words} Their other roles stay.`
}
