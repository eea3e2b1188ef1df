import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { describeExplanation } from '../../business/payouts/describe-explanation.ts'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { PaperParts } from '../design/paper-parts.tsx'
import { PageShapes } from '../design/shapes.tsx'
import { explanationPdf, explanationQuery } from '../explanation-queries.ts'
import { NoSession } from './no-session.tsx'

const route = getRouteApi('/practice/$practiceId/sessions/$sessionId/explanation')

/** Everything that explains one session, as a document that can be kept. */
export function ExplanationPage() {
  const { practiceId, sessionId } = route.useParams()
  const found = useQuery(explanationQuery(sessionId))
  if (found.error) return <NoSession trouble={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <PageShapes />
  return (
    <>
      <nav className={page.crumbs} aria-label="Breadcrumb">
        <Link to="/practice/$practiceId/sessions/$sessionId" params={{ practiceId, sessionId }}>
          Session
        </Link>
        <Icon name="right" small />
        <span>Everything explained</span>
      </nav>
      <PageHead
        name="This session, explained"
        title="Session explained"
        actions={
          <Button component="a" href={explanationPdf(sessionId)} download variant="default">
            Download as PDF
          </Button>
        }
      >
        Why it may be billed, who paid whom and when, every posting in your book, every file, and what is still to come.
      </PageHead>
      <PaperParts paper={describeExplanation(found.data)} />
    </>
  )
}
