import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { formatCents } from '../../libraries/money/index.ts'
import { answerOf, api } from '../api.ts'
import page from '../design/page.module.css'
import { sayCount, sayDayFrom } from '../design/say-day.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { houseQuery } from '../queries.ts'
import { useDeed } from '../use-deed.ts'
import type { BankAccountSeen } from './practice-answers.ts'
import type { Place } from './practice-place.ts'
import { statementQuery } from './practice-queries.ts'
import rows from './rows.module.css'

type Outcome = { id: string; outcome: 'verified' | 'wrong' | 'refused'; left: number }

/** Takes the three letters from the practice's own bank statement. */
export function VerifyAccount({ account, place }: { account: BankAccountSeen; place: Place }) {
  const [code, setCode] = useState('')
  const [said, setSaid] = useState<Outcome | null>(null)
  const path = { practiceId: place.practiceId, bankAccountId: account.id }
  const verify = useDeed<{ code: string }, Outcome>(
    (body, key) =>
      answerOf(
        api.POST('/api/practices/{practiceId}/bank-accounts/{bankAccountId}/verifications', {
          params: { path },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    (outcome) => {
      setSaid(outcome)
      setCode('')
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim().length === 3) verify.act({ code: code.trim() })
  }
  return (
    <form className={rows.verify} onSubmit={submit} noValidate>
      <TextInput
        label="Code on your statement"
        description="Three letters, beside our deposit of a few cents."
        maxLength={3}
        autoComplete="off"
        autoCapitalize="characters"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
        error={said?.outcome === 'wrong' ? sayWrong(said.left) : undefined}
      />
      <Button type="submit" loading={verify.busy} disabled={code.trim().length !== 3}>
        Verify bank account
      </Button>
      <DemonstrationStatement bankAccountId={account.id} place={place} />
      {verify.trouble ? <TroubleNotice trouble={verify.trouble} deed="the code" /> : null}
      <p className={page.vh} role="status">
        {said?.outcome === 'verified' ? 'The account is verified.' : ''}
      </p>
    </form>
  )
}

function sayWrong(left: number): string {
  return `That is not the code. You may try ${left === 1 ? 'once more' : `${sayCount(left)} more times`}; then another account is needed.`
}

/** In the demonstration nobody has a bank: its statement stands here. */
function DemonstrationStatement({ bankAccountId, place }: { bankAccountId: string; place: Place }) {
  const house = useQuery(houseQuery)
  const lines = useQuery({ ...statementQuery(bankAccountId), enabled: house.data?.mode === 'demonstration' })
  const [line] = lines.data ?? []
  if (line === undefined) return null
  return (
    <p className={rows.statement}>
      Demonstration: your bank’s statement of {sayDayFrom(place.today, line.on)} shows “{line.text}”,{' '}
      {formatCents(line.cents)}.
    </p>
  )
}
