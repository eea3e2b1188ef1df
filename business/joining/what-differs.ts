import type { Application } from './application-store.ts'

const names = {
  kind: 'kind',
  givenName: 'first name',
  familyName: 'last name',
  phone: 'phone',
  practiceName: 'practice',
  clinicians: 'clinicians',
  licenceFamily: 'license',
  licenceState: 'license state',
  licenceNumber: 'license number',
  npi: 'NPI',
  states: 'states',
  words: 'says',
} as const satisfies Partial<Record<keyof Application, string>>

/** What a form that came again says otherwise than the application that it joined, in words; null where nothing. */
export function whatDiffers(application: Application, form: object): string | null {
  const sent = new Map(Object.entries(form))
  const told = (Object.keys(names) as (keyof typeof names)[]).flatMap((field) => {
    const [before, now] = [said(application[field]), said(sent.get(field))]
    return now === '' || now === before ? [] : [`${names[field]}: ${now}`]
  })
  return told.length === 0 ? null : told.join('; ')
}

function said(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ')
  return value === null || value === undefined ? '' : String(value).replaceAll('_', ' ')
}
