import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ContractPage, ContractService, RatePeriod } from '../../business/operations/contract-page.ts'
import { type Cents, formatCents } from '../../libraries/money/index.ts'
import { ButtonLink } from '../design/button-link.tsx'
import { Dialog } from '../design/dialog.tsx'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDay } from '../design/say-day.ts'
import { sayFamily } from '../design/say-family.ts'
import { Section } from '../design/section.tsx'
import { PageShapes } from '../design/shapes.tsx'
import { NewRateForm } from './new-rate-form.tsx'
import styles from './operations.module.css'
import { contractQuery } from './operations-queries.ts'
import { PageTrouble } from './page-trouble.tsx'
import { useOperatorClock } from './use-operator-clock.ts'

const route = getRouteApi('/operations/contracts/$contractId')

/** One contract: what the payer pays and what practices are paid for each service, in every period. */
export function OneContractPage() {
  const { contractId } = route.useParams()
  const found = useQuery(contractQuery(contractId))
  if (found.error) return <PageTrouble trouble={found.error} onRetry={() => void found.refetch()} />
  return found.data === undefined ? <PageShapes /> : <Shown contract={found.data} />
}

function Shown({ contract }: { contract: ContractPage }) {
  const families = [...Map.groupBy(contract.services, ({ licenceFamily }) => licenceFamily)]
  return (
    <>
      <nav className={page.crumbs} aria-label="Breadcrumb">
        <Link to="/operations/contracts">Contracts and rates</Link>
        <Icon name="right" small />
        <span>
          {contract.payer}, {contract.state}
        </span>
      </nav>
      <PageHead
        name={`${contract.payer}, ${contract.state}`}
        title="Contract"
        actions={
          <ButtonLink
            to="/operations/contracts/$contractId/years"
            params={{ contractId: contract.id }}
            variant="default"
          >
            Year by year
          </ButtonLink>
        }
      >
        {contract.entity} bills it. In force since {sayDay(contract.from)}
        {contract.until === null ? '' : `, until ${sayDay(contract.until)}`}; {contract.noticeDays} days of notice.
      </PageHead>
      <div className={page.stack}>
        {families.map(([family, services]) => (
          <Section key={family} name={sayFamily(family)}>
            <Services contract={contract} services={services} name={sayFamily(family)} />
          </Section>
        ))}
      </div>
    </>
  )
}

function Services({
  contract,
  services,
  name,
}: {
  contract: ContractPage
  services: readonly ContractService[]
  name: string
}) {
  return (
    <section
      className={[page.panel, styles.scroll].join(' ')}
      aria-label={`Rates of ${name.toLowerCase()}, table`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1)
      tabIndex={0}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Service</th>
            <th scope="col" className={styles.num}>
              Payer pays
            </th>
            <th scope="col" className={styles.num}>
              Practice is paid
            </th>
            <th scope="col" className={styles.num}>
              We keep
            </th>
            <th scope="col">To come</th>
            <th scope="col" className={styles.right}>
              Change
            </th>
          </tr>
        </thead>
        <tbody>
          {services.map((service) => (
            <Row key={[service.code, ...service.modifiers].join(' ')} contract={contract} service={service} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ contract, service }: { contract: ContractPage; service: ContractService }) {
  const { today } = useOperatorClock()
  const [opened, { open, close }] = useDisclosure(false)
  const name = [service.code, ...service.modifiers].join(' ')
  const on = (periods: readonly RatePeriod[]) =>
    periods.find(({ from, until }) => from <= today && (until === null || until > today))?.cents ?? null
  const payer = on(service.payer)
  const provider = on(service.provider)
  const coming = [
    ...service.payer.map((period) => ({ ...period, who: 'payer' })),
    ...service.provider.map((period) => ({ ...period, who: 'practice' })),
  ].filter(({ from }) => from > today)
  const margin = payer === null || provider === null ? null : ((payer - provider) as Cents)
  return (
    <tr>
      <th scope="row">
        <b>{name}</b>
      </th>
      <td className={styles.num}>{payer === null ? '–' : formatCents(payer)}</td>
      <td className={styles.num}>{provider === null ? '–' : formatCents(provider)}</td>
      <td className={styles.num}>{margin === null ? '–' : formatCents(margin)}</td>
      <td>
        {coming.length === 0
          ? '–'
          : coming.map(({ from, cents, who }) => (
              <span key={`${who} ${from}`} className={styles.line}>
                {formatCents(cents)} {who === 'payer' ? 'from the payer' : 'to the practice'}, {sayDay(from)}
                <br />
              </span>
            ))}
      </td>
      <td className={styles.right}>
        <Button variant="subtle" onClick={open} aria-label={`New rate for ${name}`}>
          New rate
        </Button>
        <Dialog name={`New rate for ${name}`} opened={opened} close={close}>
          <NewRateForm contract={contract} service={service} close={close} />
        </Dialog>
      </td>
    </tr>
  )
}
