import { Button } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import type { Instant } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import { sayCount, sayMoment } from '../design/say-day.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import type { Place } from './practice-place.ts'
import rows from './rows.module.css'

type Waiting = { email: string; letters: number; lastLetterAt: Instant | null; nextFrom: string }
type Standing = { invitation: 'waiting' | 'accepted' | 'declined' | null; waiting: Waiting | null }

const invitationQuery = (practiceId: string, personId: string) =>
  queryOptions({
    queryKey: ['practice', practiceId, 'invitation', personId],
    queryFn: () =>
      answerOf<Standing>(
        api.GET('/api/practices/{practiceId}/clients/{personId}/invitation', {
          params: { path: { practiceId, personId } },
        }),
      ),
  })

/** How the invitation of a client stands, when the last letter went, and another one for whoever lost it. */
export function ClientInvitation({ personId, place }: { personId: string; place: Place }) {
  const { practiceId, now, zone } = place
  const standing = useQuery(invitationQuery(practiceId, personId))
  const again = useDeed<Record<string, never>, Waiting>((body, key) =>
    answerOf<Waiting>(
      api.POST('/api/practices/{practiceId}/clients/{personId}/invitation-letters', {
        params: { path: { practiceId, personId } },
        headers: { 'Idempotency-Key': key },
        body,
      }),
    ),
  )
  if (standing.data?.invitation === 'declined') {
    return <p className={rows.sub}>They declined the invitation. What your practice knows of them stays yours.</p>
  }
  const waits = standing.data?.waiting ?? null
  if (waits === null) return null
  const isOpen = waits.nextFrom === 'now' || (waits.nextFrom !== 'never' && waits.nextFrom <= now)
  return (
    <>
      <p className={rows.sub}>
        Invited, and no answer yet. {sayLetters(waits, zone)}{' '}
        {waits.nextFrom === 'never'
          ? 'That is the most there may be: ask them in person.'
          : isOpen
            ? 'A new letter has a new link; the former one opens nothing any more.'
            : `Another one can go from ${sayMoment(waits.nextFrom as Instant, zone)}.`}
      </p>
      {again.trouble ? <TroubleNotice trouble={again.trouble} deed="the letter" /> : null}
      {again.answer ? <p role="status">The letter is on its way.</p> : null}
      {isOpen ? (
        <Button variant="default" loading={again.busy} onClick={() => again.act({})}>
          {waits.letters === 0 ? 'Send the invitation' : 'Send the invitation again'}
        </Button>
      ) : null}
    </>
  )
}

function sayLetters({ letters, lastLetterAt }: Waiting, zone: string): string {
  if (lastLetterAt === null) return 'No letter with a link went to them so far.'
  const last = sayMoment(lastLetterAt, zone)
  return letters === 1 ? `The letter went on ${last}.` : `${sayCount(letters)} letters went, the last one on ${last}.`
}
