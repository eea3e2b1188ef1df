import { SegmentedControl } from '@mantine/core'
import type { BillingDecision, Location, Modality, SessionPage } from '../contract.ts'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { sayTown } from '../design/say-town.ts'
import styles from './choices.module.css'
import type { Draft } from './confirm-draft.ts'
import { sayMethod } from './say-decision.ts'

type Props = {
  session: SessionPage
  draft: Draft
  set: (change: Partial<Draft>) => void
  decision: BillingDecision | null
}

/** How they met and, for a virtual session, where the client was: that place decides whether it may be billed. */
export function PlaceChoice({ session, draft, set, decision }: Props) {
  const name = session.clientName.split(' ')[0] ?? session.clientName
  return (
    <>
      <div>
        <span className={page.legend} id="modality">
          How did you meet?
        </span>
        <SegmentedControl
          aria-labelledby="modality"
          value={draft.modality}
          onChange={(modality) => set({ modality: modality as Modality })}
          data={[
            { value: 'telehealth', label: 'Virtual' },
            { value: 'in_person', label: 'In person' },
          ]}
        />
        {draft.modality === 'in_person' ? (
          <p className={page.hint}>
            <DecisionMark decision={decision} /> At your practice. {decision ? sayMethod(decision) : ''}
          </p>
        ) : null}
      </div>
      {draft.modality === 'telehealth' ? (
        <fieldset>
          <legend className={page.legend}>Where was {name} during the session?</legend>
          <div className={styles.choices}>
            {session.client.locations.map((location) => (
              <LocationChoice
                key={location.id}
                location={location}
                chosen={draft.locationId === location.id}
                choose={() => set({ locationId: location.id })}
                decision={decision}
              />
            ))}
          </div>
          {session.client.locations.length === 0 ? (
            <p className={[page.hint, page.no].join(' ')}>
              <Icon name="lack" small /> No place of {name} is recorded for that day. The operator must record one
              first.
            </p>
          ) : null}
        </fieldset>
      ) : null}
    </>
  )
}

function LocationChoice({
  location,
  chosen,
  choose,
  decision,
}: {
  location: Location
  chosen: boolean
  choose: () => void
  decision: BillingDecision | null
}) {
  const billable = decision?.outcome === 'billable' || decision?.outcome === 'billable_held'
  return (
    <label className={styles.choice}>
      <input type="radio" name="location" checked={chosen} onChange={choose} />
      <span>
        {location.label}, {sayWhere(location)}
      </span>
      <span className={[styles.says, chosen && billable ? styles.ok : ''].join(' ')}>
        {chosen && decision ? (
          <>
            <DecisionMark decision={decision} /> {sayMethod(decision)}
          </>
        ) : (
          'We check it when you choose it'
        )}
      </span>
    </label>
  )
}

function DecisionMark({ decision }: { decision: BillingDecision | null }) {
  if (decision === null) return null
  if (decision.outcome === 'billable') return <Icon name="check" small />
  return <Icon name={decision.outcome === 'billable_held' ? 'held' : 'lack'} small />
}

function sayWhere({ city, state }: Location): string {
  return city ? `${sayTown(city)}, ${state}` : state
}
