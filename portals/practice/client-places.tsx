import { answerOf, api } from '../api.ts'
import page from '../design/page.module.css'
import { Section } from '../design/section.tsx'
import { EndPlace } from './end-place.tsx'
import { NewLocation } from './new-location.tsx'
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
      {location.until === null ? (
        <EndPlace
          name={location.label}
          today={place.today}
          from={location.from}
          words="From the next day on it is offered no more. Sessions that used it keep its address."
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
    </li>
  )
}
