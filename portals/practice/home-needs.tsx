import { Button } from '@mantine/core'
import { useState } from 'react'
import { ButtonLink } from '../design/button-link.tsx'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { sayCount, sayMoment } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import type { Need } from './practice-answers.ts'
import type { Place } from './practice-place.ts'
import { ReadinessMarks } from './readiness.tsx'
import rows from './rows.module.css'

/** What stands in the way of being paid, each with its remedy: who or what, what is missing, and where to do it. */
export function HomeNeeds({ needs, place }: { needs: Need[]; place: Place }) {
  const [all, setAll] = useState(false)
  const shown = all ? needs : needs.slice(0, firstShown)
  const rest = needs.length - shown.length
  return (
    <Section name="Also waiting for you">
      <div className={page.panel}>
        {shown.map((need) => (
          <div key={`${need.kind}-${need.personId ?? ''}-${need.sessionId ?? need.title}`} className={taskRow}>
            <Icon name="lack" />
            <div>
              <h3>{titleOf(need, place)}</h3>
              <p className={rows.detail}>{need.words}</p>
            </div>
            {need.readiness ? (
              <div className={rows.under}>
                <ReadinessMarks readiness={need.readiness} name={need.title} />
              </div>
            ) : null}
            <Remedy need={need} place={place} />
          </div>
        ))}
      </div>
      {rest > 0 ? (
        <p className={rows.pager}>
          <Button variant="subtle" onClick={() => setAll(true)}>
            Show {sayCount(rest)} more
          </Button>
        </p>
      ) : null}
    </Section>
  )
}

const firstShown = 5
const taskRow = [rows.row, rows.task].join(' ')

function titleOf({ kind, title, startsAt }: Need, place: Place): string {
  if (kind === 'change_request' && startsAt !== null) return `${title} of ${sayMoment(startsAt, place.zone)}`
  if (kind !== 'client_not_ready' || startsAt === null) return title
  return `${title} for ${sayMoment(startsAt, place.zone)}`
}

function Remedy({ need, place }: { need: Need; place: Place }) {
  const { practiceId } = place
  if (need.kind === 'payout_hold' || need.kind === 'payout_returned') {
    return (
      <ButtonLink
        to="/practice/$practiceId/settings"
        params={{ practiceId }}
        search={{ part: 'bank' }}
        variant="default"
      >
        Bank account
      </ButtonLink>
    )
  }
  if (need.kind === 'access_request') {
    return (
      <ButtonLink to="/practice/$practiceId/team" params={{ practiceId }} variant="default">
        Manage team
      </ButtonLink>
    )
  }
  if (need.kind === 'change_request' && need.sessionId !== null) {
    return (
      <ButtonLink
        to="/practice/$practiceId/sessions/$sessionId"
        params={{ practiceId, sessionId: need.sessionId }}
        variant="default"
      >
        Answer
      </ButtonLink>
    )
  }
  if (need.personId !== null) {
    return (
      <ButtonLink
        to="/practice/$practiceId/clients/$personId"
        params={{ practiceId, personId: need.personId }}
        variant="default"
      >
        {need.lacks[0] === 'address' ? 'New location' : 'Open client'}
      </ButtonLink>
    )
  }
  if (need.sessionId !== null) {
    return (
      <ButtonLink
        to="/practice/$practiceId/sessions/$sessionId"
        params={{ practiceId, sessionId: need.sessionId }}
        variant="default"
      >
        Open the session
      </ButtonLink>
    )
  }
  return null
}
