import { Button, Radio, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ClientMoney } from '../../business/operations/client-money.ts'
import { formatCents, parseDecimal } from '../../libraries/money/index.ts'
import page from '../design/page.module.css'
import { sayDay } from '../design/say-day.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { chargebackPreviewQuery, type OfSession, takeChargeback } from './client-money-queries.ts'
import { MoneyPreviewPart } from './money-preview.tsx'
import { sayPayment } from './say-client-money.ts'

type Payment = ClientMoney['payments'][number]
type Body = { chargeId: string; cents: number; reference: string }

/** A client's bank took back what a card had paid: which payment, how much, and what it does to both books. */
export function ChargebackForm({
  session,
  payments,
  close,
}: {
  session: OfSession
  payments: readonly Payment[]
  close: () => void
}) {
  const [first] = payments
  const [chargeId, setChargeId] = useState(first?.chargeId ?? '')
  const [amount, setAmount] = useState(first === undefined ? '' : (first.most / 100).toFixed(2))
  const [reference, setReference] = useState('')
  const [asked, setAsked] = useState(false)
  const cents = parseDecimal(amount.replace(/[$,\s]/g, ''))
  const isAmount = cents !== null && cents > 0
  const preview = useQuery(chargebackPreviewQuery(session, isAmount ? { chargeId, cents } : null))
  const deed = useDeed<Body, unknown>((body, key) => takeChargeback(session, body, key), close)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!isAmount || reference.trim() === '' || preview.data?.refusal !== null) return
    deed.act({ chargeId, cents, reference: reference.trim() })
  }
  const choose = (id: string) => {
    setChargeId(id)
    const most = payments.find((each) => each.chargeId === id)?.most
    if (most !== undefined) setAmount((most / 100).toFixed(2))
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <p>
        Enter it as the card processor’s notice says. The same reference is taken in once. This cannot be taken back.
      </p>
      {payments.length > 1 ? (
        <Radio.Group label="Which payment" value={chargeId} onChange={choose}>
          {payments.map((each) => (
            <Radio
              key={each.chargeId}
              mt={8}
              value={each.chargeId}
              label={`${formatCents(each.captured)}, ${sayPayment(each.what)}, ${sayDay(each.on)}`}
            />
          ))}
        </Radio.Group>
      ) : null}
      <div className={page.two}>
        <TextInput
          label="Taken back"
          inputMode="decimal"
          value={amount}
          onChange={(event) => setAmount(event.currentTarget.value)}
          error={asked && !isAmount ? 'Enter dollars and cents.' : undefined}
        />
        <TextInput
          label="The processor’s reference"
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
          error={asked && reference.trim() === '' ? 'Copy it from the notice.' : undefined}
        />
      </div>
      <MoneyPreviewPart preview={preview.data} first="Enter the amount to see what it does." />
      {preview.error ? <TroubleNotice trouble={preview.error} onRetry={() => void preview.refetch()} /> : null}
      {deed.trouble ? <TroubleNotice trouble={deed.trouble} deed="it" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={deed.busy}>
          Take it in
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
