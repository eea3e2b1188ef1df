import { Button, Radio, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ContractRow } from '../../business/operations/contract-page.ts'
import { type CalendarDate, isCalendarDate } from '../../libraries/calendar/index.ts'
import { parseDecimal } from '../../libraries/money/index.ts'
import { ask } from '../api.ts'
import page from '../design/page.module.css'
import { sayDay } from '../design/say-day.ts'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { contractsQuery } from './operations-queries.ts'

type Check = {
  policyId: string
  personId: string
  clientName: string
  dateOfBirth: CalendarDate | null
  planId: string | null
  planName: string
  memberId: string
  groupNumber: string | null
}

type Found = {
  personId: string
  coverage: 'active' | 'inactive'
  copayCents: number | null
  planId: string | null
  source: string
}

/** What the payer says about insurance that a client entered: in force or not, and what a visit costs the client. */
export function CoverageForm({ policyId, close }: { policyId: string; close: () => void }) {
  const checks = useQuery({
    queryKey: ['operations', 'coverage-checks'],
    queryFn: () => ask<Check[]>('/api/operations/coverage-checks'),
  })
  if (checks.error) return <TroubleNotice trouble={checks.error} onRetry={() => void checks.refetch()} />
  if (checks.data === undefined) return <RowShapes rows={2} />
  const check = checks.data.find((one) => one.policyId === policyId)
  return check === undefined ? <p>It has been checked already.</p> : <Fields check={check} close={close} />
}

function Fields({ check, close }: { check: Check; close: () => void }) {
  const [coverage, setCoverage] = useState<string | null>(null)
  const [copay, setCopay] = useState('')
  const [source, setSource] = useState('')
  const [planId, setPlanId] = useState<string | null>(check.planId)
  const [asked, setAsked] = useState(false)
  const contracts = useQuery(contractsQuery)
  const record = useDeed<Found, unknown>(
    (body, key) => ask(`/api/operations/coverage-checks/${check.policyId}`, { body, key }),
    close,
  )
  const cents = copay.trim() === '' ? null : parseDecimal(copay.replace(/[$,\s]/g, ''))
  const isWrong = copay.trim() !== '' && cents === null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (source.trim() === '' || isWrong || (coverage !== 'active' && coverage !== 'inactive')) return
    record.act({ personId: check.personId, coverage, copayCents: cents, planId, source: source.trim() })
  }
  const born =
    check.dateOfBirth !== null && isCalendarDate(check.dateOfBirth) ? `, born ${sayDay(check.dateOfBirth)}` : ''
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <p>
        {check.clientName}
        {born}. {check.planName}, member id {check.memberId}
        {check.groupNumber === null ? '' : `, group ${check.groupNumber}`}.
      </p>
      {check.planId === null ? (
        <Select
          label="Which plan of ours it is"
          description="Leave it empty when we do not take it."
          clearable
          data={plansOf(contracts.data ?? [])}
          value={planId}
          onChange={setPlanId}
        />
      ) : null}
      <Radio.Group label="What the payer says" value={coverage} onChange={setCoverage}>
        <Radio mt={8} value="active" label="It is in force" />
        <Radio mt={8} value="inactive" label="It is not in force" />
      </Radio.Group>
      {asked && coverage === null ? <p role="alert">Say what the payer says.</p> : null}
      <TextInput
        label="What a visit costs the client"
        description="Empty when the payer said nothing."
        inputMode="decimal"
        placeholder="$25.00"
        value={copay}
        onChange={(event) => setCopay(event.currentTarget.value)}
        error={asked && isWrong ? 'Enter dollars and cents.' : undefined}
      />
      <TextInput
        label="Where this is from"
        description="The payer’s portal, or a call with its reference."
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
        error={asked && source.trim() === '' ? 'Say where it is from.' : undefined}
      />
      {record.trouble ? <TroubleNotice trouble={record.trouble} deed="it" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={record.busy}>
          Record it
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

function plansOf(contracts: readonly ContractRow[]): { value: string; label: string }[] {
  const plans = new Map(contracts.flatMap(({ plans: of }) => of.map(({ id, name }) => [id, name] as const)))
  return [...plans].map(([value, label]) => ({ value, label }))
}
