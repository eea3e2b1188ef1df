import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatCents } from '../../libraries/money/index.ts'
import page from '../design/page.module.css'
import { ScrollingPanel } from '../design/scrolling-panel.tsx'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { membersQuery, serviceCodesQuery } from '../queries.ts'
import type { Agreement } from './practice-answers.ts'
import type { Place } from './practice-place.ts'
import { agreementQuery } from './practice-queries.ts'
import rows from './rows.module.css'
import { sayPeriod } from './say-place.ts'

/** What a clinician is paid for each service under each contract, by its days, and when they are paid. Nothing here is changed. */
export function AgreementPart({ place }: { place: Place }) {
  const [chosen, setChosen] = useState<string | undefined>(place.clinician)
  const runs = place.membership.may.money === 'all'
  const members = useQuery({ ...membersQuery(place.practiceId), enabled: runs })
  const clinicians = (members.data ?? []).filter(({ clinician }) => clinician)
  const own = place.membership.clinician ? place.membership.memberId : clinicians[0]?.memberId
  const asked = chosen ?? own
  const agreement = useQuery({ ...agreementQuery(place.practiceId, asked), enabled: asked !== undefined })
  return (
    <div className={page.stack}>
      <Section name="Your rates" remark={<p>What you are paid for a session, whatever the insurer pays us.</p>}>
        {clinicians.length > 1 ? (
          <div className={rows.filters}>
            <Select
              label="Clinician"
              allowDeselect={false}
              data={clinicians.map(({ memberId, name }) => ({ value: memberId, label: name }))}
              value={asked ?? null}
              onChange={(memberId) => setChosen(memberId ?? undefined)}
            />
          </div>
        ) : null}
        {agreement.error ? (
          <TroubleNotice trouble={agreement.error} onRetry={() => void agreement.refetch()} />
        ) : agreement.data ? (
          <Rates agreement={agreement.data} place={place} />
        ) : (
          <RowShapes rows={4} />
        )}
      </Section>
      <Section name="When you are paid">
        <p className={rows.sub}>{saySchedule(agreement.data?.paySchedule ?? null)}</p>
      </Section>
    </div>
  )
}

function Rates({ agreement, place }: { agreement: Agreement; place: Place }) {
  const codes = useQuery(serviceCodesQuery(place.practiceId, place.today))
  const labelOf = (code: string) => codes.data?.find((each) => each.code === code)?.label ?? ''
  if (agreement.rates.length === 0) {
    return (
      <div className={[page.panel, page.empty].join(' ')}>
        <h3>No rate is agreed yet</h3>
        <p>Rates stand here from the day on which your first credential with an insurer is entered.</p>
      </div>
    )
  }
  return (
    <ScrollingPanel name="Rates">
      <table className={page.table}>
        <caption className={page.vh}>Rates by insurer, state and service</caption>
        <thead>
          <tr>
            <th scope="col">Service</th>
            <th scope="col">Insurer</th>
            <th scope="col">Counts</th>
            <th scope="col" className={page.num}>
              To you
            </th>
          </tr>
        </thead>
        <tbody>
          {sameRates(agreement.rates).map(({ rate, insurers }) => (
            <tr key={`${rate.code}-${rate.modifiers.join()}-${rate.cents}-${rate.from}-${insurers.join()}`}>
              <th scope="row">
                {[rate.code, ...rate.modifiers].join(' ')}
                {labelOf(rate.code) === '' ? '' : `, ${labelOf(rate.code)}`}
              </th>
              <td>{insurers.join('; ')}</td>
              <td>{sayPeriod(rate, place.today)}</td>
              <td className={page.num}>{formatCents(rate.cents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollingPanel>
  )
}

type Rate = Agreement['rates'][number]

/** One line for what is the same with several insurers; by service, then by amount. */
function sameRates(rates: readonly Rate[]): { rate: Rate; insurers: string[] }[] {
  const groups = Map.groupBy(rates, ({ code, modifiers, cents, from, until }) =>
    [code, modifiers.join(), cents, from, until ?? ''].join(' '),
  )
  return [...groups.values()]
    .flatMap(([rate, ...others]) =>
      rate === undefined
        ? []
        : [{ rate, insurers: [rate, ...others].map(({ payerName, state }) => `${payerName}, ${state}`) }],
    )
    .toSorted((a, b) => a.rate.code.localeCompare(b.rate.code) || b.rate.cents - a.rate.cents)
}

function saySchedule(schedule: Agreement['paySchedule']): string {
  if (schedule === null) return 'No pay schedule is in force. The operator must enter one.'
  return schedule.kind === 'semi_monthly'
    ? 'Twice a month. What you confirm from the 1st to the 15th is paid on the last day of that month; what you confirm later, on the 15th of the next. The day of confirming counts, not the day of the session.'
    : 'Every second Friday. The day of confirming counts, not the day of the session.'
}
