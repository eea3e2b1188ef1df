import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { builtInAreas } from '../../business/coverage/service-areas.ts'
import { answerOf, api } from '../api.ts'
import { Dialog } from '../design/dialog.tsx'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { CountyForm } from './county-form.tsx'
import { EndPlace } from './end-place.tsx'
import { NewLocation } from './new-location.tsx'
import { PlaceEffect } from './place-effect.tsx'
import type { ClientPage, DatedPlace } from './practice-answers.ts'
import type { Place } from './practice-place.ts'
import rows from './rows.module.css'
import { sayAddress, sayPeriod } from './say-place.ts'

type Props = { client: ClientPage; place: Place }

/** Every place of a client with its days; sessions remember the one they used. */
export function ClientPlaces({ client, place }: Props) {
  return (
    <Section name="Locations" remark={<NewLocation client={client} place={place} />}>
      {client.places.length === 0 ? (
        <p className={rows.sub}>None yet. A virtual session needs the address where your client is.</p>
      ) : (
        <ul className={page.panel} aria-label="Locations">
          {client.places.map((location) => (
            <PlaceRow key={location.id} location={location} client={client} place={place} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function PlaceRow({ location, client, place }: Props & { location: DatedPlace }) {
  const path = { practiceId: place.practiceId, personId: client.personId, locationId: location.id }
  const isOver = location.until !== null && location.until <= place.today
  return (
    <li className={[rows.row, rows.ended, isOver ? rows.grey : ''].join(' ')}>
      <div>
        <h3>{location.label}</h3>
        <p className={rows.detail}>
          {location.street === null ? 'No address yet. ' : ''}
          {sayAddress(location)}; {sayPeriod(location, place.today)}.
        </p>
      </div>
      <div className={rows.deeds}>
        {isOver || !mayDiffer(location.state) ? null : (
          <PlaceCounty location={location} client={client} place={place} />
        )}
        {location.until === null ? (
          <EndPlace
            name={location.label}
            today={place.today}
            from={location.from}
            words="From the next day on it is offered no more. Sessions that used it keep its address."
            effect={(lastDay) => (
              <PlaceEffect
                personId={client.personId}
                place={place}
                change={{ kind: 'end_place', locationId: location.id, lastDay }}
              />
            )}
            send={(lastDay, key) =>
              answerOf(
                api.POST('/api/practices/{practiceId}/clients/{personId}/locations/{locationId}/ends', {
                  params: { path },
                  headers: { 'Idempotency-Key': key },
                  body: { lastDay },
                }),
              )
            }
          />
        ) : null}
      </div>
    </li>
  )
}

/** Whether Blue plans differ within a state, so that a place's county may matter. */
function mayDiffer(state: string): boolean {
  const anywhere = { state, countyFips: null, servedBy: null, address: null }
  return builtInAreas.localBluesAt(anywhere).length > 1
}

/** What is known of the place's county, and saying it anew; what was confirmed with another stays. */
function PlaceCounty({ location, client, place }: Props & { location: DatedPlace }) {
  const [opened, { open, close }] = useDisclosure(false)
  const asked = { locationId: location.id, personId: client.personId }
  return (
    <>
      <Button variant="subtle" onClick={open} aria-label={`County of ${location.label}`}>
        County
      </Button>
      <Dialog name={`County of ${location.label}`} opened={opened} close={close}>
        <CountyForm asked={asked} place={place} close={close} />
      </Dialog>
    </>
  )
}
