import { Button, Radio, Textarea, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type Cents, formatCents } from '../../libraries/money/index.ts'
import { ask } from '../api.ts'
import { Dialog } from '../design/dialog.tsx'
import page from '../design/page.module.css'
import { sayDay } from '../design/say-day.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { claimsQuery } from './operations-queries.ts'

type Unmatched = { unmatchedId: string; cents: Cents; isClaim: boolean }

/** Money that matched nothing: it finds its claim by a search, or is owed back to the payer. */
export function SettleUnmatched(unmatched: Unmatched) {
  const [finds, find] = useDisclosure(false)
  const [owes, owe] = useDisclosure(false)
  return (
    <div className={page.buttons}>
      {unmatched.isClaim ? (
        <Button variant="default" onClick={find.open}>
          Find its claim
        </Button>
      ) : null}
      <Button variant="default" onClick={owe.open}>
        Owe it back
      </Button>
      <Dialog name="Find its claim" opened={finds} close={find.close}>
        <Match {...unmatched} close={find.close} />
      </Dialog>
      <Dialog name="Owe it back to the payer" opened={owes} close={owe.close}>
        <OweBack {...unmatched} close={owe.close} />
      </Dialog>
    </div>
  )
}

type Body =
  | { outcome: 'owed_back'; reason: string }
  | { outcome: 'matched'; practiceId: string; claimId: string; reason: string }

function useSettling(unmatchedId: string, close: () => void) {
  return useDeed<Body, unknown>(
    (body, key) => ask(`/api/operations/unmatched/${unmatchedId}/settlements`, { body, key }),
    close,
  )
}

function OweBack({ unmatchedId, cents, close }: Unmatched & { close: () => void }) {
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const settle = useSettling(unmatchedId, close)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (reason.trim() !== '') settle.act({ outcome: 'owed_back', reason: reason.trim() })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <p>{formatCents(cents)} stands as owed to the payer until they keep it out of a later payment.</p>
      <Reason value={reason} onChange={setReason} missing={asked && reason.trim() === ''} />
      {settle.trouble ? <TroubleNotice trouble={settle.trouble} deed="it" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={settle.busy}>
          Owe it back
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

function Match({ unmatchedId, cents, close }: Unmatched & { close: () => void }) {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const found = useQuery({ ...claimsQuery({ q: typed.trim() }), enabled: typed.trim().length > 1 })
  const settle = useSettling(unmatchedId, close)
  const claims = typed.trim().length > 1 ? (found.data?.claims ?? []).slice(0, 8) : []
  const claim = claims.find(({ claimId }) => claimId === chosen)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (claim === undefined || reason.trim() === '') return
    const { practiceId, claimId } = claim
    settle.act({ outcome: 'matched', practiceId, claimId, reason: reason.trim() })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <TextInput
        label={`Which claim do these ${formatCents(cents)} pay?`}
        description="Claim number, client, member id, day of service, amount"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={asked && claim === undefined ? 'Search and choose a claim.' : undefined}
      />
      <Radio.Group label="Claims found" value={chosen} onChange={setChosen}>
        {claims.map((each) => (
          <Radio
            key={each.claimId}
            mt={8}
            value={each.claimId}
            label={`${each.controlNumber}, ${each.client}, ${sayDay(each.serviceOn)}, ${formatCents(each.charge)}`}
          />
        ))}
        {claims.length === 0 ? (
          <p className={page.quiet}>{typed.trim().length > 1 ? 'No claim fits.' : 'Nothing yet.'}</p>
        ) : null}
      </Radio.Group>
      <Reason value={reason} onChange={setReason} missing={asked && reason.trim() === ''} />
      {settle.trouble ? <TroubleNotice trouble={settle.trouble} deed="it" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={settle.busy}>
          It pays this claim
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

function Reason({ value, onChange, missing }: { value: string; onChange: (value: string) => void; missing: boolean }) {
  return (
    <Textarea
      label="Why"
      autosize
      minRows={2}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={missing ? 'Say why, in a few words.' : undefined}
    />
  )
}
