import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type ChangeReason, changeReasons } from '../../business/sessions/change-reasons.ts'
import { sayWhen } from '../../business/visits/say-moment.ts'
import { formatCents, zero } from '../../libraries/money/index.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { focusFirstWrong } from '../focus-first-wrong.ts'
import styles from './change.module.css'
import { changeWords, type SayChange } from './change-words.ts'
import { Choice } from './choice.tsx'
import parts from './client-part.module.css'
import { type Language, useLanguage, useWords } from './messages.ts'
import { useAskForChange } from './use-ask-for-change.ts'
import type { Upcoming } from './visits-contract.ts'

/** Asks to call an appointment off: first what it costs and until when it would not, then why. */
export function AskToCancel({ visit, close }: { visit: Upcoming; close: () => void }) {
  const say = useWords(changeWords)
  const language = useLanguage()
  const [reason, setReason] = useState<ChangeReason | null>(null)
  const [message, setMessage] = useState('')
  const [tried, setTried] = useState(false)
  const ask = useAskForChange(visit, close)
  const { clinicianName: clinician, practiceName: practice, cancelNowCents } = visit
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (reason === null) return focusFirstWrong(event.currentTarget)
    ask.act({ kind: 'cancel', reason, message: message.trim() || null, proposed: [] })
  }
  const amount = formatCents(cancelNowCents)
  return (
    <form className={parts.form} onSubmit={send} noValidate>
      <p className={parts.said}>{say('about', { when: sayWhen(language, visit.startsAt, visit.zone), clinician })}</p>
      <Price visit={visit} say={say} language={language} />
      <Choice
        asks={say('whyCancel')}
        options={changeReasons.map((value) => ({ value, name: say(value) }))}
        value={reason}
        onChange={setReason}
        error={tried && reason === null ? say('lackReason') : undefined}
      />
      <Textarea
        label={say('message', { clinician })}
        description={say('messageHint', { practice })}
        autosize
        minRows={2}
        maxLength={500}
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
      />
      <p className={parts.hint}>{say('whatThen', { clinician })}</p>
      {ask.trouble ? <TroubleNotice trouble={ask.trouble} deed={say('deed')} /> : null}
      <div className={parts.actions}>
        <Button type="submit" loading={ask.busy}>
          {cancelNowCents === zero ? say('sendCancel') : say('sendCancelFor', { amount })}
        </Button>
        <Button variant="default" onClick={close}>
          {say('keepIt')}
        </Button>
      </div>
    </form>
  )
}

/** What calling it off costs at this moment, before anything is asked. */
function Price({ visit, say, language }: { visit: Upcoming; say: SayChange; language: Language }) {
  const { policy, zone, cancelNowCents, practiceName: practice } = visit
  if (policy === null) return <p className={styles.price}>{say('freeAlways')}</p>
  const when = sayWhen(language, policy.freeUntil, zone)
  if (cancelNowCents === zero) {
    return (
      <div className={styles.price}>
        <p>
          <b>{say('freeNow', { when })}</b>
        </p>
        <p>{say('heldToNow')}</p>
      </div>
    )
  }
  return (
    <div className={styles.price}>
      <p>
        <b>{say('costsNow', { amount: formatCents(cancelNowCents) })}</b>
      </p>
      <p>{say('costsWhy', { when, practice })}</p>
    </div>
  )
}
