import type { ReactNode } from 'react'
import styles from './icon.module.css'

/** Drawn on a grid of 24 with a stroke of 1.5 and round ends; sizes 20 and 16. */
const drawings = {
  calendar: (
    <>
      <rect x="4" y="5.5" width="16" height="14.5" rx="2" />
      <path d="M4 10h16M8.5 3.5v4M15.5 3.5v4" />
    </>
  ),
  card: (
    <>
      <rect x="3.5" y="5.5" width="17" height="13" rx="2" />
      <path d="M3.5 10h17M7 15h3" />
    </>
  ),
  check: (
    <>
      <path d="m5.5 12.5 4.2 4.2 8.8-9.2" />
    </>
  ),
  clients: (
    <>
      <circle cx="9" cy="8.5" r="3.25" />
      <path d="M3 19c.6-3.3 2.9-5 6-5s5.4 1.7 6 5" />
      <path d="M15.5 5.600a3.25 3.25 0 0 1 0 5.800M17.5 14.500c1.9.6 3.1 2.1 3.5 4.5" />
    </>
  ),
  doc: (
    <>
      <path d="M7 3.500h7l4 4V20.500H7z" />
      <path d="M14 3.500v4h4M10 12h5M10 15.500h5" />
    </>
  ),
  down: (
    <>
      <path d="m6 9.5 6 6 6-6" />
    </>
  ),
  home: (
    <>
      <path d="M4 11 12 4.5 20 11" />
      <path d="M6 9.5V19.5h12V9.5" />
      <path d="M10 19.5V14h4v5.5" />
    </>
  ),
  inbox: (
    <>
      <path d="M4 13 6.5 5.500h11L20 13v5.500H4z" />
      <path d="M4 13h4.500l1 2.500h5l1-2.500H20" />
    </>
  ),
  insurance: (
    <>
      <path d="M12 3.5 5 6v5.500c0 4.3 2.8 7.2 7 9 4.2-1.8 7-4.7 7-9V6z" />
      <path d="m9 12 2.2 2.200L15.3 10" />
    </>
  ),
  keel: (
    <>
      <path d="M2.5 11.500h19" />
      <path d="M5 11.500c.4 4.7 3.1 7.5 7 7.500s6.6-2.8 7-7.5" />
      <path d="M12 19v2.5" />
      <path d="M12 11.500V3.5" />
    </>
  ),
  menu: (
    <>
      <path d="M4 8h16M4 16h16" />
    </>
  ),
  out: (
    <>
      <path d="M10 4.5H5.5v15H10M14 8.5l3.5 3.500L14 15.500M9.5 12h8" />
    </>
  ),
  payments: (
    <>
      <rect x="3.5" y="6" width="17" height="12" rx="2" />
      <circle cx="12" cy="12" r="2.5" />
      <path d="M6.5 9.500v.01M17.5 14.500v.01" />
    </>
  ),
  place: (
    <>
      <path d="M12 20.5s6.5-5.600 6.500-10.500a6.500 6.500 0 0 0-13 0c0 4.900 6.500 10.500 6.500 10.500z" />
      <circle cx="12" cy="10" r="2.250" />
    </>
  ),
  plus: (
    <>
      <path d="M12 5.500v13M5.5 12h13" />
    </>
  ),
  right: (
    <>
      <path d="m9.5 6 6 6-6 6" />
    </>
  ),
  sessions: (
    <>
      <circle cx="12" cy="12" r="8" />
      <path d="M12 7.500V12l3 2" />
    </>
  ),
  settings: (
    <>
      <path d="M4 7h9M17 7h3M4 12h3M11 12h9M4 17h10M18 17h2" />
      <circle cx="15" cy="7" r="2" />
      <circle cx="9" cy="12" r="2" />
      <circle cx="16" cy="17" r="2" />
    </>
  ),
  updown: (
    <>
      <path d="m8.5 9.5 3.5-3.5 3.5 3.500M8.5 14.500l3.5 3.5 3.5-3.5" />
    </>
  ),
  user: (
    <>
      <circle cx="12" cy="8.5" r="3.5" />
      <path d="M5 19.500c.7-3.6 3.3-5.5 7-5.500s6.3 1.9 7 5.5" />
    </>
  ),
  x: (
    <>
      <path d="m6.5 6.5 11 11M17.5 6.500l-11 11" />
    </>
  ),
  done: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="m8.5 12.3 2.4 2.4 4.7-5" />
    </>
  ),
  held: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M10 9v6M14 9v6" />
    </>
  ),
  lack: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 8v4.500M12 15.800v.01" />
    </>
  ),
  late: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7.500V12l3 2" />
    </>
  ),
  no: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="m6.2 17.8 11.6-11.6" />
    </>
  ),
  now: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <circle cx="12" cy="12" r="3" fill="currentColor" stroke="none" />
    </>
  ),
  paid: (
    <>
      <circle cx="12" cy="12" r="9.25" fill="currentColor" stroke="none" />
      <path d="m8.3 12.3 2.5 2.5 5-5.3" stroke="var(--surface)" />
    </>
  ),
  wait: (
    <>
      <circle cx="12" cy="12" r="8.5" strokeDasharray="3.2 3.48" />
    </>
  ),
  link: (
    <>
      <path d="M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.700l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.700l1-1" />
    </>
  ),
  contract: (
    <>
      <path d="M7 3.500h10V20.500H7z" />
      <path d="M10 8h4M10 11.500h4M10 17c1-1.5 2.5-1.5 4 0" />
    </>
  ),
  search: (
    <>
      <circle cx="10.5" cy="10.5" r="5.5" />
      <path d="m15 15 5 5" />
    </>
  ),
  mail: (
    <>
      <path d="M3.5 6h17v12.500h-17z" />
      <path d="m4 7 8 6 8-6" />
    </>
  ),
  list: (
    <>
      <path d="M9 6.500h11M9 12h11M9 17.500h11M4.5 6.500h.01M4.5 12h.01M4.5 17.500h.01" />
    </>
  ),
  scale: (
    <>
      <path d="M12 4.500v15M8 19.500h8M5 7.500h14" />
      <path d="m5 7.5-2 6h4zM19 7.500l-2 6h4z" />
    </>
  ),
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof drawings

/** A drawing beside words that say the same; alone it needs a label on what holds it. */
export function Icon({
  name,
  small = false,
  className,
}: {
  name: IconName
  small?: boolean
  className?: string | undefined
}) {
  const classes = [styles.icon, small ? styles.small : '', className ?? ''].join(' ')
  return (
    <svg className={classes} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {drawings[name]}
    </svg>
  )
}
