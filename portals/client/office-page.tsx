import { Button, TextInput } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Instant } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import { PageHead } from '../design/page-head.tsx'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { focusFirstWrong } from '../focus-first-wrong.ts'
import { meQuery } from '../queries.ts'
import { useDeed } from '../use-deed.ts'
import styles from './client-part.module.css'
import { useWords } from './messages.ts'
import { officeWords } from './office-words.ts'

type Asked = {
  id: string
  practiceTold: string
  askedAt: Instant
  state: 'looking_for_practice' | 'waits_for_owner' | 'approved' | 'declined'
  practiceName: string | null
}

const requestsQuery = queryOptions({
  queryKey: ['me', 'admin-requests'],
  queryFn: () => answerOf<Asked[]>(api.GET('/api/me/admin-requests')),
})

/** Somebody who treats nobody asks, with their own account, for access to a practice's office. */
export function OfficePage() {
  const say = useWords(officeWords)
  const requests = useQuery(requestsQuery)
  const isOpen = requests.data?.some(({ state }) => state === 'looking_for_practice' || state === 'waits_for_owner')
  return (
    <>
      <PageHead name={say('title')} title={say('title')}>
        {say('lead')}
      </PageHead>
      {requests.error ? (
        <TroubleNotice trouble={requests.error} onRetry={() => void requests.refetch()} />
      ) : requests.data === undefined ? (
        <RowShapes rows={2} />
      ) : (
        <>
          {requests.data.length > 0 ? (
            <Section name={say('asked')}>
              <ul className={styles.panel} aria-label={say('asked')}>
                {requests.data.map((each) => (
                  <li key={each.id} className={styles.said}>
                    <b>{each.practiceName ?? each.practiceTold}</b>
                    <br />
                    {say(each.state, { practice: each.practiceName ?? each.practiceTold })}
                  </li>
                ))}
              </ul>
            </Section>
          ) : null}
          {isOpen ? null : <AskForm />}
        </>
      )}
    </>
  )
}

function AskForm() {
  const say = useWords(officeWords)
  const me = useQuery(meQuery)
  const [name, setName] = useState(me.data?.user.name ?? '')
  const [practiceTold, setPracticeTold] = useState('')
  const [asked, setAsked] = useState(false)
  const ask = useDeed<{ name: string; practiceTold: string }, unknown>((body) =>
    answerOf(api.POST('/api/me/admin-requests', { body })),
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setAsked(true)
    if (name.trim() !== '' && practiceTold.trim() !== '') ask.act({ name, practiceTold })
    focusFirstWrong(event.currentTarget)
  }
  return (
    <Section name={say('ask')}>
      <form className={[styles.panel, styles.form].join(' ')} onSubmit={submit} noValidate>
        <TextInput
          label={say('name')}
          autoComplete="name"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={asked && name.trim() === '' ? say('missingName') : undefined}
        />
        <TextInput
          label={say('practice')}
          autoComplete="off"
          value={practiceTold}
          onChange={(event) => setPracticeTold(event.currentTarget.value)}
          error={asked && practiceTold.trim() === '' ? say('missingPractice') : undefined}
        />
        {ask.trouble ? <TroubleNotice trouble={ask.trouble} deed={say('deed')} /> : null}
        <div className={styles.actions}>
          <Button type="submit" loading={ask.busy}>
            {say('send')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
