import { Autocomplete, Button, NumberInput, Radio } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type Cents, formatCents, zero } from '../../libraries/money/index.ts'
import { answerOf, api } from '../api.ts'
import page from '../design/page.module.css'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import styles from './calendar.module.css'
import { type CancellationTerms, cancellationTermsQuery, type Proposal } from './calendar-queries.ts'
import { PlanTrouble } from './conflict-notice.tsx'
import { type Scope, ScopeChoice } from './move-form.tsx'
import type { About } from './planned-panel.tsx'
import { sayWhen } from './say-plan.ts'

type Cancel = {
  version: number
  kind: 'cancelled' | 'no_show'
  initiator: 'client' | 'practice'
  reason: string
  scope: Scope
  feeCents: number | null
}

/** Calls a session off: who did, why, and what of the policy's fee is asked. */
export function CancelForm(about: About) {
  const terms = useQuery(cancellationTermsQuery(about.place.practiceId, about.session.id))
  if (terms.error) return <TroubleNotice trouble={terms.error} onRetry={() => void terms.refetch()} />
  if (terms.data === undefined) return <RowShapes rows={3} />
  return <WithTerms {...about} terms={terms.data} />
}

type Who = 'client' | 'practice' | 'no_show'

function proposalOf(who: Who, terms: CancellationTerms): Proposal {
  if (who === 'practice') return { cents: zero, because: 'practice_cancelled' }
  return who === 'no_show' ? terms.ifNoShow : terms.ifClientCancels
}

function WithTerms({ session, calendar, place, close, terms }: About & { terms: CancellationTerms }) {
  const hasBegun = session.startsAt <= calendar.now
  const [who, setWho] = useState<Who>(hasBegun ? 'no_show' : 'client')
  const [reason, setReason] = useState('')
  const [scope, setScope] = useState<Scope>('this')
  const [asked, setAsked] = useState<number | null>(null)
  const [tried, setTried] = useState(false)
  const path = { practiceId: place.practiceId, sessionId: session.id }
  const cancel = useDeed<Cancel, { feeCents: number }>(
    (body, key) =>
      answerOf(
        api.POST('/api/practices/{practiceId}/sessions/{sessionId}/cancellations', {
          params: { path },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    close,
  )
  const proposal = proposalOf(who, terms)
  const said = reason.trim() || (who === 'no_show' ? 'The client did not come' : '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (said === '') return
    const kind = who === 'no_show' ? ('no_show' as const) : ('cancelled' as const)
    const initiator = who === 'practice' ? ('practice' as const) : ('client' as const)
    cancel.act({ version: session.version, kind, initiator, reason: said, scope, feeCents: asked })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <p className={styles.told}>
        {session.clientName}, {sayWhen(session, calendar.zone)}.
      </p>
      <Radio.Group
        label="What happened?"
        value={who}
        onChange={(chosen) => {
          setWho(chosen as Who)
          setAsked(null)
        }}
      >
        <div className={styles.week}>
          <Radio value="client" label="The client cancels" />
          <Radio value="practice" label="You or your practice cancel" />
          {hasBegun ? <Radio value="no_show" label="The client did not come" /> : null}
        </div>
      </Radio.Group>
      <Autocomplete
        label="Reason"
        description="For your practice’s record; no details of the care, please."
        comboboxProps={{ withinPortal: false, transitionProps: { duration: 0 } }}
        data={
          who === 'practice'
            ? ['Clinician ill', 'Emergency', 'Booked by mistake']
            : ['Ill', 'Work', 'Child care', 'Forgot']
        }
        value={reason}
        onChange={setReason}
        error={tried && said === '' ? 'Say why, in a word or two.' : undefined}
      />
      <FeeField proposal={proposal} terms={terms} asked={asked} ask={setAsked} />
      {session.series === null || who === 'no_show' ? null : (
        <ScopeChoice scope={scope} choose={setScope} deed="Cancel" />
      )}
      {cancel.trouble ? <PlanTrouble trouble={cancel.trouble} deed="it" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={cancel.busy}>
          {who === 'no_show' ? 'Record it' : 'Cancel session'}
        </Button>
        <Button variant="default" onClick={close}>
          Keep it
        </Button>
      </div>
    </form>
  )
}

type FeeProps = {
  proposal: Proposal
  terms: CancellationTerms
  asked: number | null
  ask: (cents: number | null) => void
}

/** What the policy asks; the practice may ask less, or nothing. */
function FeeField({ proposal, terms, asked, ask }: FeeProps) {
  if (proposal.cents === zero) return <p className={styles.told}>{sayNoFee(proposal, terms)}</p>
  const shown = asked ?? proposal.cents
  return (
    <div>
      <NumberInput
        label="Fee"
        prefix="$"
        decimalScale={2}
        fixedDecimalScale
        min={0}
        max={proposal.cents / 100}
        step={5}
        allowNegative={false}
        value={shown / 100}
        onChange={(dollars) => ask(Math.round(Number(dollars) * 100))}
        description={`Your policy asks ${formatCents(proposal.cents)}. Ask less, or 0 to waive it. Insurance never pays it; all of it is yours once the client’s card has paid.`}
      />
    </div>
  )
}

function sayNoFee({ because }: Proposal, { windowHours, lateCents }: CancellationTerms): string {
  switch (because) {
    case 'practice_cancelled':
      return 'No fee: a client pays nothing for what your practice cancels.'
    case 'in_time':
      return `No fee: it is more than ${windowHours} hours ahead. Later it would be ${formatCents((lateCents ?? 0) as Cents)}.`
    case 'no_policy':
      return 'No fee: your practice has no cancellation policy yet. You can set one under Settings.'
    case 'late_cancellation':
    case 'no_show':
      return 'No fee: your policy asks nothing for this.'
  }
}
