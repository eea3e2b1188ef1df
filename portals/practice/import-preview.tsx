import { Button } from '@mantine/core'
import type { Preview, RowStanding } from '../../business/records/import-preview.ts'
import type { ImportError } from '../../business/records/read-import-row.ts'
import { calendarDate } from '../../libraries/calendar/index.ts'
import { answerOf, api } from '../api.ts'
import page from '../design/page.module.css'
import { sayDay } from '../design/say-day.ts'
import { ScrollingPanel } from '../design/scrolling-panel.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { useDeed } from '../use-deed.ts'
import styles from './import-preview.module.css'
import type { Place } from './practice-place.ts'

type Props = { place: Place; importId: string; preview: Preview; done: () => void }
type Brought = { clients: number; policies: number; sessions: number; left: ImportError[] }

const shown = 50

/** What a file would bring, line by line; the import itself is one act. */
export function ImportPreview({ place, importId, preview: { columns, rows, errors, counts }, done }: Props) {
  const bring = useDeed<null, Brought>((_, key) =>
    answerOf<Brought>(
      api.POST('/api/practices/{practiceId}/imports/{importId}/acts', {
        params: { path: { practiceId: place.practiceId, importId } },
        headers: { 'Idempotency-Key': key },
      }),
    ),
  )
  const ignored = columns.filter(({ field }) => field === null)
  if (bring.answer) return <Done brought={bring.answer} done={done} />
  return (
    <section className={[page.panel, page.pad, styles.preview].join(' ')} aria-label="What the file would bring">
      <h3 className={styles.head}>
        {say(counts.newClients, 'new client')}, {say(counts.knownClients, 'that you have already', '')},{' '}
        {say(counts.plans, 'insurance plan')}, {say(counts.appointments, 'appointment')} to come
      </h3>
      {counts.pastAppointments > 0 ? (
        <p>
          {counts.pastAppointments === 1
            ? 'One appointment is over and stays where it is'
            : `${counts.pastAppointments} appointments are over and stay where they are`}
          : keep that system’s records.
        </p>
      ) : null}
      {ignored.length > 0 ? (
        <p className={styles.note}>
          Not understood and left out: {ignored.map(({ title }) => title || 'a column without a title').join(', ')}.
        </p>
      ) : null}
      {errors.length > 0 ? <Errors errors={errors} /> : null}
      <ScrollingPanel name="Lines">
        <table className={styles.lines}>
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Client</th>
              <th scope="col">Insurance</th>
              <th scope="col">Appointment</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row) => (
              <tr key={row.line}>
                <td>{row.line}</td>
                <td>
                  {row.name}
                  <span className={styles.note}>{clients[row.client]}</span>
                </td>
                <td>{row.plan === null ? '' : row.plan === 'listed' ? 'A plan of ours' : 'Not a plan of ours yet'}</td>
                <td>{sayAppointment(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollingPanel>
      {rows.length > shown ? <p className={styles.note}>The first {shown} lines are shown; all are imported.</p> : null}
      {bring.trouble ? <TroubleNotice trouble={bring.trouble} deed="the import" /> : null}
      <div className={page.buttons}>
        <Button loading={bring.busy} disabled={rows.length === 0} onClick={() => bring.act(null)}>
          {errors.length > 0 ? 'Import the lines without errors' : 'Import'}
        </Button>
        <Button variant="default" onClick={done}>
          Not now
        </Button>
      </div>
    </section>
  )
}

const clients: Record<RowStanding['client'], string> = {
  new: 'New',
  known: 'You have them already',
  twice_in_file: 'The same as a line before',
}

function sayAppointment({ appointment }: RowStanding): string {
  if (appointment === null) return ''
  const when = `${sayDay(calendarDate(appointment.on))}, ${appointment.at}`
  return appointment.isPast ? `${when}: over, left out` : when
}

function Errors({ errors }: { errors: readonly ImportError[] }) {
  return (
    <ul className={styles.errors} aria-label="Lines that cannot be imported as they are">
      {errors.slice(0, shown).map(({ line, code, column, words }) => (
        <li key={`${line} ${code} ${column}`}>
          <b>
            Line {line}
            {column === null ? '' : `, ${column}`}
          </b>
          : {words}
        </li>
      ))}
    </ul>
  )
}

function Done({
  brought: { clients: people, policies, sessions, left },
  done,
}: {
  brought: Brought
  done: () => void
}) {
  return (
    <section className={[page.panel, page.pad, styles.preview].join(' ')} aria-label="What was imported">
      <p role="status">
        Imported: {say(people, 'client')}, {say(policies, 'insurance plan')}, {say(sessions, 'appointment')}. Nobody was
        written to. You can take it back below until somebody has used it.
      </p>
      {left.length > 0 ? <Errors errors={left} /> : null}
      <div className={page.buttons}>
        <Button variant="default" onClick={done}>
          Close
        </Button>
      </div>
    </section>
  )
}

function say(count: number, what: string, plural = 's'): string {
  return `${count} ${what}${count === 1 ? '' : plural}`
}
