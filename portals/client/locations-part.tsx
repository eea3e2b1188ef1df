import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { checkAddress } from '../../business/practices/check-address.ts'
import { addDays } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import { Dialog } from '../design/dialog.tsx'
import { sayDay } from '../design/say-day.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { focusFirstWrong } from '../focus-first-wrong.ts'
import { useDeed } from '../use-deed.ts'
import { AddressPart, noAddress, sentAddress } from './address-part.tsx'
import type { ClientLocation } from './client-contract.ts'
import styles from './client-part.module.css'
import { useClientPlace } from './client-place.ts'

/** The places where the client is during sessions by video; a therapist may treat them only in states with a licence. */
export function LocationsPart({ locations }: { locations: readonly ClientLocation[] }) {
  const { today } = useClientPlace()
  const [asked, setAsked] = useState(false)
  const [leaving, setLeaving] = useState<ClientLocation | null>(null)
  return (
    <div className={styles.panel}>
      {locations.length === 0 ? (
        <p className={styles.said}>No place yet. Add where you are when you meet your therapist by video.</p>
      ) : (
        <ul className={styles.rows}>
          {locations.map((place) => (
            <li key={place.id}>
              <div>
                <b>{place.label}</b>
                <span>
                  {[place.street, place.city, `${place.state} ${place.zip ?? ''}`].filter(Boolean).join(', ')}
                  {sayDays(place, today)}
                </span>
              </div>
              {place.until === null ? (
                <Button
                  variant="subtle"
                  aria-label={`I am no longer at ${place.label}`}
                  onClick={() => setLeaving(place)}
                >
                  No longer
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <div className={styles.actions}>
        <Button variant="default" onClick={() => setAsked(true)}>
          New location
        </Button>
      </div>
      <Dialog name="New location" opened={asked} close={() => setAsked(false)}>
        <LocationForm onDone={() => setAsked(false)} />
      </Dialog>
      <Dialog name={`No longer at ${leaving?.label ?? ''}`} opened={leaving !== null} close={() => setLeaving(null)}>
        {leaving === null ? null : <LeaveForm place={leaving} onDone={() => setLeaving(null)} />}
      </Dialog>
    </div>
  )
}

function LeaveForm({ place, onDone }: { place: ClientLocation; onDone: () => void }) {
  const { personId, today } = useClientPlace()
  const [lastDay, setLastDay] = useState<string>(today)
  const end = useDeed<{ lastDay: string }, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/clients/{personId}/locations/{locationId}/ends', {
          params: { path: { personId, locationId: place.id } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    onDone,
  )
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (lastDay !== '') end.act({ lastDay })
  }
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <TextInput
        type="date"
        label="Last day there"
        description="It stays on file for sessions until then. If you come back, add it again."
        value={lastDay}
        error={lastDay === '' ? 'Enter the last day.' : undefined}
        onChange={(event) => setLastDay(event.currentTarget.value)}
      />
      {end.trouble ? <TroubleNotice trouble={end.trouble} deed="the change" /> : null}
      <div className={styles.actions}>
        <Button type="submit" loading={end.busy}>
          Save the last day
        </Button>
      </div>
    </form>
  )
}

function sayDays({ from, until }: ClientLocation, today: string): string {
  if (from > today) return `. From ${sayDay(from)}`
  return until === null ? '' : `. Until ${sayDay(addDays(until, -1))}`
}

function LocationForm({ onDone }: { onDone: () => void }) {
  const { personId, today } = useClientPlace()
  const [label, setLabel] = useState('')
  const [address, setAddress] = useState(noAddress)
  const [days, setDays] = useState({ from: today as string, lastDay: '' })
  const [tried, setTried] = useState(false)
  const body = {
    label: label.trim(),
    ...sentAddress(address),
    from: days.from,
    lastDay: days.lastDay === '' ? null : days.lastDay,
  }
  const faults = checkAddress(body)
  const wrong = (field: string) => (tried ? faults.find((fault) => fault.field === field)?.words : undefined)
  const add = useDeed<typeof body, unknown>(
    (content, key) =>
      answerOf(
        api.POST('/api/clients/{personId}/locations', {
          params: { path: { personId } },
          headers: { 'Idempotency-Key': key },
          body: content,
        }),
      ),
    onDone,
  )
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (faults.length === 0 && days.from !== '') add.act(body)
    else focusFirstWrong(event.currentTarget)
  }
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <TextInput
        label="Name of the place"
        placeholder="Home, parents, college"
        value={label}
        error={wrong('label')}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <AddressPart address={address} onChange={setAddress} wrong={wrong} />
      <div className={styles.pair}>
        <TextInput
          type="date"
          label="From"
          value={days.from}
          error={tried && days.from === '' ? 'Enter the first day.' : undefined}
          onChange={(event) => setDays({ ...days, from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label="Last day, if known"
          value={days.lastDay}
          onChange={(event) => setDays({ ...days, lastDay: event.currentTarget.value })}
        />
      </div>
      {add.trouble ? <TroubleNotice trouble={add.trouble} deed="the place" /> : null}
      <div className={styles.actions}>
        <Button type="submit" loading={add.busy}>
          Save location
        </Button>
      </div>
    </form>
  )
}
