import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { addDays, isCalendarDate, timeIn } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import type { Client, Member, Modality, NewSession } from '../contract.ts'
import { Crumbs } from '../design/crumbs.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDay, sayZone } from '../design/say-day.ts'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { clientsQuery, membersQuery } from '../queries.ts'
import { useDeed } from '../use-deed.ts'
import { type Place, usePlace } from './practice-place.ts'
import { hourAfter, type PlannedTimes, readTimes } from './read-times.ts'
import { Readiness } from './readiness.tsx'

const route = getRouteApi('/practice/$practiceId/sessions/add')

/** Add session: client, clinician, day and times as the practice's wall clock shows them. */
export function AddSessionPage() {
  const place = usePlace()
  const clients = useQuery(clientsQuery(place.practiceId))
  const members = useQuery(membersQuery(place.practiceId))
  const trouble = clients.error ?? members.error
  return (
    <>
      <Crumbs practiceId={place.practiceId} here="Add" />
      <PageHead name="Add session" title="Add session">
        One that you have held or planned. When it is over, you confirm it and its payday is fixed.
      </PageHead>
      {trouble ? (
        <TroubleNotice trouble={trouble} onRetry={() => void Promise.all([clients.refetch(), members.refetch()])} />
      ) : clients.data === undefined || members.data === undefined ? (
        <RowShapes />
      ) : clients.data.length === 0 ? (
        <div className={[page.panel, page.empty].join(' ')}>
          <h2>No client is on your list yet</h2>
          <p>A session needs a client with a plan. Ask the operator to put your first client on your list.</p>
        </div>
      ) : (
        <AddSessionForm clients={clients.data} members={members.data} place={place} />
      )}
    </>
  )
}

type Fields = { personId: string | null; memberId: string | null; modality: Modality } & PlannedTimes

function AddSessionForm({ clients, members, place }: { clients: Client[]; members: Member[]; place: Place }) {
  const navigate = useNavigate()
  const clinicians = cliniciansFor(place, members)
  const { client: asked = null, on } = route.useSearch()
  const known = clients.some(({ personId }) => personId === asked) ? asked : null
  const [fields, setFields] = useState<Fields>(() => ({
    ...firstFields(clinicians, place),
    ...(on === undefined ? {} : { day: on }),
    personId: known,
  }))
  const [tried, setTried] = useState(false)
  const set = (change: Partial<Fields>) => setFields((before) => ({ ...before, ...change }))
  const params = { path: { practiceId: place.practiceId } }
  const add = useDeed<NewSession, { id: string }>(
    (body, key) =>
      answerOf(
        api.POST('/api/practices/{practiceId}/sessions', {
          params,
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    ({ id }) =>
      navigate({
        to: '/practice/$practiceId/sessions/$sessionId',
        params: { practiceId: place.practiceId, sessionId: id },
      }),
  )
  const times = readTimes(fields, place.zone)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const { personId, memberId, modality } = fields
    if (personId && memberId && 'startsAt' in times) add.act({ personId, memberId, modality, ...times })
  }
  const client = clients.find((each) => each.personId === fields.personId)
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <div className={page.two}>
        <Select
          label="Client"
          placeholder="Search by name"
          searchable
          required
          withAsterisk={false}
          data={clients.map((each) => ({ value: each.personId, label: each.name }))}
          value={fields.personId}
          onChange={(personId) => set({ personId })}
          nothingFoundMessage="No client of that name is on your list."
          error={tried && !fields.personId ? 'Say whom the session is with.' : undefined}
        />
        <Select
          label="Clinician"
          placeholder="Who holds it"
          required
          withAsterisk={false}
          allowDeselect={false}
          data={clinicians}
          value={fields.memberId}
          onChange={(memberId) => set({ memberId })}
          error={tried && !fields.memberId ? 'Say who holds the session.' : undefined}
        />
      </div>
      {client ? <Readiness client={client} /> : null}
      <WhenFields fields={fields} set={set} place={place} trouble={'trouble' in times && tried ? times : null} />
      <div>
        <span className={page.legend} id="modality">
          How do you meet?
        </span>
        <SegmentedControl
          aria-labelledby="modality"
          value={fields.modality}
          onChange={(modality) => set({ modality: modality as Modality })}
          data={[
            { value: 'telehealth', label: 'Virtual' },
            { value: 'in_person', label: 'In person' },
          ]}
        />
      </div>
      {add.trouble ? <TroubleNotice trouble={add.trouble} deed="the session" /> : null}
      <div className={page.submit}>
        <p>Adding a session bills nothing and tells nobody.</p>
        <div className={page.buttons}>
          <Button type="submit" loading={add.busy}>
            Add session
          </Button>
        </div>
      </div>
    </form>
  )
}

type WhenProps = {
  fields: Fields
  set: (change: Partial<Fields>) => void
  place: Place
  trouble: { field: 'day' | 'start' | 'end'; trouble: string } | null
}

function WhenFields({ fields, set, place, trouble }: WhenProps) {
  const errorOf = (field: 'day' | 'start' | 'end') => (trouble?.field === field ? trouble.trouble : undefined)
  return (
    <fieldset>
      <legend className={page.vh}>When</legend>
      <div className={page.when}>
        <TextInput
          type="date"
          label="Day"
          value={fields.day}
          max={addDays(place.today, 366)}
          onChange={(event) => set({ day: event.currentTarget.value })}
          error={errorOf('day')}
        />
        <TextInput
          type="time"
          label="Start"
          value={fields.start}
          onChange={(event) => {
            const start = event.currentTarget.value
            set({ start, end: hourAfter(start) ?? fields.end })
          }}
          error={errorOf('start')}
        />
        <TextInput
          type="time"
          label="End"
          value={fields.end}
          onChange={(event) => set({ end: event.currentTarget.value })}
          error={errorOf('end')}
        />
      </div>
      <p className={page.hint}>
        {isCalendarDate(fields.day) ? `${sayDay(fields.day)}. ` : ''}Times as your practice’s clock shows them,{' '}
        {sayZone(place.zone)}.
      </p>
    </fieldset>
  )
}

/** Clinicians add their own sessions; owners and administrators those of every clinician. */
function cliniciansFor({ membership }: Place, members: Member[]): { value: string; label: string }[] {
  const isOffered = ({ memberId, clinician, standing }: Member) =>
    clinician && standing === 'active' && (membership.may.planning === 'all' || memberId === membership.memberId)
  return members.filter(isOffered).map(({ memberId, name }) => ({ value: memberId, label: name }))
}

function firstFields(clinicians: { value: string }[], place: Place): Fields {
  const start = `${timeIn(place.now, place.zone).slice(0, 2)}:00`
  const only = clinicians.length === 1 ? clinicians[0] : undefined
  const own = clinicians.find((each) => each.value === (place.clinician ?? place.membership.memberId)) ?? only
  return {
    personId: null,
    memberId: own?.value ?? null,
    modality: 'telehealth',
    day: place.today,
    start,
    end: hourAfter(start) ?? start,
  }
}
