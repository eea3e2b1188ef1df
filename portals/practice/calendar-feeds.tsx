import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dateIn } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import page from '../design/page.module.css'
import { sayDay } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import styles from './calendar.module.css'
import { feedsQuery } from './calendar-queries.ts'
import type { Place } from './practice-place.ts'

/** Private addresses under which another calendar program fetches the sessions; each can be closed at any time. */
export function CalendarFeeds({ place, memberId }: { place: Place; memberId: string }) {
  const feeds = useQuery(feedsQuery(place.practiceId, memberId))
  const [address, setAddress] = useState<string | null>(null)
  const path = { practiceId: place.practiceId, memberId }
  const open = useDeed<{ token: string }, { id: string }>(
    (body, key) =>
      answerOf(
        api.POST('/api/practices/{practiceId}/members/{memberId}/calendar-feeds', {
          params: { path },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    (_, { token }) => setAddress(`${location.origin}/api/calendar-feeds/${token}.ics`),
  )
  const close = useDeed<{ feedId: string }, unknown>(
    ({ feedId }, key) =>
      answerOf(
        api.POST('/api/practices/{practiceId}/members/{memberId}/calendar-feeds/{feedId}/revocations', {
          params: { path: { ...path, feedId } },
          headers: { 'Idempotency-Key': key },
        }),
      ),
    () => setAddress(null),
  )
  const trouble = feeds.error ?? open.trouble ?? close.trouble
  return (
    <Section name="In another calendar">
      <div className={styles.week}>
        <p className={styles.told}>
          A private address shows your sessions in another calendar program: times only, no names and nothing of health.
          Whoever has it can read it, so give it to nobody; you can close it here.
        </p>
        {trouble ? <TroubleNotice trouble={trouble} /> : null}
        {address === null ? null : (
          <p>
            <b>Copy it now; it is shown only once:</b> <code className={styles.address}>{address}</code>
          </p>
        )}
        {(feeds.data ?? []).map(({ id, recordedAt }) => (
          <div key={id} className={styles.block}>
            <span>Open since {sayDay(dateIn(recordedAt, place.zone))}</span>
            <Button variant="default" loading={close.busy} onClick={() => close.act({ feedId: id })}>
              Close this address
            </Button>
          </div>
        ))}
        <div className={page.buttons}>
          <Button variant="default" loading={open.busy} onClick={() => open.act({ token: freshToken() })}>
            Make a private address
          </Button>
        </div>
      </div>
    </Section>
  )
}

/** 256 random bits, as a text that may stand in an address. */
function freshToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
