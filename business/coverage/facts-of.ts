import { type CalendarDate, calendarDate } from '../../libraries/calendar/index.ts'
import type { Authority, ClientLocation, Credential, Crisis, Exclusion, Facts, Purpose } from './facts.ts'
import { builtInAreas } from './service-areas.ts'

/** Facts as a person writes them in a table of cases; whatever is left out is fine and does not matter. */
export type WrittenFacts = {
  /** "NY", "NY/36061", "VA/51059/carefirst", "outside_us" or "unknown"; at 100 Example Street. */
  client?: string
  address?: string | null
  purpose?: Purpose
  /** A Blue plan is known by its licensee; " BlueCard" behind it says that it takes part. */
  plan?: string
  accepted?: string
  /** "CA", "CA until 2026-04-08", "CA from 2026-04-09 until 2027-01-01", separated by "; ". */
  licensed?: string
  /** "aetna CA", with any of: virtual, pending, terminated, from DATE, until DATE, ready DATE, not-ready; separated by "; ". */
  credentialed?: string
  excluded?: string
  coverage?: Facts['coverage']
  crisis?: Crisis | null
  on?: string
  asOf?: string
}

const longAgo = calendarDate('2020-01-01')

export function factsOf(id: string, written: WrittenFacts): Facts {
  const [network = '', blueCard] = (written.plan ?? 'aetna').split(' ')
  const on = calendarDate(written.on ?? '2026-04-08')
  return {
    id,
    purpose: written.purpose ?? 'confirmation',
    on,
    asOf: calendarDate(written.asOf ?? written.on ?? '2026-04-08'),
    session: { modality: 'telehealth', clientLocation: locationOf(written), crisis: written.crisis ?? null },
    provider: {
      authorities: entries(written.licensed).map(authorityOf),
      credentials: entries(written.credentialed).map(credentialOf),
      exclusions: entries(written.excluded).map(periodOf),
    },
    plan: {
      network,
      isBlue: builtInAreas.isLicensee(network),
      blueCard: blueCard === 'BlueCard',
      acceptedStates: written.accepted === undefined ? 'all' : written.accepted.split(' ').filter((one) => one !== ''),
    },
    coverage: written.coverage ?? 'active',
  }
}

function locationOf({ client = 'CA', address = '100 Example Street' }: WrittenFacts): ClientLocation | null {
  if (client === 'unknown') return null
  const [state = '', countyFips = null, servedBy = null] = client.split('/')
  return { state, countyFips, servedBy, address }
}

function authorityOf(written: string): Authority {
  const kind = written.includes('compact')
    ? 'compact_privilege'
    : written.includes('permit')
      ? 'temporary_permit'
      : 'license'
  return { state: written.slice(0, 2), kind, ...periodOf(written) }
}

function credentialOf(written: string): Credential {
  const [network = '', state = ''] = written.split(' ')
  const status = written.includes('pending') ? 'pending' : written.includes('terminated') ? 'terminated' : 'active'
  const period = periodOf(written)
  return {
    network,
    state,
    via: written.includes('virtual') ? 'virtual_network' : 'direct',
    status,
    from: status === 'pending' ? null : period.from,
    until: period.until,
    payerReady: written.includes('not-ready') || status === 'pending' ? null : (dateAfter('ready', written) ?? longAgo),
  }
}

function periodOf(written: string): Exclusion {
  return { from: dateAfter('from', written) ?? longAgo, until: dateAfter('until', written) }
}

function dateAfter(word: string, written: string): CalendarDate | null {
  const date = new RegExp(`\\b${word} (\\S+)`).exec(written)?.[1]
  return date === undefined ? null : calendarDate(date)
}

function entries(written: string | undefined): string[] {
  return written === undefined || written === '' ? [] : written.split('; ')
}
