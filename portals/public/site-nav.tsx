import { Link } from '@tanstack/react-router'
import styles from './site-nav.module.css'

/** Where public pages lead; on a phone they stand in the foot alone. */
export function SiteNav({ where }: { where: 'top' | 'foot' }) {
  return (
    <nav aria-label={where === 'top' ? 'Site' : 'Site, below'} className={styles[where]}>
      <Link to="/for-practices">For practices</Link>
      <Link to="/help/$slug" params={{ slug: 'how-evenkeel-earns' }}>
        How we earn
      </Link>
      <Link to="/help">Help</Link>
      <Link to="/" hash="status">
        Status
      </Link>
    </nav>
  )
}
