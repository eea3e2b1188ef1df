import { Link } from '@tanstack/react-router'
import page from '../design/page.module.css'

/** Access, removal and deletion: what people ask of the operator about who works here, or is known here. */
export function RequestsTabs() {
  return (
    <nav className={page.tabs} aria-label="Which requests">
      <Link to="/operations/requests">Access</Link>
      <Link to="/operations/removals">Removal</Link>
      <Link to="/operations/deletions" activeOptions={{ exact: true }}>
        Deletion
      </Link>
    </nav>
  )
}
