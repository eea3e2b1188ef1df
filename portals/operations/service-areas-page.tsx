import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { stateName } from '../../business/coverage/service-areas.ts'
import { Dialog } from '../design/dialog.tsx'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { AreaForm } from './area-form.tsx'
import { type Licensee, serviceAreasQuery } from './credentialing-queries.ts'
import { Filter } from './filter.tsx'
import table from './operations.module.css'

const route = getRouteApi('/operations/service-areas')

/** Which Blue licensee holds which counties of a state today; a further area is weighed before it is saved. */
export function ServiceAreasPage() {
  const { state } = route.useSearch()
  const navigate = route.useNavigate()
  const found = useQuery(serviceAreasQuery)
  const rows = (found.data ?? []).flatMap((licensee) => licensee.areas.map((area) => ({ licensee, area })))
  const states = [...new Set(rows.map(({ area }) => area.state))].sort()
  const shown = rows.filter(({ area }) => state === undefined || area.state === state)
  return (
    <>
      <nav className={page.crumbs} aria-label="Breadcrumb">
        <Link to="/operations/contracts">Contracts and rates</Link>
        <Icon name="right" small />
        <span>Blue service areas</span>
      </nav>
      <PageHead name="Blue service areas" title="Blue service areas">
        They decide who is the local Blue plan where a client is. A further area begins on a day; what was decided
        stays.
      </PageHead>
      <div className={table.tools}>
        <Filter
          name="State"
          value={state}
          choices={states.map((value) => ({ value, label: stateName(value) }))}
          onChoose={(chosen) => void navigate({ search: chosen === undefined ? {} : { state: chosen } })}
        />
      </div>
      {found.error ? <TroubleNotice trouble={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data === undefined ? found.error ? null : <RowShapes rows={6} /> : <Areas rows={shown} />}
    </>
  )
}

type Area = Licensee['areas'][number]

function Areas({ rows }: { rows: { licensee: Licensee; area: Area }[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1)
    <section className={[page.panel, table.scroll].join(' ')} aria-label="Service areas, table" tabIndex={0}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Licensee</th>
            <th scope="col">State</th>
            <th scope="col">Holds</th>
            <th scope="col">How certain</th>
            <th scope="col" className={table.right}>
              Change
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ licensee, area }) => (
            <Row key={`${licensee.id} ${area.state}`} licensee={licensee} area={area} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

const certainties = { certain: 'Certain', likely: 'Likely', to_verify: 'To be verified' }

function Row({ licensee, area }: { licensee: Licensee; area: Area }) {
  const [opened, { open, close }] = useDisclosure(false)
  const name = `${licensee.name} in ${stateName(area.state)}`
  return (
    <tr>
      <th scope="row">
        <b>{licensee.name}</b>
        <span className={table.under}>{licensee.id}</span>
      </th>
      <td>{stateName(area.state)}</td>
      <td>{sayHolds(area)}</td>
      <td>{certainties[licensee.certainty]}</td>
      <td className={table.right}>
        <Button variant="subtle" onClick={open} aria-label={`Change: ${name}`}>
          Change
        </Button>
        <Dialog name={`Change: ${name}`} opened={opened} close={close}>
          <AreaForm licenseeId={licensee.id} area={area} close={close} />
        </Dialog>
      </td>
    </tr>
  )
}

function sayHolds({ holds, counties, except, inPart }: Area): string {
  const count = (list: readonly string[]) => (list.length === 1 ? 'one county' : `${list.length} counties`)
  const part = inPart.length === 0 ? '' : `, ${count(inPart)} in part`
  switch (holds) {
    case 'whole_state':
      return `The whole state${part}`
    case 'whole_state_except':
      return `All but ${count(except)}${part}`
    case 'counties':
      return `${count(counties).replace(/^o/, 'O')}${part}`
  }
}
