import { useQuery } from '@tanstack/react-query'
import { stateName } from '../../business/coverage/service-areas.ts'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { type Colleagues, colleaguesQuery } from './insurance-queries.ts'
import type { Place } from './practice-place.ts'
import { sayMethod } from './say-decision.ts'
import styles from './what-if.module.css'

export type Part = 'boards' | 'temporary' | 'colleagues'

type Asked = { personId: string; on: string; state: string; countyFips?: string | undefined }
type Props = { parts: readonly Part[]; asked: Asked; place: Place }

/** Practising in a state: its licensing board, what is known of practising there for a while, and who could see the client. */
export function PractisingThere({ parts, asked, place }: Props) {
  const known = useQuery(colleaguesQuery(place.practiceId, asked))
  if (known.error) return <TroubleNotice trouble={known.error} onRetry={() => void known.refetch()} />
  if (!known.data) return <RowShapes rows={2} />
  const { board, temporary, colleagues } = known.data
  const name = stateName(asked.state)
  return (
    <div className={styles.there}>
      {parts.includes('boards') ? <Board board={board} name={name} /> : null}
      {parts.includes('temporary') ? <Temporary temporary={temporary} board={board} name={name} /> : null}
      {parts.includes('colleagues') ? <Names colleagues={colleagues} name={name} /> : null}
    </div>
  )
}

function Board({ board, name }: { board: Colleagues['board']; name: string }) {
  if (board === null)
    return <p>We know of no list of the boards for your kind of license. Search for the board of {name}.</p>
  return (
    <p>
      {board.title === null ? 'A license' : `A license as ${board.title}`} in {name} is issued by the state’s board;{' '}
      <a href={board.url} target="_blank" rel="noreferrer">
        {board.name}
      </a>{' '}
      lists it. Once you hold it, send it to us: the credential comes after the license.
    </p>
  )
}

function Temporary({
  temporary,
  board,
  name,
}: {
  temporary: Colleagues['temporary']
  board: Colleagues['board']
  name: string
}) {
  if (temporary.length === 0) {
    return (
      <>
        <p>
          We know of no rule in {name} that lets you practice there for a while. Ask the board; nothing is decided by
          it.
        </p>
        <Board board={board} name={name} />
      </>
    )
  }
  return (
    <>
      <p>What is known of it. Check with the state’s board before you rely on it; nothing here is decided by it.</p>
      <ul>
        {temporary.map(({ how, days, per, certainty, source }) => (
          <li key={`${how}-${days}-${per}`}>
            {days === null ? '' : `${days} days${per === null ? '' : ` per ${per}`}: `}
            {how}
            {certainty === 'certain' ? '' : ' (not verified)'}
            <span className={styles.source}> Source: {source}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Names({ colleagues, name }: { colleagues: Colleagues['colleagues']; name: string }) {
  if (colleagues.length === 0) return <p>Nobody in the network can be billed for this plan in {name} on that day.</p>
  return (
    <ul className={styles.plans}>
      {colleagues.map(({ memberId, name: who, practiceName, decision }) => (
        <li key={memberId}>
          <b>
            {who}, {practiceName}
          </b>
          <span>{sayMethod(decision)}</span>
        </li>
      ))}
    </ul>
  )
}
