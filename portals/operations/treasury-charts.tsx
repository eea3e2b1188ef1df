import { BarChart } from '@mantine/charts'
import '@mantine/charts/styles.layer.css'
import { ages } from '../../business/operations/age-of.ts'
import type { Treasury } from '../../business/operations/treasury.ts'
import { cents, formatCents } from '../../libraries/money/index.ts'
import styles from './operations.module.css'
import { sayMonth } from './treasury-tables.tsx'

const money = (dollars: number) => formatCents(cents(Math.round(dollars * 100)))

// From fresh to old: the older the money, the darker its bar.
const shades = [18, 36, 56, 78, 100].map((part) => `color-mix(in srgb, var(--part-practice) ${part}%, var(--surface))`)

/** What each payer owes, a bar for each in the colours of its ages; the figures stand in the table behind. */
export function AgeingChart({ ageing }: { ageing: Treasury['ageing'] }) {
  const data = ageing.map(({ payer, byAge }) => ({
    payer,
    ...Object.fromEntries(ages.map((age) => [`${age} days`, byAge[age] / 100])),
  }))
  const series = ages.map((age, index) => ({ name: `${age} days`, color: shades[index] ?? '' }))
  return (
    <div className={styles.chart} aria-hidden="true">
      <BarChart
        h={260}
        data={data}
        dataKey="payer"
        type="stacked"
        series={series}
        valueFormatter={money}
        barChartProps={{ accessibilityLayer: false }}
        withLegend
        tickLine="none"
        gridAxis="x"
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
        barChartProps={{ stackOffset: 'sign', accessibilityLayer: false }}
        series={[
          { name: 'Kept', color: 'var(--part-practice)' },
          { name: 'Added', color: 'var(--part-client)' },
          { name: 'Absorbed', color: 'var(--part-operator)' },
          { name: 'Costs and interest', color: 'var(--part-payer)' },
        ]}
        valueFormatter={money}
        withLegend
        tickLine="none"
        gridAxis="x"
        barProps={{ isAnimationActive: false, maxBarSize: 72 }}
        yAxisProps={{ width: 88 }}
      />
    </div>
  )
}
