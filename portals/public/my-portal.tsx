import { useClickOutside, useDisclosure } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useId, useRef } from 'react'
import { Icon } from '../design/icon.tsx'
import shell from '../design/shell.module.css'
import styles from './public.module.css'

/** Top right of the public pages: the ways in, for clients and for those who care for them. */
export function MyPortal() {
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
    <div ref={outside} className={styles.portal} onKeyDown={leave}>
      <button ref={button} type="button" aria-expanded={opened} aria-controls={id} onClick={toggle}>
        My portal
        <Icon name="down" small />
      </button>
      <nav id={id} hidden={!opened} aria-label="My portal" className={[shell.menu, styles.portalMenu].join(' ')}>
        <Link to="/patient" onClick={close}>
          <div>
            Patient portal
            <span>Appointments, costs and your account</span>
          </div>
        </Link>
        <Link to="/sign-in" onClick={close}>
          <div>
            Practice portal
            <span>For therapists and their offices</span>
          </div>
        </Link>
      </nav>
    </div>
  )
}
