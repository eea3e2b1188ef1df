import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { calendarDate } from '../../libraries/calendar/index.ts'
import { Dialog } from '../design/dialog.tsx'
import page from '../design/page.module.css'
import { sayDay } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { type PlanWithTerms, plansQuery } from './credentialing-queries.ts'
import table from './operations.module.css'
import { PlanTermsForm } from './plan-terms-form.tsx'
import { useOperatorClock } from './use-operator-clock.ts'

/** The plans with what they accept: terms hold from a day on, and what a change turns around is told before. */
export function PlansPart() {
  const found = useQuery(plansQuery)
  return (
    <Section name="Plans" remark={<Link to="/operations/service-areas">Blue service areas</Link>}>
      {found.error ? <TroubleNotice trouble={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data === undefined ? found.error ? null : <RowShapes rows={3} /> : <Plans plans={found.data} />}
    </Section>
  )
}

function Plans({ plans }: { plans: PlanWithTerms[] }) {
  return (
    <section
      className={[page.panel, table.scroll].join(' ')}
      aria-label="Plans, table"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1)
      tabIndex={0}
    >
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Plan</th>
            <th scope="col">Payer</th>
            <th scope="col">Accepted in</th>
            <th scope="col">BlueCard</th>
            <th scope="col">To come</th>
            <th scope="col" className={table.right}>
              Change
            </th>
          </tr>
        </thead>
        <tbody>
          {plans.map((plan) => (
            <Row key={plan.id} plan={plan} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

type Terms = PlanWithTerms['terms'][number]

function Row({ plan }: { plan: PlanWithTerms }) {
  const { today } = useOperatorClock()
  const [opened, { open, close }] = useDisclosure(false)
  const now = plan.terms.find(({ from, until }) => from <= today && (until === null || until > today))
  const coming = plan.terms.filter(({ from }) => from > today)
  return (
    <tr>
      <th scope="row">
        <b>{plan.name}</b>
        <span className={table.under}>{plan.networkId}</span>
      </th>
      <td>{plan.payer}</td>
      <td>{now === undefined ? 'Not in force' : sayStates(now)}</td>
      <td>{plan.isBlue ? (now?.blueCard ? 'Yes' : 'No') : '–'}</td>
      <td>
        {coming.length === 0
          ? '–'
          : coming.map((terms) => (
              <span key={terms.from} className={table.under}>
                {sayDay(calendarDate(terms.from))}: {sayStates(terms)}
                {plan.isBlue ? `, ${terms.blueCard ? 'with' : 'without'} BlueCard` : ''}
              </span>
            ))}
      </td>
      <td className={table.right}>
        {now === undefined ? null : (
          <>
            <Button variant="subtle" onClick={open} aria-label={`Change: ${plan.name}`}>
              Change
            </Button>
            <Dialog name={`Change: ${plan.name}`} opened={opened} close={close}>
              <PlanTermsForm plan={plan} now={now} close={close} />
            </Dialog>
          </>
        )}
      </td>
    </tr>
  )
}

function sayStates({ acceptedStates }: Terms): string {
  if (acceptedStates === 'all') return 'All states'
  return acceptedStates.length === 0 ? 'No state' : acceptedStates.join(', ')
}
