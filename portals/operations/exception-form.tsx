import { Button, Checkbox, SegmentedControl, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import { isCalendarDate } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import { Dialog } from '../design/dialog.tsx'
import page from '../design/page.module.css'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import styles from './follow-ups.module.css'
import { useOperatorClock } from './use-operator-clock.ts'

type Kind = 'away' | 'extra'
type Body = {
  kind: Kind
  from: string
  lastDay: string
  starts: string | null
  stops: string | null
  words: string | null
}

/** Days away, whole or in part, or hours of calls beyond the week. */
export function ExceptionForm({ memberId }: { memberId: string }) {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <div className={styles.deeds}>
        <Button variant="default" onClick={open}>
          Add days
        </Button>
      </div>
      <Dialog name="Days away or further hours" opened={opened} close={close}>
        <Fields memberId={memberId} close={close} />
      </Dialog>
    </>
  )
}

function Fields({ memberId, close }: { memberId: string; close: () => void }) {
  const { today } = useOperatorClock()
  const [kind, setKind] = useState<Kind>('away')
  const [from, setFrom] = useState<string>(today)
  const [lastDay, setLastDay] = useState<string>(today)
  const [isWhole, setWhole] = useState(true)
  const [starts, setStarts] = useState('09:00')
  const [stops, setStops] = useState('12:00')
  const [words, setWords] = useState('')
  const add = useDeed<Body, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/operations/consultants/{memberId}/exceptions', {
          params: { path: { memberId } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    close,
  )
  const isTimed = kind === 'extra' || !isWhole
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isCalendarDate(from) || !isCalendarDate(lastDay)) return
    const times = isTimed ? { starts, stops } : { starts: null, stops: null }
    add.act({ kind, from, lastDay, ...times, words: words.trim() === '' ? null : words.trim() })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <SegmentedControl
        aria-label="What they are"
        fullWidth
        data={[
          { value: 'away', label: 'Away' },
          { value: 'extra', label: 'Further hours' },
        ]}
        value={kind}
        onChange={(value) => setKind(value as Kind)}
      />
      <div className={page.two}>
        <TextInput
          type="date"
          label="First day"
          min={today}
          value={from}
          onChange={(event) => {
            setFrom(event.currentTarget.value)
            if (lastDay < event.currentTarget.value) setLastDay(event.currentTarget.value)
          }}
        />
        <TextInput
          type="date"
          label="Last day"
          min={from}
          value={lastDay}
          onChange={(event) => setLastDay(event.currentTarget.value)}
        />
      </div>
      {kind === 'away' ? (
        <Checkbox label="Whole days" checked={isWhole} onChange={(event) => setWhole(event.currentTarget.checked)} />
      ) : null}
      {isTimed ? (
        <div className={page.two}>
          <TextInput
            type="time"
            label="From"
            value={starts}
            onChange={(event) => setStarts(event.currentTarget.value)}
          />
          <TextInput
            type="time"
            label="Until"
            value={stops}
            onChange={(event) => setStops(event.currentTarget.value)}
          />
        </div>
      ) : null}
      <TextInput
        label="Why (optional; the staff read it)"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {add.trouble ? <TroubleNotice trouble={add.trouble} deed="the days" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={add.busy}>
          Add them
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
