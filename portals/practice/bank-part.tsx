import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { isRoutingNumber } from '../../libraries/ach/routing-number.ts'
import { answerOf, api } from '../api.ts'
import { Dialog } from '../design/dialog.tsx'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { sayDayFrom, sayDeadline } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import type { BankAccountSeen } from './practice-answers.ts'
import type { Place } from './practice-place.ts'
import { bankAccountsQuery } from './practice-queries.ts'
import rows from './rows.module.css'
import { VerifyAccount } from './verify-account.tsx'

/** Where pay goes: the account in use, masked, those before it, and how a new one is proved. */
export function BankPart({ place }: { place: Place }) {
  const { bank } = place.membership.may
  const found = useQuery({ ...bankAccountsQuery(place.practiceId), enabled: bank !== 'none' })
  if (bank === 'none') {
    return (
      <div className={[page.panel, page.empty].join(' ')}>
        <h2>Your practice is paid in one payout</h2>
        <p>An owner of the practice sees and changes the account that it goes to.</p>
      </div>
    )
  }
  if (found.error) return <TroubleNotice trouble={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <RowShapes rows={2} />
  const { accounts, hold, payableFrom } = found.data
  return (
    <Section
      name="Bank account"
      remark={bank === 'change' ? <AddAccount place={place} first={accounts.length === 0} /> : undefined}
    >
      {hold ? (
        <p className={[page.panel, page.pad, page.hint, page.no].join(' ')}>
          <Icon name="held" small />
          <span>
            {hold}
            {payableFrom ? ` That is ${sayDeadline(payableFrom, place.operatorZone)}.` : ''}
          </span>
        </p>
      ) : null}
      {accounts.length === 0 ? (
        <div className={[page.panel, page.empty].join(' ')}>
          <h3>No account yet</h3>
          <p>Add the one that your pay goes to. We test it with a deposit of a few cents before the first payday.</p>
        </div>
      ) : (
        <ul className={page.panel} aria-label="Bank accounts">
          {accounts.map((account) => (
            <AccountRow key={account.id} account={account} place={place} />
          ))}
        </ul>
      )}
      {bank === 'change' ? null : <p className={page.quiet}>An owner of the practice changes it.</p>}
    </Section>
  )
}

function AccountRow({ account, place }: { account: BankAccountSeen; place: Place }) {
  const over = account.state === 'former' || account.state === 'refused'
  return (
    <li className={[rows.row, over ? rows.grey : ''].join(' ')}>
      <div>
        <h3>
          {account.kind === 'checking' ? 'Checking' : 'Savings'} account ending {account.accountEnds}
        </h3>
        <p className={rows.detail}>
          {account.holderName}, added {sayDayFrom(place.today, account.addedOn)}. {sayState(account, place)}
        </p>
        {account.state === 'waiting' && account.testDeposit?.isThere && place.membership.may.bank === 'change' ? (
          <VerifyAccount account={account} place={place} />
        ) : null}
      </div>
    </li>
  )
}

function sayState({ state, because, testDeposit }: BankAccountSeen, { today }: Place): string {
  switch (state) {
    case 'in_use':
      return 'Your pay goes there.'
    case 'former':
      return 'No longer used; kept for the payouts that went there.'
    case 'refused':
      return `Not usable: ${because ?? 'the bank refused it'}. Add another one.`
    case 'waiting':
      if (testDeposit === null)
        return 'On the next banking morning we send a deposit of a few cents with a code of three letters.'
      return testDeposit.isThere
        ? 'Our deposit is on your statement. Enter the three letters after EVENKEEL ACCTVERIFY.'
        : `Our deposit is on its way and stands on your statement on ${sayDayFrom(today, testDeposit.settlesOn)}.`
  }
}

function AddAccount({ place, first }: { place: Place; first: boolean }) {
  const [opened, { open, close }] = useDisclosure(false)
  const name = first ? 'Add bank account' : 'Change bank account'
  return (
    <>
      <Button variant={first ? 'filled' : 'default'} onClick={open}>
        {name}
      </Button>
      <Dialog name={name} opened={opened} close={close}>
        <AccountForm place={place} first={first} close={close} />
      </Dialog>
    </>
  )
}

type Fields = {
  holder: 'business' | 'personal'
  holderName: string
  kind: 'checking' | 'savings'
  routing: string
  account: string
}

function AccountForm({ place, first, close }: { place: Place; first: boolean; close: () => void }) {
  const [fields, setFields] = useState<Fields>({
    holder: 'business',
    holderName: '',
    kind: 'checking',
    routing: '',
    account: '',
  })
  const [asked, setAsked] = useState(false)
  const set = (change: Partial<Fields>) => setFields((before) => ({ ...before, ...change }))
  const add = useDeed<Fields, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/practices/{practiceId}/bank-accounts', {
          params: { path: { practiceId: place.practiceId } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    close,
  )
  const wrong = {
    holderName: fields.holderName.trim().length < 2 ? 'Write the name that the account is held in.' : undefined,
    routing: isRoutingNumber(fields.routing)
      ? undefined
      : 'This is no routing number: its nine digits stand at the bottom left of a check.',
    account: /^\d{4,17}$/.test(fields.account) ? undefined : 'An account number has four to seventeen digits.',
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (Object.values(wrong).every((words) => words === undefined)) add.act(fields)
  }
  const digits = (text: string) => text.replace(/\D/g, '')
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <p>
        We prove it with a deposit of a few cents.{' '}
        {first
          ? ''
          : 'After a change your pay waits 48 hours and until the new account is proved, so that nobody leads it elsewhere.'}
      </p>
      <SegmentedControl
        aria-label="Whose account"
        value={fields.holder}
        onChange={(holder) => set({ holder: holder as Fields['holder'] })}
        data={[
          { value: 'business', label: 'Of the practice' },
          { value: 'personal', label: 'My own' },
        ]}
      />
      <SegmentedControl
        aria-label="Kind of account"
        value={fields.kind}
        onChange={(kind) => set({ kind: kind as Fields['kind'] })}
        data={[
          { value: 'checking', label: 'Checking' },
          { value: 'savings', label: 'Savings' },
        ]}
      />
      <TextInput
        label="Name on the account"
        value={fields.holderName}
        onChange={(event) => set({ holderName: event.currentTarget.value })}
        error={asked ? wrong.holderName : undefined}
      />
      <TextInput
        label="Routing number"
        inputMode="numeric"
        autoComplete="off"
        maxLength={9}
        value={fields.routing}
        onChange={(event) => set({ routing: digits(event.currentTarget.value) })}
        error={asked ? wrong.routing : undefined}
      />
      <TextInput
        label="Account number"
        inputMode="numeric"
        autoComplete="off"
        maxLength={17}
        value={fields.account}
        onChange={(event) => set({ account: digits(event.currentTarget.value) })}
        error={asked ? wrong.account : undefined}
      />
      {add.trouble ? <TroubleNotice trouble={add.trouble} deed="the account" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={add.busy}>
          {first ? 'Add account' : 'Change account'}
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
