import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { addDays, calendarDate, dateInWords } from '../../libraries/calendar/index.ts'
import { Icon, type IconName } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { Section } from '../design/section.tsx'
import { PageShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { AskedCredentials } from './asked-credentials.tsx'
import {
  type AuthorityCard,
  type InsuranceStatus,
  insuranceStatusQuery,
  type NetworkCard,
} from './insurance-queries.ts'
import styles from './insurance-status.module.css'
import { type Place, usePlace } from './practice-place.ts'
import rows from './rows.module.css'
import { VirtualNetworks } from './virtual-networks.tsx'

/** Where a clinician may practise and bill: by insurer and state, since when, what is under way, and what they may open. */
export function InsuranceStatusPage() {
  const place = usePlace()
  const [chosen, setChosen] = useState<string | undefined>(place.clinician)
  const status = useQuery(insuranceStatusQuery(place.practiceId, chosen))
  if (status.error) {
    return (
      <>
        <PageHead name="Insurance status" title="Insurance status" />
        <TroubleNotice trouble={status.error} onRetry={() => void status.refetch()} />
      </>
    )
  }
  if (!status.data) return <PageShapes />
  const { data } = status
  return (
    <>
      <PageHead name="Insurance status" title="Insurance status">
        {lead(data)}
      </PageHead>
      <div className={page.stack}>
        {data.members.length > 1 ? (
          <div className={rows.filters}>
            <Select
              label="Clinician"
              allowDeselect={false}
              data={data.members.map(({ memberId, name }) => ({ value: memberId, label: name }))}
              value={data.member.memberId}
              onChange={(memberId) => setChosen(memberId ?? undefined)}
            />
          </div>
        ) : null}
        <Section id="networks" name="Insurers" remark={<WhatIfLink place={place} memberId={data.member.memberId} />}>
          <Networks networks={data.networks} />
          <AskedCredentials memberId={data.member.memberId} place={place} />
        </Section>
        <VirtualNetworks status={data} place={place} />
        <Section name="Licenses" remark={<Board status={data} />}>
          <Authorities authorities={data.authorities} />
        </Section>
        {data.compacts.length > 0 ? (
          <Section name="Compacts of states">
            <Compacts status={data} />
          </Section>
        ) : null}
      </div>
    </>
  )
}

function lead({ networks, isOwn, member }: InsuranceStatus): string {
  const open = networks.filter(({ standing }) => standing === 'in_force' || standing === 'held')
  const whose = isOwn ? 'You' : member.name
  if (open.length === 0) return `${whose} cannot bill an insurer yet. What is under way stands below.`
  const states = [...new Set(open.map(({ stateName }) => stateName))]
  return `${whose} can see clients who are in ${inWords(states)} during the session. Where you sit, and where they live, does not matter.`
}

function inWords(list: readonly string[]): string {
  return list.length < 2 ? (list[0] ?? '') : `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`
}

function WhatIfLink({ place, memberId }: { place: Place; memberId: string }) {
  return (
    <Link to="/practice/$practiceId/what-if" params={{ practiceId: place.practiceId }} search={{ member: memberId }}>
      On a map, and on another day
    </Link>
  )
}

const marks: Record<NetworkCard['standing'], IconName> = {
  in_force: 'done',
  held: 'held',
  pending: 'wait',
  to_come: 'wait',
  ended: 'no',
  no_authority: 'lack',
  not_at_home: 'no',
}
const said: Record<NetworkCard['standing'], string> = {
  in_force: 'Open',
  held: 'Open; claims wait for the insurer',
  pending: 'Applied for',
  to_come: 'Begins later',
  ended: 'Ended',
  no_authority: 'Needs a license',
  not_at_home: 'Opens nothing here',
}

function Networks({ networks }: { networks: readonly NetworkCard[] }) {
  if (networks.length === 0) {
    return (
      <div className={[page.panel, page.empty].join(' ')}>
        <h3>No insurer yet</h3>
        <p>We enter your credentials as insurers grant them. Nothing is needed from you now.</p>
      </div>
    )
  }
  return (
    <ul className={styles.cards}>
      {networks.map((network) => (
        <li key={network.id} className={[page.panel, styles.card].join(' ')} data-standing={network.standing}>
          <Icon name={marks[network.standing]} className={styles.mark} />
          <div>
            <h3>
              {network.networkName}, {network.stateName}
            </h3>
            <p className={styles.standing}>{said[network.standing]}</p>
            <p>{network.words}</p>
            <p className={page.quiet}>
              {network.via === 'virtual_network' ? 'Virtual network. ' : ''}
              {sayPeriod(network)}
            </p>
          </div>
        </li>
      ))}
    </ul>
  )
}

function sayPeriod({ from, until }: { from: string | null; until: string | null }): string {
  if (from === null) return 'No day is set yet.'
  const since = `From ${dateInWords(calendarDate(from))}`
  return until === null ? `${since}.` : `${since} to ${dateInWords(addDays(calendarDate(until), -1))}.`
}

const kinds: Record<AuthorityCard['kind'], string> = {
  license: 'License',
  compact_privilege: 'Compact privilege',
  temporary_permit: 'Temporary permit',
}
const stands: Record<AuthorityCard['standing'], string> = {
  in_force: 'In force',
  to_come: 'Begins later',
  ended: 'Ended',
}

function Authorities({ authorities }: { authorities: readonly AuthorityCard[] }) {
  if (authorities.length === 0) {
    return (
      <div className={[page.panel, page.empty].join(' ')}>
        <h3>No license is recorded</h3>
        <p>Send us your license; every credential rests on one.</p>
      </div>
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard
    <section className={[page.panel, page.pad, page.scroll].join(' ')} tabIndex={0} aria-label="Licenses by state">
      <table className={page.table}>
        <caption className={page.vh}>Licenses, privileges and permits by state</caption>
        <thead>
          <tr>
            <th scope="col">State</th>
            <th scope="col">What</th>
            <th scope="col">Stands</th>
            <th scope="col">Counts</th>
          </tr>
        </thead>
        <tbody>
          {authorities.map((authority) => (
            <tr key={authority.id}>
              <th scope="row">{authority.stateName}</th>
              <td>{authority.title ?? kinds[authority.kind]}</td>
              <td>{stands[authority.standing]}</td>
              <td>{sayPeriod(authority)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Board({ status: { board, member } }: { status: InsuranceStatus }) {
  if (board === null) return null
  return (
    <a href={board.url} target="_blank" rel="noreferrer">
      Boards that license a {member.familyLabel.toLowerCase()} (opens another site)
    </a>
  )
}

function Compacts({ status: { compacts } }: { status: InsuranceStatus }) {
  return (
    <ul className={[page.panel, styles.compacts].join(' ')}>
      {compacts.map(({ compactId, name, privilege, states, source }) => (
        <li key={compactId}>
          <h3>{name}</h3>
          <p>{privilege}</p>
          <p>
            {states.length === 0
              ? 'No state is in force yet, so it opens nothing today.'
              : `In force in ${inWords(states)}.`}
          </p>
          <p className={page.quiet}>Source: {source}</p>
        </li>
      ))}
    </ul>
  )
}
