import styles from './coverage-form.module.css'

export type CardPhoto = { id: string; side: 'front' | 'back'; contentType: string }

const names = { front: 'Front of the card', back: 'Back of the card' } as const

/** Both sides of a client's insurance card, side by side; each opens in full as a file. */
export function CardPictures({ personId, photos }: { personId: string; photos: readonly CardPhoto[] }) {
  return (
    <ul className={styles.pictures} aria-label="Insurance card">
      {(['front', 'back'] as const).map((side) => {
        const photo = photos.find((each) => each.side === side)
        if (photo === undefined) {
          return (
            <li key={side} className={styles.none}>
              {side === 'front' ? 'No picture of the front' : 'No picture of the back'}
            </li>
          )
        }
        const href = `/api/operations/people/${personId}/card-photos/${photo.id}`
        const isShown = photo.contentType === 'image/jpeg' || photo.contentType === 'image/png'
        return (
          <li key={side}>
            <a href={href} download>
              {isShown ? <img src={href} alt="" /> : null}
              {names[side]}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
