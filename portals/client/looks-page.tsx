import { Button, Checkbox } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../api.ts'
import { PageHead } from '../design/page-head.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import type { Looks } from './client-contract.ts'
import styles from './client-part.module.css'
import { useClientPlace } from './client-place.ts'
import looksStyles from './looks.module.css'
import { looksWords } from './looks-words.ts'
import { type Say, useLanguage, useWords } from './messages.ts'

type Key = keyof (typeof looksWords)['en']

/** Everyone who looked at this person's record or changed it: who, when, what and why; the newest first. */
export function LooksPage() {
  const { personId } = useClientPlace()
  const [own, setOwn] = useState(false)
  const say = useWords(looksWords)
  const looks = useInfiniteQuery({
    queryKey: ['client', personId, 'looks', own],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: before }) =>
      answerOf<Looks>(
        api.GET('/api/clients/{personId}/looks', {
          params: {
            path: { personId },
            query: { own: own ? 'true' : 'false', ...(before === undefined ? {} : { before }) },
          },
        }),
      ),
    getNextPageParam: (last) => (last.more ? last.looks.at(-1)?.id : undefined),
  })
  const rows = looks.data?.pages.flatMap((each) => each.looks)
  return (
    <>
      <PageHead name={say('title')} title={say('title')}>
        {say('lead')}
      </PageHead>
      <Checkbox
        mb={16}
        label={say('withOwn')}
        checked={own}
        onChange={(event) => setOwn(event.currentTarget.checked)}
      />
      {looks.error ? <TroubleNotice trouble={looks.error} onRetry={() => void looks.refetch()} /> : null}
      {rows === undefined && looks.error === null ? <RowShapes rows={5} /> : null}
      {rows?.length === 0 ? <p className={styles.said}>{say('none')}</p> : null}
      {rows !== undefined && rows.length > 0 ? (
        <div className={styles.panel}>
          <ul className={looksStyles.looks} aria-label={say('title')}>
            {rows.map((look) => (
              <Row key={look.id} look={look} say={say} />
            ))}
          </ul>
          {looks.hasNextPage ? (
            <div className={styles.actions}>
              <Button variant="default" loading={looks.isFetchingNextPage} onClick={() => void looks.fetchNextPage()}>
                {say('more')}
              </Button>
            </div>
          ) : null}
        </div>
      ) : null}
    </>
  )
}

function Row({ look, say }: { look: Looks['looks'][number]; say: Say<Key> }) {
  const { zone } = useClientPlace()
  const format = new Intl.DateTimeFormat(useLanguage() === 'en' ? 'en-US' : 'es-US', {
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: zone,
    timeZoneName: 'short',
  })
  const key = `role_${look.role}`
  const role = say(key in looksWords.en ? (key as Key) : 'role_former', { practice: look.practiceName })
  return (
    <li>
      <div>
        <b>{say(look.deed, { what: say(look.what) })}</b>
        <span>
          {look.by === null ? capital(role) : say('by', { name: look.by, role })}
          {look.reason === null ? '' : `. ${say('reason', { reason: look.reason })}`}
        </span>
      </div>
      <time dateTime={look.at}>{format.format(new Date(look.at))}</time>
    </li>
  )
}

function capital(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}
