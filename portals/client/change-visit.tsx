import { Button } from '@mantine/core'
import { useState } from 'react'
import { sayShortDate } from '../../business/visits/say-date.ts'
import { sayHour, sayWhen } from '../../business/visits/say-moment.ts'
import { dateIn, type Instant } from '../../libraries/calendar/index.ts'
import { formatCents, zero } from '../../libraries/money/index.ts'
import { answerOf, api } from '../api.ts'
import { Dialog } from '../design/dialog.tsx'
import { Icon } from '../design/icon.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { AskToCancel } from './ask-to-cancel.tsx'
import { AskToMove } from './ask-to-move.tsx'
import styles from './change.module.css'
import { changeWords } from './change-words.ts'
import { useClientPlace } from './client-place.ts'
import { type Language, useLanguage, useWords } from './messages.ts'
import type { Upcoming } from './visits-contract.ts'

/** The two things that a client may ask of an appointment to come. */
export function ChangeButtons({ visit }: { visit: Upcoming }) {
  const say = useWords(changeWords)
  const language = useLanguage()
  const [asked, setAsked] = useState<'move' | 'cancel' | null>(null)
  if (!visit.mayAsk || visit.request?.standing === 'open') return null
  const when = sayWhen(language, visit.startsAt, visit.zone)
  const close = () => setAsked(null)
  return (
    <>
      <Button variant="default" aria-label={say('moveOn', { when })} onClick={() => setAsked('move')}>
        {say('move')}
      </Button>
      <Button variant="subtle" aria-label={say('cancelOn', { when })} onClick={() => setAsked('cancel')}>
        {say('cancel')}
      </Button>
      <Dialog name={say('moveTitle')} opened={asked === 'move'} close={close}>
        <AskToMove visit={visit} close={close} />
      </Dialog>
      <Dialog name={say('cancelTitle')} opened={asked === 'cancel'} close={close}>
        <AskToCancel visit={visit} close={close} />
      </Dialog>
    </>
  )
}

/** What the client asked of an appointment, who answers, and what was answered. */
export function ChangeStanding({ visit }: { visit: Upcoming }) {
  const say = useWords(changeWords)
  const { request, practiceName: practice } = visit
  if (request === null) return null
  if (request.standing === 'open') return <OpenRequest visit={visit} request={request} />
  if (request.standing === 'declined') {
    return (
      <div className={styles.answered}>
        <Icon name="wait" small />
        <div>
          <p>{say('declined', { practice })}</p>
          {request.words === null ? null : <blockquote>{request.words}</blockquote>}
        </div>
      </div>
    )
  }
  const moved = request.standing === 'accepted' ? say('movedAsAsked') : say('movedSince')
  if (request.kind !== 'move' || (request.standing !== 'accepted' && request.standing !== 'moved')) return null
  return (
    <div className={styles.answered}>
      <Icon name="done" small />
      <p>{moved}</p>
    </div>
  )
}

function OpenRequest({ visit, request }: { visit: Upcoming; request: NonNullable<Upcoming['request']> }) {
  const say = useWords(changeWords)
  const language = useLanguage()
  const { personId, zone: here } = useClientPlace()
  const { clinicianName: clinician, practiceName: practice, zone, sessionId } = visit
  const path = { personId, sessionId, requestId: request.id }
  const takeBack = useDeed<Record<string, never>, unknown>((body, key) =>
    answerOf(
      api.POST('/api/clients/{personId}/appointments/{sessionId}/change-requests/{requestId}/withdrawals', {
        params: { path },
        headers: { 'Idempotency-Key': key },
        body,
      }),
    ),
  )
  const day = sayShortDate(language, dateIn(request.askedAt, here))
  const times = sayTimes(language, request.proposed, zone, say('and'))
  return (
    <div className={styles.asked} role="status">
      <Icon name="wait" small />
      <div>
        <p>
          <b>{say(request.kind === 'cancel' ? 'openCancel' : 'openMove', { day })}</b>
          {request.proposed.length === 0 ? '' : ` ${say('openTimes', { times })}`}
        </p>
        {request.message === null ? null : <blockquote>{request.message}</blockquote>}
        {request.kind === 'cancel' && request.feeCents > zero ? (
          <p>{say('openFee', { clinician, amount: formatCents(request.feeCents) })}</p>
        ) : null}
        <p>{say('openStands', { clinician, practice })}</p>
        {takeBack.trouble ? <TroubleNotice trouble={takeBack.trouble} /> : null}
        <Button variant="default" loading={takeBack.busy} onClick={() => takeBack.act({})}>
          {say('takeBack')}
        </Button>
      </div>
    </div>
  )
}

/** "Wed, Apr 15, 4:00 PM, or Thu, Apr 16, 9:00 AM". */
function sayTimes(language: Language, moments: readonly Instant[], zone: string, or: string): string {
  const said = moments.map(
    (moment) => `${sayShortDate(language, dateIn(moment, zone))}, ${sayHour(language, moment, zone)}`,
  )
  return said.length < 2 ? said.join('') : `${said.slice(0, -1).join('; ')} ${or} ${said.at(-1)}`
}
