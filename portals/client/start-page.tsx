import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ButtonLink } from '../design/button-link.tsx'
import { Icon } from '../design/icon.tsx'
import { PageHead } from '../design/page-head.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { accountQuery, cardsQuery, insuranceQuery } from './account-queries.ts'
import { accountWords, type SayAccount } from './account-words.ts'
import { CardForm } from './card-form.tsx'
import type { Account, Card, Insurance, Policy } from './client-contract.ts'
import styles from './client-part.module.css'
import { useClientPlace } from './client-place.ts'
import { InsuranceForm } from './insurance-form.tsx'
import { InsuranceQuestion } from './insurance-question.tsx'
import { InvitationsPart } from './invitations-part.tsx'
import { useWords } from './messages.ts'
import { policyNow, sayCoverage } from './say-coverage.ts'
import { SignForms } from './sign-forms.tsx'

/** The checklist: what is needed before the first appointment, one step open at a time. */
export function StartPage() {
  const { personId } = useClientPlace()
  const say = useWords(accountWords)
  const account = useQuery(accountQuery(personId))
  const insurance = useQuery(insuranceQuery(personId))
  const cards = useQuery(cardsQuery(personId))
  const trouble = account.error ?? insurance.error ?? cards.error
  const again = () => void Promise.all([account.refetch(), insurance.refetch(), cards.refetch()])
  return (
    <>
      <PageHead name={say('checklist')} title={say('checklist')}>
        {say('checklistLead')}
      </PageHead>
      {trouble ? (
        <TroubleNotice trouble={trouble} onRetry={again} />
      ) : account.data && insurance.data && cards.data ? (
        <Steps account={account.data} insurance={insurance.data} cards={cards.data} />
      ) : (
        <RowShapes rows={4} />
      )}
    </>
  )
}

type Step = { key: string; name: string; done: boolean; says: string; body: ReactNode }

function Steps({ account, insurance, cards }: { account: Account; insurance: Insurance; cards: Card[] }) {
  const { today } = useClientPlace()
  const [chosen, setChosen] = useState<string | null>(null)
  const say = useWords(accountWords)
  const steps = stepsOf(say, { account, insurance, cards, today, close: () => setChosen(null) })
  const next = steps.find(({ done }) => !done)
  const policy = policyNow(insurance.policies, today)
  // What is asked stands above by itself; entering it all anew is one way to answer, not the next step.
  const shown = chosen ?? (isAsked(policy) ? undefined : next?.key)
  return (
    <>
      <InvitationsPart invitations={account.invitations} />
      {policy === undefined ? null : <InsuranceQuestion policy={policy} photos={account.photos} />}
      {next === undefined && !isAsked(policy) ? (
        <section className={styles.done} aria-labelledby="all-set">
          <h2 id="all-set">{say('allSet')}</h2>
          <p>{policy?.coverage === 'unverified' ? say('allSetChecking') : say('allSetNothing')}</p>
          <ButtonLink to="/client/appointments">{say('seeAppointments')}</ButtonLink>
        </section>
      ) : null}
      <ol className={styles.steps}>
        {steps.map((step) => (
          <StepRow key={step.key} step={step} open={step.key === shown} onOpen={() => setChosen(step.key)} />
        ))}
      </ol>
    </>
  )
}

/** We could not confirm what was entered, and wait for a word. */
function isAsked(policy: Policy | undefined): boolean {
  return policy?.question != null && !policy.question.isAnswered
}

function StepRow({ step, open, onOpen }: { step: Step; open: boolean; onOpen: () => void }) {
  const isOpen = open && step.body !== null
  const say = useWords(accountWords)
  return (
    <li className={[styles.step, isOpen ? styles.open : ''].join(' ')}>
      <div className={styles.stepHead}>
        <Icon name={step.done ? 'done' : 'wait'} />
        <div>
          <h2>{step.name}</h2>
          <p>{step.says}</p>
        </div>
        {isOpen || step.body === null ? null : (
          <Button variant="subtle" onClick={onOpen} aria-label={`${say(step.done ? 'change' : 'begin')}: ${step.name}`}>
            {say(step.done ? 'change' : 'begin')}
          </Button>
        )}
      </div>
      {isOpen ? <div className={styles.stepBody}>{step.body}</div> : null}
    </li>
  )
}

function stepsOf(
  say: SayAccount,
  known: {
    account: Account
    insurance: Insurance
    cards: Card[]
    today: string
    close: () => void
  },
): Step[] {
  const { account, insurance, cards, today, close } = known
  const policy = policyNow(insurance.policies, today)
  const [card] = cards
  const unsigned = account.forms.filter(({ signed }) => signed === null).length
  return [
    {
      key: 'email',
      name: say('emailAddress'),
      done: account.person.emailVerified,
      says: account.person.emailVerified
        ? say('emailConfirmed', { email: account.person.email ?? '' })
        : say('emailOpenLink'),
      body: null,
    },
    {
      key: 'insurance',
      name: say('insurance'),
      done: policy !== undefined && !isAsked(policy),
      says:
        policy === undefined
          ? say('cardAtHand')
          : `${policy.planName}. ${isAsked(policy) ? say('coverageAsked', { memberId: policy.memberId }) : sayCoverage(say, policy)}`,
      body: <InsuranceForm account={account} insurance={insurance} asksFrom={policy !== undefined} onDone={close} />,
    },
    {
      key: 'card',
      name: say('paymentMethod'),
      done: card !== undefined,
      says:
        card === undefined
          ? say('cardForShare')
          : `${say('cardEnding', { brand: card.brand, lastFour: card.lastFour })}.`,
      body: <CardForm replaces={card?.id ?? null} onDone={close} />,
    },
    {
      key: 'forms',
      name: say('standardForms'),
      done: unsigned === 0,
      says: unsigned === 0 ? say('allSigned') : say('formsToSign', { count: unsigned }),
      body: unsigned === 0 ? null : <SignForms forms={account.forms} />,
    },
  ]
}
