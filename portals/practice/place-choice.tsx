import { SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import type { BillingDecision, Location, Modality, Office, SessionPage } from '../contract.ts'
import { Icon } from '../design/icon.tsx'
import page from '../design/page.module.css'
import { sayTown } from '../design/say-town.ts'
import styles from './choices.module.css'
import type { Draft } from './confirm-draft.ts'
import { NewLocation } from './new-location.tsx'
import type { Place } from './practice-place.ts'
import { sayMethod } from './say-decision.ts'

type Props = {
  session: SessionPage
  offices: Office[]
  draft: Draft
  set: (change: Partial<Draft>) => void
  decision: BillingDecision | null
  place: Place
}

/** How they met and where the client was: that place decides whether the session may be billed. */
export function PlaceChoice({ session, offices, draft, set, decision, place }: Props) {
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
      </div>
      {draft.modality === 'telehealth' ? (
        <Places
          asks={`Where was ${name} during the session?`}
          places={session.client.locations}
          chosen={draft.locationId}
          choose={(locationId) => set({ locationId })}
          decision={decision}
          none={`No place of ${name} is recorded for that day. Record where they were.`}
          add={<NewLocation client={session.client} place={place} recorded={(locationId) => set({ locationId })} />}
        />
      ) : (
        <Places
          asks="Where at your practice?"
          places={offices}
          chosen={offices.length === 1 ? (offices[0]?.id ?? null) : draft.officeId}
          choose={(officeId) => set({ officeId })}
          decision={decision}
          none="No place of your practice is recorded for that day. An owner adds it under Settings, Locations."
        />
      )}
    </>
  )
}

type PlacesProps = {
  asks: string
  places: readonly (Location | Office)[]
  chosen: string | null
  choose: (id: string) => void
  decision: BillingDecision | null
  /** What is said where there is no place to choose. */
  none: string
  /** Records a further place from here. */
  add?: ReactNode
}

function Places({ asks, places, chosen, choose, decision, none, add }: PlacesProps) {
  return (
    <fieldset>
      <legend className={page.legend}>{asks}</legend>
      <div className={styles.choices}>
        {places.map((location) => (
          <LocationChoice
            key={location.id}
            location={location}
            chosen={chosen === location.id}
            choose={() => choose(location.id)}
            decision={decision}
          />
        ))}
      </div>
      {places.length === 0 ? (
        <p className={[page.hint, page.no].join(' ')}>
          <Icon name="lack" small /> {none}
        </p>
      ) : null}
      {add === undefined ? null : <div className={styles.add}>{add}</div>}
    </fieldset>
  )
}

function LocationChoice({
  location,
  chosen,
  choose,
  decision,
}: {
  location: Location | Office
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

function sayWhere({ city, state }: Pick<Location, 'city' | 'state'>): string {
  return city ? `${sayTown(city)}, ${state}` : state
}
