import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { checkCrisisRecord } from '../../business/sessions/check-crisis-record.ts'
import { dateIn, minutesBetween } from '../../libraries/calendar/index.ts'
import { formatCents } from '../../libraries/money/index.ts'
import { answerOf, api } from '../api.ts'
import type { NewConfirmation, Office, Preview, ServiceCode, SessionPage } from '../contract.ts'
import { Crumbs } from '../design/crumbs.tsx'
import page from '../design/page.module.css'
import { PageHead } from '../design/page-head.tsx'
import { sayDay, sayShortDay, sayTime } from '../design/say-day.ts'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { previewQuery, sessionQuery } from '../queries.ts'
import { useDeed } from '../use-deed.ts'
import { CodeChoice } from './code-choice.tsx'
import { ConfirmAnswer } from './confirm-answer.tsx'
import { asCrisis, type Draft, firstDraft, isCrisis, toConfirmation, withTimes } from './confirm-draft.ts'
import { CrisisFields, type CrisisFieldsHandle } from './crisis-fields.tsx'
import { DiagnosisChoice } from './diagnosis-choice.tsx'
import { NoteField } from './note-field.tsx'
import { PlaceChoice } from './place-choice.tsx'
import type { Place } from './practice-place.ts'
import { readTimes } from './read-times.ts'
import { TimesFields } from './times-fields.tsx'

type Props = { session: SessionPage; catalogue: ServiceCode[]; offices: Office[]; place: Place }

/** Drafts of this window, so that a look at another page costs nothing; never written to the device. */
const drafts = new Map<string, Draft>()

export function ConfirmForm({ session, catalogue, offices, place }: Props) {
  const { zone } = place
  const [draft, setDraft] = useState<Draft>(() => drafts.get(session.id) ?? firstDraft(session, catalogue, zone))
  useEffect(() => void drafts.set(session.id, draft), [session.id, draft])
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }))
  const preview = usePreview(session, draft, place)
  const confirm = useConfirm(session, place)
  const noteField = useRef<HTMLTextAreaElement>(null)
  const crisisFields = useRef<CrisisFieldsHandle>(null)
  const [noteMissing, setNoteMissing] = useState(false)

  const hasNote = session.note !== null || draft.note.trim() !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const said = toConfirmation(draft, zone)
    if (said === null) return
    if (isCrisis(draft) && checkCrisisRecord(draft.crisis).length > 0) return crisisFields.current?.focusFirst()
    setNoteMissing(!hasNote)
    if (!hasNote) return noteField.current?.focus()
    confirm.act({ ...said, note: session.note === null ? { body: draft.note.trim() } : null })
  }
  const times = readTimes(draft, zone, draft.overnight)
  const locationId = draft.modality === 'telehealth' ? draft.locationId : (draft.officeId ?? offices[0]?.id ?? null)
  const doors = {
    asked:
      locationId === null
        ? null
        : { locationId, personId: draft.modality === 'telehealth' ? session.client.personId : null },
    addCrisisCode: () => set(asCrisis(draft)),
    writeCrisis: () => crisisFields.current?.focusFirst(),
    recorded: (locationId: string) => set({ locationId, modality: 'telehealth' }),
  }
  const minutes = 'startsAt' in times ? minutesBetween(times.startsAt, times.endsAt) : null
  return (
    <>
      <ConfirmHead session={session} place={place} />
      <div className={[page.columns, page.wide].join(' ')}>
        <form className={page.form} onSubmit={submit} noValidate>
          <TimesFields
            draft={draft}
            set={(change) => setDraft((before) => withTimes(before, change, catalogue, zone))}
            times={times}
            zone={zone}
            clientName={session.clientName}
          />
          <PlaceChoice
            session={session}
            offices={offices}
            draft={draft}
            set={set}
            decision={preview.data?.decision ?? null}
            place={place}
          />
          <div className={page.two}>
            <CodeChoice
              draft={draft}
              set={set}
              catalogue={catalogue}
              verdicts={preview.data?.codes ?? []}
              minutes={minutes}
            />
            <DiagnosisChoice practiceId={place.practiceId} session={session} draft={draft} set={set} />
          </div>
          {isCrisis(draft) ? <CrisisFields ref={crisisFields} {...{ session, draft, set }} /> : null}
          {session.note === null ? (
            <NoteField
              ref={noteField}
              value={draft.note}
              missing={noteMissing && draft.note.trim() === ''}
              onChange={(note) => set({ note })}
            />
          ) : null}
          {confirm.trouble ? <TroubleNotice trouble={confirm.trouble} deed="your confirmation" /> : null}
          <Submit session={session} place={place} busy={confirm.busy} preview={preview.data} />
        </form>
        <ConfirmAnswer
          session={session}
          place={place}
          preview={preview}
          times={times}
          hasNote={hasNote}
          doors={doors}
        />
      </div>
    </>
  )
}

function ConfirmHead({ session, place }: { session: SessionPage; place: Place }) {
  const correcting = session.confirmation !== null
  const day = sayDay(dateIn(session.startsAt, place.zone))
  return (
    <>
      <Crumbs practiceId={place.practiceId} here={correcting ? 'Correct' : 'To confirm'} />
      <PageHead
        name={`${correcting ? 'Correct' : 'Confirm'} your session with ${session.clientName}`}
        title={correcting ? 'Correct session' : 'Confirm session'}
      >
        {day}, {sayTime(session.startsAt, place.zone)}.{' '}
        {correcting
          ? 'It is confirmed, and your pay is on its way. Change what was wrong; your signed note stays as it is.'
          : session.lastTime
            ? 'We filled in what was planned, and the rest as last time; correct whatever was different.'
            : 'We filled in what was planned; correct whatever was different.'}
      </PageHead>
    </>
  )
}

type SubmitProps = { session: SessionPage; place: Place; busy: boolean; preview: Preview | undefined }

function Submit({ session, place, busy, preview }: SubmitProps) {
  return (
    <div className={page.submit}>
      <p>
        {session.note === null ? 'Signing' : 'Correcting'} as {place.me.user.name}.
        {preview?.money ? ` ${formatCents(preview.money.providerCents)} on ${sayShortDay(preview.settlesOn)}.` : ''}
      </p>
      <div className={page.buttons}>
        <Button type="submit" loading={busy}>
          {session.note === null ? 'Sign note & confirm session' : 'Record the correction'}
        </Button>
      </div>
    </div>
  )
}

function usePreview(session: SessionPage, draft: Draft, place: Place) {
  const [settled] = useDebouncedValue(draft, 250)
  const said = toConfirmation(settled, place.zone)
  const nothing = { startedAt: session.startsAt, stoppedAt: session.endsAt, modality: session.modality }
  return useQuery({
    ...previewQuery(
      place.practiceId,
      session.id,
      said ?? { ...nothing, locationId: null, codes: [], diagnoses: [], crisis: null },
    ),
    enabled: said !== null,
  })
}

function useConfirm(session: SessionPage, place: Place) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const ids = { practiceId: place.practiceId, sessionId: session.id }
  return useDeed<NewConfirmation, unknown>(
    (body, key) =>
      answerOf(
        api.POST('/api/practices/{practiceId}/sessions/{sessionId}/confirmations', {
          params: { path: ids },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    async () => {
      // What stood on the session's page before must not be seen there again, not even for a moment.
      queries.removeQueries({ queryKey: sessionQuery(place.practiceId, session.id).queryKey })
      // The form leaves the history with it: the back button leads to where the session was chosen, not to a second try.
      await navigate({ to: '/practice/$practiceId/sessions/$sessionId', params: ids, replace: true })
      drafts.delete(session.id)
    },
  )
}
