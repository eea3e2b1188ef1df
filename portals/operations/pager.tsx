import { Button } from '@mantine/core'
import styles from './operations.module.css'

/** Which page of a long list this is, and the way to the others; nothing where there is one page only. */
export function Pager({ page, pages, to }: { page: number; pages: number; to: (page: number) => void }) {
  if (pages <= 1) return null
  return (
    <nav className={styles.pager} aria-label="Pages">
      <span>
        Page {page} of {pages}
      </span>
      <Button variant="default" disabled={page <= 1} onClick={() => to(page - 1)}>
        Previous
      </Button>
      <Button variant="default" disabled={page >= pages} onClick={() => to(page + 1)}>
        Next
      </Button>
    </nav>
  )
}
