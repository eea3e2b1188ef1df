import { Button, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ClaimPage } from '../../business/operations/claim-page.ts'
import { ask } from '../api.ts'
import page from '../design/page.module.css'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { OpenRecord } from './open-record.tsx'
import { claimQuery } from './operations-queries.ts'

type Resend = {
  because: string
  payerNumber: string | null
  correction: { memberId?: string; groupNumber?: string | null }
}

/** Puts a claim right and sends it again: as an original where it was refused, as a replacement where it was decided. */
export function ResendForm({ practiceId, claimId, close }: { practiceId: string; claimId: string; close: () => void }) {
  const claim = useQuery(claimQuery(practiceId, claimId))
  if (claim.error) return <TroubleNotice trouble={claim.error} onRetry={() => void claim.refetch()} />
  if (claim.data === undefined) return <RowShapes rows={2} />
  if (!claim.data.resubmission.may) {
    const isMissing = claim.data.payerNumber === null && claim.data.status !== 'paid'
    if (!isMissing) return <p>{claim.data.resubmission.words}</p>
  }
  return <Fields claim={claim.data} close={close} />
}

function Fields({ claim, close }: { claim: ClaimPage; close: () => void }) {
  const { record } = claim
  const [memberId, setMemberId] = useState<string | null>(null)
  const [payerNumber, setPayerNumber] = useState('')
  const [because, setBecause] = useState('')
  const [asked, setAsked] = useState(false)
  const path = `/api/operations/claims/${claim.practiceId}/${claim.claimId}/resubmissions`
  const resend = useDeed<Resend, unknown>((body, key) => ask(path, { body, key }), close)
  const replaces = claim.status !== 'rejected' && claim.status !== 'file_rejected'
  const lacksNumber = replaces && claim.payerNumber === null && payerNumber.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (because.trim() === '' || lacksNumber) return
    const corrected = memberId?.trim() ?? ''
    resend.act({
      because: because.trim(),
      payerNumber: payerNumber.trim() || null,
      correction: corrected === '' || corrected === record?.memberId ? {} : { memberId: corrected },
    })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <p>
        {replaces
          ? `${claim.payer} has decided this claim: the new one replaces it under their number of it.`
          : `${claim.payer} never took this claim: it goes out again as an original, with the same number of ours.`}
      </p>
      {record === null ? (
        <OpenRecord
          personId={claim.client.personId}
          why="To see and correct the member id, say why you open the record."
        />
      ) : (
        <TextInput
          label="Member id"
          description="As the card says it."
          value={memberId ?? record.memberId}
          onChange={(event) => setMemberId(event.currentTarget.value)}
        />
      )}
      {replaces && claim.payerNumber === null ? (
        <TextInput
          label="The payer’s number of the claim"
          value={payerNumber}
          onChange={(event) => setPayerNumber(event.currentTarget.value)}
          error={asked && lacksNumber ? 'A replacement must name it.' : undefined}
        />
      ) : null}
      <Textarea
        label="What was wrong"
        description="Kept with the claim. No details of care."
        autosize
        minRows={2}
        value={because}
        onChange={(event) => setBecause(event.currentTarget.value)}
        error={asked && because.trim() === '' ? 'Say it in a few words.' : undefined}
      />
      {resend.trouble ? <TroubleNotice trouble={resend.trouble} deed="it" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={resend.busy}>
          {replaces ? 'Send the replacement' : 'Send it again'}
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
