import { Button, Radio, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { dateIn, timeIn } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import type { Modality } from '../contract.ts'
import page from '../design/page.module.css'
import { useDeed } from '../use-deed.ts'
import styles from './calendar.module.css'
import { conflictsQuery } from './calendar-queries.ts'
import { MeetsNotice, PlanTrouble } from './conflict-notice.tsx'
import { PlanTimes, readWanted, type Wanted, wantedOf } from './plan-times.tsx'
import type { About } from './planned-panel.tsx'
import { sayWhen } from './say-plan.ts'

export type Scope = 'this' | 'following' | 'all'

type Move = {
  version: number
  startsAt: string
  endsAt: string
  modality: Modality
  scope: Scope
  despite: string[]
}

/** Other times for a session, or with it for the rest of its series. */
export function MoveForm({ session, calendar, place, close }: About) {
  const { zone } = calendar
  const [wanted, setWanted] = useState<Wanted>(() =>
    wantedOf(session, dateIn(session.startsAt, zone), timeIn(session.startsAt, zone)),
  )
  const [modality, setModality] = useState<Modality>(session.modality)
  const [scope, setScope] = useState<Scope>('this')
  const [accepted, setAccepted] = useState(false)
  const path = { practiceId: place.practiceId, sessionId: session.id }
  const move = useDeed<Move, { count: number }>(
    (body, key) =>
      answerOf(
        api.POST('/api/practices/{practiceId}/sessions/{sessionId}/moves', {
          params: { path },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    close,
  )
  const read = readWanted(wanted, zone)
  const { memberId, personId } = session
  const isMoved = 'startsAt' in read && (read.startsAt !== session.startsAt || read.endsAt !== session.endsAt)
  const asked = isMoved ? { memberId, personId, ...read, except: session.id } : null
  const conflicts = useQuery(conflictsQuery(place.practiceId, asked)).data ?? []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!('startsAt' in read)) return
    const despite = accepted ? conflicts.map(({ code }) => code) : []
    move.act({ version: session.version, ...read, modality, scope, despite })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <p className={styles.told}>
        {session.clientName}, now {sayWhen(session, zone)}.
      </p>
      <PlanTimes
        wanted={wanted}
        set={(change) => setWanted((before) => ({ ...before, ...change }))}
        zone={zone}
        trouble={'trouble' in read ? read : null}
      />
      <SegmentedControl
        aria-label="How do you meet?"
        value={modality}
        onChange={(chosen) => setModality(chosen as Modality)}
        data={[
          { value: 'telehealth', label: 'Virtual' },
          { value: 'in_person', label: 'In person' },
        ]}
      />
      {session.series === null ? null : <ScopeChoice scope={scope} choose={setScope} deed="Move" />}
      <MeetsNotice conflicts={asked === null ? [] : conflicts} accepted={accepted} accept={setAccepted} />
      {move.trouble ? <PlanTrouble trouble={move.trouble} deed="the new time" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={move.busy}>
          Reschedule
        </Button>
        <Button variant="default" onClick={close}>
          Leave it
        </Button>
      </div>
      <p className={styles.told}>The client gets a letter with the new time; it says nothing else.</p>
    </form>
  )
}

/** Of a series: this one, this and the following, or all that are still to come. */
export function ScopeChoice({ scope, choose, deed }: { scope: Scope; choose: (scope: Scope) => void; deed: string }) {
  return (
    <Radio.Group label={`${deed} which?`} value={scope} onChange={(chosen) => choose(chosen as Scope)}>
      <div className={styles.week}>
        <Radio value="this" label="This one" />
        <Radio value="following" label="This and the following" />
        <Radio value="all" label="All that are still to come" />
      </div>
    </Radio.Group>
  )
}
