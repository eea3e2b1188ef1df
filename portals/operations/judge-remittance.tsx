import { Button, Select, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import type { RemittancePage } from '../../business/operations/remittance-page.ts'
import { ask } from '../api.ts'
import { Dialog } from '../design/dialog.tsx'
import page from '../design/page.module.css'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'

/** A payment in quarantine is taken in as an entity's, or set aside for good; both with a reason. */
export function JudgeRemittance({ remittance }: { remittance: RemittancePage }) {
  const [takes, take] = useDisclosure(false)
  const [drops, drop] = useDisclosure(false)
  if (remittance.state !== 'quarantined') return null
  return (
    <>
      {remittance.mayBeTakenIn ? <Button onClick={take.open}>Take it in</Button> : null}
      <Button variant="default" onClick={drop.open}>
        Set it aside
      </Button>
      <Dialog name="Take it in" opened={takes} close={take.close}>
        <Judge remittance={remittance} verdict="taken_in" close={take.close} />
      </Dialog>
      <Dialog name="Set it aside" opened={drops} close={drop.close}>
        <Judge remittance={remittance} verdict="set_aside" close={drop.close} />
      </Dialog>
    </>
  )
}

type Body = { verdict: 'set_aside'; reason: string } | { verdict: 'taken_in'; asEntity: string; reason: string }

function Judge({
  remittance: { id, entities },
  verdict,
  close,
}: {
  remittance: RemittancePage
  verdict: Body['verdict']
  close: () => void
}) {
  const [entity, setEntity] = useState<string | null>(entities.length === 1 ? (entities[0]?.id ?? null) : null)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const judge = useDeed<Body, unknown>(
    (body, key) => ask(`/api/operations/remittances/${id}/judgements`, { body, key }),
    close,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    const said = reason.trim()
    if (said === '') return
    if (verdict === 'set_aside') judge.act({ verdict, reason: said })
    else if (entity !== null) judge.act({ verdict, asEntity: entity, reason: said })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <p>
        {verdict === 'taken_in'
          ? 'Claims that add up are posted; what does not, and what is over, waits as unmatched. This cannot be taken back.'
          : 'Nothing of it is posted, now or later; its deposit stays in clearing. This cannot be taken back.'}
      </p>
      {verdict === 'taken_in' ? (
        <Select
          label="As a payment to"
          data={entities.map((each) => ({ value: each.id, label: each.name }))}
          value={entity}
          onChange={setEntity}
          error={asked && entity === null ? 'Choose the billing entity.' : undefined}
        />
      ) : null}
      <Textarea
        label="Why"
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={asked && reason.trim() === '' ? 'Say why, in a few words.' : undefined}
      />
      {judge.trouble ? <TroubleNotice trouble={judge.trouble} deed="it" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={judge.busy}>
          {verdict === 'taken_in' ? 'Take it in' : 'Set it aside'}
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
