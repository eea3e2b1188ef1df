import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type ChangeReason, changeReasons } from '../../business/sessions/change-reasons.ts'
import { sayDate, sayShortDate } from '../../business/visits/say-date.ts'
import { sayHour, sayWhen, sayZoneName } from '../../business/visits/say-moment.ts'
import { type CalendarDate, dateIn, type Instant } from '../../libraries/calendar/index.ts'
import { Icon } from '../design/icon.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { focusFirstWrong } from '../focus-first-wrong.ts'
import styles from './change.module.css'
import { changeWords } from './change-words.ts'
import { Choice } from './choice.tsx'
import parts from './client-part.module.css'
import { useClientPlace } from './client-place.ts'
import { useLanguage, useWords } from './messages.ts'
import { useAskForChange } from './use-ask-for-change.ts'
import { freeTimesQuery } from './visit-queries.ts'
import type { Upcoming } from './visits-contract.ts'

const mostTimes = 3

/** Asks to meet at another time: up to three of the clinician's free ones, or in words. */
export function AskToMove({ visit, close }: { visit: Upcoming; close: () => void }) {
  const { personId } = useClientPlace()
  const say = useWords(changeWords)
  const language = useLanguage()
  const [reason, setReason] = useState<ChangeReason | null>(null)
  const [message, setMessage] = useState('')
  const [proposed, setProposed] = useState<Instant[]>([])
  const [tried, setTried] = useState(false)
  const free = useQuery(freeTimesQuery(personId, visit.sessionId))
  const ask = useAskForChange(visit, close)
  const { clinicianName: clinician, practiceName: practice, zone } = visit
  const lacksTime = proposed.length === 0 && message.trim() === ''
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (reason === null || lacksTime) return focusFirstWrong(event.currentTarget)
    ask.act({ kind: 'move', reason, message: message.trim() || null, proposed: proposed.toSorted() })
  }
  return (
    <form className={parts.form} onSubmit={send} noValidate>
      <p className={parts.said}>
        {say('about', { when: sayWhen(language, visit.startsAt, zone), clinician })} {say('moveCosts')}
      </p>
      {free.error ? <TroubleNotice trouble={free.error} onRetry={() => void free.refetch()} /> : null}
      {free.data === undefined ? (
        free.error ? null : (
          <RowShapes rows={2} />
        )
      ) : (
        <FreeTimes times={free.data.times} zone={zone} clinician={clinician} chosen={proposed} choose={setProposed} />
      )}
      <Textarea
        label={say(free.data?.times.length === 0 ? 'onlyWhenYouCan' : 'whenYouCan')}
        description={`${say('whenYouCanHint')} ${say('messageHint', { practice })}`}
        autosize
        minRows={2}
        maxLength={500}
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
        error={tried && lacksTime ? say('lackTime') : undefined}
      />
      <Choice
        asks={say('whyMove')}
        options={changeReasons.map((value) => ({ value, name: say(value) }))}
        value={reason}
        onChange={setReason}
        error={tried && reason === null ? say('lackReason') : undefined}
      />
      <p className={parts.hint}>{say('whatThen', { clinician })}</p>
      {ask.trouble ? <TroubleNotice trouble={ask.trouble} deed={say('deed')} /> : null}
      <div className={parts.actions}>
        <Button type="submit" loading={ask.busy}>
          {say('sendMove')}
        </Button>
        <Button variant="default" onClick={close}>
          {say('keepIt')}
        </Button>
      </div>
    </form>
  )
}

type FreeProps = {
  times: Instant[]
  zone: string
  clinician: string
  chosen: Instant[]
  choose: (times: Instant[]) => void
}

/** The free times of one day after another; what was chosen stays in sight. */
function FreeTimes({ times, zone, clinician, chosen, choose }: FreeProps) {
  const say = useWords(changeWords)
  const language = useLanguage()
  const days = [...Map.groupBy(times, (moment) => dateIn(moment, zone))]
  const [picked, setPicked] = useState<CalendarDate | null>(null)
  const [day, ofDay] = days.find(([each]) => each === picked) ?? days[0] ?? [null, []]
  if (day === null) return <p className={parts.said}>{say('noTimes')}</p>
  const toggle = (moment: Instant) =>
    choose(chosen.includes(moment) ? chosen.filter((each) => each !== moment) : [...chosen, moment])
  const isFull = chosen.length >= mostTimes
  return (
    <div className={styles.free}>
      <p className={parts.hint}>{say('chooseUpTo', { clinician })}</p>
      <NativeSelect
        label={say('day')}
        data={days.map(([each]) => ({ value: each, label: sayDate(language, each) }))}
        value={day}
        onChange={(event) => setPicked(event.currentTarget.value as CalendarDate)}
      />
      <fieldset className={styles.times}>
        <legend className={parts.legend}>
          {say('times', { day: sayShortDate(language, day), zone: sayZoneName(language, zone) })}
        </legend>
        {ofDay.map((moment) => {
          const isChosen = chosen.includes(moment)
          return (
            <button
              key={moment}
              type="button"
              aria-pressed={isChosen}
              disabled={isFull && !isChosen}
              onClick={() => toggle(moment)}
            >
              {sayHour(language, moment, zone)}
            </button>
          )
        })}
      </fieldset>
      {chosen.length === 0 ? null : (
        <ul className={styles.chosen} aria-label={say('chosen')}>
          {chosen.toSorted().map((moment) => {
            const when = `${sayShortDate(language, dateIn(moment, zone))}, ${sayHour(language, moment, zone)}`
            return (
              <li key={moment}>
                {when}
                <button type="button" aria-label={say('takeOut', { when })} onClick={() => toggle(moment)}>
                  <Icon name="x" small />
                </button>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
