import { Crumbs } from '../design/crumbs.tsx'
import { PageHead } from '../design/page-head.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { usePlace } from './practice-place.ts'

/** Where a session's page cannot be shown: what failed, and the way back to the list. */
export function NoSession({ trouble, onRetry }: { trouble: Error; onRetry: () => void }) {
  const { practiceId } = usePlace()
  return (
    <>
      <Crumbs practiceId={practiceId} here="Session" />
      <PageHead name="This session cannot be shown" title="Session" />
      <TroubleNotice trouble={trouble} onRetry={onRetry} />
    </>
  )
}
