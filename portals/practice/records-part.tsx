import { Button, FileButton, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { allows } from '../../business/practices/abilities-of.ts'
import type { ImportStanding, Preview } from '../../business/records/import-preview.ts'
import { answerOf, api } from '../api.ts'
import page from '../design/page.module.css'
import { sayMoment } from '../design/say-day.ts'
import { Section } from '../design/section.tsx'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { membersQuery } from '../queries.ts'
import { sendFile } from '../send-file.ts'
import { useDeed } from '../use-deed.ts'
import { ImportPreview } from './import-preview.tsx'
import type { Place } from './practice-place.ts'
import rows from './rows.module.css'

type Uploaded = { id: string; preview: Preview }

/** What a practice brings with it from another system, and what it takes along. */
export function RecordsPart({ place }: { place: Place }) {
  return (
    <div className={page.stack}>
      <Bring place={place} />
      {allows(place.membership.may, { team: 'decide' }) ? <TakeAlong place={place} /> : null}
    </div>
  )
}

function Bring({ place }: { place: Place }) {
  const { practiceId } = place
  const [memberId, setMember] = useState<string | null>(place.membership.clinician ? place.membership.memberId : null)
  const [uploaded, setUploaded] = useState<Uploaded | null>(null)
  const members = useQuery(membersQuery(practiceId))
  const clinicians = (members.data ?? []).filter((each) => each.clinician)
  const chosen = memberId ?? clinicians[0]?.memberId ?? null
  const upload = useDeed<File | null, Uploaded>(
    (file, key) => sendFile<Uploaded>(`/api/practices/${practiceId}/imports?memberId=${chosen}`, file, key),
    (answer) => setUploaded(answer),
  )
  return (
    <Section name="Bring clients from another system">
      <div className={[page.panel, page.pad, page.form].join(' ')}>
        <p>
          Export clients, insurance or appointments as CSV where you work now, and choose the file here. You see every
          line before anything is recorded, nobody is written to, and you can take it back until somebody has used it.
        </p>
        {place.membership.kind === 'group' ? (
          <Select
            label="On whose list, where a line names nobody"
            data={clinicians.map((each) => ({ value: each.memberId, label: each.name }))}
            value={chosen}
            onChange={setMember}
          />
        ) : null}
        {upload.trouble ? <TroubleNotice trouble={upload.trouble} deed="the file" /> : null}
        <div className={page.buttons}>
          <FileButton onChange={(file) => (file === null ? undefined : upload.act(file))} accept=".csv,.txt,text/csv">
            {(props) => (
              <Button
                {...props}
                variant={uploaded === null ? 'filled' : 'default'}
                loading={upload.busy}
                disabled={chosen === null}
              >
                Choose a CSV file
              </Button>
            )}
          </FileButton>
        </div>
      </div>
      {uploaded === null ? null : (
        <ImportPreview
          key={uploaded.id}
          place={place}
          importId={uploaded.id}
          preview={uploaded.preview}
          done={() => setUploaded(null)}
        />
      )}
      <Brought place={place} />
    </Section>
  )
}

function Brought({ place }: { place: Place }) {
  const found = useQuery({
    queryKey: ['practice', place.practiceId, 'imports'],
    queryFn: () =>
      answerOf<ImportStanding[]>(
        api.GET('/api/practices/{practiceId}/imports', { params: { path: { practiceId: place.practiceId } } }),
      ),
  })
  if (found.error) return <TroubleNotice trouble={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <RowShapes rows={1} />
  const imported = found.data.filter(({ importedAt }) => importedAt !== null)
  if (imported.length === 0) return null
  return (
    <ul className={page.panel} aria-label="What was brought">
      {imported.map((one) => (
        <BroughtRow key={one.id} one={one} place={place} />
      ))}
    </ul>
  )
}

function BroughtRow({ one, place }: { one: ImportStanding; place: Place }) {
  const undo = useDeed<null, unknown>((_, key) =>
    answerOf(
      api.POST('/api/practices/{practiceId}/imports/{importId}/undos', {
        params: { path: { practiceId: place.practiceId, importId: one.id } },
        headers: { 'Idempotency-Key': key },
      }),
    ),
  )
  return (
    <li className={[rows.row, rows.ended].join(' ')}>
      <div>
        <h3>{one.name}</h3>
        <p className={rows.detail}>
          Imported {one.importedAt === null ? '' : sayMoment(one.importedAt, place.zone)}
          {one.undoneAt === null ? '' : `, taken back ${sayMoment(one.undoneAt, place.zone)}`}.
        </p>
        {undo.trouble ? <TroubleNotice trouble={undo.trouble} deed="it" /> : null}
      </div>
      {one.undoneAt === null ? (
        <Button
          variant="subtle"
          loading={undo.busy}
          onClick={() => undo.act(null)}
          aria-label={`Take back ${one.name}`}
        >
          Take back
        </Button>
      ) : null}
    </li>
  )
}

function TakeAlong({ place }: { place: Place }) {
  return (
    <Section name="Take everything along">
      <div className={[page.panel, page.pad, page.form].join(' ')}>
        <p>
          Everything that belongs to {place.membership.practiceName}: clients, sessions, notes, confirmations, payments,
          and who looked at what. A ZIP of tables as CSV and JSON, with a manifest of hashes. It holds health data: each
          client reads in their own portal that you made a copy.
        </p>
        <div className={page.buttons}>
          <Button
            component="a"
            variant="default"
            href={`/api/practices/${place.practiceId}/export.zip`}
            download="practice.zip"
          >
            Download everything
          </Button>
        </div>
      </div>
    </Section>
  )
}
