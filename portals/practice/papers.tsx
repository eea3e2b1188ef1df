import { Button, FileButton, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { isCalendarDate } from '../../libraries/calendar/index.ts'
import { Dialog } from '../design/dialog.tsx'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { sayPaper, sayPaperState } from '../design/say-paper.ts'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { sendFile } from '../send-file.ts'
import { useDeed } from '../use-deed.ts'
import type { Place } from './practice-place.ts'
import rows from './rows.module.css'
import styles from './team.module.css'
import { type Paper, papersQuery } from './team-queries.ts'

/** The papers that we ask for: each is sent as a picture or PDF, looked at by us, and sent again before it ends. */
export function Papers({ place }: { place: Place }) {
  const papers = useQuery(papersQuery(place.practiceId))
  return (
    <Section name="Papers" className={page.after} remark={<p>A photo or a PDF of each</p>}>
      {papers.error ? (
        <TroubleNotice trouble={papers.error} onRetry={() => void papers.refetch()} />
      ) : papers.data ? (
        <ul className={[page.panel, styles.steps].join(' ')} aria-label="Papers">
          {papers.data.map((paper) => (
            <OnePaper key={`${paper.kind} ${paper.memberId ?? ''}`} paper={paper} place={place} />
          ))}
        </ul>
      ) : (
        <RowShapes rows={4} />
      )}
    </Section>
  )
}

function OnePaper({ paper, place }: { paper: Paper; place: Place }) {
  const [opened, { open, close }] = useDisclosure(false)
  const { kind, memberName, state, endsOn, words, waiting, document } = paper
  const isDone = state === 'accepted'
  const isNeeded = state === 'asked_again' || state === 'ended' || state === 'ends_soon'
  const name = memberName === null ? sayPaper(kind) : `${sayPaper(kind)}, ${memberName}`
  const newest = waiting ?? document
  return (
    <li className={[rows.row, styles.step, isDone ? styles.done : '', isNeeded ? styles.asks : ''].join(' ')}>
      <Icon name={isDone ? 'done' : 'wait'} small />
      <div>
        <h3>{name}</h3>
        <p className={isNeeded ? [rows.detail, rows.need].join(' ') : rows.detail}>{sayPaperState(state, endsOn)}</p>
        {waiting !== null && state !== 'waits' ? <p className={rows.detail}>The next one is with us.</p> : null}
        {words === null ? null : <p className={rows.detail}>{words}</p>}
        {newest === null ? null : (
          <p className={rows.detail}>
            <a href={`/api/practices/${place.practiceId}/documents/${newest.id}`} download>
              What you sent<span className={page.vh}>: {name}</span>
            </a>
          </p>
        )}
      </div>
      <div className={styles.deeds}>
        <Button
          variant="default"
          onClick={open}
          aria-label={`${newest === null ? 'Send it' : 'Send another'}: ${name}`}
        >
          {newest === null ? 'Send it' : 'Send another'}
        </Button>
      </div>
      <Dialog name={name} opened={opened} close={close}>
        <SendForm paper={paper} place={place} close={close} />
      </Dialog>
    </li>
  )
}

const hints: Record<Paper['kind'], string> = {
  licence: 'The whole page, with number and end in sight.',
  malpractice: 'The certificate with your name, the carrier and the dates.',
  w9: 'Signed; the name and number that your pay is reported under.',
  bank_proof: 'A check marked void, or a letter of the bank with the account’s last digits and its holder.',
}

function SendForm({ paper, place, close }: { paper: Paper; place: Place; close: () => void }) {
  const [endsOn, setEndsOn] = useState('')
  const [asked, setAsked] = useState(false)
  const [fileName, setFileName] = useState<string | null>(null)
  const chosen = useRef<File | null>(null)
  const send = useDeed<{ name: string | null; at: number; size: number; endsOn: string }, unknown>(
    (_, key) => sendFile(pathOf(paper, place, endsOn), chosen.current, key),
    close,
  )
  const hasEnd = !paper.ends || isCalendarDate(endsOn)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    const file = chosen.current
    if (file === null || !hasEnd) return
    send.act({ name: fileName, at: file.lastModified, size: file.size, endsOn })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <p>{hints[paper.kind]}</p>
      <div>
        <FileButton
          onChange={(file) => {
            chosen.current = file
            setFileName(file?.name ?? null)
            send.forget()
          }}
          accept="image/jpeg,image/png,image/heic,application/pdf"
        >
          {(props) => (
            <Button variant="default" {...props}>
              {fileName === null ? 'Choose the file' : 'Choose another file'}
            </Button>
          )}
        </FileButton>
        <p className={asked && fileName === null ? [page.hint, page.no].join(' ') : page.hint} role="status">
          {fileName ?? (asked ? 'Choose the file first.' : 'JPEG, PNG, HEIC or PDF, 8 MB at most')}
        </p>
      </div>
      {paper.ends ? (
        <TextInput
          type="date"
          label="In force until"
          description="The last day that stands in it"
          value={endsOn}
          onChange={(event) => setEndsOn(event.currentTarget.value)}
          error={asked && !hasEnd ? 'Enter the last day.' : undefined}
        />
      ) : null}
      {send.trouble ? <TroubleNotice trouble={send.trouble} deed="the paper" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={send.busy}>
          Send it
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

function pathOf({ kind, memberId, ends }: Paper, { practiceId }: Place, endsOn: string): string {
  const about = new URLSearchParams({
    kind,
    ...(memberId === null ? {} : { memberId }),
    ...(ends ? { endsOn } : {}),
  })
  return `/api/practices/${practiceId}/documents?${about}`
}
