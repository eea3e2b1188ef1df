import { Button, Radio, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { sayCardPrefix } from '../../business/clients/read-card-prefix.ts'
import type { ContractRow } from '../../business/operations/contract-page.ts'
import { type CalendarDate, isCalendarDate } from '../../libraries/calendar/index.ts'
import { parseDecimal } from '../../libraries/money/index.ts'
import { ask } from '../api.ts'
import page from '../design/page.module.css'
import { sayDay } from '../design/say-day.ts'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { AskedBefore, AskInsuranceAgain, type CoverageQuestion } from './ask-insurance-again.tsx'
import { type CardPhoto, CardPictures } from './card-pictures.tsx'
import styles from './coverage-form.module.css'
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
  suitcase: boolean | null
  holder: { givenName: string; familyName: string; dateOfBirth: CalendarDate } | null
  address: string | null
  photos: CardPhoto[]
  question: CoverageQuestion | null
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
  if (check === undefined) return <p>It has been checked already.</p>
  return (
    <>
      <EnteredCard check={check} />
      <Fields check={check} close={close} />
    </>
  )
}

/** What the client entered beside the pictures of the card, and what they were asked before. */
function EnteredCard({ check }: { check: Check }) {
  const { clientName, dateOfBirth, planName, memberId, groupNumber, suitcase, holder, address } = check
  const sayBorn = (day: CalendarDate | null) => (day === null || !isCalendarDate(day) ? 'not known' : sayDay(day))
  const facts: [string, string][] = [
    ['Client', `${clientName}, born ${sayBorn(dateOfBirth)}`],
    ['Plan', planName],
    ['Member ID', memberId],
    ['Group', groupNumber ?? 'None entered'],
    ['Plan holder', holder === null ? 'The client' : sayHolder(holder, sayBorn)],
    ['Address', address ?? 'None entered'],
    // Only Blue cards are asked for their suitcase.
    ...(suitcase === null
      ? []
      : ([
          ['Suitcase on the card', suitcase ? 'Yes' : 'No'],
          ['Prefix of the ID', sayCardPrefix(memberId)],
        ] as [string, string][])),
  ]
  return (
    <div className={styles.entered}>
      <CardPictures personId={check.personId} photos={check.photos} />
      <dl className={page.facts}>
        {facts.map(([name, said]) => (
          <div key={name} className={page.fact}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      {check.question === null ? null : <AskedBefore question={check.question} />}
    </div>
  )
}

function sayHolder(
  { givenName, familyName, dateOfBirth }: NonNullable<Check['holder']>,
  sayBorn: (day: CalendarDate) => string,
): string {
  return `${givenName} ${familyName}, born ${sayBorn(dateOfBirth)}`
}

function Fields({ check, close }: { check: Check; close: () => void }) {
  const [coverage, setCoverage] = useState<string | null>(null)
  const [copay, setCopay] = useState('')
  const [source, setSource] = useState('')
  const [planId, setPlanId] = useState<string | null>(check.planId)
  const [asked, setAsked] = useState(false)
  const [asksAgain, setAsksAgain] = useState(false)
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
  if (asksAgain) {
    const { policyId, personId } = check
    return <AskInsuranceAgain policyId={policyId} personId={personId} back={() => setAsksAgain(false)} close={close} />
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
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
          {coverage === 'inactive' ? 'Record: not in force' : 'Confirmed'}
        </Button>
        <Button variant="default" onClick={() => setAsksAgain(true)}>
          Ask again
        </Button>
      </div>
    </form>
  )
}

function plansOf(contracts: readonly ContractRow[]): { value: string; label: string }[] {
  const plans = new Map(contracts.flatMap(({ plans: of }) => of.map(({ id, name }) => [id, name] as const)))
  return [...plans].map(([value, label]) => ({ value, label }))
}
