import { Button, Select, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type QuestionReason, questionReasons } from '../../business/clients/question-reasons.ts'
import type { Instant } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import page from '../design/page.module.css'
import { sayMoment } from '../design/say-day.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { focusFirstWrong } from '../focus-first-wrong.ts'
import { useDeed } from '../use-deed.ts'
import styles from './coverage-form.module.css'
import { useOperatorClock } from './use-operator-clock.ts'

export type CoverageQuestion = {
  reason: QuestionReason
  words: string | null
  askedAt: Instant
  answer: { words: string | null; at: Instant } | null
}

/** As the client reads it, in English. */
const reasons: Record<QuestionReason, string> = {
  photo_unreadable: 'The picture of the card cannot be read',
  photo_missing: 'A picture of both sides is needed',
  member_unknown: 'The insurer does not know this member ID',
  name_differs: 'The name is not as the insurer has it',
  birth_date_differs: 'The date of birth is not as the insurer has it',
  other_plan: 'The card shows another plan than the one chosen',
  other: 'Another question, in your words',
}

/** Asks the client again: a reason in their language, and what else there is to say. The letter tells none of it. */
export function AskInsuranceAgain({
  policyId,
  personId,
  back,
  close,
}: {
  policyId: string
  personId: string
  back: () => void
  close: () => void
}) {
  const [reason, setReason] = useState<QuestionReason | null>(null)
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const ask = useDeed<{ personId: string; reason: QuestionReason; words: string | null }, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/operations/coverage-checks/{policyId}/questions', {
          params: { path: { policyId } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    close,
  )
  const said = words.trim() || null
  const lacksWords = reason === 'other' && said === null
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (reason === null || lacksWords) return focusFirstWrong(event.currentTarget)
    ask.act({ personId, reason, words: said })
  }
  return (
    <form className={page.form} onSubmit={send} noValidate>
      <Select
        label="What could not be confirmed"
        data={questionReasons.map((value) => ({ value, label: reasons[value] }))}
        value={reason}
        onChange={(chosen) => setReason(chosen as QuestionReason | null)}
        error={tried && reason === null ? 'Choose what it is.' : undefined}
      />
      <Textarea
        label="In your words"
        description="The client reads it at their checklist, as you write it. The reason above is said in their language."
        autosize
        minRows={2}
        maxLength={500}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        error={tried && lacksWords ? 'Say what your question is.' : undefined}
      />
      {ask.trouble ? <TroubleNotice trouble={ask.trouble} deed="the question" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={ask.busy}>
          Ask the client
        </Button>
        <Button variant="default" onClick={back}>
          Back
        </Button>
      </div>
    </form>
  )
}

/** What the client was asked before, and what they said. */
export function AskedBefore({ question: { reason, words, askedAt, answer } }: { question: CoverageQuestion }) {
  const { zone } = useOperatorClock()
  return (
    <div className={styles.asked}>
      <p>
        Asked on {sayMoment(askedAt, zone)}: {reasons[reason]}.{words === null ? '' : ` “${words}”`}
      </p>
      <p>
        {answer === null ? (
          'The client has not answered yet.'
        ) : (
          <>
            <b>Answered on {sayMoment(answer.at, zone)}:</b> {answer.words ?? 'another picture, above.'}
          </>
        )}
      </p>
    </div>
  )
}
