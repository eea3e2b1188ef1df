import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { NetworkYear } from '../../../business/operations/contract-year-page.ts'
import { careFigures } from '../../design/care-figures.ts'
import page from '../../design/page.module.css'
import { houseQuery } from '../../queries.ts'
import { networkYearsQuery } from '../network-query.ts'
import styles from './help.module.css'

/** What the network shows plans, year by year: the very figures that we argue with, without anybody's money. */
export function YearsExample() {
  const found = useQuery(networkYearsQuery)
  const house = useQuery(houseQuery)
  const id = useId()
  const years = (found.data ?? []).filter(({ care }) => care !== null).slice(0, 3)
  return (
    <section className={styles.example} aria-labelledby={id}>
      <h3 id={id}>What the network shows, year by year</h3>
      {found.data === undefined ? (
        <p className={page.quiet}>
          {found.isError ? 'The figures could not be fetched. Try again later.' : 'Adding up …'}
        </p>
      ) : years.length === 0 ? (
        <p className={page.quiet}>There are figures once enough clients stand behind them that none can be known.</p>
      ) : (
        <>
          {careFigures.map(({ name }) => (
            <Figures key={name} group={name} years={years} />
          ))}
          <p className={page.hint}>
            From the confirmed sessions and claims of all plans.
            {house.data?.mode === 'demonstration' ? ' Demonstration figures.' : ''} A dash stands where ten or fewer
            people would be behind a figure.
          </p>
        </>
      )}
    </section>
  )
}

function Figures({ group, years }: { group: string; years: readonly NetworkYear[] }) {
  const figures = careFigures.find(({ name }) => name === group)?.figures ?? []
  return (
    <section
      className={styles.years}
      aria-label={`${group}, table`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1)
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{group}</th>
            {years.map(({ year }) => (
              <th key={year} scope="col">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map(({ name, how, say }) => (
            <tr key={name}>
              <th scope="row">
                {name}
                <span>{how}</span>
              </th>
              {years.map(({ year, care }) => (
                <td key={year}>{(care === null ? null : say(care)) ?? '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
