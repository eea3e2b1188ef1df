import { useQuery } from '@tanstack/react-query'
import { explainMissing, explainRemedy } from '../../business/coverage/explain-reason.ts'
import { RowShapes } from '../design/shapes.tsx'
import { TroubleNotice } from '../design/trouble-notice.tsx'
import { type ClientWhatIf, type Colleagues, colleaguesQuery } from './insurance-queries.ts'
import type { Place } from './practice-place.ts'
import { sayMethod } from './say-decision.ts'
import styles from './what-if.module.css'

type Props = { answer: ClientWhatIf['states'][number]; place: Place; personId: string; on: string }

/** One state's answer for a client: why, what would change it, and who in the network can see them there. */
export function StateAnswer({ answer: { state, stateName, decision }, place, personId, on }: Props) {
  const isOpen = decision.outcome === 'billable' || decision.outcome === 'billable_held'
  const asks = decision.missing as Parameters<typeof explainMissing>[0][]
  return (
    <section aria-label={stateName}>
      <h3>{stateName}</h3>
      <p className={isOpen ? styles.verdict : styles.lacking}>{sayMethod(decision)}</p>
      <p>{decision.words}</p>
      {asks.length > 0 ? <p>It depends on {asks.map(explainMissing).join(' and ')}.</p> : null}
      {decision.remedies.length > 0 ? (
        <>
          <h4>What would change it</h4>
          <ul>
            {decision.remedies.map((remedy) => (
              <li key={JSON.stringify(remedy)}>{explainRemedy(remedy as Parameters<typeof explainRemedy>[0])}</li>
            ))}
          </ul>
        </>
      ) : null}
      <Others place={place} asked={{ personId, on, state }} stateName={stateName} />
    </section>
  )
}

type OthersProps = { place: Place; asked: { personId: string; on: string; state: string }; stateName: string }

function Others({ place, asked, stateName }: OthersProps) {
  const others = useQuery(colleaguesQuery(place.practiceId, asked))
  if (others.error) return <TroubleNotice trouble={others.error} onRetry={() => void others.refetch()} />
  if (!others.data) return <RowShapes rows={2} />
  return (
    <>
      <h4>Who in the network can see them there</h4>
      <Names colleagues={others.data.colleagues} stateName={stateName} />
      {others.data.temporary.length > 0 ? (
        <>
          <h4>Practising in {stateName} for a while</h4>
          <p>What is known of it. Check with the state’s board before you rely on it; nothing here is decided by it.</p>
          <ul>
            {others.data.temporary.map(({ how, days, per }) => (
              <li key={`${how}-${days}-${per}`}>
                {days === null ? '' : `${days} days${per === null ? '' : ` per ${per}`}: `}
                {how}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}

function Names({ colleagues, stateName }: { colleagues: Colleagues['colleagues']; stateName: string }) {
  if (colleagues.length === 0)
    return <p>Nobody in the network can be billed for this plan in {stateName} on that day.</p>
  return (
    <ul className={styles.plans}>
      {colleagues.map(({ memberId, name, practiceName, decision }) => (
        <li key={memberId}>
          <b>
            {name}, {practiceName}
          </b>
          <span>{sayMethod(decision)}</span>
        </li>
      ))}
    </ul>
  )
}
