import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ContractPage, ContractService } from '../../business/operations/contract-page.ts'
import { addDays, isCalendarDate } from '../../libraries/calendar/index.ts'
import { parseDecimal } from '../../libraries/money/index.ts'
import { ask } from '../api.ts'
import page from '../design/page.module.css'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { Preview } from './preview.tsx'
import { useOperatorClock } from './use-operator-clock.ts'

type NewRate = {
  side: 'payer' | 'provider'
  licenceFamily: string
  code: string
  modifiers: string[]
  cents: number
  from: string
  source: string
}

const sides = [
  { value: 'provider', label: 'Practices are paid' },
  { value: 'payer', label: 'The payer pays' },
]

/** A further rate of one side from a day of service on; what it changes is said before it is set. */
export function NewRateForm({
  contract,
  service: { licenceFamily, code, modifiers },
  close,
}: {
  contract: ContractPage
  service: ContractService
  close: () => void
}) {
  const { today } = useOperatorClock()
  const [side, setSide] = useState<'payer' | 'provider'>('provider')
  const [amount, setAmount] = useState('')
  const [from, setFrom] = useState('')
  const [source, setSource] = useState('')
  const [asked, setAsked] = useState(false)
  const at = `/api/operations/contracts/${encodeURIComponent(contract.id)}`
  const set = useDeed<NewRate, unknown>((body, key) => ask(`${at}/rates`, { body, key }), close)
  const cents = parseDecimal(amount.replace(/[$,\s]/g, ''))
  const isWhole = cents !== null && cents >= 0 && isCalendarDate(from)
  const body: NewRate | null = isWhole
    ? { side, licenceFamily, code, modifiers, cents, from, source: source.trim() || '–' }
    : null
  const preview = useQuery({
    queryKey: ['operations', 'rates-preview', contract.id, body],
    queryFn: () => ask<{ words: string[]; refusal: string | null }>(`${at}/rates-preview`, { body }),
    enabled: body !== null,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (body !== null && source.trim() !== '' && preview.data?.refusal === null)
      set.act({ ...body, source: source.trim() })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <SegmentedControl
        aria-label="Whose rate"
        fullWidth
        data={sides}
        value={side}
        onChange={(value) => setSide(value === 'payer' ? 'payer' : 'provider')}
      />
      <div className={page.two}>
        <TextInput
          label="Amount"
          placeholder="$118.00"
          inputMode="decimal"
          value={amount}
          onChange={(event) => setAmount(event.currentTarget.value)}
          error={asked && cents === null ? 'Enter dollars and cents.' : undefined}
        />
        <TextInput
          type="date"
          label="For services from"
          min={addDays(today, 1)}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
          error={asked && !isCalendarDate(from) ? 'Choose a day.' : undefined}
        />
      </div>
      <TextInput
        label="Where it is agreed"
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
        error={asked && source.trim() === '' ? 'Say where it comes from.' : undefined}
      />
      <Preview preview={preview.data} />
      {set.trouble ? <TroubleNotice trouble={set.trouble} deed="it" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={set.busy}>
          Set the rate
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
