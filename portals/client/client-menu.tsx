import { useMantineColorScheme } from '@mantine/core'
import { useClickOutside, useDisclosure } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useId, useRef } from 'react'
import { answerOf, api } from '../api.ts'
import type { Me } from '../contract.ts'
import { Icon } from '../design/icon.tsx'
import { initialsOf } from '../design/initials-of.ts'
import shell from '../design/shell.module.css'
import { useDeed } from '../use-deed.ts'
import { useSignOut } from '../use-sign-out.ts'
import styles from './client-shell.module.css'
import { rememberLanguage, useLanguage, useWords } from './messages.ts'
import { shellWords } from './shell-words.ts'

const nextLook = { auto: 'light', light: 'dark', dark: 'auto' } as const

type Person = Me['people'][number]

/** Top right, under the initials: for whom the pages stand, other doors of this login, appearance, and the way out. */
export function ClientMenu({ me, person }: { me: Me; person: Person }) {
  const [opened, { toggle, close }] = useDisclosure(false)
  const say = useWords(shellWords)
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
    <div ref={outside} className={styles.who} onKeyDown={leave}>
      <button
        ref={button}
        type="button"
        className={styles.face}
        aria-expanded={opened}
        aria-controls={id}
        onClick={toggle}
      >
        <span aria-hidden="true">{initialsOf(person.name)}</span>
        <span className={shell.vh}>{say('menu', { name: person.name })}</span>
      </button>
      <div id={id} hidden={!opened} className={[shell.menu, styles.menu].join(' ')}>
        {opened ? <MenuEntries me={me} person={person} close={close} /> : null}
      </div>
    </div>
  )
}

function MenuEntries({ me, person, close }: { me: Me; person: Person; close: () => void }) {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const signOut = useSignOut()
  const say = useWords(shellWords)
  const other = useLanguage() === 'en' ? ('es' as const) : ('en' as const)
  const speak = useDeed<{ language: 'en' | 'es' }, unknown>((body, key) =>
    answerOf(
      api.POST('/api/clients/{personId}/languages', {
        params: { path: { personId: person.personId } },
        headers: { 'Idempotency-Key': key },
        body,
      }),
    ),
  )
  return (
    <>
      <nav aria-label={say('forWhom')}>
        {me.people.map((each) => (
          <Link
            key={each.personId}
            to="."
            search={(before) => ({ ...before, for: each.personId })}
            onClick={close}
            aria-current={each.personId === person.personId ? 'true' : undefined}
          >
            {each.name}
            {each.personId === person.personId ? <Icon name="check" small /> : null}
          </Link>
        ))}
        {me.memberships.map((each) => (
          <a key={each.practiceId} href={each.kind === 'operator' ? '/operations' : `/practice/${each.practiceId}`}>
            {each.kind === 'operator' ? say('operations') : each.practiceName}
          </a>
        ))}
      </nav>
      <hr />
      <button type="button" onClick={() => setColorScheme(nextLook[colorScheme])}>
        <Icon name="settings" />
        {say('appearance', { look: say(colorScheme) })}
      </button>
      <Link
        to="."
        search={(before) => ({ ...before, lang: other })}
        lang={other}
        onClick={() => {
          rememberLanguage(other)
          speak.act({ language: other })
          close()
        }}
      >
        {say('otherLanguage')}
      </Link>
      <button type="button" onClick={() => signOut.act(null)}>
        <Icon name="out" />
        {say('signOut')}
      </button>
    </>
  )
}
