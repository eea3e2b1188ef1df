import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { describeExplanation } from '../../business/payouts/describe-explanation.ts'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { PaperParts } from '../design/paper-parts.tsx'
import { PageShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { explanationPdf, explanationQuery } from '../explanation-queries.ts'

const route = getRouteApi('/operations/sessions/$sessionId/explanation')

/** A session explained to the operator's staff, who say first why they look at it. */
export function ExplanationPage() {
  const { sessionId } = route.useParams()
  const [reason, setReason] = useState<string | null>(null)
  return (
    <>
      <nav className={page.crumbs} aria-label="Breadcrumb">
        <Link to="/operations">Queues</Link>
        <Icon name="right" small />
        <span>A session explained</span>
      </nav>
      {reason === null ? <AskReason onSaid={setReason} /> : <Explained sessionId={sessionId} reason={reason} />}
    </>
  )
}

function AskReason({ onSaid }: { onSaid: (reason: string) => void }) {
  const [draft, setDraft] = useState('')
  const [asked, setAsked] = useState(false)
  const isShort = draft.trim().length < 3
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isShort) setAsked(true)
    else onSaid(draft.trim())
  }
  return (
    <>
      <PageHead name="Why do you look at this session?" title="Session explained">
        It is a client’s record of another practice. Your reason is written down with your name, and the practice can
        ask who looked.
      </PageHead>
      <form className={page.form} onSubmit={submit}>
        <TextInput
          label="Reason"
          description="For instance: the practice asked about its payment"
          value={draft}
          onChange={(event) => setDraft(event.currentTarget.value)}
          error={asked && isShort ? 'Say in a few words why you look.' : undefined}
          maxLength={200}
          maw={480}
        />
        <Button type="submit">Show the session</Button>
      </form>
    </>
  )
}

function Explained({ sessionId, reason }: { sessionId: string; reason: string }) {
  const found = useQuery(explanationQuery(sessionId, reason))
  if (found.error) {
    return (
      <>
        <PageHead name="This session cannot be shown" title="Session explained" />
        <TroubleNotice trouble={found.error} onRetry={() => void found.refetch()} />
      </>
    )
  }
  if (!found.data) return <PageShapes />
  return (
    <>
      <PageHead
        name="A session, explained"
        title="Session explained"
        actions={
          <Button component="a" href={explanationPdf(sessionId, reason)} download variant="default">
            Download as PDF
          </Button>
        }
      >
        You look because: {reason}
      </PageHead>
      <PaperParts paper={describeExplanation(found.data)} />
    </>
  )
}
