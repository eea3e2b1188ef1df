import { Link } from '@tanstack/react-router'
import { PageHead } from '../design/page-head.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'

/** A page whose data did not come: what happened, another try, and a way on. */
export function PageTrouble({ trouble, onRetry }: { trouble: Error; onRetry: () => void }) {
  return (
    <>
      <PageHead name="This page cannot be shown" title="Not shown" />
      <TroubleNotice trouble={trouble} onRetry={onRetry} />
      <p>
        <Link to="/operations">Go to the queues</Link>
      </p>
    </>
  )
}
