import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Icon } from '../design/icon.tsx'
import shell from '../design/shell.module.css'
import { MyPortal } from './my-portal.tsx'
import styles from './public.module.css'
import { SiteNav } from './site-nav.tsx'

/** The head of public pages: the name, and whatever leads further. */
export function PublicTop({ children }: { children?: ReactNode }) {
  return (
    <>
      <a className={shell.skip} href="#main">
        Skip to content
      </a>
      <header className={styles.top}>
        <Link to="/" className={styles.brand}>
          <Icon name="keel" />
          Evenkeel
        </Link>
        <SiteNav where="top" />
        <div className={styles.end}>
          {children}
          <MyPortal />
        </div>
      </header>
    </>
  )
}
