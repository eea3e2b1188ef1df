import { Button, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { dateIn } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import { Dialog } from '../design/dialog.tsx'
import page from '../design/page.module.css'
import { sayMoment, sayShortDay, sayTime, sayZone } from '../design/say-day.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { houseQuery } from '../queries.ts'
import { useDeed } from '../use-deed.ts'
import styles from './follow-ups.module.css'
import type { ApplicationPage } from './joining-queries.ts'
import { useOperatorClock } from './use-operator-clock.ts'

/** The call of an application: when it is on both walls, and moving it, calling it off or booking one. */
export function CallPart({ application, call }: { application: ApplicationPage; call: string }) {
  const { zone } = useOperatorClock()
  const [what, setWhat] = useState<'move' | 'cancel' | 'book' | null>(null)
  const { callAt, heldAt, id } = application
  const now = useQuery(houseQuery).data?.now ?? ''
  const isAhead = callAt !== null && callAt > now
  const close = () => setWhat(null)
  return (
    <div className={[page.panel, page.pad].join(' ')}>
      <p>{isAhead ? call : 'No call is ahead.'}</p>
      {isAhead && application.zone !== zone ? (
        <p className={page.quiet}>
          {sayTime(callAt, application.zone)} for them, {sayZone(application.zone)}.
        </p>
      ) : null}
      {heldAt === null ? null : (
        <p className={page.quiet}>
          They sent the form again and chose {sayMoment(heldAt, zone)} too; it is held until they say which is meant.
        </p>
      )}
      <div className={styles.deeds}>
        {isAhead ? (
          <>
            <Button variant="default" onClick={() => setWhat('move')}>
              Move the call
            </Button>
            <Button variant="default" onClick={() => setWhat('cancel')}>
              Call it off
            </Button>
            <a href={`/api/operations/joining/${id}/call.ics`} download>
              Calendar file
            </a>
          </>
        ) : (
          <Button variant="default" onClick={() => setWhat('book')}>
            Book a call
          </Button>
        )}
      </div>
      <Dialog name={what === null ? '' : titles[what]} opened={what !== null} close={close}>
        {what === null ? null : <CallForm application={application} deed={what} close={close} />}
      </Dialog>
    </div>
  )
}

const titles = { move: 'Move the call', cancel: 'Call it off', book: 'Book a call' }

type Body = { deed: 'move' | 'cancel' | 'book'; slot: string | null; words: string | null }

function CallForm({
  application,
  deed,
  close,
}: {
  application: ApplicationPage
  deed: Body['deed']
  close: () => void
}) {
  const { zone } = useOperatorClock()
  const [slot, setSlot] = useState<string | null>(application.slots[0] ?? null)
  const [words, setWords] = useState('')
  const change = useDeed<Body, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/operations/joining/{applicationId}/call-changes', {
          params: { path: { applicationId: application.id } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    close,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.act({ deed, slot: deed === 'cancel' ? null : slot, words: words.trim() === '' ? null : words.trim() })
  }
  const name = application.name.split(' ')[0] ?? application.name
  return (
    <form className={page.form} onSubmit={submit} noValidate>
      <p>{name} hears of it by mail, with a link to choose another time. Why stays with us.</p>
      {deed === 'cancel' ? null : (
        <Select
          label="To when"
          description={`Open times of all consultants, ${sayZone(zone)}`}
          allowDeselect={false}
          searchable
          data={application.slots.map((each) => ({
            value: each,
            label: `${sayShortDay(dateIn(each, zone))}, ${sayTime(each, zone)}`,
          }))}
          value={slot}
          onChange={setSlot}
        />
      )}
      <TextInput label="Why (optional)" value={words} onChange={(event) => setWords(event.currentTarget.value)} />
      {change.trouble ? <TroubleNotice trouble={change.trouble} deed="the call" /> : null}
      <div className={page.buttons}>
        <Button type="submit" loading={change.busy}>
          {titles[deed]}
        </Button>
        <Button variant="default" onClick={close}>
          Back
        </Button>
      </div>
    </form>
  )
}
