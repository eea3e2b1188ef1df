import { Button, Checkbox, Select } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { dateIn, type Instant } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import { Dialog } from '../design/dialog.tsx'
import page from '../design/page.module.css'
import { sayDay, sayTime } from '../design/say-day.ts'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { membersQuery } from '../queries.ts'
import { useDeed } from '../use-deed.ts'
import type { ClientPage } from './practice-answers.ts'
import type { Place } from './practice-place.ts'
import { sayMethod } from './say-decision.ts'
import styles from './transfer-client.module.css'

type Props = { client: ClientPage; place: Place }
type Transfer = { toMemberId: string; leaveConflicting: boolean }

/** Gives a client to a colleague: first where the colleague may bill them and what stands in their calendar, then as one act. */
export function TransferClient({ client, place }: Props) {
  const [opened, { open, close }] = useDisclosure(false)
  const members = useQuery({ ...membersQuery(place.practiceId), enabled: opened })
  const [toMemberId, setTo] = useState<string | null>(null)
  // At once, so that nobody asks about a transfer that has been made.
  const done = () =>
    flushSync(() => {
      setTo(null)
      close()
    })
  const listed = new Set(client.clinicians.map(({ memberId }) => memberId))
  const colleagues = (members.data ?? []).filter((each) => each.clinician && !listed.has(each.memberId))
  return (
    <>
      <Button variant="default" onClick={open}>
        Transfer
      </Button>
      <Dialog name={`Transfer ${client.name}`} opened={opened} close={close}>
        <div className={page.form}>
          <p>
            {client.name} goes to a colleague’s list with every session to come. What was recorded stays, sessions that
            are over stay with whoever held them, and {client.name} is written to.
          </p>
          {members.error ? <TroubleNotice trouble={members.error} onRetry={() => void members.refetch()} /> : null}
          {members.data !== undefined && colleagues.length === 0 ? (
            <p>Nobody else here treats clients yet. Add a provider under Manage team first.</p>
          ) : (
            <Select
              label="To whom?"
              placeholder="Choose a colleague"
              data={colleagues.map(({ memberId, name }) => ({ value: memberId, label: name }))}
              value={toMemberId}
              onChange={setTo}
              comboboxProps={{ withinPortal: true }}
            />
          )}
          {toMemberId === null ? null : (
            <Weigh key={toMemberId} client={client} place={place} toMemberId={toMemberId} close={done} />
          )}
        </div>
      </Dialog>
    </>
  )
}

function Weigh({ client, place, toMemberId, close }: Props & { toMemberId: string; close: () => void }) {
  const [leaveConflicting, setLeave] = useState(false)
  const path = { practiceId: place.practiceId, personId: client.personId }
  const preview = useQuery({
    queryKey: ['practice', place.practiceId, 'transfer-preview', client.personId, toMemberId],
    queryFn: () =>
      answerOf(
        api.GET('/api/practices/{practiceId}/clients/{personId}/transfer-preview', {
          params: { path, query: { toMemberId } },
        }),
      ),
  })
  const transfer = useDeed<Transfer, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/practices/{practiceId}/clients/{personId}/transfers', {
          params: { path },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    close,
  )
  if (preview.error) return <TroubleNotice trouble={preview.error} onRetry={() => void preview.refetch()} />
  if (preview.data === undefined) return <RowShapes rows={3} />
  const { to, planName, places, sessions } = preview.data
  const meeting = sessions.filter(({ conflicts }) => conflicts.length > 0)
  const stopped = meeting.some(({ conflicts }) => conflicts.some(({ isRefused }) => isRefused))
  return (
    <>
      <section aria-label={`Where ${to.name} may bill ${client.name}`}>
        <h3 className={styles.head}>Where {to.name} may bill</h3>
        {planName === null ? <p>No plan is on file, so nothing can be billed yet by anybody.</p> : null}
        <ul className={styles.places}>
          {places.map((each) => (
            <li key={`${each.kind} ${each.locationId}`}>
              <span>
                {each.label}
                <span className={styles.under}>
                  {each.kind === 'client' ? 'By video' : 'In person'}, {each.city ?? each.state}
                </span>
              </span>
              <span className={styles.answer}>
                {sayMethod(each.decision)}
                {each.decision.outcome === 'billable' ? null : (
                  <span className={styles.under}>{each.decision.words}</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-label="Sessions to come">
        <h3 className={styles.head}>
          {sessions.length === 0
            ? 'No session is planned'
            : `${sessions.length} ${sessions.length === 1 ? 'session goes' : 'sessions go'} along`}
        </h3>
        {meeting.map(({ sessionId, startsAt, conflicts }) => (
          <p key={sessionId} className={styles.conflict}>
            <b>{sayWhen(startsAt as Instant, place.zone)}</b> {conflicts.map(({ words }) => words).join(' ')}
          </p>
        ))}
        {stopped ? (
          <Checkbox
            mt={8}
            label={`Leave the sessions for which ${to.name} is not free where they are`}
            checked={leaveConflicting}
            onChange={(event) => setLeave(event.currentTarget.checked)}
          />
        ) : null}
      </section>
      {transfer.trouble ? <TroubleNotice trouble={transfer.trouble} deed="the transfer" /> : null}
      <div className={page.buttons}>
        <Button
          loading={transfer.busy}
          disabled={stopped && !leaveConflicting}
          onClick={() => transfer.act({ toMemberId, leaveConflicting })}
        >
          Transfer to {to.name}
        </Button>
        <Button variant="default" onClick={close}>
          Not now
        </Button>
      </div>
    </>
  )
}

function sayWhen(at: Instant, zone: string): string {
  return `${sayDay(dateIn(at, zone))}, ${sayTime(at, zone)}.`
}
