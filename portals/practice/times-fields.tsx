import { TextInput } from '@mantine/core'
import { minutesBetween } from '../../libraries/calendar/index.ts'
import page from '../design/page.module.css'
import { sayZone } from '../design/say-day.ts'
import type { Draft } from './confirm-draft.ts'
import type { PlannedTimes, TimesRead } from './read-times.ts'

type Props = {
  draft: Draft
  set: (change: Partial<PlannedTimes>) => void
  times: TimesRead
  zone: string
  clientName: string
}

/** When the session really started and stopped, on the practice's wall. */
export function TimesFields({ draft, set, times, zone, clientName }: Props) {
  const trouble = 'trouble' in times ? times : null
  return (
    <fieldset>
      <legend className={page.vh}>When it took place</legend>
      <div className={page.times}>
        <TextInput
          type="time"
          label="Started"
          value={draft.start}
          onChange={(event) => set({ start: event.currentTarget.value })}
          error={trouble?.field === 'start' ? trouble.trouble : undefined}
        />
        <TextInput
          type="time"
          label="Ended"
          value={draft.end}
          onChange={(event) => set({ end: event.currentTarget.value })}
          error={trouble?.field === 'end' ? trouble.trouble : undefined}
        />
        <p className={page.out}>
          {'startsAt' in times ? (
            <>
              <b>{minutesBetween(times.startsAt, times.endsAt)} minutes</b> with {firstWord(clientName)},{' '}
              {sayZone(zone)}
            </>
          ) : (
            ''
          )}
        </p>
      </div>
    </fieldset>
  )
}

function firstWord(name: string): string {
  return name.split(' ')[0] ?? name
}
