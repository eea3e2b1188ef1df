import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Fragment, useState } from 'react'
import { PageHead } from '../design/page-head.tsx'
import { sayMoment } from '../design/say-day.ts'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { storyClockQuery } from '../queries.ts'
import styles from './demonstration.module.css'
import { DemonstrationFrame } from './demonstration-frame.tsx'
import { type Letter, lettersQuery, mostLetters } from './demonstration-queries.ts'

/** Every letter that the system sent: in a demonstration nobody else reads them. */
export function MailboxPage() {
  const [find, setFind] = useState('')
  const letters = useQuery(lettersQuery(useDebouncedValue(find, 250)[0]))
  const clock = useQuery(storyClockQuery)
  const { letter: chosen } = useSearch({ from: '/mailbox' })
  const zone = clock.data?.zone ?? 'America/New_York'
  const all = letters.data ?? []
  const open = all.find(({ id }) => id === chosen) ?? null
  return (
    <DemonstrationFrame>
      <PageHead name="Mailbox" title="Mailbox">
        Every letter that the system sent. In real life it would go by e‑mail; here you read it for whom it is for, and
        its links work.
      </PageHead>
      {letters.error ? <TroubleNotice trouble={letters.error} onRetry={() => void letters.refetch()} /> : null}
      {letters.isPending ? <RowShapes rows={6} /> : null}
      {letters.data === undefined || (all.length === 0 && find === '') ? null : (
        <TextInput
          className={styles.find}
          type="search"
          label="Find a letter"
          description={sayCount(all.length, find)}
          placeholder="To whom, or about what: reminder, invoice, june"
          value={find}
          onChange={(event) => setFind(event.currentTarget.value)}
        />
      )}
      {letters.data !== undefined && all.length === 0 ? (
        <p className={styles.empty}>
          {find === ''
            ? 'No letter has been sent yet. Move the clock, or sign up as a client: the letter to confirm the address comes here.'
            : 'No letter is to or about this. Try a part of a name, or one word of the subject.'}
        </p>
      ) : null}
      {all.length > 0 ? (
        <div className={styles.mailbox}>
          <nav aria-label="Letters" className={open === null ? undefined : styles.aside}>
            <ul className={styles.letters}>
              {all.map((letter) => (
                <li key={letter.id}>
                  <Link
                    to="/mailbox"
                    search={{ letter: letter.id }}
                    aria-current={letter.id === chosen ? 'true' : undefined}
                    className={styles.letterRow}
                  >
                    <b>{letter.subject}</b>
                    <span>{letter.to}</span>
                    <time dateTime={letter.recordedAt}>{sayMoment(letter.recordedAt, zone)}</time>
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          {open === null ? (
            <p className={styles.empty}>Choose a letter to read it.</p>
          ) : (
            <OpenLetter letter={open} zone={zone} />
          )}
        </div>
      ) : null}
    </DemonstrationFrame>
  )
}

function sayCount(count: number, find: string): string {
  if (count >= mostLetters) return `The latest ${mostLetters}. What is older is found by its words.`
  if (count === 0) return ''
  const letters = count === 1 ? 'One letter' : `${count} letters`
  return find === '' ? `${letters}, the latest first.` : `${letters} found.`
}

function OpenLetter({ letter, zone }: { letter: Letter; zone: string }) {
  return (
    <article className={styles.letter} aria-labelledby="subject">
      <p className={styles.back}>
        <Link to="/mailbox" search={{}}>
          All letters
        </Link>
      </p>
      <h2 id="subject">{letter.subject}</h2>
      <dl>
        <dt>To</dt>
        <dd>{letter.to}</dd>
        <dt>From</dt>
        <dd>{letter.from}</dd>
        <dt>Sent</dt>
        <dd>{sayMoment(letter.recordedAt, zone)}</dd>
      </dl>
      <div className={styles.body}>
        <WithLinks text={letter.body} />
      </div>
    </article>
  )
}

/** The text with its addresses as links; one of our own opens here. */
function WithLinks({ text }: { text: string }) {
  const parts = text.split(/(https?:\/\/[^\s<>"]+)/)
  return parts.map((part, at) => {
    const key = `${at} ${part.length}`
    if (at % 2 === 0) return <Fragment key={key}>{part}</Fragment>
    const path = part.replace(/^https?:\/\/(localhost|127\.0\.0\.1)(:\d+)?/, '')
    return (
      <a key={key} href={path.startsWith('/') ? path : part}>
        {part}
      </a>
    )
  })
}
