import { getRouteApi, Link } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { allows, type Needs } from '../../business/practices/abilities-of.ts'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { AgreementPart } from './agreement-part.tsx'
import { PlacesPart } from './places-part.tsx'
import { type Place, usePlace } from './practice-place.ts'
import type { SettingsPart } from './practice-search.ts'
import { ProfilePart } from './profile-part.tsx'

const BankPart = lazy(async () => ({ default: (await import('./bank-part.tsx')).BankPart }))
const SecurityPart = lazy(async () => ({ default: (await import('./security-part.tsx')).SecurityPart }))

const RecordsPart = lazy(async () => ({ default: (await import('./records-part.tsx')).RecordsPart }))

const YourDataPart = lazy(async () => ({ default: (await import('./your-data-part.tsx')).YourDataPart }))

const WorkingHours = lazy(async () => ({ default: (await import('./working-hours.tsx')).WorkingHours }))
const CancellationPolicy = lazy(async () => ({
  default: (await import('./cancellation-policy.tsx')).CancellationPolicy,
}))

const route = getRouteApi('/practice/$practiceId/settings')

const parts: { part: SettingsPart; name: string; needs?: Needs; show: (place: Place) => ReactNode }[] = [
  { part: 'profile', name: 'Profile', show: (place) => <ProfilePart place={place} /> },
  { part: 'places', name: 'Locations', show: (place) => <PlacesPart place={place} /> },
  { part: 'hours', name: 'Working hours', needs: { planning: 'own' }, show: (place) => <WorkingHours place={place} /> },
  { part: 'policy', name: 'Cancellation policy', show: (place) => <CancellationPolicy place={place} /> },
  { part: 'bank', name: 'Bank account', needs: { money: 'own' }, show: (place) => <BankPart place={place} /> },
  {
    part: 'agreement',
    name: 'Rates and agreement',
    needs: { money: 'own' },
    show: (place) => <AgreementPart place={place} />,
  },
  { part: 'security', name: 'Security', show: (place) => <SecurityPart place={place} /> },
  {
    part: 'records',
    name: 'Import and export',
    needs: { team: 'run' },
    show: (place) => <RecordsPart place={place} />,
  },
  { part: 'data', name: 'Your data', show: (place) => <YourDataPart place={place} /> },
]

/** What a practice and its members set for themselves; which part is open stands in the address. */
export function SettingsPage() {
  const place = usePlace()
  const { part = 'profile' } = route.useSearch()
  const open = parts.filter(({ needs }) => allows(place.membership.may, needs ?? {}))
  const shown = open.find((each) => each.part === part) ?? open[0]
  return (
    <>
      <PageHead name="Settings" title="Settings">
        {place.membership.practiceName}. What you change counts from the day you say; what was is kept.
      </PageHead>
      <nav className={page.tabs} aria-label="Settings">
        {open.map((each) => (
          <Link
            key={each.part}
            to="/practice/$practiceId/settings"
            params={{ practiceId: place.practiceId }}
            search={each.part === 'profile' ? {} : { part: each.part }}
            activeOptions={{ exact: true }}
            aria-current={each.part === shown?.part ? 'page' : undefined}
            resetScroll={false}
          >
            {each.name}
          </Link>
        ))}
      </nav>
      <Suspense fallback={<RowShapes rows={3} />}>{shown?.show(place)}</Suspense>
    </>
  )
}
