import { Button, Select, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import {
  bankingDayAfter,
  bankingDayOnOrAfter,
  type CalendarDate,
  isCalendarDate,
} from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import { Dialog } from '../design/dialog.tsx'
import page from '../design/page.module.css'
import { sayDayFrom } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import styles from './follow-ups.module.css'
import type { ApplicationPage, FollowUp } from './joining-queries.ts'
import { sayDue, sayFollowUp, sayWhose } from './say-joining.ts'
import { useOperatorClock } from './use-operator-clock.ts'

/** What is owed to this applicant, and when: given by the news, or set by hand. */
export function FollowUps({ application }: { application: ApplicationPage }) {
  const [opened, { open, close }] = useDisclosure(false)
  const { followUps, state } = application
  return (
    <Section
      name="Follow-ups"
      remark={
        <Button variant="subtle" onClick={open}>
          Set a follow-up
        </Button>
      }
    >
      {followUps.length === 0 ? (
        <p className={page.quiet}>{state === 'call_booked' ? 'None is due: the call comes first.' : 'None is due.'}</p>
      ) : (
        <ul className={[page.panel, styles.list].join(' ')} aria-label="Follow-ups">
          {followUps.map((each) => (
            <OneFollowUp key={each.id} followUp={each} application={application} />
          ))}
        </ul>
      )}
      <Dialog name="Set a follow-up" opened={opened} close={close}>
        <SetForm applicationId={application.id} close={close} />
      </Dialog>
    </Section>
  )
}

type Deed =
  | { deed: 'snoozed'; dueOn: string }
  | { deed: 'done'; words: string }
  | { deed: 'handed_on'; memberId: string }

function useFollowUpDeed(applicationId: string, followUpId: string, close: () => void) {
  return useDeed<Deed, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/operations/joining/{applicationId}/follow-ups/{followUpId}/changes', {
          params: { path: { applicationId, followUpId } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    close,
  )
}

function OneFollowUp({ followUp, application }: { followUp: FollowUp; application: ApplicationPage }) {
  const { today } = useOperatorClock()
  const [what, setWhat] = useState<'done' | 'snooze' | 'hand_on' | null>(null)
  const close = () => setWhat(null)
  const name = sayFollowUp(followUp)
  const isDue = followUp.standing !== 'ahead'
  return (
    <li className={isDue ? [styles.row, styles.due].join(' ') : styles.row}>
      <div>
        <h3>{name}</h3>
        <p className={styles.detail}>
          <span className={isDue ? styles.need : undefined}>{sayDue(followUp, today)}</span>, {sayWhose(followUp)}
        </p>
      </div>
      <div className={page.buttons}>
        <Button variant="default" onClick={() => setWhat('done')} aria-label={`Done: ${name}`}>
          Done
        </Button>
        <Button variant="subtle" onClick={() => setWhat('snooze')} aria-label={`Snooze: ${name}`}>
          Snooze
        </Button>
        <Button variant="subtle" onClick={() => setWhat('hand_on')} aria-label={`Hand on: ${name}`}>
          Hand on
        </Button>
      </div>
      <Dialog name="What was done" opened={what === 'done'} close={close}>
        <DoneForm applicationId={application.id} followUpId={followUp.id} close={close} />
      </Dialog>
      <Dialog name="Snooze" opened={what === 'snooze'} close={close}>
        <SnoozeForm applicationId={application.id} followUpId={followUp.id} close={close} />
      </Dialog>
      <Dialog name="Hand on" opened={what === 'hand_on'} close={close}>
        <HandOnForm application={application} followUp={followUp} close={close} />
      </Dialog>
    </li>
  )
}

type FormProps = { applicationId: string; followUpId: string; close: () => void }

function DoneForm({ applicationId, followUpId, close }: FormProps) {
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState(false)
  const deed = useFollowUpDeed(applicationId, followUpId, close)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (words.trim() !== '') deed.act({ deed: 'done', words })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <TextInput
        label="How it went"
        data-autofocus
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        error={asked && words.trim() === '' ? 'Write a few words.' : undefined}
      />
      {deed.trouble ? <TroubleNotice trouble={deed.trouble} deed="the follow-up" /> : null}
      <Buttons name="Mark as done" busy={deed.busy} close={close} />
    </form>
  )
}

function SnoozeForm({ applicationId, followUpId, close }: FormProps) {
  const { today } = useOperatorClock()
  const [day, setDay] = useState<string>(bankingDayAfter(today))
  const deed = useFollowUpDeed(applicationId, followUpId, close)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isCalendarDate(day)) deed.act({ deed: 'snoozed', dueOn: day })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <DayField label="Until which day" day={day} setDay={setDay} />
      {deed.trouble ? <TroubleNotice trouble={deed.trouble} deed="the follow-up" /> : null}
      <Buttons name="Snooze" busy={deed.busy} close={close} />
    </form>
  )
}

function HandOnForm({
  application,
  followUp,
  close,
}: {
  application: ApplicationPage
  followUp: FollowUp
  close: () => void
}) {
  const others = application.consultants.filter(({ memberId }) => memberId !== followUp.memberId)
  const [memberId, setMemberId] = useState<string | null>(others[0]?.memberId ?? null)
  const deed = useFollowUpDeed(application.id, followUp.id, close)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (memberId !== null) deed.act({ deed: 'handed_on', memberId })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <Select
        label="To whom"
        allowDeselect={false}
        data={others.map((each) => ({ value: each.memberId, label: each.name }))}
        value={memberId}
        onChange={setMemberId}
      />
      {deed.trouble ? <TroubleNotice trouble={deed.trouble} deed="the follow-up" /> : null}
      <Buttons name="Hand on" busy={deed.busy} close={close} />
    </form>
  )
}

function SetForm({ applicationId, close }: { applicationId: string; close: () => void }) {
  const { today } = useOperatorClock()
  const [day, setDay] = useState<string>(bankingDayAfter(today))
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState(false)
  const set = useDeed<{ dueOn: string; words: string }, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/operations/joining/{applicationId}/follow-ups', {
          params: { path: { applicationId } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    close,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (words.trim() !== '' && isCalendarDate(day)) set.act({ dueOn: day, words })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <TextInput
        label="What is to be done"
        data-autofocus
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        error={asked && words.trim() === '' ? 'Write a few words.' : undefined}
      />
      <DayField label="On which day" day={day} setDay={setDay} />
      {set.trouble ? <TroubleNotice trouble={set.trouble} deed="the follow-up" /> : null}
      <Buttons name="Set it" busy={set.busy} close={close} />
    </form>
  )
}

function DayField({ label, day, setDay }: { label: string; day: string; setDay: (day: string) => void }) {
  const { today } = useOperatorClock()
  const after = (count: number): CalendarDate =>
    Array.from({ length: count }).reduce<CalendarDate>((each) => bankingDayAfter(each), bankingDayOnOrAfter(today))
  const isFree = isCalendarDate(day) && bankingDayOnOrAfter(day) !== day
  return (
    <div>
      <TextInput
        type="date"
        label={label}
        min={today}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
        error={isFree ? `No business day. The next one is ${sayDayFrom(today, bankingDayOnOrAfter(day))}.` : undefined}
      />
      <div className={[page.buttons, styles.quick].join(' ')}>
        {[1, 3, 5, 10].map((count) => (
          <Button key={count} variant="subtle" onClick={() => setDay(after(count))}>
            {count === 1 ? 'Next business day' : `In ${count} business days`}
          </Button>
        ))}
      </div>
    </div>
  )
}

function Buttons({ name, busy, close }: { name: string; busy: boolean; close: () => void }) {
  return (
    <div className={page.buttons}>
      <Button type="submit" loading={busy}>
        {name}
      </Button>
      <Button variant="default" onClick={close}>
        Cancel
      </Button>
    </div>
  )
}
