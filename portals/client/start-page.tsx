import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ButtonLink } from '../design/button-link.tsx'
import { Icon } from '../design/icon.tsx'
import { PageHead } from '../design/page-head.tsx'
import { capital, sayCount } from '../design/say-day.ts'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { accountQuery, cardsQuery, insuranceQuery } from './account-queries.ts'
import { CardForm } from './card-form.tsx'
import type { Account, Card, Insurance } from './client-contract.ts'
import styles from './client-part.module.css'
import { useClientPlace } from './client-place.ts'
import { InsuranceForm } from './insurance-form.tsx'
import { InvitationsPart } from './invitations-part.tsx'
import { policyNow, sayCoverage } from './say-coverage.ts'
import { SignForms } from './sign-forms.tsx'

/** The checklist: what is needed before the first appointment, one step open at a time. */
export function StartPage() {
  const { personId } = useClientPlace()
  const account = useQuery(accountQuery(personId))
  const insurance = useQuery(insuranceQuery(personId))
  const cards = useQuery(cardsQuery(personId))
  const trouble = account.error ?? insurance.error ?? cards.error
  const again = () => void Promise.all([account.refetch(), insurance.refetch(), cards.refetch()])
  return (
    <>
      <PageHead name="Checklist" title="Checklist">
        Four things, once. Then each visit is billed to your insurance, and you pay your share only.
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
  const steps = stepsOf({ account, insurance, cards, today, close: () => setChosen(null) })
  const next = steps.find(({ done }) => !done)
  const shown = chosen ?? next?.key
  const policy = policyNow(insurance.policies, today)
  return (
    <>
      <InvitationsPart invitations={account.invitations} />
      {next === undefined ? (
        <section className={styles.done} aria-labelledby="all-set">
          <h2 id="all-set">You are all set</h2>
          <p>
            {policy?.coverage === 'unverified'
              ? 'We are asking your insurer whether the plan is in force, and write to you when it has answered. There is nothing for you to do.'
              : 'There is nothing for you to do before your next visit.'}
          </p>
          <ButtonLink to="/client/appointments">See your appointments</ButtonLink>
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

function StepRow({ step, open, onOpen }: { step: Step; open: boolean; onOpen: () => void }) {
  const isOpen = open && step.body !== null
  return (
    <li className={[styles.step, isOpen ? styles.open : ''].join(' ')}>
      <div className={styles.stepHead}>
        <Icon name={step.done ? 'done' : 'wait'} />
        <div>
          <h2>{step.name}</h2>
          <p>{step.says}</p>
        </div>
        {isOpen || step.body === null ? null : (
          <Button variant="subtle" onClick={onOpen} aria-label={`${step.done ? 'Change' : 'Begin'}: ${step.name}`}>
            {step.done ? 'Change' : 'Begin'}
          </Button>
        )}
      </div>
      {isOpen ? <div className={styles.stepBody}>{step.body}</div> : null}
    </li>
  )
}

function stepsOf(known: {
  account: Account
  insurance: Insurance
  cards: Card[]
  today: string
  close: () => void
}): Step[] {
  const { account, insurance, cards, today, close } = known
  const policy = policyNow(insurance.policies, today)
  const [card] = cards
  const unsigned = account.forms.filter(({ signed }) => signed === null).length
  return [
    {
      key: 'email',
      name: 'E-mail address',
      done: account.person.emailVerified,
      says: account.person.emailVerified ? `${account.person.email} is confirmed.` : 'Open the link in our letter.',
      body: null,
    },
    {
      key: 'insurance',
      name: 'Insurance',
      done: policy !== undefined,
      says:
        policy === undefined ? 'Have your card at hand, front and back.' : `${policy.planName}. ${sayCoverage(policy)}`,
      body: <InsuranceForm account={account} insurance={insurance} asksFrom={policy !== undefined} onDone={close} />,
    },
    {
      key: 'card',
      name: 'Payment method',
      done: card !== undefined,
      says: card === undefined ? 'A card for your share of each visit.' : `${card.brand} ending in ${card.lastFour}.`,
      body: <CardForm replaces={card?.id ?? null} onDone={close} />,
    },
    {
      key: 'forms',
      name: 'Standard forms',
      done: unsigned === 0,
      says:
        unsigned === 0
          ? 'All signed.'
          : `${capital(sayCount(unsigned))} ${unsigned === 1 ? 'form' : 'forms'} to read and sign.`,
      body: unsigned === 0 ? null : <SignForms forms={account.forms} />,
    },
  ]
}
