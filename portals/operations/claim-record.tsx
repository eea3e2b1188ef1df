import type { ClaimPage } from '../../business/operations/claim-page.ts'
import { formatCents } from '../../libraries/money/index.ts'
import page from '../design/page.module.css'
import { sayDay } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { OpenRecord } from './open-record.tsx'

/** What the claim says of its client; opened with a reason only. */
export function ClaimRecordPart({ claim: { record, client } }: { claim: ClaimPage }) {
  return (
    <Section name="The client’s record">
      <div className={[page.panel, page.pad].join(' ')}>
        {record === null ? (
          <OpenRecord personId={client.personId} why={`${client.name}’s record stays closed until you say why.`} />
        ) : (
          <dl className={page.facts}>
            {factsOf(record).map(([name, value]) => (
              <div key={name} className={page.fact}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </Section>
  )
}

function factsOf(record: NonNullable<ClaimPage['record']>): [name: string, value: string][] {
  return [
    ['Client', record.name],
    ['Born', sayDay(record.dateOfBirth)],
    ['Member id', record.memberId],
    ...(record.groupNumber === null ? [] : ([['Group', record.groupNumber]] as [string, string][])),
    ['Address', record.address],
    ['Clinician', record.clinician],
    ['Diagnoses', record.diagnoses.join(', ')],
    [
      'Services',
      record.lines
        .map(({ code, modifiers, units, charge }) => {
          const named = [code, ...modifiers].join(' ')
          return `${named}${units === 1 ? '' : ` × ${units}`}, ${formatCents(charge)}`
        })
        .join('; '),
    ],
  ]
}
