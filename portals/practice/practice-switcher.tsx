import { useMantineColorScheme } from '@mantine/core'
import { useClickOutside, useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useId, useRef } from 'react'
import type { Me, Member, Membership } from '../contract.ts'
import { Icon } from '../design/icon.tsx'
import { initialsOf } from '../design/initials-of.ts'
import shell from '../design/shell.module.css'
import { membersQuery } from '../queries.ts'
import { useSignOut } from '../use-sign-out.ts'

const looks = { light: 'Light', dark: 'Dark', auto: 'As the system' } as const
const nextLook = { auto: 'light', light: 'dark', dark: 'auto' } as const

type Props = { me: Me; membership: Membership; clinician: string | undefined }

/** Top left: which practice this is, the others one belongs to, and the way out. */
export function PracticeSwitcher({ me, membership, clinician }: Props) {
  const [opened, { toggle, close }] = useDisclosure(false)
  const outside = useClickOutside(close)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const runs = membership.kind === 'group' && membership.may.calendar === 'all'
  const members = useQuery({ ...membersQuery(membership.practiceId), enabled: runs })
  const clinicians = runs
    ? (members.data ?? []).filter((member) => member.clinician && member.standing === 'active')
    : []
  const lookedAt = clinicians.find(({ memberId }) => memberId === clinician)
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !opened) return
    close()
    button.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens for Escape from what is inside
    <div ref={outside} className={shell.switcher} onKeyDown={leave}>
      <button
        ref={button}
        type="button"
        className={shell.switch}
        aria-expanded={opened}
        aria-controls={id}
        onClick={toggle}
      >
        <span className={shell.crest} aria-hidden="true">
          {initialsOf(membership.practiceName)}
        </span>
        <span>
          <span className={shell.vh}>Practice and account: </span>
          <b>{membership.practiceName}</b>
          <span>{lookedAt ? `Workspace of ${lookedAt.name}` : me.user.name}</span>
        </span>
        <Icon name="updown" small />
      </button>
      <div id={id} hidden={!opened} className={shell.menu}>
        {opened ? (
          <SwitcherMenu me={me} membership={membership} clinician={clinician} clinicians={clinicians} close={close} />
        ) : null}
      </div>
    </div>
  )
}

type MenuProps = Props & { clinicians: Member[]; close: () => void }

function SwitcherMenu({ me, membership, clinician, clinicians, close }: MenuProps) {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const signOut = useSignOut()
  return (
    <>
      {clinicians.length > 1 ? (
        <Workspaces membership={membership} clinician={clinician} clinicians={clinicians} close={close} />
      ) : null}
      {me.memberships.length > 1 || clinicians.length <= 1 ? (
        <nav aria-label="Your practices">
          {me.memberships.map((each) => (
            <Link
              key={each.practiceId}
              {...doorOf(each)}
              onClick={close}
              aria-current={each.practiceId === membership.practiceId ? 'true' : undefined}
            >
              <span className={shell.crest} aria-hidden="true">
                {initialsOf(each.practiceName)}
              </span>
              {each.kind === 'operator' ? 'Operations' : each.practiceName}
              {each.practiceId === membership.practiceId ? <Icon name="check" small /> : null}
            </Link>
          ))}
        </nav>
      ) : null}
      <hr />
      {membership.may.team === 'none' ? null : (
        <Link to="/practice/$practiceId/team" params={{ practiceId: membership.practiceId }} onClick={close}>
          <span className={shell.glyph}>
            <Icon name="clients" />
          </span>
          Manage team
        </Link>
      )}
      <Link
        to="/practice/$practiceId/settings"
        params={{ practiceId: membership.practiceId }}
        search={{ part: 'security' }}
        onClick={close}
      >
        <span className={shell.glyph}>
          <Icon name="user" />
        </span>
        Your account
      </Link>
      <button type="button" onClick={() => setColorScheme(nextLook[colorScheme])}>
        <Icon name="settings" />
        Appearance: {looks[colorScheme]}
      </button>
      <button type="button" onClick={() => signOut.act(null)}>
        <Icon name="out" />
        Sign out
      </button>
    </>
  )
}

/** In a group: everyone's work, or that of one clinician; the address keeps which. */
function Workspaces({ membership, clinician, clinicians, close }: Omit<MenuProps, 'me'>) {
  const params = { practiceId: membership.practiceId }
  return (
    <>
      <nav aria-label="Workspaces">
        <Link
          to="/practice/$practiceId"
          params={params}
          search={{ clinician: undefined }}
          onClick={close}
          activeProps={{}}
          aria-current={clinician === undefined ? 'true' : undefined}
        >
          <span className={shell.crest} aria-hidden="true">
            {initialsOf(membership.practiceName)}
          </span>
          Whole practice
          {clinician === undefined ? <Icon name="check" small /> : null}
        </Link>
        {clinicians.map(({ memberId, name }) => (
          <Link
            key={memberId}
            to="/practice/$practiceId"
            params={params}
            search={{ clinician: memberId }}
            onClick={close}
            activeProps={{}}
            aria-current={clinician === memberId ? 'true' : undefined}
          >
            <span className={[shell.crest, shell.face].join(' ')} aria-hidden="true">
              {initialsOf(name)}
            </span>
            {name}
            {clinician === memberId ? <Icon name="check" small /> : null}
          </Link>
        ))}
      </nav>
      <hr />
    </>
  )
}

function doorOf({ kind, practiceId }: Membership) {
  if (kind === 'operator') return { to: '/operations' } as const
  return { to: '/practice/$practiceId', params: { practiceId } } as const
}
