import { Button, NumberInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { isCalendarDate } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { sayDay } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import styles from './follow-ups.module.css'
import type { Consultant } from './joining-queries.ts'
import { useOperatorClock } from './use-operator-clock.ts'

type Block = Consultant['weeks'][number]['blocks'][number]
type Body = { startsOn: string; callMinutes: number; blocks: Block[] }

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** A consultant's weekly hours from a day on; booked calls stay, and those that no longer fit are shown. */
export function ConsultantWeekForm({ consultant }: { consultant: Consultant }) {
  const { today } = useOperatorClock()
  const latest = consultant.weeks.at(-1)
  const [blocks, setBlocks] = useState<Block[]>(latest?.blocks ?? [])
  const [callMinutes, setCallMinutes] = useState(latest?.callMinutes ?? 30)
  const [startsOn, setStartsOn] = useState<string>(today)
  const save = useDeed<Body, unknown>((body, key) =>
    answerOf(
      api.POST('/api/operations/consultants/{memberId}/weeks', {
        params: { path: { memberId: consultant.memberId } },
        headers: { 'Idempotency-Key': key },
        body,
      }),
    ),
  )
  const change = (index: number, to: Partial<Block>) =>
    setBlocks((before) => before.map((block, at) => (at === index ? { ...block, ...to } : block)))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isCalendarDate(startsOn)) save.act({ startsOn, callMinutes, blocks })
  }
  return (
    <Section name="Weekly hours">
      <form className={page.form} onSubmit={submit} noValidate>
        <p className={page.quiet}>
          {latest === undefined
            ? 'None are set: nobody is offered a call with them.'
            : `${latest.startsOn > today ? 'They count from' : 'In force since'} ${sayDay(latest.startsOn)}.`}
        </p>
        <div className={[page.panel, page.pad].join(' ')}>
          {days.map((day, index) => (
            <Weekday
              key={day}
              day={day}
              blocks={blocks.map((block, at) => ({ block, at })).filter(({ block }) => block.weekday === index + 1)}
              change={change}
              add={() => setBlocks((before) => [...before, nextBlock(before, index + 1)])}
              remove={(at) => setBlocks((before) => before.filter((_, each) => each !== at))}
            />
          ))}
        </div>
        <div className={page.two}>
          <NumberInput
            label="Minutes of a call"
            min={10}
            max={120}
            step={5}
            allowDecimal={false}
            value={callMinutes}
            onChange={(value) => setCallMinutes(Number(value) || 0)}
          />
          <TextInput
            type="date"
            label="From which day"
            min={today}
            value={startsOn}
            onChange={(event) => setStartsOn(event.currentTarget.value)}
          />
        </div>
        {save.trouble ? <TroubleNotice trouble={save.trouble} deed="the hours" /> : null}
        <div className={page.buttons}>
          <Button type="submit" loading={save.busy}>
            Save the hours
          </Button>
        </div>
      </form>
    </Section>
  )
}

function nextBlock(blocks: readonly Block[], weekday: number): Block {
  const last = blocks.filter((block) => block.weekday === weekday).at(-1)
  if (last === undefined) return { weekday, starts: '10:00', stops: '12:00' }
  const hour = Math.min(21, Number(last.stops.slice(0, 2)) + 1)
  return { weekday, starts: `${String(hour).padStart(2, '0')}:00`, stops: `${String(hour + 2).padStart(2, '0')}:00` }
}

type WeekdayProps = {
  day: string
  blocks: { block: Block; at: number }[]
  change: (at: number, to: Partial<Block>) => void
  add: () => void
  remove: (at: number) => void
}

function Weekday({ day, blocks, change, add, remove }: WeekdayProps) {
  return (
    <div className={styles.week}>
      <b>{day}</b>
      <div className={styles.blocks}>
        {blocks.map(({ block, at }) => (
          <div key={at} className={styles.block}>
            <TextInput
              type="time"
              aria-label={`${day} from`}
              value={block.starts}
              onChange={(event) => change(at, { starts: event.currentTarget.value })}
            />
            <span>to</span>
            <TextInput
              type="time"
              aria-label={`${day} until`}
              value={block.stops}
              onChange={(event) => change(at, { stops: event.currentTarget.value })}
            />
            <Button
              variant="subtle"
              onClick={() => remove(at)}
              aria-label={`Remove ${block.starts} to ${block.stops} of ${day}`}
            >
              <Icon name="x" small />
            </Button>
          </div>
        ))}
        <Button variant="subtle" onClick={add}>
          Add hours on {day}
        </Button>
      </div>
    </div>
  )
}
