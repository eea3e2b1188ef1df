import { useQuery } from '@tanstack/react-query'
import type { Place } from './practice-place.ts'
import { cardPhotosQuery } from './practice-queries.ts'
import rows from './rows.module.css'

/** The newest pictures of a client's insurance card, front and back; each opens in full as a file. */
export function CardPhotos({ personId, place }: { personId: string; place: Place }) {
  const photos = useQuery(cardPhotosQuery(place.practiceId, personId))
  const newest = (['front', 'back'] as const).flatMap((side) => {
    const photo = photos.data?.find((each) => each.side === side)
    return photo === undefined ? [] : [photo]
  })
  if (newest.length === 0) return null
  return (
    <ul className={rows.photos} aria-label="Insurance card">
      {newest.map(({ id, side, contentType }) => {
        const href = `/api/practices/${place.practiceId}/clients/${personId}/card-photos/${id}`
        const name = side === 'front' ? 'Front of the card' : 'Back of the card'
        const isShown = contentType === 'image/jpeg' || contentType === 'image/png'
        return (
          <li key={id}>
            <a href={href} download>
              {isShown ? <img src={href} alt="" /> : null}
              {name}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
