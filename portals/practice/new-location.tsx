import { Button, Checkbox, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import { answerOf, api } from '../api.ts'
import { Dialog } from '../design/dialog.tsx'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import { AddressFields, addressOf, faultsOf, noAddress } from './address-fields.tsx'
import type { ClientPage } from './practice-answers.ts'
import type { Place } from './practice-place.ts'

type Props = { client: ClientPage; place: Place }

/** Records a further place where this client takes sessions, from a day on; places are added and ended, never overwritten. */
export function NewLocation({ client, place }: Props) {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button variant="default" onClick={open} leftSection={<Icon name="plus" small />}>
        New location
      </Button>
      <Dialog name="New location" opened={opened} close={close}>
        <LocationForm client={client} place={place} close={close} />
      </Dialog>
    </>
  )
}

type Sent = ReturnType<typeof addressOf> & { from: string; lastDay: string | null }

function LocationForm({ client, place, close }: Props & { close: () => void }) {
  const [draft, setDraft] = useState(noAddress)
  const [from, setFrom] = useState<string>(place.today)
  const [lastDay, setLastDay] = useState('')
  const [stays, setStays] = useState(true)
  const [asked, setAsked] = useState(false)
  const path = { practiceId: place.practiceId, personId: client.personId }
  const add = useDeed<Sent, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/practices/{practiceId}/clients/{personId}/locations', {
          params: { path },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    close,
  )
  const faults = asked ? faultsOf(draft) : []
  const lacksLastDay = !stays && (lastDay === '' || lastDay < from)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (faultsOf(draft).length > 0 || from === '' || lacksLastDay) return
    add.act({ ...addressOf(draft), from, lastDay: stays ? null : lastDay })
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

function firstName({ name }: ClientPage): string {
  return name.split(' ')[0] ?? name
}
