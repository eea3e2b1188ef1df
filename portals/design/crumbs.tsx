import { Link } from '@tanstack/react-router'
import { Icon } from './icon.tsx'
import page from './page.module.css'

/** The way back to the list that a session's pages belong to. */
export function Crumbs({ practiceId, here }: { practiceId: string; here: string }) {
  return (
    <nav className={page.crumbs} aria-label="Breadcrumb">
      <Link to="/practice/$practiceId/sessions" params={{ practiceId }}>
        Sessions
      </Link>
      <Icon name="right" small />
      <span>{here}</span>
    </nav>
  )
}
