import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ClockBar } from '../design/clock-bar.tsx'
import { LostPage } from '../design/lost-page.tsx'
import { PublicTop } from '../public/public-top.tsx'
import { houseQuery } from '../queries.ts'
import styles from './demonstration.module.css'

/** The frame of pages that exist in a demonstration only; elsewhere there is nothing here. */
export function DemonstrationFrame({ children }: { children: ReactNode }) {
  const house = useQuery(houseQuery)
  if (house.data !== undefined && house.data.mode !== 'demonstration') return <LostPage />
  return (
    <div className={styles.frame}>
      <PublicTop />
      <div className={styles.bar}>
        <nav aria-label="Demonstration" className={styles.nav}>
          <Link to="/sign-in" activeProps={{ 'aria-current': 'page' }}>
            Things to try
          </Link>
          <Link to="/mailbox" activeProps={{ 'aria-current': 'page' }}>
            Mailbox
          </Link>
          <Link to="/switchboard" activeProps={{ 'aria-current': 'page' }}>
            Switchboard
          </Link>
        </nav>
        <ClockBar leadsBack={false} />
      </div>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  )
}
