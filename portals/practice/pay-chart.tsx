import { BarChart } from '@mantine/charts'
import '@mantine/charts/styles.layer.css'
import { formatCents } from '../../libraries/money/index.ts'
import type { MonthOfPay } from './pay-by-month.ts'
import { sayMonth } from './say-month.ts'

/** Pay by month as bars; the table beside it says the same to who reads or listens. */
export function PayChart({ months }: { months: MonthOfPay[] }) {
  const data = months.map(({ month, cents }) => ({ month: sayMonth(month), cents }))
  return (
    <div aria-hidden="true">
      <BarChart
        h={220}
        data={data}
        dataKey="month"
        series={[{ name: 'cents', label: 'Your pay', color: 'var(--part-practice)' }]}
        valueFormatter={(amount) => formatCents(Math.round(amount) as MonthOfPay['cents'])}
        yAxisProps={{ width: 88 }}
        gridAxis="x"
        tickLine="none"
        barProps={{ radius: [4, 4, 0, 0], isAnimationActive: false }}
        barChartProps={{ accessibilityLayer: false }}
        maxBarWidth={56}
      />
    </div>
  )
}
