import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { answerOf, api } from '../api.ts'
import { Icon } from '../design/icon.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { CardPhotos } from './card-photos.tsx'
import styles from './change.module.css'
import type { Account, Policy } from './client-contract.ts'
import parts from './client-part.module.css'
import { useClientPlace } from './client-place.ts'
import { useWords } from './messages.ts'
import { questionWords } from './question-words.ts'

/** What could not be confirmed of the insurance that was entered: answered in words, with a picture, or entered anew. */
export function InsuranceQuestion({ policy, photos }: { policy: Policy; photos: Account['photos'] }) {
  const { personId } = useClientPlace()
  const say = useWords(questionWords)
  const [words, setWords] = useState('')
  const { question } = policy
  const answer = useDeed<{ words: string | null }, unknown>((body, key) =>
    answerOf(
      api.POST('/api/clients/{personId}/insurance-questions/{questionId}/answers', {
        params: { path: { personId, questionId: question?.id ?? '' } },
        headers: { 'Idempotency-Key': key },
        body,
      }),
    ),
  )
  if (question === null) return null
  if (question.isAnswered) return <p className={parts.said}>{say('answered')}</p>
  const send = (event: FormEvent) => {
    event.preventDefault()
    answer.act({ words: words.trim() || null })
  }
  return (
    <section className={[parts.panel, styles.questionPanel].join(' ')} aria-labelledby="insurance-question">
      <div className={styles.question}>
        <Icon name="lack" />
        <div>
          <h2 id="insurance-question">{say('title')}</h2>
          <p>{say(question.reason)}</p>
          {question.words === null ? null : <blockquote>{question.words}</blockquote>}
        </div>
      </div>
      <form className={parts.form} onSubmit={send} noValidate>
        <CardPhotos photos={photos} />
        <Textarea
          label={say('words')}
          description={say('wordsHint')}
          autosize
          minRows={2}
          maxLength={500}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {answer.trouble ? <TroubleNotice trouble={answer.trouble} deed={say('deed')} /> : null}
        <div className={parts.actions}>
          <Button type="submit" loading={answer.busy}>
            {say('send')}
          </Button>
        </div>
      </form>
    </section>
  )
}
