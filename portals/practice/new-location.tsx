import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { answerOf, api } from '../api.ts'
import { Dialog } from '../design/dialog.tsx'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { AddressFields, addressOf, faultsOf, noAddress } from './address-fields.tsx'
import { PlaceEffect } from './place-effect.tsx'
import { countiesQuery, type PlaceChange } from './place-queries.ts'
import type { Place } from './practice-place.ts'

type Props = {
  client: { personId: string; name: string }
  place: Place
  name?: string
  /** In a row of many clients: a small button, named by its client. */
  inRow?: boolean
  /** Told which place was recorded. */
  recorded?: ((locationId: string) => void) | undefined
}

/** Records a further place where this client takes sessions, from a day on; places are added and ended, never overwritten. */
export function NewLocation({ client, place, name = 'New location', inRow = false, recorded }: Props) {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      {inRow ? (
        <Button variant="subtle" px="xs" miw={44} onClick={open} aria-label={`${name}: ${client.name}`} title={name}>
          <Icon name="place" small />
        </Button>
      ) : (
        <Button variant="default" onClick={open} leftSection={<Icon name="plus" small />}>
          {name}
        </Button>
      )}
      <Dialog name="New location" opened={opened} close={close}>
        <LocationForm client={client} place={place} recorded={recorded} close={close} />
      </Dialog>
    </>
  )
}

type Sent = ReturnType<typeof addressOf> & { countyFips: string | null; from: string; lastDay: string | null }

function LocationForm({ client, place, recorded, close }: Props & { close: () => void }) {
  const [draft, setDraft] = useState(noAddress)
  const [from, setFrom] = useState<string>(place.today)
  const [lastDay, setLastDay] = useState('')
  const [stays, setStays] = useState(true)
  const [asked, setAsked] = useState(false)
  const path = { practiceId: place.practiceId, personId: client.personId }
  const address = addressOf(draft)
  const [county, setCounty] = useState<string | null>(null)
  const counties = useQuery(countiesQuery(place.practiceId, client.personId, pick(address))).data ?? []
  const chosen = counties.some(({ fips }) => fips === county) ? county : null
  const add = useDeed<Sent, { id: string }>(
    (body, key) =>
      answerOf(
        api.POST('/api/practices/{practiceId}/clients/{personId}/locations', {
          params: { path },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    ({ id }) => {
      recorded?.(id)
      close()
    },
  )
  const faults = asked ? faultsOf(draft) : []
  const lacksLastDay = !stays && (lastDay === '' || lastDay < from)
  const { state, zip } = pick(address)
  const change: PlaceChange | null =
    state === '' || from === '' || lacksLastDay
      ? null
      : { kind: 'new_place', state, zip, countyFips: chosen, from, lastDay: stays ? null : lastDay }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (faultsOf(draft).length > 0 || from === '' || lacksLastDay) return
    add.act({ ...address, countyFips: chosen, from, lastDay: stays ? null : lastDay })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <p>
        Where {firstName(client)} is during virtual sessions. The address decides by which insurer’s contract a session
        is billed, so it is kept with each one.
      </p>
      <AddressFields
        draft={draft}
        set={(change) => setDraft((before) => ({ ...before, ...change }))}
        faults={faults}
        named="Home, or Parents’ house"
      />
      {counties.length > 0 ? (
        <Select
          label="County"
          description="This ZIP code lies in several, and Blue plans differ between them. You may also say it later."
          clearable
          data={counties.map(({ fips, name }) => ({ value: fips, label: name }))}
          value={chosen}
          onChange={setCounty}
        />
      ) : null}
      <TextInput
        type="date"
        label="From"
        description="The first day on which your client may be there."
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
        error={asked && from === '' ? 'Say from which day on.' : undefined}
      />
      <Checkbox label="No end is known" checked={stays} onChange={(event) => setStays(event.currentTarget.checked)} />
      {stays ? null : (
        <TextInput
          type="date"
          label="Last day there"
          value={lastDay}
          min={from}
          onChange={(event) => setLastDay(event.currentTarget.value)}
          error={asked && lacksLastDay ? 'Say which day is the last one; it cannot lie before the first.' : undefined}
        />
      )}
      {change === null ? null : <PlaceEffect personId={client.personId} place={place} change={change} />}
      {add.trouble ? <TroubleNotice trouble={add.trouble} deed="the location" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={add.busy}>
          Record the location
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

/** What the counties are asked for; nothing else of the address leaves the page before it is recorded. */
function pick({ state, zip }: ReturnType<typeof addressOf>): { state: string; zip: string } {
  return { state, zip: zip.slice(0, 5) }
}

function firstName({ name }: Props['client']): string {
  return name.split(' ')[0] ?? name
}
