import { useQuery } from '@tanstack/react-query'
import { ButtonLink } from '../design/button-link.tsx'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import type { Place } from './practice-place.ts'
import { onboardingQuery } from './team-queries.ts'

/** To a practice that has not begun: how much of its checklist is left. */
export function SetUpCard({ place }: { place: Place }) {
  const list = useQuery(onboardingQuery(place.practiceId))
  const open = list.data?.filter(({ done }) => !done).length ?? 0
  if (open === 0) return null
  return (
    <Section name="Set up your practice">
      <div className={[page.panel, page.empty].join(' ')}>
        <h3>{open === 1 ? 'One step is left' : `${open} steps are left`}</h3>
        <p>
          Profile, license, NPI, malpractice insurance, CAQH, bank account and agreement: then you can be credentialed.
        </p>
        <ButtonLink to="/practice/$practiceId/start" params={{ practiceId: place.practiceId }} variant="default">
          Open the checklist
        </ButtonLink>
      </div>
    </Section>
  )
}
