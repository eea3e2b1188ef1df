import { Button, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { answerOf, api } from '../api.ts'
import { Dialog } from '../design/dialog.tsx'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { AddressFields, addressOf, faultsOf, noAddress } from './address-fields.tsx'
import { EndPlace } from './end-place.tsx'
import type { OwnPlace, TelehealthLink } from './practice-answers.ts'
import type { Place } from './practice-place.ts'
import { placesQuery, telehealthLinksQuery } from './practice-queries.ts'
import rows from './rows.module.css'
import { sayAddress, sayPeriod } from './say-place.ts'

/** Where clients are seen: the practice's own places by their days, and each clinician's room for virtual sessions. */
export function PlacesPart({ place }: { place: Place }) {
  const places = useQuery(placesQuery(place.practiceId))
  const links = useQuery(telehealthLinksQuery(place.practiceId))
  const mayManage = place.membership.may.settings === 'change'
  return (
    <div className={page.stack}>
      <Section name="Locations" remark={mayManage ? <AddPlace place={place} /> : undefined}>
        {places.error ? (
          <TroubleNotice trouble={places.error} onRetry={() => void places.refetch()} />
        ) : !places.data ? (
          <RowShapes rows={2} />
        ) : places.data.length === 0 ? (
          <p className={rows.sub}>
            None yet. Add the place where you see clients in person; virtual sessions need none.
          </p>
        ) : (
          <ul className={page.panel} aria-label="Locations">
            {places.data.map((own) => (
              <OwnPlaceRow key={own.id} own={own} place={place} mayManage={mayManage} />
            ))}
          </ul>
        )}
      </Section>
      <Section name="Room for virtual sessions" remark={<p>Your clients join by this link.</p>}>
        {links.error ? (
          <TroubleNotice trouble={links.error} onRetry={() => void links.refetch()} />
        ) : links.data ? (
          <div className={page.panel}>
            {links.data.map((link) => (
              <LinkRow key={`${link.memberId}-${link.url}`} link={link} place={place} mayManage={mayManage} />
            ))}
          </div>
        ) : (
          <RowShapes rows={1} />
        )}
      </Section>
    </div>
  )
}

function OwnPlaceRow({ own, place, mayManage }: { own: OwnPlace; place: Place; mayManage: boolean }) {
  const isOver = own.until !== null && own.until <= place.today
  return (
    <li className={[rows.row, rows.ended, isOver ? rows.grey : ''].join(' ')}>
      <div>
        <h3>{own.label}</h3>
        <p className={rows.detail}>
          {sayAddress(own)}; {sayPeriod(own, place.today)}.
        </p>
      </div>
      {mayManage && own.until === null ? (
        <EndPlace
          name={own.label}
          today={place.today}
          from={own.from}
          words="From the next day on no session is billed from here. Sessions that took place here stay as they are."
          send={(lastDay, key) =>
            answerOf(
              api.POST('/api/practices/{practiceId}/locations/{locationId}/ends', {
                params: { path: { practiceId: place.practiceId, locationId: own.id } },
                headers: { 'Idempotency-Key': key },
                body: { lastDay },
              }),
            )
          }
        />
      ) : null}
    </li>
  )
}

function AddPlace({ place }: { place: Place }) {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button variant="default" onClick={open} leftSection={<Icon name="plus" small />}>
        Add location
      </Button>
      <Dialog name="Add location" opened={opened} close={close}>
        <AddPlaceForm place={place} close={close} />
      </Dialog>
    </>
  )
}

function AddPlaceForm({ place, close }: { place: Place; close: () => void }) {
  const [draft, setDraft] = useState(noAddress)
  const [from, setFrom] = useState<string>(place.today)
  const [asked, setAsked] = useState(false)
  const add = useDeed<ReturnType<typeof addressOf> & { from: string }, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/practices/{practiceId}/locations', {
          params: { path: { practiceId: place.practiceId } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    close,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (faultsOf(draft).length === 0 && from !== '') add.act({ ...addressOf(draft), from })
  }
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <AddressFields
        draft={draft}
        set={(change) => setDraft((before) => ({ ...before, ...change }))}
        faults={asked ? faultsOf(draft) : []}
        named="Office"
      />
      <TextInput
        type="date"
        label="From"
        description="The first day on which clients are seen there."
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
        error={asked && from === '' ? 'Say from which day on.' : undefined}
      />
      {add.trouble ? <TroubleNotice trouble={add.trouble} deed="the location" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={add.busy}>
          Add location
        </Button>
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

type LinkProps = { link: TelehealthLink; place: Place; mayManage: boolean }

function LinkRow({ link, place, mayManage }: LinkProps) {
  const [url, setUrl] = useState(link.url ?? '')
  const [asked, setAsked] = useState(false)
  const mayChange = mayManage || link.memberId === place.membership.memberId
  const save = useDeed<{ memberId: string; url: string }, unknown>((body, key) =>
    answerOf(
      api.POST('/api/practices/{practiceId}/telehealth-links', {
        params: { path: { practiceId: place.practiceId } },
        headers: { 'Idempotency-Key': key },
        body,
      }),
    ),
  )
  const isWrong = url !== '' && !/^https:\/\/\S+\.\S+/.test(url)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!isWrong) save.act({ memberId: link.memberId, url })
  }
  return (
    <form className={[rows.row, rows.linked].join(' ')} onSubmit={submit} noValidate>
      <TextInput
        type="url"
        label={link.name}
        placeholder="https://"
        description="The address of your own video room; nobody but your clients is told it."
        value={url}
        readOnly={!mayChange}
        onChange={(event) => setUrl(event.currentTarget.value)}
        error={asked && isWrong ? 'Write the whole address; it begins with https://' : undefined}
      />
      {mayChange ? (
        <Button type="submit" variant="default" loading={save.busy} disabled={url === (link.url ?? '')}>
          Save
        </Button>
      ) : null}
      {save.trouble ? <TroubleNotice trouble={save.trouble} deed="the link" /> : null}
    </form>
  )
}
