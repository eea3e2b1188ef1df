import { Button, MultiSelect, Select } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import states from '../../business/coverage/data/states.json' with { type: 'json' }
import { formatCents } from '../../libraries/money/index.ts'
import { answerOf, api } from '../api.ts'
import page from '../design/page.module.css'
import { sayDay } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import type { Application, ApplicationPage, QuoteLine } from './joining-queries.ts'
import styles from './operations.module.css'

const stateOptions = states.states.map(({ code, name }) => ({ value: code, label: name.replace(/^the /, '') }))

/** Rates from the contracts, as they stand today; each quote stays what was said on its day. */
export function Quotes({ application }: { application: ApplicationPage }) {
  const latest = application.quotes.at(-1)
  return (
    <Section name="Rates" remark={<p>From the contracts in force; a quote keeps what was said.</p>}>
      {latest === undefined ? null : <QuoteTable application={application} quote={latest} />}
      <QuoteForm application={application} isFirst={latest === undefined} />
    </Section>
  )
}

function QuoteTable({ application, quote }: { application: Application; quote: Application['quotes'][number] }) {
  const href = `/api/operations/joining/${application.id}/quotes/${quote.id}/quote.pdf`
  return (
    <>
      <p className={[page.quiet, styles.quoted].join(' ')}>
        {quote.licence}, as the contracts stood on {sayDay(quote.validOn)}.{' '}
        <a href={href} download>
          Quote as PDF
        </a>
        {application.quotes.length > 1 ? ` ${application.quotes.length} quotes are kept.` : ''}
      </p>
      {quote.lines.length === 0 ? (
        <p className={styles.need}>No contract pays this license there. Choose other states or plans.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus (WCAG 2.1.1)
        <section className={[page.panel, styles.scroll].join(' ')} aria-label="Quoted rates, table" tabIndex={0}>
          <RateTable lines={quote.lines} />
        </section>
      )}
    </>
  )
}

/** One row for each plan and state, one column for each service. */
function RateTable({ lines }: { lines: QuoteLine[] }) {
  const codeOf = ({ code, modifiers }: QuoteLine) => [code, ...modifiers].join(' ')
  const codes = [...new Set(lines.map(codeOf))].toSorted()
  const plans = Map.groupBy(lines, ({ planName, state }) => `${planName}, ${state}`)
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Plan</th>
          {codes.map((code) => (
            <th key={code} scope="col" className={styles.num}>
              {code}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...plans].map(([plan, own]) => (
          <tr key={plan}>
            <th scope="row">{plan}</th>
            {codes.map((code) => {
              const line = own.find((each) => codeOf(each) === code)
              return (
                <td key={code} className={styles.num}>
                  {line === undefined ? '–' : formatCents(line.cents)}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Asked = { licenceFamily: string; states: string[]; planIds: string[] }

function QuoteForm({ application, isFirst }: { application: ApplicationPage; isFirst: boolean }) {
  const [fields, setFields] = useState<Asked>({
    licenceFamily: application.licenceFamily,
    states: application.states,
    planIds: application.plans.map(({ id }) => id),
  })
  const quote = useDeed<Asked, unknown>((body, key) =>
    answerOf(
      api.POST('/api/operations/joining/{applicationId}/quotes', {
        params: { path: { applicationId: application.id } },
        headers: { 'Idempotency-Key': key },
        body,
      }),
    ),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (fields.states.length > 0) quote.act(fields)
  }
  return (
    <form className={[page.form, page.after].join(' ')} onSubmit={submit} noValidate>
      <div className={page.two}>
        <Select
          label="License"
          allowDeselect={false}
          data={application.families.map(({ id, label }) => ({ value: id, label }))}
          value={fields.licenceFamily}
          onChange={(family) => setFields({ ...fields, licenceFamily: family ?? fields.licenceFamily })}
        />
        <MultiSelect
          label="States"
          searchable
          data={stateOptions}
          value={fields.states}
          onChange={(chosen) => setFields({ ...fields, states: chosen })}
          error={fields.states.length === 0 ? 'Choose at least one state.' : undefined}
        />
      </div>
      <MultiSelect
        label="Plans"
        description="None chosen means all of them."
        searchable
        data={application.allPlans.map(({ id, name }) => ({ value: id, label: name }))}
        value={fields.planIds}
        onChange={(chosen) => setFields({ ...fields, planIds: chosen })}
      />
      {quote.trouble ? <TroubleNotice trouble={quote.trouble} deed="the quote" /> : null}
      <div className={page.buttons}>
        <Button type="submit" variant={isFirst ? 'filled' : 'default'} loading={quote.busy}>
          {isFirst ? 'Quote the rates' : 'Quote again'}
        </Button>
      </div>
    </form>
  )
}
