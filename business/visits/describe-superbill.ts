import type { CalendarDate } from '../../libraries/calendar/index.ts'
import { type Cents, formatCents, sum } from '../../libraries/money/index.ts'
import type { Paper, Part } from '../../libraries/paper/index.ts'
import { type Biller, billerFacts, type ServiceSold, sayService, sayZip } from './describe-invoice.ts'
import { fillWords } from './fill-words.ts'
import { paperWords } from './paper-words.ts'
import { type Language, sayDate, sayMonth } from './say-date.ts'

export type SuperbillVisit = {
  serviceOn: CalendarDate
  placeOfService: string
  diagnoses: readonly string[]
  services: readonly ServiceSold[]
  planPaid: Cents
  youPaid: Cents
}

/** The visits with one clinician that one company billed: insurers read a superbill by who rendered and who billed. */
export type SuperbillPart = {
  practiceName: string
  clinicianName: string
  clinicianNpi: string | null
  biller: Biller | null
  planName: string
  payerName: string
  memberNumber: string
  visits: readonly SuperbillVisit[]
}

export type Superbill = {
  month: string
  writtenOn: CalendarDate
  client: { name: string; dateOfBirth: CalendarDate; street: string; city: string; state: string; zip: string }
  parts: readonly SuperbillPart[]
  /** What each diagnosis on it is called. */
  diagnoses: readonly { code: string; label: string }[]
}

/** A month's visits with all that an insurer or an account administrator asks for: who, where, why, what, paid by whom. */
export function describeSuperbill(superbill: Superbill, language: Language): Paper {
  const say = paperWords[language]
  const { client, month, parts, diagnoses } = superbill
  return {
    title: fillWords(say.superbillTitle, { month: sayMonth(language, month) }),
    language,
    writtenOn: superbill.writtenOn,
    parts: [
      {
        kind: 'facts',
        rows: [
          { name: say.client, value: client.name },
          { name: say.dateOfBirth, value: sayDate(language, client.dateOfBirth).replace(/^\S+, /, '') },
          { name: say.address, value: `${client.street}, ${client.city}, ${client.state} ${sayZip(client.zip)}` },
        ],
      },
      ...parts.flatMap((part) => describePart(part, language)),
      { kind: 'heading', text: say.diagnoses },
      {
        kind: 'table',
        columns: [
          { name: say.diagnosisCode, align: 'left' },
          { name: say.meaning, align: 'left' },
        ],
        rows: diagnoses.map(({ code, label }) => [code, label]),
      },
      { kind: 'note', text: say.superbillNote },
    ],
  }
}

function describePart(part: SuperbillPart, language: Language): Part[] {
  const say = paperWords[language]
  const { practiceName, clinicianName, clinicianNpi, biller, planName, payerName, memberNumber, visits } = part
  const services = visits.flatMap((visit) => visit.services.map((service, place) => ({ ...service, visit, place })))
  const total = (amounts: readonly Cents[]) => formatCents(sum(amounts))
  return [
    { kind: 'heading', text: fillWords(say.visitsWith, { clinician: clinicianName }) },
    {
      kind: 'facts',
      rows: [
        { name: say.practice, value: practiceName },
        { name: say.clinician, value: clinicianNpi === null ? clinicianName : `${clinicianName}, NPI ${clinicianNpi}` },
        ...(biller === null ? [] : billerFacts(biller, language)),
        { name: say.plan, value: `${planName} (${payerName})` },
        { name: say.memberNumber, value: memberNumber },
      ],
    },
    {
      kind: 'table',
      columns: [
        { name: say.dateOfService, align: 'left' },
        { name: say.service, align: 'left' },
        { name: say.diagnosisCode, align: 'left' },
        { name: say.place, align: 'left' },
        { name: say.units, align: 'right' },
        { name: say.charged, align: 'right' },
        { name: say.planPaidColumn, align: 'right' },
        { name: say.youPaidColumn, align: 'right' },
      ],
      // What was paid is paid for the visit: it stands on the visit's first line.
      rows: services.map(({ visit, place, ...service }) => [
        sayDate(language, visit.serviceOn),
        sayService(service),
        visit.diagnoses.join(' '),
        visit.placeOfService,
        String(service.units),
        formatCents(service.cents),
        place === 0 ? formatCents(visit.planPaid) : '',
        place === 0 ? formatCents(visit.youPaid) : '',
      ]),
      totals: [
        say.total,
        '',
        '',
        '',
        '',
        total(services.map(({ cents }) => cents)),
        total(visits.map(({ planPaid }) => planPaid)),
        total(visits.map(({ youPaid }) => youPaid)),
      ],
    },
  ]
}
