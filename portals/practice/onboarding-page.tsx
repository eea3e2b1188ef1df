import { Button, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { answerOf, api } from '../api.ts'
import { ButtonLink } from '../design/button-link.tsx'
import { Dialog } from '../design/dialog.tsx'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { Papers } from './papers.tsx'
import { type Place, usePlace } from './practice-place.ts'
import rows from './rows.module.css'
import styles from './team.module.css'
import { type OnboardingItem, onboardingQuery } from './team-queries.ts'

const steps: Record<OnboardingItem['step'], { name: string; words: string; said: string }> = {
  profile: {
    name: 'Your profile',
    words: 'Who you are to clients: what you treat, how, and in which languages.',
    said: '',
  },
  licence: { name: 'License', words: 'State, kind and number; we check it with the board.', said: '' },
  npi: { name: 'NPI', words: 'Your number for claims.', said: '' },
  malpractice_insurance: {
    name: 'Malpractice insurance',
    words: 'A certificate of professional liability in your own name that is in force.',
    said: 'For example: carrier, policy number, in force until',
  },
  caqh: {
    name: 'CAQH',
    words: 'Your profile there is attested, and we may read it: most of credentialing comes from it.',
    said: 'For example: CAQH number, attested on',
  },
  bank_account: {
    name: 'Bank account',
    words: 'Where your pay goes; we prove it with a deposit of a few cents.',
    said: '',
  },
  agreement: {
    name: 'Agreement',
    words: 'Your rates and the terms, read and accepted.',
    said: 'For example: read and accepted',
  },
}

/** What a new practice still has to do, in the order in which it is best done. */
export function OnboardingPage() {
  const place = usePlace()
  const list = useQuery(onboardingQuery(place.practiceId))
  const open = list.data?.filter(({ done }) => !done).length ?? 0
  return (
    <>
      <PageHead name="Set up your practice" title="Set up your practice">
        {list.data === undefined
          ? 'What we need before your first session can be billed.'
          : open === 0
            ? 'All is done. We tell you as soon as you can bill.'
            : `${open === 1 ? 'One step is' : `${open} steps are`} left. Credentialing begins with the first three, and costs nothing.`}
      </PageHead>
      {list.error ? (
        <TroubleNotice trouble={list.error} onRetry={() => void list.refetch()} />
      ) : list.data ? (
        <Section name="Steps">
          <ul className={[page.panel, styles.steps].join(' ')} aria-label="Steps">
            {list.data.map((item) => (
              <Step key={item.step} item={item} place={place} />
            ))}
          </ul>
        </Section>
      ) : (
        <RowShapes rows={5} />
      )}
      {place.membership.may.settings === 'change' ? <Papers place={place} /> : null}
    </>
  )
}

function Step({ item, place }: { item: OnboardingItem; place: Place }) {
  const { name, words } = steps[item.step]
  return (
    <li className={[rows.row, styles.step, item.done ? styles.done : ''].join(' ')}>
      <Icon name={item.done ? 'done' : 'wait'} small />
      <div>
        <h3>
          {name}
          <span className={page.vh}>{item.done ? ', done' : ', to do'}</span>
        </h3>
        <p className={rows.detail}>{item.words ?? words}</p>
      </div>
      {item.done ? null : <Remedy item={item} place={place} />}
    </li>
  )
}

function Remedy({ item, place }: { item: OnboardingItem; place: Place }) {
  const params = { practiceId: place.practiceId }
  if (item.step === 'bank_account') {
    return (
      <div className={styles.deeds}>
        <ButtonLink to="/practice/$practiceId/settings" params={params} search={{ part: 'bank' }} variant="default">
          Add bank account
        </ButtonLink>
      </div>
    )
  }
  if (item.by === 'we_see') return <p className={rows.detail}>We enter it with you</p>
  return <Mark item={item} place={place} />
}

function Mark({ item, place }: { item: OnboardingItem; place: Place }) {
  const [opened, { open, close }] = useDisclosure(false)
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState(false)
  const { name, said } = steps[item.step]
  const mark = useDeed<{ words: string }, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/practices/{practiceId}/onboarding/marks', {
          params: { path: { practiceId: place.practiceId } },
          headers: { 'Idempotency-Key': key },
          body: { ...body, step: item.step as 'profile' | 'malpractice_insurance' | 'caqh' | 'agreement' },
        }),
      ),
    close,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (words.trim() !== '') mark.act({ words })
  }
  return (
    <div className={styles.deeds}>
      <Button variant="default" onClick={open} aria-label={`Mark as done: ${name}`}>
        Mark as done
      </Button>
      <Dialog name={name} opened={opened} close={close}>
        <form className={page.form} onSubmit={submit} noValidate>
          <TextInput
            label="What was done"
            description={said === '' ? undefined : said}
            data-autofocus
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            error={asked && words.trim() === '' ? 'Say in a few words what was done.' : undefined}
          />
          {mark.trouble ? <TroubleNotice trouble={mark.trouble} deed="the step" /> : null}
          <div className={page.buttons}>
            <Button type="submit" loading={mark.busy}>
              Mark as done
            </Button>
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
          </div>
        </form>
      </Dialog>
    </div>
  )
}
