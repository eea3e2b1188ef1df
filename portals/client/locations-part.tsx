import { Button, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { checkAddress } from '../../business/practices/check-address.ts'
import { sayDate } from '../../business/visits/say-date.ts'
import { addDays } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import { Dialog } from '../design/dialog.tsx'
import { sayZip } from '../design/say-zip.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { focusFirstWrong } from '../focus-first-wrong.ts'
import { useDeed } from '../use-deed.ts'
import { countiesQuery } from './account-queries.ts'
import { accountWords, type SayAccount } from './account-words.ts'
import { AddressPart, noAddress, sentAddress } from './address-part.tsx'
import type { ClientLocation } from './client-contract.ts'
import styles from './client-part.module.css'
import { useClientPlace } from './client-place.ts'
import { type Language, useLanguage, useWords } from './messages.ts'
import { useFaults } from './use-faults.ts'

/** The places where the client is during sessions by video; a therapist may treat them only in states with a licence. */
export function LocationsPart({ locations }: { locations: readonly ClientLocation[] }) {
  const { today } = useClientPlace()
  const say = useWords(accountWords)
  const language = useLanguage()
  const [asked, setAsked] = useState(false)
  const [leaving, setLeaving] = useState<ClientLocation | null>(null)
  return (
    <div className={styles.panel}>
      {locations.length === 0 ? (
        <p className={styles.said}>{say('noPlace')}</p>
      ) : (
        <ul className={styles.rows}>
          {locations.map((place) => (
            <li key={place.id}>
              <div>
                <b>{place.label}</b>
                <span>
                  {[place.street, place.city, `${place.state} ${sayZip(place.zip)}`].filter(Boolean).join(', ')}
                  {sayDays(say, language, place, today)}
                </span>
              </div>
              {place.until === null ? (
                <Button
                  variant="subtle"
                  aria-label={say('iAmNoLongerAt', { place: place.label })}
                  onClick={() => setLeaving(place)}
                >
                  {say('noLonger')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <div className={styles.actions}>
        <Button variant="default" onClick={() => setAsked(true)}>
          {say('newLocation')}
        </Button>
      </div>
      <Dialog name={say('newLocation')} opened={asked} close={() => setAsked(false)}>
        <LocationForm onDone={() => setAsked(false)} />
      </Dialog>
      <Dialog
        name={say('noLongerAt', { place: leaving?.label ?? '' })}
        opened={leaving !== null}
        close={() => setLeaving(null)}
      >
        {leaving === null ? null : <LeaveForm place={leaving} onDone={() => setLeaving(null)} />}
      </Dialog>
    </div>
  )
}

function LeaveForm({ place, onDone }: { place: ClientLocation; onDone: () => void }) {
  const { personId, today } = useClientPlace()
  const say = useWords(accountWords)
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
        label={say('lastDayThere')}
        description={say('lastDayHint')}
        value={lastDay}
        error={lastDay === '' ? say('lackLastDay') : undefined}
        onChange={(event) => setLastDay(event.currentTarget.value)}
      />
      {end.trouble ? <TroubleNotice trouble={end.trouble} deed="the change" /> : null}
      <div className={styles.actions}>
        <Button type="submit" loading={end.busy}>
          {say('saveLastDay')}
        </Button>
      </div>
    </form>
  )
}

function sayDays(say: SayAccount, language: Language, { from, until }: ClientLocation, today: string): string {
  if (from > today) return `. ${say('placeFrom', { day: sayDate(language, from) })}`
  return until === null ? '' : `. ${say('placeUntil', { day: sayDate(language, addDays(until, -1)) })}`
}

function LocationForm({ onDone }: { onDone: () => void }) {
  const { personId, today } = useClientPlace()
  const say = useWords(accountWords)
  const [label, setLabel] = useState('')
  const [address, setAddress] = useState(noAddress)
  const [days, setDays] = useState({ from: today as string, lastDay: '' })
  const [tried, setTried] = useState(false)
  const [county, setCounty] = useState<string | null>(null)
  const sent = sentAddress(address)
  const counties = useQuery(countiesQuery(personId, { state: sent.state, zip: sent.zip.slice(0, 5) })).data ?? []
  const body = {
    label: label.trim(),
    ...sent,
    countyFips: counties.some(({ fips }) => fips === county) ? county : null,
    from: days.from,
    lastDay: days.lastDay === '' ? null : days.lastDay,
  }
  const sayFault = useFaults()
  const faults = checkAddress(body)
  const wrong = (field: string) => (tried ? sayFault(faults, field) : undefined)
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
        label={say('placeName')}
        placeholder={say('placeExamples')}
        value={label}
        error={wrong('label')}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <AddressPart address={address} onChange={setAddress} wrong={wrong} />
      {counties.length > 0 ? (
        <Select
          label={say('county')}
          description={say('countyHint')}
          clearable
          data={counties.map(({ fips, name }) => ({ value: fips, label: name }))}
          value={body.countyFips}
          onChange={setCounty}
        />
      ) : null}
      <div className={styles.pair}>
        <TextInput
          type="date"
          label={say('from')}
          value={days.from}
          error={tried && days.from === '' ? say('lackFirstDay') : undefined}
          onChange={(event) => setDays({ ...days, from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={say('lastDayKnown')}
          value={days.lastDay}
          onChange={(event) => setDays({ ...days, lastDay: event.currentTarget.value })}
        />
      </div>
      {add.trouble ? <TroubleNotice trouble={add.trouble} deed="the place" /> : null}
      <div className={styles.actions}>
        <Button type="submit" loading={add.busy}>
          {say('saveLocation')}
        </Button>
      </div>
    </form>
  )
}
