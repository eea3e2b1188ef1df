import { Menu, useMantineColorScheme } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Me, Membership } from '../contract.ts'
import { Icon } from '../design/icon.tsx'
import { initialsOf } from '../design/initials-of.ts'
import shell from '../design/shell.module.css'
import { useSignOut } from '../use-sign-out.ts'

const looks = { light: 'Light', dark: 'Dark', auto: 'As the system' } as const
const nextLook = { auto: 'light', light: 'dark', dark: 'auto' } as const

/** Top left: which practice this is, the others one belongs to, and the way out. */
export function PracticeSwitcher({ me, membership }: { me: Me; membership: Membership }) {
  const practices = me.memberships.filter((each) => each.kind !== 'operator')
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const signOut = useSignOut()
  return (
    <Menu position="bottom-start" width={288} offset={4}>
      <Menu.Target>
        <button type="button" className={shell.switch}>
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
      </Menu.Target>
      <Menu.Dropdown>
        {practices.map((each) => (
          <Menu.Item
            key={each.practiceId}
            component={Link}
            to={`/practice/${each.practiceId}`}
            className={each.practiceId === membership.practiceId ? shell.current : undefined}
            leftSection={
              <span className={shell.crest} aria-hidden="true">
                {initialsOf(each.practiceName)}
              </span>
            }
            rightSection={each.practiceId === membership.practiceId ? <Icon name="check" small /> : null}
          >
            {each.practiceName}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          closeMenuOnClick={false}
          leftSection={<Icon name="settings" />}
          onClick={() => setColorScheme(nextLook[colorScheme])}
        >
          Appearance: {looks[colorScheme]}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="out" />} onClick={() => signOut.act(null)}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
