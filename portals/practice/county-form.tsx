import { Button, Radio, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { dateIn } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import page from '../design/page.module.css'
import { sayDay } from '../design/say-day.ts'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { PlaceEffect } from './place-effect.tsx'
import { type PlaceAsked, type PlaceCounty, placeCountyQuery } from './place-queries.ts'
import type { Place } from './practice-place.ts'

type Props = { asked: PlaceAsked; place: Place; close: () => void }
type Finding = { countyFips: string; servedBy: string | null; source: string }

/** In which county a place lies, and, where Blue plans share it, who serves the address: a person says so, on whose word. */
export function CountyForm({ asked, place, close }: Props) {
  const known = useQuery(placeCountyQuery(place.practiceId, asked))
  if (known.error) return <TroubleNotice trouble={known.error} onRetry={() => void known.refetch()} />
  if (known.data === undefined) return <RowShapes rows={3} />
  return <Fields asked={asked} place={place} known={known.data} close={close} />
}

function Fields({ asked, place, known, close }: Props & { known: PlaceCounty }) {
  const only = known.counties.length === 1 ? known.counties[0] : undefined
  const [countyFips, setCounty] = useState<string | null>(known.countyFips ?? only?.fips ?? null)
  const [servedBy, setServedBy] = useState<string | null>(known.servedBy)
  const [source, setSource] = useState('')
  const [tried, setTried] = useState(false)
  const record = useDeed<Finding, unknown>((body, key) => send(place.practiceId, asked, body, key), close)
  const county = known.counties.find(({ fips }) => fips === countyFips)
  const shares = county?.shares ?? []
  const lacksServer = shares.length > 0 && !shares.some(({ id }) => id === servedBy)
  const lacksSource = source.trim().length < 3
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (countyFips === null || lacksServer || lacksSource) return
    record.act({ countyFips, servedBy: shares.length > 0 ? servedBy : null, source: source.trim() })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <p>
        {known.label}, {known.stateName}. Blue plans differ here, and the claim goes to the one that serves the address.
      </p>
      <Select
        label="County"
        searchable
        allowDeselect={false}
        data={known.counties.map(({ fips, name }) => ({ value: fips, label: name }))}
        value={countyFips}
        onChange={setCounty}
        error={tried && countyFips === null ? 'Choose the county.' : undefined}
        maxDropdownHeight={220}
      />
      {shares.length > 0 ? (
        <Radio.Group
          label="Which Blue plan serves this very address?"
          value={servedBy}
          onChange={setServedBy}
          error={tried && lacksServer ? 'Choose one; the road on the map says which.' : undefined}
        >
          {shares.map(({ id, name, rule }) => (
            <Radio key={id} mt={8} value={id} label={name} description={sayRule(rule)} />
          ))}
        </Radio.Group>
      ) : null}
      <TextInput
        label="How do you know?"
        placeholder={shares.length > 0 ? 'The map, or a call to the plan' : 'Your client said so'}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
        error={tried && lacksSource ? 'Say it in a few words; it is kept with your name and today’s date.' : undefined}
      />
      <Before known={known} place={place} />
      {asked.personId === null || countyFips === null || lacksServer ? null : (
        <PlaceEffect
          personId={asked.personId}
          place={place}
          change={{
            kind: 'finding',
            locationId: asked.locationId,
            countyFips,
            servedBy: shares.length > 0 ? servedBy : null,
          }}
        />
      )}
      {record.trouble ? <TroubleNotice trouble={record.trouble} deed="the county" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={record.busy}>
          {shares.length > 0 ? 'Confirm it' : 'Record the county'}
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

function Before({ known, place }: { known: PlaceCounty; place: Place }) {
  const [last] = known.findings
  if (last === undefined) return null
  const day = sayDay(dateIn(last.at as Place['now'], place.zone))
  return (
    <p>
      Recorded on {day} by {last.by}: {last.countyName}
      {last.servedBy === null ? '' : `, served by ${last.servedBy}`} ({last.source}). What was confirmed with it stays.
    </p>
  )
}

/** The rule of the data begins in lower case; here it stands as a sentence of its own. */
function sayRule(rule: string): string {
  return `${rule.charAt(0).toUpperCase()}${rule.slice(1)}.`
}

function send(practiceId: string, { locationId, personId }: PlaceAsked, body: Finding, key: string): Promise<unknown> {
  const headers = { 'Idempotency-Key': key }
  if (personId === null) {
    const path = { practiceId, locationId }
    const to = '/api/practices/{practiceId}/locations/{locationId}/findings'
    return answerOf(api.POST(to, { params: { path }, headers, body }))
  }
  const path = { practiceId, personId, locationId }
  const to = '/api/practices/{practiceId}/clients/{personId}/locations/{locationId}/findings'
  return answerOf(api.POST(to, { params: { path }, headers, body }))
}
