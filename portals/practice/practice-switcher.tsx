import { useMantineColorScheme } from '@mantine/core'
import { useClickOutside, useDisclosure } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useId, useRef } from 'react'
import type { Me, Membership } from '../contract.ts'
import { Icon } from '../design/icon.tsx'
import { initialsOf } from '../design/initials-of.ts'
import shell from '../design/shell.module.css'
import { useSignOut } from '../use-sign-out.ts'

const looks = { light: 'Light', dark: 'Dark', auto: 'As the system' } as const
const nextLook = { auto: 'light', light: 'dark', dark: 'auto' } as const

/** Top left: which practice this is, the others one belongs to, and the way out. */
export function PracticeSwitcher({ me, membership }: { me: Me; membership: Membership }) {
  const [opened, { toggle, close }] = useDisclosure(false)
  const outside = useClickOutside(close)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
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
          <span>{me.user.name}</span>
        </span>
        <Icon name="updown" small />
      </button>
      <div id={id} hidden={!opened} className={shell.menu}>
        {opened ? <SwitcherMenu me={me} membership={membership} close={close} /> : null}
      </div>
    </div>
  )
}

function SwitcherMenu({ me, membership, close }: { me: Me; membership: Membership; close: () => void }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const signOut = useSignOut()
  return (
    <>
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
      <hr />
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

function doorOf({ kind, practiceId }: Membership) {
  if (kind === 'operator') return { to: '/operations' } as const
  return { to: '/practice/$practiceId', params: { practiceId } } as const
}
