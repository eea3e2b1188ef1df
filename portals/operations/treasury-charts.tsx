import { BarChart } from '@mantine/charts'
import '@mantine/charts/styles.layer.css'
import { ages } from '../../business/operations/age-of.ts'
import type { Treasury } from '../../business/operations/treasury.ts'
import { cents, formatCents } from '../../libraries/money/index.ts'
import styles from './operations.module.css'
import { sayMonth } from './treasury-tables.tsx'

const money = (dollars: number) => formatCents(cents(Math.round(dollars * 100)))

/** The ages of what payers owe, a bar for each age; the figures stand in the table behind. */
export function AgeingChart({ ageing }: { ageing: Treasury['ageing'] }) {
  const data = ages.map((age) => ({
    age: `${age} days`,
    ...Object.fromEntries(ageing.map(({ payer, byAge }) => [payer, byAge[age] / 100])),
  }))
  const fills = ['var(--part-payer)', 'var(--part-practice)', 'var(--part-client)', 'var(--part-operator)']
  const series = ageing.map(({ payer }, index) => ({ name: payer, color: fills[index % fills.length] ?? '' }))
  return (
    <div className={styles.chart} aria-hidden="true">
      <BarChart
        h={260}
        data={data}
        dataKey="age"
        type="stacked"
        series={series}
        valueFormatter={money}
        withLegend={ageing.length > 1}
        tickLine="none"
        gridAxis="y"
        barProps={{ isAnimationActive: false, maxBarSize: 72 }}
        yAxisProps={{ width: 88 }}
      />
    </div>
  )
}

/** What each month earned: above the line what was kept, below it what was added, absorbed and spent. */
export function MonthsChart({ months }: { months: Treasury['months'] }) {
  const data = months.slice(-12).map(({ month, kept, added, absorbed, other }) => ({
    month: sayMonth(month).replace(/ \d+$/, ''),
    Kept: kept / 100,
    Added: added / 100,
    Absorbed: absorbed / 100,
    'Costs and interest': other / 100,
  }))
  return (
    <div className={styles.chart} aria-hidden="true">
      <BarChart
        h={260}
        data={data}
        dataKey="month"
        type="stacked"
        barChartProps={{ stackOffset: 'sign' }}
        series={[
          { name: 'Kept', color: 'var(--part-practice)' },
          { name: 'Added', color: 'var(--part-client)' },
          { name: 'Absorbed', color: 'var(--part-operator)' },
          { name: 'Costs and interest', color: 'var(--part-payer)' },
        ]}
        valueFormatter={money}
        withLegend
        tickLine="none"
        gridAxis="y"
        barProps={{ isAnimationActive: false, maxBarSize: 72 }}
        yAxisProps={{ width: 88 }}
      />
    </div>
  )
}
